use crate::answer::{Answer, answer};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::GuideView;

/// The Guide's contents.
#[utoipa::path(
    get,
    path = "/api/guide",
    tag = "guide",
    responses(
        (status = 200, description = "The contents", body = GuideView)
    )
)]
pub(super) async fn guide(State(state): State<Shared>) -> Answer<GuideView> {
    answer(&state, |app| Ok(app.guide())).await
}
