use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::WorkView;

/// Begins a lesson or exercise: its answer's file is made from the starter.
#[utoipa::path(
    post,
    path = "/api/work/{id}/start",
    tag = "work",
    params(("id" = String, Path, description = "Id of the lesson or exercise")),
    responses(
        (status = 200, description = "The work", body = WorkView),
        (status = 400, description = "There is no profile yet", body = ErrorView),
        (status = 404, description = "There is no such lesson or exercise", body = ErrorView)
    )
)]
pub(super) async fn start(State(state): State<Shared>, Id(id): Id) -> Answer<WorkView> {
    answer(&state, move |app| app.start(&id)).await
}
