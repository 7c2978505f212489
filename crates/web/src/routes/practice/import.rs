use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::SentFile;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::CardsImportedView;

/// Takes cards in from Anki's text. A card that is there already is changed and keeps its history.
#[utoipa::path(
    post,
    path = "/api/recall/import",
    tag = "practice",
    request_body(content = [u8], content_type = "application/octet-stream", description = "The file, 10 MB at most"),
    responses(
        (status = 200, description = "Done", body = CardsImportedView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 413, description = "The file is larger than 20 MB", body = ErrorView),
        (status = 415, description = "The body is not `application/octet-stream`", body = ErrorView)
    )
)]
pub(super) async fn import_cards(State(state): State<Shared>, SentFile(bytes): SentFile) -> Answer<CardsImportedView> {
    answer(&state, move |app| app.import_cards(&bytes)).await
}
