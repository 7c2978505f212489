use crate::answer::{Answer, answer};
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::Init;
use footbridge_app::view::{ProfileView, SessionView};

/// Makes the learner's folder with this profile, or changes the profile of one that exists.
#[utoipa::path(
    post,
    path = "/api/onboarding",
    tag = "session",
    request_body(content = ProfileView, description = "The answers of onboarding"),
    responses(
        (status = 200, description = "What the app is running on now", body = SessionView)
    )
)]
pub(super) async fn set_profile(State(state): State<Shared>, Sent(profile): Sent<ProfileView>) -> Answer<SessionView> {
    let development = state.development;
    answer(&state, move |app| {
        app.init(&Init { profile })?;
        app.session(development)
    })
    .await
}
