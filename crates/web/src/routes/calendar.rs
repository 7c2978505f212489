use crate::answer::blocking;
use crate::refusal::{ErrorView, Refusal};
use crate::state::Shared;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// The plan as a calendar file.
#[utoipa::path(
    get,
    path = "/api/plan.ics",
    tag = "plan",
    responses(
        (status = 200, description = "The plan in iCalendar format", body = String, content_type = "text/calendar"),
        (status = 400, description = "There is no profile yet", body = ErrorView)
    )
)]
pub(super) async fn calendar(State(state): State<Shared>) -> Result<Response, Refusal> {
    let text = blocking(&state, |app| app.calendar()).await?;
    let headers = [(CONTENT_TYPE, "text/calendar; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=\"footbridge-plan.ics\"")];
    Ok((headers, text).into_response())
}
