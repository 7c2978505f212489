use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Id;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::StarterView;

/// A decision to begin with.
#[utoipa::path(
    get,
    path = "/api/decide/{method}",
    tag = "decide",
    params(("method" = String, Path, description = "`rice`, `moscow` or `matrix`")),
    responses(
        (status = 200, description = "The text of a file", body = StarterView),
        (status = 404, description = "There is no such method", body = ErrorView)
    )
)]
pub(super) async fn decision_starter(State(state): State<Shared>, Id(method): Id) -> Answer<StarterView> {
    answer(&state, move |_| footbridge_app::decision_starter(&method)).await
}
