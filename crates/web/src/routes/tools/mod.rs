//! Tools side by side by the facts of the Guide.

mod choices;
mod evaluate;
mod score;

use crate::state::Shared;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new().routes(routes!(choices::tool_choices, evaluate::evaluate_tools)).routes(routes!(score::score_tools))
}
