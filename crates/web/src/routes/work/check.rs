use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{AnswerBody, VerdictView};

/// Saves an answer, then checks it.
#[utoipa::path(
    post,
    path = "/api/work/{id}/check",
    tag = "work",
    params(("id" = String, Path, description = "Id of the lesson or exercise")),
    request_body(content = AnswerBody, description = "The whole file, and the hash it had when it was read"),
    responses(
        (status = 200, description = "The verdict", body = VerdictView),
        (status = 404, description = "There is no such lesson or exercise", body = ErrorView),
        (status = 409, description = "The file changed since it was read", body = ErrorView)
    )
)]
pub(super) async fn check(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<AnswerBody>) -> Answer<VerdictView> {
    answer(&state, move |app| app.check_answer(&id, &body)).await
}
