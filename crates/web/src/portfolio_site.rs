use crate::answer::blocking;
use crate::front::content_type;
use crate::guard::headers::Nonce;
use crate::page::{Page, page};
use crate::refusal::Refusal;
use crate::sent::Id;
use crate::state::Shared;
use axum::Router;
use axum::extract::{Extension, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

/// The portfolio is the learner's writing: its pages may show themselves and do nothing.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; \
                      object-src 'none'; form-action 'none'";

/// As it would be built, in a frame of this server and nowhere else. `sandbox` takes scripts, forms and every way out away; the origin stays, so
/// that a page may load its own style.
const PREVIEW_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-ancestors 'self'; \
                              base-uri 'none'; object-src 'none'; form-action 'none'; sandbox allow-same-origin";

/// The built portfolio below `/portfolio/`, and the one that would be built below `/portfolio-preview/`.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/portfolio", get(async || Redirect::permanent("/portfolio/")))
        .route("/portfolio/", get(front_page))
        .route("/portfolio/{*path}", get(file))
        .route("/portfolio-preview/{*path}", get(previewed))
}

async fn front_page(state: State<Shared>, nonce: Extension<Nonce>) -> Result<Response, Refusal> {
    file(state, nonce, Id(String::new())).await
}

async fn file(State(state): State<Shared>, Extension(nonce): Extension<Nonce>, Id(path): Id) -> Result<Response, Refusal> {
    let Some(name) = file_name(&path) else { return Ok(missing(&nonce)) };
    let wanted = name.clone();
    let Some(bytes) = blocking(&state, move |app| Ok(app.site_file(&wanted))).await? else { return Ok(missing(&nonce)) };
    let headers =
        [(CONTENT_TYPE, content_type(&name)), (CACHE_CONTROL, "no-cache".to_owned()), (CONTENT_SECURITY_POLICY, POLICY.to_owned())];
    Ok((headers, bytes).into_response())
}

async fn previewed(State(state): State<Shared>, Extension(nonce): Extension<Nonce>, Id(path): Id) -> Result<Response, Refusal> {
    let Some(name) = file_name(&path) else { return Ok(missing(&nonce)) };
    let wanted = name.clone();
    let Some(bytes) = blocking(&state, move |app| app.preview_file(&wanted)).await? else { return Ok(missing(&nonce)) };
    let headers =
        [(CONTENT_TYPE, content_type(&name)), (CACHE_CONTROL, "no-cache".to_owned()), (CONTENT_SECURITY_POLICY, PREVIEW_POLICY.to_owned())];
    Ok((headers, bytes).into_response())
}

/// The file that a path below `/portfolio/` means. `None` for whatever is not a plain way downwards.
fn file_name(path: &str) -> Option<String> {
    let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let plain =
        |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':']) && !part.chars().any(char::is_control);
    name.split('/').all(plain).then_some(name)
}

fn missing(nonce: &Nonce) -> Response {
    let missing = Page {
        status: StatusCode::NOT_FOUND,
        title: "There is no such page in your portfolio",
        lines: &["It may not have been built yet. Build it on the Portfolio screen, or in the terminal:"],
        link: Some(("/publish", "Go to Portfolio")),
        command: Some("footbridge portfolio build"),
    };
    page(&missing, nonce)
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn only_ways_downwards_are_files() {
        assert_eq!(file_name(""), Some("index.html".to_owned()));
        assert_eq!(file_name("specs/"), Some("specs/index.html".to_owned()));
        assert_eq!(file_name("specs/a.html"), Some("specs/a.html".to_owned()));
        for path in ["..", "../footbridge.toml", "a/../../b", "/etc/passwd", "a//b", "..\\b", "C:/x", ".git/config", "a/.b", "a\0b", "."] {
            assert_eq!(file_name(path), None, "{path:?}");
        }
    }
}
