use crate::refusal::{ErrorCode, Refusal};
use crate::state::Shared;
use axum::extract::{Request, State};
use axum::http::header::HOST;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Names under which a browser on this machine reaches the loopback address.
const NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

pub(super) async fn guard(State(state): State<Shared>, request: Request, next: Next) -> Response {
    if is_ours(&request, state.port) {
        return next.run(request).await;
    }
    let message = "This request names another server than Footbridge on this machine.";
    let help = format!("Open http://127.0.0.1:{} instead.", state.port);
    Refusal::new(ErrorCode::WrongHost, message, &help).into_response()
}

/// Exactly one `Host`, equal to one of our names with our port; and the same for an authority in the request line, which later layers prefer.
fn is_ours(request: &Request, port: u16) -> bool {
    let ours = |host: &[u8]| NAMES.iter().any(|name| format!("{name}:{port}").as_bytes() == host);
    let mut hosts = request.headers().get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    ours(host.as_bytes()) && request.uri().authority().is_none_or(|authority| ours(authority.as_str().as_bytes()))
}
