use crate::answer::blocking;
use crate::refusal::{ErrorView, Refusal};
use crate::routes::resume::{Wanted, download};
use crate::sent::Query;
use crate::state::Shared;
use axum::extract::State;
use axum::response::Response;
use footbridge_app::ResumeOf;

/// The résumé as a PDF.
#[utoipa::path(
    get,
    path = "/api/resume/pdf",
    tag = "resume",
    params(("variant" = Option<String>, Query, description = "Id of a variant; without it the whole résumé"), ("theme" = Option<String>, Query, description = "`modern` (the default), `classic` or `compact`"), ("paper" = Option<String>, Query, description = "`a4` or `letter`; without it that of the learner's region")),
    responses(
        (status = 200, description = "The résumé", body = [u8], content_type = "application/pdf"),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no résumé, or no such variant", body = ErrorView)
    )
)]
pub(super) async fn resume_pdf(State(state): State<Shared>, Query(wanted): Query<Wanted>) -> Result<Response, Refusal> {
    let file = blocking(&state, move |app| app.resume_pdf(&ResumeOf::Own { variant: &wanted.variant }, &wanted.sheet())).await?;
    Ok(download("application/pdf", file))
}
