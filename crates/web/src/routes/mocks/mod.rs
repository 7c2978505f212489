//! Mock interviews.

mod answer_mock;
mod begin_mock;
mod list;
mod mock;
mod mock_page;
mod score_mock;
mod take_mock_review;

use crate::state::Shared;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(list::mocks, begin_mock::begin_mock))
        .routes(routes!(mock::mock))
        .routes(routes!(answer_mock::answer_mock))
        .routes(routes!(score_mock::score_mock))
        .routes(routes!(mock_page::mock_page))
        .routes(routes!(take_mock_review::take_mock_review))
}
