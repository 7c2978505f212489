use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::SolutionView;

/// Opens the solutions, and records that they were opened.
#[utoipa::path(
    post,
    path = "/api/work/{id}/solution",
    tag = "work",
    params(("id" = String, Path, description = "Id of the lesson or exercise")),
    responses(
        (status = 200, description = "The solutions", body = SolutionView),
        (status = 400, description = "There is no solution to show", body = ErrorView),
        (status = 404, description = "There is no such lesson or exercise", body = ErrorView)
    )
)]
pub(super) async fn solution(State(state): State<Shared>, Id(id): Id) -> Answer<SolutionView> {
    answer(&state, move |app| app.solution(&id)).await
}
