use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::ApplicationsView;

/// The board, what it is time for, and how far applications get.
#[utoipa::path(
    get,
    path = "/api/applications",
    tag = "jobs",
    responses(
        (status = 200, description = "Done", body = ApplicationsView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn applications(State(state): State<Shared>) -> Answer<ApplicationsView> {
    answer(&state, |app| app.applications()).await
}
