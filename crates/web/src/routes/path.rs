use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::PathView;

/// The whole way, week by week.
#[utoipa::path(
    get,
    path = "/api/path",
    tag = "plan",
    responses(
        (status = 200, description = "The path", body = PathView),
        (status = 400, description = "There is no profile yet", body = ErrorView)
    )
)]
pub(super) async fn path(State(state): State<Shared>) -> Answer<PathView> {
    answer(&state, |app| app.path()).await
}
