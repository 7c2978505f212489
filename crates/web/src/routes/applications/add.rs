use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ApplicationView, NewApplicationBody};

/// Begins an application.
#[utoipa::path(
    post,
    path = "/api/applications",
    tag = "jobs",
    request_body(content = NewApplicationBody, description = "Company, role, and where it stands"),
    responses(
        (status = 200, description = "Done", body = ApplicationView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn add_application(State(state): State<Shared>, Sent(body): Sent<NewApplicationBody>) -> Answer<ApplicationView> {
    answer(&state, move |app| app.add_application(&body)).await
}
