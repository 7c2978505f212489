use crate::answer::blocking;
use crate::refusal::{ErrorView, Refusal};
use crate::state::Shared;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// Follow-ups and conversations as a calendar file. It names people.
#[utoipa::path(
    get,
    path = "/api/people.ics",
    tag = "people",
    operation_id = "people_calendar",
    responses(
        (status = 200, description = "Days in iCalendar format", body = String, content_type = "text/calendar"),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn calendar(State(state): State<Shared>) -> Result<Response, Refusal> {
    let text = blocking(&state, |app| app.people_calendar()).await?;
    let headers = [(CONTENT_TYPE, "text/calendar; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=\"footbridge-people.ics\"")];
    Ok((headers, text).into_response())
}
