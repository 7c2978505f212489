use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::PortfolioCheckView;

/// Looks the portfolio over as it would be built now; nothing is written.
#[utoipa::path(
    get,
    path = "/api/portfolio/check",
    tag = "evidence",
    responses(
        (status = 200, description = "What is broken and what is missing", body = PortfolioCheckView),
        (status = 400, description = "There is no profile yet, or `portfolio.toml` cannot be read", body = ErrorView)
    )
)]
pub(super) async fn portfolio_check(State(state): State<Shared>) -> Answer<PortfolioCheckView> {
    answer(&state, |app| app.check_portfolio()).await
}
