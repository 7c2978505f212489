use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{MockView, MockWishBody};

/// Begins a mock interview.
#[utoipa::path(
    post,
    path = "/api/mocks",
    tag = "mocks",
    request_body(content = MockWishBody, description = "For a kind of companies, or of one kind"),
    responses(
        (status = 200, description = "Done", body = MockView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such interview or question", body = ErrorView)
    )
)]
pub(super) async fn begin_mock(State(state): State<Shared>, Sent(body): Sent<MockWishBody>) -> Answer<MockView> {
    answer(&state, move |app| app.begin_mock(&body)).await
}
