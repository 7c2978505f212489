use crate::answer::{Answer, answer};
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{OwnQueryBody, RunView};

/// Runs a query on the person's own files.
#[utoipa::path(
    post,
    path = "/api/files/query",
    tag = "files",
    request_body(content = OwnQueryBody, description = "Paths on this machine, and the query"),
    responses(
        (status = 200, description = "Rows, or what was wrong", body = RunView)
    )
)]
pub(super) async fn query_files(State(state): State<Shared>, Sent(body): Sent<OwnQueryBody>) -> Answer<RunView> {
    answer(&state, move |app| app.query_files(&body.paths, &body.sql)).await
}
