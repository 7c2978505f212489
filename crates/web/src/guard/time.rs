use crate::refusal::{ErrorCode, Refusal};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::time::Duration;

/// The longest a request may take. Queries have their own, shorter limits.
const LONGEST: Duration = Duration::from_secs(120);

pub(super) async fn guard(request: Request, next: Next) -> Response {
    match tokio::time::timeout(LONGEST, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Refusal::new(
            ErrorCode::TooSlow,
            "This took longer than 120 seconds, so the answer was not waited for.",
            "Ask for less at once.",
        )
        .into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, guard};
    use axum::Router;
    use axum::body::Body;
    use axum::extract::Request;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use std::future::pending;
    use tokio::time::Instant;
    use tower::ServiceExt;

    /// The clock stands still and jumps to whatever is waited for.
    #[tokio::test(start_paused = true)]
    async fn what_never_ends_is_given_up() {
        let router = Router::new().route("/", get(pending::<()>)).layer(from_fn(guard));
        let begun = Instant::now();
        let response = router.oneshot(Request::new(Body::empty())).await.expect("a router does not fail");
        assert_eq!(response.status(), 504);
        assert!(begun.elapsed() >= LONGEST);
    }
}
