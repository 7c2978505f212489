use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{DecisionBody, EvaluatedView};

/// Scores a matrix whose weights are locked by the facts of the Guide. Nothing of it is kept.
#[utoipa::path(
    post,
    path = "/api/tools/score",
    tag = "decide",
    request_body(content = DecisionBody, description = "The matrix as YAML"),
    responses(
        (status = 200, description = "The same with scores", body = EvaluatedView),
        (status = 400, description = "It does not wait for scores, or its weights are not locked", body = ErrorView)
    )
)]
pub(super) async fn score_tools(State(state): State<Shared>, Sent(body): Sent<DecisionBody>) -> Answer<EvaluatedView> {
    answer(&state, move |app| app.score_tools(&body.text, "decision.yaml")).await
}
