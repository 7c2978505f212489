use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ContactView, TouchBody};

/// Records that the learner was in touch with somebody.
#[utoipa::path(
    post,
    path = "/api/people/contacts/{id}/touch",
    tag = "people",
    params(("id" = String, Path, description = "Id of the contact")),
    request_body(content = TouchBody, description = "How, when, about what"),
    responses(
        (status = 200, description = "Done", body = ContactView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such contact", body = ErrorView)
    )
)]
pub(super) async fn touch(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<TouchBody>) -> Answer<ContactView> {
    answer(&state, move |app| app.touch(&id, &body)).await
}
