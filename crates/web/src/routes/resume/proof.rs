use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::routes::resume::Wanted;
use crate::sent::Query;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::ResumeOf;
use footbridge_app::view::ResumeProofView;

/// What two readers find of the résumé in its PDF, field by field.
#[utoipa::path(
    get,
    path = "/api/resume/proof",
    tag = "resume",
    params(("variant" = Option<String>, Query, description = "Id of a variant; without it the whole résumé"), ("theme" = Option<String>, Query, description = "`modern` (the default), `classic` or `compact`"), ("paper" = Option<String>, Query, description = "`a4` or `letter`; without it that of the learner's region")),
    responses(
        (status = 200, description = "The proof, passed or not", body = ResumeProofView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no résumé, or no such variant", body = ErrorView)
    )
)]
pub(super) async fn resume_proof(State(state): State<Shared>, Query(wanted): Query<Wanted>) -> Answer<ResumeProofView> {
    answer(&state, move |app| app.prove_resume(&ResumeOf::Own { variant: &wanted.variant }, &wanted.sheet())).await
}
