use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{FindBody, FoundView};

/// Contacts whose name, work or tags hold a text. A body, so that no name stands in an address.
#[utoipa::path(
    post,
    path = "/api/people/find",
    tag = "people",
    request_body(content = FindBody, description = "What to look for"),
    responses(
        (status = 200, description = "Done", body = FoundView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn find(State(state): State<Shared>, Sent(body): Sent<FindBody>) -> Answer<FoundView> {
    answer(&state, move |app| app.find_contacts(&body.text)).await
}
