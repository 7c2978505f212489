use crate::answer::blocking;
use crate::refusal::{ErrorView, Refusal};
use crate::state::Shared;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// All applications as a table. Cells that a spreadsheet would run begin with an apostrophe.
#[utoipa::path(
    get,
    path = "/api/applications.csv",
    tag = "jobs",
    responses(
        (status = 200, description = "The applications as CSV", body = String, content_type = "text/csv"),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn applications_csv(State(state): State<Shared>) -> Result<Response, Refusal> {
    let text = blocking(&state, |app| app.applications_csv()).await?;
    let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=\"applications.csv\"")];
    Ok((headers, text).into_response())
}
