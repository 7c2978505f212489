//! Practice: the bank of interview questions, and what is to be recalled.

mod bank;
mod card;
mod export;
mod grade;
mod import;
mod interviews;
mod question;
mod readiness;
mod recall;
mod refit;
mod turn;

use crate::state::Shared;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(bank::bank))
        .routes(routes!(question::bank_question))
        .routes(routes!(recall::recall))
        .routes(routes!(readiness::readiness))
        .routes(routes!(interviews::interviews))
        .routes(routes!(refit::refit))
        .routes(routes!(export::export_cards))
        .routes(routes!(import::import_cards))
        .routes(routes!(card::card))
        .routes(routes!(turn::turn_card))
        .routes(routes!(grade::grade_card))
}
