use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ReviewBody, ReviewTakenView};

/// Takes in the file that another person gave back.
#[utoipa::path(
    post,
    path = "/api/work/{id}/review",
    tag = "work",
    params(("id" = String, Path, description = "Id of the exercise")),
    request_body(content = ReviewBody, description = "The text of the file"),
    responses(
        (status = 200, description = "Done", body = ReviewTakenView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such exercise", body = ErrorView)
    )
)]
pub(super) async fn review(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<ReviewBody>) -> Answer<ReviewTakenView> {
    answer(&state, move |app| app.take_review(&id, "review.json", body.text.as_bytes())).await
}
