use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ContactBody, ContactView};

/// A new contact, by hand.
#[utoipa::path(
    post,
    path = "/api/people/contacts",
    tag = "people",
    request_body(content = ContactBody, description = "The contact"),
    responses(
        (status = 200, description = "Done", body = ContactView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn add(State(state): State<Shared>, Sent(body): Sent<ContactBody>) -> Answer<ContactView> {
    answer(&state, move |app| app.add_contact(&body)).await
}
