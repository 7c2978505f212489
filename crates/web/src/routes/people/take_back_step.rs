use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ContactView, StepBackBody};

/// Takes back a step of an informational interview that was recorded by mistake.
#[utoipa::path(
    post,
    path = "/api/people/contacts/{id}/take-back-step",
    tag = "people",
    params(("id" = String, Path, description = "Id of the contact")),
    request_body(content = StepBackBody, description = "The step"),
    responses(
        (status = 200, description = "Done", body = ContactView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such contact", body = ErrorView)
    )
)]
pub(super) async fn take_back_step(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<StepBackBody>) -> Answer<ContactView> {
    answer(&state, move |app| app.take_back_step(&id, &body.step)).await
}
