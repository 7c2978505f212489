use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ScoresBody, WorkView};

/// Records the author's own scores of a text.
#[utoipa::path(
    post,
    path = "/api/work/{id}/scores",
    tag = "work",
    params(("id" = String, Path, description = "Id of the exercise")),
    request_body(content = ScoresBody, description = "One level for each criterion"),
    responses(
        (status = 200, description = "Done", body = WorkView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such exercise", body = ErrorView)
    )
)]
pub(super) async fn scores(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<ScoresBody>) -> Answer<WorkView> {
    answer(&state, move |app| app.score_own(&id, &body)).await
}
