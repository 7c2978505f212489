use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use std::sync::LazyLock;

static DOCUMENT: LazyLock<String> = LazyLock::new(crate::openapi);

/// This document.
#[utoipa::path(
    get,
    path = "/api/openapi.json",
    tag = "session",
    responses(
        (status = 200, description = "The OpenAPI document of this API", body = Object)
    )
)]
pub(super) async fn openapi() -> Response {
    ([(CONTENT_TYPE, "application/json")], DOCUMENT.as_str()).into_response()
}
