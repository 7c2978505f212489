use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::CardView;

/// One card, before it is answered.
#[utoipa::path(
    get,
    path = "/api/recall/cards/{id}",
    tag = "practice",
    params(("id" = String, Path, description = "Id of the card; its `/` written `%2F`")),
    responses(
        (status = 200, description = "Done", body = CardView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such card", body = ErrorView)
    )
)]
pub(super) async fn card(State(state): State<Shared>, Id(id): Id) -> Answer<CardView> {
    answer(&state, move |app| app.card(&id)).await
}
