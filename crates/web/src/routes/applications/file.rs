use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Query, SentFile};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::KeptFileView;
use serde::Deserialize;

/// What the name of the file ends in; a whole name in an address could tell a company.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Named {
    ending: String,
}

/// Keeps a file that was sent, by the hash of its bytes.
#[utoipa::path(
    post,
    path = "/api/applications/file",
    tag = "jobs",
    params(("ending" = Option<String>, Query, description = "What its name ends in, such as `md`; without it what its text looks like")),
    request_body(content = [u8], content_type = "application/octet-stream", description = "The file: PDF, DOCX, ODT, or text, Markdown, HTML or JSON; 20 MB at most"),
    responses(
        (status = 200, description = "Done", body = KeptFileView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 413, description = "The file is larger than 20 MB", body = ErrorView),
        (status = 415, description = "The body is not `application/octet-stream`", body = ErrorView)
    )
)]
pub(super) async fn keep_sent(State(state): State<Shared>, Query(named): Query<Named>, SentFile(bytes): SentFile) -> Answer<KeptFileView> {
    answer(&state, move |app| app.keep_sent(&bytes, &format!(".{}", named.ending))).await
}
