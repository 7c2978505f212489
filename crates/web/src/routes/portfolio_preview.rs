use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::PortfolioPreviewView;

/// The pages of the portfolio as they would be built now; nothing is written. Each can be looked at below `/portfolio-preview/`.
#[utoipa::path(
    get,
    path = "/api/portfolio/preview",
    tag = "evidence",
    responses(
        (status = 200, description = "The pages, and what is broken on each", body = PortfolioPreviewView),
        (status = 400, description = "There is no profile yet, or `portfolio.toml` cannot be read", body = ErrorView)
    )
)]
pub(super) async fn portfolio_preview(State(state): State<Shared>) -> Answer<PortfolioPreviewView> {
    answer(&state, |app| app.preview_portfolio()).await
}
