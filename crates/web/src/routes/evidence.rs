use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::EvidenceView;

/// What is proven so far.
#[utoipa::path(
    get,
    path = "/api/evidence",
    tag = "evidence",
    responses(
        (status = 200, description = "The evidence", body = EvidenceView),
        (status = 400, description = "There is no profile yet", body = ErrorView)
    )
)]
pub(super) async fn evidence(State(state): State<Shared>) -> Answer<EvidenceView> {
    answer(&state, |app| app.evidence()).await
}
