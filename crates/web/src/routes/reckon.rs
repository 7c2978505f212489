use crate::answer::{Answer, answer};
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ProfileView, ReckoningView};

/// What the way takes at these hours. Nothing is kept.
#[utoipa::path(
    post,
    path = "/api/onboarding/reckon",
    tag = "session",
    request_body(content = ProfileView, description = "The answers so far"),
    responses(
        (status = 200, description = "The reckoning", body = ReckoningView)
    )
)]
pub(super) async fn reckon(State(state): State<Shared>, Sent(profile): Sent<ProfileView>) -> Answer<ReckoningView> {
    answer(&state, move |app| app.reckon(&profile)).await
}
