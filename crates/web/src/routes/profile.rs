use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::ProfileView;

/// Who the learner is.
#[utoipa::path(
    get,
    path = "/api/profile",
    tag = "session",
    responses(
        (status = 200, description = "The profile", body = ProfileView),
        (status = 400, description = "There is no profile yet", body = ErrorView)
    )
)]
pub(super) async fn profile(State(state): State<Shared>) -> Answer<ProfileView> {
    answer(&state, |app| app.profile()).await
}
