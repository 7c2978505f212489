use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{PublishedBackBody, WorkView};

/// Takes back what was recorded for an address by mistake.
#[utoipa::path(
    post,
    path = "/api/work/{id}/take-back-published",
    tag = "work",
    params(("id" = String, Path, description = "Id of the exercise")),
    request_body(content = PublishedBackBody, description = "The address"),
    responses(
        (status = 200, description = "Done", body = WorkView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such exercise", body = ErrorView)
    )
)]
pub(super) async fn take_back_published(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<PublishedBackBody>) -> Answer<WorkView> {
    answer(&state, move |app| app.take_back_published(&id, &body.address)).await
}
