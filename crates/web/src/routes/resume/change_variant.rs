use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ChosenBody, ResumeView};

/// Says what a variant shows, in which order.
#[utoipa::path(
    put,
    path = "/api/resume/variants/{id}",
    tag = "resume",
    params(("id" = String, Path, description = "Id of the variant")),
    request_body(content = ChosenBody, description = "What it shows, with the hash of its file as it was read"),
    responses(
        (status = 200, description = "Kept", body = ResumeView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such variant", body = ErrorView),
        (status = 409, description = "The file was changed since", body = ErrorView)
    )
)]
pub(super) async fn change_variant(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<ChosenBody>) -> Answer<ResumeView> {
    answer(&state, move |app| app.change_variant(&id, &body)).await
}
