use crate::answer::{Answer, answer};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::SessionView;

/// What the app is running on.
#[utoipa::path(
    get,
    path = "/api/session",
    tag = "session",
    responses(
        (status = 200, description = "What the app is running on", body = SessionView)
    )
)]
pub(super) async fn session(State(state): State<Shared>) -> Answer<SessionView> {
    answer(&state, {
        let development = state.development;
        move |app| app.session(development)
    })
    .await
}
