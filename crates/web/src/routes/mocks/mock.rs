use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::MockView;

/// One mock interview.
#[utoipa::path(
    get,
    path = "/api/mocks/{id}",
    tag = "mocks",
    params(("id" = String, Path, description = "Id of the interview")),
    responses(
        (status = 200, description = "Done", body = MockView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such interview or question", body = ErrorView)
    )
)]
pub(super) async fn mock(State(state): State<Shared>, Id(id): Id) -> Answer<MockView> {
    answer(&state, move |app| app.mock(&id)).await
}
