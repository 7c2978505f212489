use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ApplicationView, TakeBackBody};

/// Takes back the last entry of an application, or its last stage, recorded by mistake.
#[utoipa::path(
    post,
    path = "/api/applications/{id}/take-back",
    tag = "jobs",
    params(("id" = String, Path, description = "Id of the application")),
    request_body(content = TakeBackBody, description = "The version of its file that was read, and what of it"),
    responses(
        (status = 200, description = "Done", body = ApplicationView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such application", body = ErrorView),
        (status = 409, description = "Its file was changed since it was read", body = ErrorView)
    )
)]
pub(super) async fn take_back_entry(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<TakeBackBody>) -> Answer<ApplicationView> {
    answer(&state, move |app| app.take_back_entry(&id, &body)).await
}
