use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{DecisionBody, KeptDecisionView};

/// Writes a decision into the learner's folder, beside those that are there.
#[utoipa::path(
    post,
    path = "/api/decide/keep",
    tag = "decide",
    request_body(content = DecisionBody, description = "The decision as YAML or as a table"),
    responses(
        (status = 200, description = "Where it is", body = KeptDecisionView),
        (status = 400, description = "It is no decision", body = ErrorView)
    )
)]
pub(super) async fn keep_decision(State(state): State<Shared>, Sent(body): Sent<DecisionBody>) -> Answer<KeptDecisionView> {
    answer(&state, move |app| app.keep_decision(&body.text)).await
}
