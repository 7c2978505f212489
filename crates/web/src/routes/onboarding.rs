use crate::answer::{Answer, answer};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::OnboardingChoices;

/// What onboarding can be answered with.
#[utoipa::path(
    get,
    path = "/api/onboarding",
    tag = "session",
    responses(
        (status = 200, description = "The choices, and a profile to start from", body = OnboardingChoices)
    )
)]
pub(super) async fn onboarding(State(state): State<Shared>) -> Answer<OnboardingChoices> {
    answer(&state, |app| Ok(app.onboarding())).await
}
