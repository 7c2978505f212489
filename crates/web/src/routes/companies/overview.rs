use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::CompaniesView;

/// Companies aimed at, those with a card, and those the Guide names.
#[utoipa::path(
    get,
    path = "/api/companies",
    tag = "jobs",
    responses(
        (status = 200, description = "Done", body = CompaniesView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn companies(State(state): State<Shared>) -> Answer<CompaniesView> {
    answer(&state, |app| app.companies(false)).await
}
