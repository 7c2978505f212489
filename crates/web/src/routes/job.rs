use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{JobBody, JobView};

/// Reads a pasted job description beside the learner's evidence. Nothing of it is kept.
#[utoipa::path(
    post,
    path = "/api/job",
    tag = "jobs",
    request_body(content = JobBody, description = "The description, and the text of a résumé"),
    responses(
        (status = 200, description = "Done", body = JobView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn job(State(state): State<Shared>, Sent(body): Sent<JobBody>) -> Answer<JobView> {
    answer(&state, move |app| app.read_job(&body, "the description")).await
}
