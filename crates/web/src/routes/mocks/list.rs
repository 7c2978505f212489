use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::MocksView;

/// All mock interviews.
#[utoipa::path(
    get,
    path = "/api/mocks",
    tag = "mocks",
    responses(
        (status = 200, description = "Done", body = MocksView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn mocks(State(state): State<Shared>) -> Answer<MocksView> {
    answer(&state, move |app| app.mocks()).await
}
