use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::VerifyView;

/// Judges every pass again on its kept answer.
#[utoipa::path(
    post,
    path = "/api/evidence/verify",
    tag = "evidence",
    responses(
        (status = 200, description = "What holds and what does not", body = VerifyView),
        (status = 400, description = "There is no profile yet", body = ErrorView)
    )
)]
pub(super) async fn verify(State(state): State<Shared>) -> Answer<VerifyView> {
    answer(&state, |app| app.verify(None)).await
}
