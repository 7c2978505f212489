use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ContactBody, ContactView};

/// Changes a contact.
#[utoipa::path(
    put,
    path = "/api/people/contacts/{id}",
    tag = "people",
    params(("id" = String, Path, description = "Id of the contact")),
    request_body(content = ContactBody, description = "The contact as it is to be, with the version that was read"),
    responses(
        (status = 200, description = "Done", body = ContactView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such contact", body = ErrorView),
        (status = 409, description = "The entry was changed since it was read", body = ErrorView)
    )
)]
pub(super) async fn change(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<ContactBody>) -> Answer<ContactView> {
    answer(&state, move |app| app.change_contact(&id, &body)).await
}
