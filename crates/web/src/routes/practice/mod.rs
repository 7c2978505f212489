//! Practice: the bank of interview questions, and what is to be recalled.

mod bank;
mod card;
mod grade;
mod question;
mod recall;
mod turn;

use crate::state::Shared;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(bank::bank))
        .routes(routes!(question::bank_question))
        .routes(routes!(recall::recall))
        .routes(routes!(card::card))
        .routes(routes!(turn::turn_card))
        .routes(routes!(grade::grade_card))
}
