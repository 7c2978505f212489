use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{LookBody, LookView};

/// Looks an unfinished text over. Nothing is recorded.
#[utoipa::path(
    post,
    path = "/api/work/{id}/look",
    tag = "work",
    params(("id" = String, Path, description = "Id of the exercise")),
    request_body(content = LookBody, description = "The text as it stands in the editor"),
    responses(
        (status = 200, description = "Done", body = LookView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such exercise", body = ErrorView)
    )
)]
pub(super) async fn look(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<LookBody>) -> Answer<LookView> {
    answer(&state, move |app| app.look_over(&id, &body.text)).await
}
