use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ResumeImportBody, ResumeView};

/// Takes a JSON Resume in as it is.
#[utoipa::path(
    post,
    path = "/api/resume/import",
    tag = "resume",
    request_body(content = ResumeImportBody, description = "The text of the file"),
    responses(
        (status = 200, description = "Taken in", body = ResumeView),
        (status = 400, description = "It cannot be read, or there is a résumé already", body = ErrorView)
    )
)]
pub(super) async fn import_resume(State(state): State<Shared>, Sent(body): Sent<ResumeImportBody>) -> Answer<ResumeView> {
    answer(&state, move |app| app.import_resume(&body.text, "the file")).await
}
