use crate::refusal::{ErrorCode, Refusal};
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Bytes a body may have. One that does not announce its length is cut off where it is read, in `Sent`.
pub(crate) const LARGEST_BODY: usize = 1_000_000;

pub(super) async fn guard(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let announced = announced_length(headers);
    let has_body = headers.contains_key(TRANSFER_ENCODING) || announced.is_none_or(|length| length > 0);
    if has_body && !is_json(headers) {
        let help = "Send JSON with the header `Content-Type: application/json`.";
        return Refusal::new(ErrorCode::NotJson, "The body of this request is not announced as JSON.", help).into_response();
    }
    if announced.is_none_or(|length| length > LARGEST_BODY as u64) {
        return too_large().into_response();
    }
    next.run(request).await
}

/// The refusal of a body that is too large.
pub(crate) fn too_large() -> Refusal {
    Refusal::new(ErrorCode::TooLarge, "The body of this request is larger than 1 MB.", "Send less at once.")
}

/// The announced length; 0 without the header, `None` when it is no number.
fn announced_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH).map_or(Some(0), |value| value.to_str().ok()?.parse().ok())
}

fn is_json(headers: &HeaderMap) -> bool {
    let sent = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = sent.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}
