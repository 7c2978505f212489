use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::routes::resume::Wanted;
use crate::sent::Query;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::ResumeView;

/// The résumé: its texts, what backs its bullets, what could be better, its variants.
#[utoipa::path(
    get,
    path = "/api/resume",
    tag = "resume",
    params(("variant" = Option<String>, Query, description = "Id of a variant; without it the whole résumé")),
    responses(
        (status = 200, description = "The résumé, or that there is none", body = ResumeView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such variant", body = ErrorView)
    )
)]
pub(super) async fn resume(State(state): State<Shared>, Query(wanted): Query<Wanted>) -> Answer<ResumeView> {
    answer(&state, move |app| app.resume(&wanted.variant)).await
}
