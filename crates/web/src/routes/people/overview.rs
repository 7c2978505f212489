use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::PeopleView;

/// This week's five, who waits to hear from the learner, and who is known where.
#[utoipa::path(
    get,
    path = "/api/people",
    tag = "people",
    responses(
        (status = 200, description = "Done", body = PeopleView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn overview(State(state): State<Shared>) -> Answer<PeopleView> {
    answer(&state, |app| app.people(true)).await
}
