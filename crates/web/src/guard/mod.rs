//! What every request passes, in this order, before it reaches a page, a file or a use case.
//!
//! 1. [`headers`] puts the security headers on whatever comes back, refusals included.
//! 2. [`host`] answers only to this server's own names, so that a name rebound to 127.0.0.1 gets nothing.
//! 3. The CSRF layer refuses requests that another site, or another port, made a browser send.
//! 4. [`body`] takes JSON of at most 1 MB, and where files are taken in, bytes of at most 20 MB.
//! 5. [`session`] wants the token of this start.
//! 6. [`time`] gives up after 120 seconds.

pub(crate) mod body;
pub(crate) mod headers;
mod host;
mod session;
mod time;

use crate::refusal::{ErrorCode, Refusal};
use crate::state::Shared;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower::ServiceBuilder;
use tower_http::csrf::{CsrfLayer, ProtectionError};

/// Puts the guards before all routes and the fallback.
pub(crate) fn guarded(router: Router, state: &Shared) -> Router {
    router.layer(
        ServiceBuilder::new()
            .layer(from_fn(headers::guard))
            .layer(from_fn_with_state(Shared::clone(state), host::guard))
            .layer(CsrfLayer::new().with_rejection_response(cross_site))
            .layer(from_fn(body::guard))
            .layer(from_fn_with_state(Shared::clone(state), session::guard))
            .layer(from_fn(time::guard)),
    )
}

fn cross_site(_error: ProtectionError) -> Response {
    let help = "Use the window that Footbridge opened, or send the request from a script.";
    Refusal::new(ErrorCode::CrossSite, "This request came from another site, so it was not carried out.", help).into_response()
}
