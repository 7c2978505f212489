use crate::guard::headers::Nonce;
use crate::page::{Page, page};
use crate::refusal::{ErrorCode, Refusal};
use crate::routes::is_api;
use crate::state::{ServerState, Shared};
use axum::extract::{Extension, Request, State};
use axum::http::header::{AUTHORIZATION, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

pub(super) async fn guard(State(state): State<Shared>, Extension(nonce): Extension<Nonce>, request: Request, next: Next) -> Response {
    let signed_in = carries_token(request.headers(), &state);
    if let Some(code) = launch_code(&request) {
        if state.keys.redeem(code) {
            return signed_in_at_clean_address(&state);
        }
        if signed_in {
            // Somebody reloaded the launch address: the code is spent, the session is good.
            return (StatusCode::SEE_OTHER, [(LOCATION, "/")]).into_response();
        }
    }
    if signed_in { next.run(request).await } else { refused(request.uri().path(), &nonce) }
}

/// The code in `/?code=…`.
fn launch_code(request: &Request) -> Option<&str> {
    if request.method() != Method::GET || request.uri().path() != "/" {
        return None;
    }
    request.uri().query()?.split('&').find_map(|pair| pair.strip_prefix("code="))
}

/// Swaps the code for the cookie, and gets the code out of the address bar and the history.
fn signed_in_at_clean_address(state: &ServerState) -> Response {
    let cookie = format!("{}={}; HttpOnly; SameSite=Strict; Path=/", state.cookie_name(), state.keys.token().reveal());
    (StatusCode::SEE_OTHER, [(LOCATION, "/"), (SET_COOKIE, cookie.as_str())]).into_response()
}

fn carries_token(headers: &HeaderMap, state: &ServerState) -> bool {
    bearer(headers).is_some_and(|token| state.keys.token().is(token))
        || cookies(headers, &state.cookie_name()).any(|token| state.keys.token().is(token))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn cookies<'a>(headers: &'a HeaderMap, name: &'a str) -> impl Iterator<Item = &'a str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(move |(key, _)| *key == name).map(|(_, value)| value)
}

fn refused(path: &str, nonce: &Nonce) -> Response {
    if is_api(path) {
        let help = "Open the address that the terminal printed at the last start. Scripts send `Authorization: Bearer <token>`.";
        return Refusal::new(ErrorCode::NoSession, "This request does not belong to this start of Footbridge.", help).into_response();
    }
    page(
        &Page {
            status: StatusCode::UNAUTHORIZED,
            title: "Open the link that the terminal shows",
            lines: &[
                "Footbridge lets in only the person who started it. The link in its terminal carries a code for that; each code works once.",
                "If you have just opened that link, continue to Footbridge. If the link is used up, stop Footbridge in its terminal with Ctrl+C \
                 and start it again.",
            ],
            link: Some(("/", "Continue to Footbridge")),
            command: None,
        },
        nonce,
    )
}
