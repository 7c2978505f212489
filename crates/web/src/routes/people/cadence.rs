use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{CadenceBody, PeopleView};

/// Says how often to be in touch with those who carry a tag.
#[utoipa::path(
    post,
    path = "/api/people/cadences",
    tag = "people",
    request_body(content = CadenceBody, description = "The cadence"),
    responses(
        (status = 200, description = "Done", body = PeopleView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn cadence(State(state): State<Shared>, Sent(body): Sent<CadenceBody>) -> Answer<PeopleView> {
    answer(&state, move |app| app.keep_cadence(&body)).await
}
