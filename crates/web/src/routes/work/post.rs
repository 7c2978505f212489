use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Query};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::PostView;
use serde::Deserialize;

/// A piece of writing as text for a place where it is read.
#[utoipa::path(
    get,
    path = "/api/work/{id}/post",
    tag = "work",
    params(
        ("id" = String, Path, description = "Id of an exercise of kind `write`"),
        ("to" = Option<String>, Query, description = "`linkedin` (the default), `medium`, `confluence` or `notion`")
    ),
    responses(
        (status = 200, description = "The text and whether it fits", body = PostView),
        (status = 400, description = "It is no writing, is private, or nothing is written yet", body = ErrorView),
        (status = 404, description = "There is no such exercise", body = ErrorView)
    )
)]
pub(super) async fn post(State(state): State<Shared>, Id(id): Id, Query(place): Query<Place>) -> Answer<PostView> {
    answer(&state, move |app| app.post(&id, place.to.as_deref().unwrap_or("linkedin"))).await
}

#[derive(Deserialize)]
pub(super) struct Place {
    to: Option<String>,
}
