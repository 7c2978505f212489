use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{CardAnswerBody, CardBackView};

/// The back of a card that was answered. Nothing is recorded.
#[utoipa::path(
    post,
    path = "/api/recall/cards/{id}/turn",
    tag = "practice",
    params(("id" = String, Path, description = "Id of the card; its `/` written `%2F`")),
    request_body(content = CardAnswerBody, description = "What a machine can check of the answer"),
    responses(
        (status = 200, description = "Done", body = CardBackView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such card", body = ErrorView)
    )
)]
pub(super) async fn turn_card(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<CardAnswerBody>) -> Answer<CardBackView> {
    answer(&state, move |app| app.turn_card(&id, &body.checked)).await
}
