use crate::answer::{Answer, answer};
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{RoadmapBody, RoadmapView};

/// Checks and draws a roadmap. Nothing of it is kept.
#[utoipa::path(
    post,
    path = "/api/roadmap",
    tag = "roadmap",
    request_body(content = RoadmapBody, description = "The roadmap"),
    responses(
        (status = 200, description = "Done", body = RoadmapView)
    )
)]
pub(super) async fn look_at_roadmap(State(state): State<Shared>, Sent(body): Sent<RoadmapBody>) -> Answer<RoadmapView> {
    answer(&state, move |_| Ok(footbridge_app::look_at_roadmap(&body.text))).await
}
