use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::ResumeView;

/// Begins a résumé from the profile and the evidence.
#[utoipa::path(
    post,
    path = "/api/resume",
    tag = "resume",
    responses(
        (status = 200, description = "Begun", body = ResumeView),
        (status = 400, description = "There is one already", body = ErrorView)
    )
)]
pub(super) async fn begin_resume(State(state): State<Shared>) -> Answer<ResumeView> {
    answer(&state, |app| app.begin_resume()).await
}
