use crate::answer::blocking;
use crate::refusal::{ErrorView, Refusal};
use crate::routes::resume::{Wanted, download};
use crate::sent::Query;
use crate::state::Shared;
use axum::extract::State;
use axum::response::Response;
use footbridge_app::ResumeOf;

/// The résumé as plain text.
#[utoipa::path(
    get,
    path = "/api/resume/text",
    tag = "resume",
    params(("variant" = Option<String>, Query, description = "Id of a variant; without it the whole résumé")),
    responses(
        (status = 200, description = "The résumé", body = String, content_type = "text/plain"),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no résumé, or no such variant", body = ErrorView)
    )
)]
pub(super) async fn resume_text(State(state): State<Shared>, Query(wanted): Query<Wanted>) -> Result<Response, Refusal> {
    let file = blocking(&state, move |app| app.resume_text_file(&ResumeOf::Own { variant: &wanted.variant })).await?;
    Ok(download("text/plain; charset=utf-8", file))
}
