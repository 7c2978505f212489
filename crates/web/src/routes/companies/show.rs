use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::CompanyView;

/// One company: its card, and who is known there, weak paths too.
#[utoipa::path(
    get,
    path = "/api/companies/{id}",
    tag = "jobs",
    params(("id" = String, Path, description = "Id of the company")),
    responses(
        (status = 200, description = "Done", body = CompanyView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such company", body = ErrorView)
    )
)]
pub(super) async fn company(State(state): State<Shared>, Id(id): Id) -> Answer<CompanyView> {
    answer(&state, move |app| app.company(&id)).await
}
