use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::ReviewPageView;

/// Writes the page that another person reads and scores the text on.
#[utoipa::path(
    post,
    path = "/api/work/{id}/review-page",
    tag = "work",
    params(("id" = String, Path, description = "Id of the exercise")),
    responses(
        (status = 200, description = "Done", body = ReviewPageView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such exercise", body = ErrorView)
    )
)]
pub(super) async fn review_page(State(state): State<Shared>, Id(id): Id) -> Answer<ReviewPageView> {
    answer(&state, move |app| app.review_page(&id)).await
}
