use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::ApplicationView;

/// One application with everything that happened.
#[utoipa::path(
    get,
    path = "/api/applications/{id}",
    tag = "jobs",
    params(("id" = String, Path, description = "Id of the application")),
    responses(
        (status = 200, description = "Done", body = ApplicationView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such application", body = ErrorView)
    )
)]
pub(super) async fn application(State(state): State<Shared>, Id(id): Id) -> Answer<ApplicationView> {
    answer(&state, move |app| app.application(&id)).await
}
