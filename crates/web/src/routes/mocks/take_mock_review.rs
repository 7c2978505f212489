use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{MockReviewBody, MockTakenView};

/// Takes in what another person gave back.
#[utoipa::path(
    post,
    path = "/api/mocks/{id}/reviews",
    tag = "mocks",
    params(("id" = String, Path, description = "Id of the interview")),
    request_body(content = MockReviewBody, description = "The file that the page saved"),
    responses(
        (status = 200, description = "Done", body = MockTakenView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such interview or question", body = ErrorView)
    )
)]
pub(super) async fn take_mock_review(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<MockReviewBody>) -> Answer<MockTakenView> {
    answer(&state, move |app| app.take_mock_review(&id, "review.json", body.file.as_bytes())).await
}
