use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::ContactView;

/// One contact with everything that happened.
#[utoipa::path(
    get,
    path = "/api/people/contacts/{id}",
    tag = "people",
    params(("id" = String, Path, description = "Id of the contact")),
    responses(
        (status = 200, description = "Done", body = ContactView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such contact", body = ErrorView)
    )
)]
pub(super) async fn contact(State(state): State<Shared>, Id(id): Id) -> Answer<ContactView> {
    answer(&state, move |app| app.contact(&id)).await
}
