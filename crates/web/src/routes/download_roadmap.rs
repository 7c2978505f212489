use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{RoadmapDownloadView, RoadmapWishBody};

/// A roadmap in another form, with a dry run of the tool's importer. Nothing of it is kept.
#[utoipa::path(
    post,
    path = "/api/roadmap/export",
    tag = "roadmap",
    request_body(content = RoadmapWishBody, description = "The roadmap, and the form"),
    responses(
        (status = 200, description = "Done", body = RoadmapDownloadView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView)
    )
)]
pub(super) async fn download_roadmap(State(state): State<Shared>, Sent(body): Sent<RoadmapWishBody>) -> Answer<RoadmapDownloadView> {
    answer(&state, move |_| footbridge_app::download_roadmap(&body.text, &body.to)).await
}
