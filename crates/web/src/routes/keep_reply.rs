use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{KeptReplyView, ReplyBody};

/// Keeps a model's reply to a master prompt, marked as unreviewed, when it has the shape that was asked for.
#[utoipa::path(
    post,
    path = "/api/prompts/{name}/reply",
    tag = "guide",
    params(("name" = String, Path, description = "`learning-plan`, `interview` or `tools`")),
    request_body(content = ReplyBody, description = "The reply as it came"),
    responses(
        (status = 200, description = "Where it is kept", body = KeptReplyView),
        (status = 400, description = "It has not the shape, and nothing was kept", body = ErrorView),
        (status = 404, description = "There is no such prompt", body = ErrorView)
    )
)]
pub(super) async fn keep_reply(State(state): State<Shared>, Id(name): Id, Sent(body): Sent<ReplyBody>) -> Answer<KeptReplyView> {
    answer(&state, move |app| app.keep_reply(&name, &body.text, "the reply", body.company.as_deref())).await
}
