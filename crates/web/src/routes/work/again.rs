use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::WorkView;

/// Begins a passed exercise once more, with other numbers.
#[utoipa::path(
    post,
    path = "/api/work/{id}/again",
    tag = "work",
    params(("id" = String, Path, description = "Id of the exercise")),
    responses(
        (status = 200, description = "The work", body = WorkView),
        (status = 400, description = "It is not passed yet, or does not vary", body = ErrorView),
        (status = 404, description = "There is no such exercise", body = ErrorView)
    )
)]
pub(super) async fn again(State(state): State<Shared>, Id(id): Id) -> Answer<WorkView> {
    answer(&state, move |app| app.start_again(&id)).await
}
