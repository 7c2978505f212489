use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::ReadinessView;

/// How likely recall is by kind of question, with its history, and how often predictions came true.
#[utoipa::path(
    get,
    path = "/api/recall/readiness",
    tag = "practice",
    responses((status = 200, description = "Done", body = ReadinessView), (status = 400, description = "It cannot be done, and why", body = ErrorView))
)]
pub(super) async fn readiness(State(state): State<Shared>) -> Answer<ReadinessView> {
    answer(&state, |app| app.readiness()).await
}
