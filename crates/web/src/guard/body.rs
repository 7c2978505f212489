use crate::refusal::{ErrorCode, Refusal};
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Bytes a body may have. One that does not announce its length is cut off where it is read, in `Sent`.
pub(crate) const LARGEST_BODY: usize = 1_000_000;

/// Bytes a file may have that is taken in.
pub(crate) const LARGEST_FILE: usize = 20_000_000;

/// Where a file is taken in as it is. Its type is none that a form of another site can send either.
const FILES: [&str; 3] = ["/api/applications/file", "/api/people/import", "/api/recall/import"];

pub(super) async fn guard(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let announced = announced_length(headers);
    let has_body = headers.contains_key(TRANSFER_ENCODING) || announced.is_none_or(|length| length > 0);
    let takes_file = FILES.contains(&request.uri().path());
    if takes_file && has_body && !is_of(headers, "application/octet-stream") {
        let help = "Send the bytes of the file with the header `Content-Type: application/octet-stream`.";
        return Refusal::new(ErrorCode::NotJson, "The body of this request is not announced as a file.", help).into_response();
    }
    if has_body && !takes_file && !is_of(headers, "application/json") {
        let help = "Send JSON with the header `Content-Type: application/json`.";
        return Refusal::new(ErrorCode::NotJson, "The body of this request is not announced as JSON.", help).into_response();
    }
    let largest = if takes_file { LARGEST_FILE } else { LARGEST_BODY };
    if announced.is_none_or(|length| length > largest as u64) {
        return (if takes_file { file_too_large() } else { too_large() }).into_response();
    }
    next.run(request).await
}

/// The refusal of a body that is too large.
pub(crate) fn too_large() -> Refusal {
    Refusal::new(ErrorCode::TooLarge, "The body of this request is larger than 1 MB.", "Send less at once.")
}

/// The refusal of a file that is too large.
pub(crate) fn file_too_large() -> Refusal {
    Refusal::new(
        ErrorCode::TooLarge,
        "The file is larger than 20 MB.",
        "Choose a smaller file: of an export the list of contacts alone, without messages and pictures.",
    )
}

/// The announced length; 0 without the header, `None` when it is no number.
fn announced_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH).map_or(Some(0), |value| value.to_str().ok()?.parse().ok())
}

fn is_of(headers: &HeaderMap, kind: &str) -> bool {
    let sent = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = sent.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case(kind)
}
