use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{PublishedBody, WorkView};

/// Records where a piece was published.
#[utoipa::path(
    post,
    path = "/api/work/{id}/published",
    tag = "work",
    params(("id" = String, Path, description = "Id of the exercise")),
    request_body(content = PublishedBody, description = "Address and day"),
    responses(
        (status = 200, description = "Done", body = WorkView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such exercise", body = ErrorView)
    )
)]
pub(super) async fn published(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<PublishedBody>) -> Answer<WorkView> {
    answer(&state, move |app| app.record_published(&id, &body)).await
}
