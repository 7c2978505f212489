use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Query;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::RecallView;
use serde::Deserialize;

/// What to recall today.
#[utoipa::path(
    get,
    path = "/api/recall",
    tag = "practice",
    params(("minutes" = Option<u16>, Query, description = "Minutes to take, instead of a quarter of the day's")),
    responses(
        (status = 200, description = "Done", body = RecallView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn recall(State(state): State<Shared>, Query(taken): Query<Taken>) -> Answer<RecallView> {
    answer(&state, move |app| app.recall(taken.minutes)).await
}

#[derive(Deserialize)]
pub(super) struct Taken {
    minutes: Option<u16>,
}
