use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{EvaluatedView, EvaluationBody};

/// Tools side by side: with weights they are locked and every tool is scored. Nothing of it is kept.
#[utoipa::path(
    post,
    path = "/api/tools",
    tag = "decide",
    request_body(content = EvaluationBody, description = "Which tools, what for, and how much each criterion counts"),
    responses(
        (status = 200, description = "The text of a file", body = EvaluatedView),
        (status = 400, description = "They cannot be laid side by side", body = ErrorView),
        (status = 404, description = "There is no such job", body = ErrorView)
    )
)]
pub(super) async fn evaluate_tools(State(state): State<Shared>, Sent(body): Sent<EvaluationBody>) -> Answer<EvaluatedView> {
    answer(&state, move |app| app.evaluate_tools(&body)).await
}
