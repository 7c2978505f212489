use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{CompanyBody, CompanyView};

/// Keeps a company's card.
#[utoipa::path(
    post,
    path = "/api/companies",
    tag = "jobs",
    request_body(content = CompanyBody, description = "The card as it is to be, with the version that was read"),
    responses(
        (status = 200, description = "Done", body = CompanyView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 409, description = "The card was changed since it was read", body = ErrorView)
    )
)]
pub(super) async fn keep_company(State(state): State<Shared>, Sent(body): Sent<CompanyBody>) -> Answer<CompanyView> {
    answer(&state, move |app| app.keep_company(&body)).await
}
