use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ApplicationView, EntryBody};

/// Adds what happened to an application. Nothing that stands in its file is changed.
#[utoipa::path(
    post,
    path = "/api/applications/{id}/entry",
    tag = "jobs",
    params(("id" = String, Path, description = "Id of the application")),
    request_body(content = EntryBody, description = "A stage, a follow-up, a reminder, a note"),
    responses(
        (status = 200, description = "Done", body = ApplicationView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such application", body = ErrorView)
    )
)]
pub(super) async fn add_to_application(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<EntryBody>) -> Answer<ApplicationView> {
    answer(&state, move |app| app.add_to_application(&id, &body)).await
}
