use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Sent};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ContactView, PlanTouchBody};

/// Plans a touch, or calls the plan off.
#[utoipa::path(
    post,
    path = "/api/people/contacts/{id}/plan",
    tag = "people",
    operation_id = "plan_touch",
    params(("id" = String, Path, description = "Id of the contact")),
    request_body(content = PlanTouchBody, description = "The day and what it is to be about; no day calls the plan off"),
    responses(
        (status = 200, description = "Done", body = ContactView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such contact", body = ErrorView)
    )
)]
pub(super) async fn plan(State(state): State<Shared>, Id(id): Id, Sent(body): Sent<PlanTouchBody>) -> Answer<ContactView> {
    answer(&state, move |app| app.plan_touch(&id, &body)).await
}
