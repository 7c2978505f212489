use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{IdAndNumber, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{MockAnswerBody, MockView};

/// Keeps an answer to one question.
#[utoipa::path(
    post,
    path = "/api/mocks/{id}/questions/{number}/answer",
    tag = "mocks",
    params(("id" = String, Path, description = "Id of the interview"), ("number" = u32, Path, description = "Number of the question, from 1")),
    request_body(content = MockAnswerBody, description = "What was said"),
    responses(
        (status = 200, description = "Done", body = MockView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such interview or question", body = ErrorView)
    )
)]
pub(super) async fn answer_mock(
    State(state): State<Shared>,
    IdAndNumber(id, number): IdAndNumber,
    Sent(body): Sent<MockAnswerBody>,
) -> Answer<MockView> {
    answer(&state, move |app| app.answer_mock(&id, number, &body)).await
}
