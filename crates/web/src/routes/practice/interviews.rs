use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::InterviewsView;

/// Interviews ahead, with what recall will be like on their days. Private.
#[utoipa::path(
    get,
    path = "/api/recall/interviews",
    tag = "practice",
    responses((status = 200, description = "Done", body = InterviewsView), (status = 400, description = "It cannot be done, and why", body = ErrorView))
)]
pub(super) async fn interviews(State(state): State<Shared>) -> Answer<InterviewsView> {
    answer(&state, |app| app.interviews()).await
}
