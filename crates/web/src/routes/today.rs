use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::TodayView;

/// The first screen: what to do today.
#[utoipa::path(
    get,
    path = "/api/today",
    tag = "plan",
    responses(
        (status = 200, description = "Today", body = TodayView),
        (status = 400, description = "There is no profile yet", body = ErrorView)
    )
)]
pub(super) async fn today(State(state): State<Shared>) -> Answer<TodayView> {
    answer(&state, |app| app.day()).await
}
