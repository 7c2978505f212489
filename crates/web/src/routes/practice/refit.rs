use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::RefitView;

/// Fits the parameters of memory to the recalls so far, and takes them when they predict better.
#[utoipa::path(
    post,
    path = "/api/recall/refit",
    tag = "practice",
    responses((status = 200, description = "Done", body = RefitView), (status = 400, description = "It cannot be done, and why", body = ErrorView))
)]
pub(super) async fn refit(State(state): State<Shared>) -> Answer<RefitView> {
    answer(&state, |app| app.refit()).await
}
