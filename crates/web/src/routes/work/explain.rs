use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ExplanationView, LookBody};

/// Looks for the smallest data on which a query goes wrong. Nothing is recorded.
#[utoipa::path(
    post,
    path = "/api/work/{id}/explain",
    tag = "work",
    params(("id" = String, Path, description = "Id of the exercise")),
    request_body(content = LookBody, description = "The query as it stands in the editor"),
    responses(
        (status = 200, description = "Done", body = ExplanationView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such exercise", body = ErrorView)
    )
)]
pub(super) async fn explain(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<LookBody>) -> Answer<ExplanationView> {
    answer(&state, move |app| app.explain_answer(&id, &body.text)).await
}
