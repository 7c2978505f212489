use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::SentFile;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::ImportedView;

/// Takes contacts in from a file: what LinkedIn exports (CSV or ZIP), or vCards.
#[utoipa::path(
    post,
    path = "/api/people/import",
    tag = "people",
    request_body(content = [u8], content_type = "application/octet-stream", description = "The file, 20 MB at most"),
    responses(
        (status = 200, description = "Done", body = ImportedView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 413, description = "The file is larger than 20 MB", body = ErrorView),
        (status = 415, description = "The body is not `application/octet-stream`", body = ErrorView)
    )
)]
pub(super) async fn import(State(state): State<Shared>, SentFile(bytes): SentFile) -> Answer<ImportedView> {
    answer(&state, move |app| app.import_contacts(&bytes, "the file")).await
}
