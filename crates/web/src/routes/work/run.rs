use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{RunBody, RunView};

/// Runs a query on the tables of an exercise without checking it.
#[utoipa::path(
    post,
    path = "/api/work/{id}/run",
    tag = "work",
    params(("id" = String, Path, description = "Id of the lesson or exercise")),
    request_body(content = RunBody, description = "The query"),
    responses(
        (status = 200, description = "Rows, or what was wrong", body = RunView),
        (status = 404, description = "There is no such lesson or exercise", body = ErrorView)
    )
)]
pub(super) async fn run(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<RunBody>) -> Answer<RunView> {
    answer(&state, move |app| app.run(&id, &body.text, body.full)).await
}
