use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::GuidePageView;

/// One page of the Guide.
#[utoipa::path(
    get,
    path = "/api/guide/{page}",
    tag = "guide",
    params(("page" = String, Path, description = "Id of the page")),
    responses(
        (status = 200, description = "The page", body = GuidePageView),
        (status = 404, description = "There is no such page", body = ErrorView)
    )
)]
pub(super) async fn guide_page(State(state): State<Shared>, Id(page): Id) -> Answer<GuidePageView> {
    answer(&state, move |app| app.guide_page(&page)).await
}
