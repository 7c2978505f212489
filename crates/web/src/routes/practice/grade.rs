use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{RecallBody, RecalledView};

/// Records how well a card was recalled.
#[utoipa::path(
    post,
    path = "/api/recall/cards/{id}/grade",
    tag = "practice",
    params(("id" = String, Path, description = "Id of the card; its `/` written `%2F`")),
    request_body(content = RecallBody, description = "The grade, and what a machine can check of the answer"),
    responses(
        (status = 200, description = "Done", body = RecalledView),
        (status = 400, description = "It cannot be graded like this, and why", body = ErrorView),
        (status = 404, description = "There is no such card", body = ErrorView)
    )
)]
pub(super) async fn grade_card(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<RecallBody>) -> Answer<RecalledView> {
    answer(&state, move |app| app.recalled(&id, &body)).await
}
