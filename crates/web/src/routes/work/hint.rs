use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::HintView;

/// Opens the next hint, and records that it was opened.
#[utoipa::path(
    post,
    path = "/api/work/{id}/hint",
    tag = "work",
    params(("id" = String, Path, description = "Id of the lesson or exercise")),
    responses(
        (status = 200, description = "The hint", body = HintView),
        (status = 400, description = "No hint is left", body = ErrorView),
        (status = 404, description = "There is no such lesson or exercise", body = ErrorView)
    )
)]
pub(super) async fn hint(State(state): State<Shared>, Id(id): Id) -> Answer<HintView> {
    answer(&state, move |app| app.hint(&id)).await
}
