use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::ReviewPageView;

/// Writes the page on which another person scores the answers.
#[utoipa::path(
    post,
    path = "/api/mocks/{id}/page",
    tag = "mocks",
    params(("id" = String, Path, description = "Id of the interview")),
    responses(
        (status = 200, description = "Done", body = ReviewPageView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such interview or question", body = ErrorView)
    )
)]
pub(super) async fn mock_page(State(state): State<Shared>, Id(id): Id) -> Answer<ReviewPageView> {
    answer(&state, move |app| app.mock_page(&id)).await
}
