use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ApplicationView, SentBody};

/// Records exactly what was sent with an application.
#[utoipa::path(
    post,
    path = "/api/applications/{id}/sent",
    tag = "jobs",
    params(("id" = String, Path, description = "Id of the application")),
    request_body(content = SentBody, description = "The kept file, and the text of the letter"),
    responses(
        (status = 200, description = "Done", body = ApplicationView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such application", body = ErrorView)
    )
)]
pub(super) async fn record_sent(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<SentBody>) -> Answer<ApplicationView> {
    answer(&state, move |app| app.record_sent(&id, &body)).await
}
