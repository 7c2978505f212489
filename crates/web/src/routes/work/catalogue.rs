use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::CatalogueView;

/// All lessons and exercises.
#[utoipa::path(
    get,
    path = "/api/work",
    tag = "work",
    responses(
        (status = 200, description = "The catalogue", body = CatalogueView),
        (status = 400, description = "There is no profile yet", body = ErrorView)
    )
)]
pub(super) async fn catalogue(State(state): State<Shared>) -> Answer<CatalogueView> {
    answer(&state, |app| app.catalogue()).await
}
