use crate::answer::{Answer, answer};
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::Wanted;
use footbridge_app::view::{AnalyticsView, EventQuestionBody};

/// Answers a question about the events in the person's own files with one query.
#[utoipa::path(
    post,
    path = "/api/files/analytics",
    tag = "files",
    request_body(content = EventQuestionBody, description = "Paths on this machine, columns named by hand, and the question"),
    responses(
        (status = 200, description = "The query, its rows and its chart, or what was wrong", body = AnalyticsView)
    )
)]
pub(super) async fn analyse_events(State(state): State<Shared>, Sent(body): Sent<EventQuestionBody>) -> Answer<AnalyticsView> {
    answer(&state, move |app| app.analyse(&(&body.files).into(), &Wanted::of(&body.question, &body.files.columns), true)).await
}
