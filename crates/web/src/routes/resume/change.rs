use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ResumeChangeBody, ResumeView};

/// Changes one place of the résumé.
#[utoipa::path(
    post,
    path = "/api/resume/change",
    tag = "resume",
    request_body(content = ResumeChangeBody, description = "The change, with the hash of the file as it was read"),
    responses(
        (status = 200, description = "Changed", body = ResumeView),
        (status = 400, description = "It would lose something, or leads nowhere", body = ErrorView),
        (status = 404, description = "There is no résumé", body = ErrorView),
        (status = 409, description = "The file was changed since", body = ErrorView)
    )
)]
pub(super) async fn change_resume(State(state): State<Shared>, Sent(body): Sent<ResumeChangeBody>) -> Answer<ResumeView> {
    answer(&state, move |app| app.change_resume(&body)).await
}
