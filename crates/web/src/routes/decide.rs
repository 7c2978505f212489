use crate::answer::{Answer, answer};
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{DecisionBody, DecisionView};

/// Ranks the options of a decision and says what would change the order. Nothing of it is kept.
#[utoipa::path(
    post,
    path = "/api/decide",
    tag = "decide",
    request_body(content = DecisionBody, description = "The decision as YAML or as a table"),
    responses(
        (status = 200, description = "What follows from it, or why it cannot be read", body = DecisionView)
    )
)]
pub(super) async fn decide(State(state): State<Shared>, Sent(body): Sent<DecisionBody>) -> Answer<DecisionView> {
    answer(&state, move |app| Ok(app.decide(&body.text))).await
}
