use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{PortfolioSettingsBody, PortfolioSettingsView};

/// What the owner says about themselves on the site.
#[utoipa::path(
    get,
    path = "/api/portfolio/settings",
    tag = "evidence",
    responses(
        (status = 200, description = "The words, and what can be chosen", body = PortfolioSettingsView),
        (status = 400, description = "There is no profile yet, or `portfolio.toml` cannot be read", body = ErrorView)
    )
)]
pub(super) async fn portfolio_settings(State(state): State<Shared>) -> Answer<PortfolioSettingsView> {
    answer(&state, |app| app.portfolio_words()).await
}

/// Writes what the owner says about themselves on the site.
#[utoipa::path(
    put,
    path = "/api/portfolio/settings",
    tag = "evidence",
    request_body(content = PortfolioSettingsBody, description = "The words, with the hash of the file as it was read"),
    responses(
        (status = 200, description = "Written", body = PortfolioSettingsView),
        (status = 400, description = "It says something that cannot be", body = ErrorView),
        (status = 409, description = "The file was changed since", body = ErrorView)
    )
)]
pub(super) async fn set_portfolio_settings(
    State(state): State<Shared>,
    Sent(body): Sent<PortfolioSettingsBody>,
) -> Answer<PortfolioSettingsView> {
    answer(&state, move |app| app.set_portfolio_words(&body)).await
}
