use crate::answer::{Answer, answer};
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{OpenFilesBody, OwnFilesView};

/// Opens the person's own CSV, JSONL or Parquet files as tables.
#[utoipa::path(
    post,
    path = "/api/files",
    tag = "files",
    request_body(content = OpenFilesBody, description = "Paths on this machine"),
    responses(
        (status = 200, description = "The tables, and what could not be read", body = OwnFilesView)
    )
)]
pub(super) async fn open_files(State(state): State<Shared>, Sent(body): Sent<OpenFilesBody>) -> Answer<OwnFilesView> {
    answer(&state, move |app| app.open_files(&body.paths)).await
}
