use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{PromptBody, PromptView};

/// A master prompt, filled from the learner's own data and masked. No model is called.
#[utoipa::path(
    post,
    path = "/api/prompts/{name}",
    tag = "guide",
    params(("name" = String, Path, description = "`learning-plan`, `interview` or `tools`")),
    request_body(content = PromptBody, description = "What the person fills in"),
    responses(
        (status = 200, description = "The prompt", body = PromptView),
        (status = 404, description = "There is no such prompt", body = ErrorView)
    )
)]
pub(super) async fn prompt(State(state): State<Shared>, Id(name): Id, Sent(body): Sent<PromptBody>) -> Answer<PromptView> {
    answer(&state, move |app| app.prompt(&name, &body)).await
}
