use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{GatheringBody, PeopleView};

/// Writes a community or a conference down, or changes its entry.
#[utoipa::path(
    post,
    path = "/api/people/gatherings",
    tag = "people",
    request_body(content = GatheringBody, description = "The gathering"),
    responses(
        (status = 200, description = "Done", body = PeopleView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "Somebody who was met is in no contacts", body = ErrorView),
        (status = 409, description = "The entry was changed since it was read", body = ErrorView)
    )
)]
pub(super) async fn gathering(State(state): State<Shared>, Sent(body): Sent<GatheringBody>) -> Answer<PeopleView> {
    answer(&state, move |app| app.keep_gathering(&body)).await
}
