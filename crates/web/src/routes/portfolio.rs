use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::PortfolioView;

/// Builds the portfolio, which is then served at `/portfolio/`.
#[utoipa::path(
    post,
    path = "/api/portfolio",
    tag = "evidence",
    responses(
        (status = 200, description = "What was written", body = PortfolioView),
        (status = 400, description = "There is no profile yet", body = ErrorView)
    )
)]
pub(super) async fn portfolio(State(state): State<Shared>) -> Answer<PortfolioView> {
    answer(&state, |app| app.build_portfolio()).await
}
