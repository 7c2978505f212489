use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::WorkView;

/// One lesson or exercise in the workspace.
#[utoipa::path(
    get,
    path = "/api/work/{id}",
    tag = "work",
    params(("id" = String, Path, description = "Id of the lesson or exercise")),
    responses(
        (status = 200, description = "The work", body = WorkView),
        (status = 400, description = "There is no profile yet", body = ErrorView),
        (status = 404, description = "There is no such lesson or exercise", body = ErrorView)
    )
)]
pub(super) async fn show(State(state): State<Shared>, Id(id): Id) -> Answer<WorkView> {
    answer(&state, move |app| app.work(&id)).await
}
