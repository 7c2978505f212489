use crate::answer::{Answer, answer};
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{EventFilesBody, EventsView};

/// Says which columns of the person's own files say who, when and what, and which events occur.
#[utoipa::path(
    post,
    path = "/api/files/events",
    tag = "files",
    request_body(content = EventFilesBody, description = "Paths on this machine, and columns named by hand"),
    responses(
        (status = 200, description = "The columns, the events, and what cannot be asked", body = EventsView)
    )
)]
pub(super) async fn recognise_events(State(state): State<Shared>, Sent(body): Sent<EventFilesBody>) -> Answer<EventsView> {
    answer(&state, move |app| app.recognise_events(&(&body).into(), &(&body.columns).into())).await
}
