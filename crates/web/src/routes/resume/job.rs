use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::ResumeJobView;
use serde::Deserialize;
use utoipa::ToSchema;

/// Lays the résumé beside a job description. The description is kept nowhere.
#[utoipa::path(
    post,
    path = "/api/resume/job",
    tag = "resume",
    request_body(content = ResumeJobBody, description = "The description, and which variant"),
    responses(
        (status = 200, description = "What is asked for, and what of it the résumé names", body = ResumeJobView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no résumé, or no such variant", body = ErrorView)
    )
)]
pub(super) async fn resume_job(State(state): State<Shared>, Sent(body): Sent<ResumeJobBody>) -> Answer<ResumeJobView> {
    answer(&state, move |app| app.read_job_for_resume(&body.text, &body.variant)).await
}

/// A job description.
#[derive(Deserialize, ToSchema)]
pub(super) struct ResumeJobBody {
    /// Its text.
    text: String,
    /// Id of a variant; empty for the whole résumé.
    #[serde(default)]
    variant: String,
}
