use crate::answer::blocking;
use crate::refusal::{ErrorView, Refusal};
use crate::state::Shared;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// The cards as text that Anki imports.
#[utoipa::path(
    get,
    path = "/api/recall/export",
    tag = "practice",
    responses(
        (status = 200, description = "Cards with a guid each, in the text format of Anki", body = String, content_type = "text/plain"),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn export_cards(State(state): State<Shared>) -> Result<Response, Refusal> {
    let text = blocking(&state, |app| app.export_cards("Footbridge")).await?;
    let headers = [(CONTENT_TYPE, "text/plain; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=\"footbridge-cards.txt\"")];
    Ok((headers, text).into_response())
}
