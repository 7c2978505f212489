use crate::refusal::Refusal;
use crate::secret::Secret;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// The word that allows one response's own inline styles.
#[derive(Debug, Clone)]
pub(crate) struct Nonce(Secret);

impl Nonce {
    pub(crate) fn fresh() -> Result<Self, getrandom::Error> {
        Secret::fresh().map(Self)
    }

    pub(crate) fn as_str(&self) -> &str {
        self.0.reveal()
    }
}

/// Headers that are the same on every response. The microphone is for the screen Mock, whose recordings stay in the browser.
const ALWAYS: [(HeaderName, &str); 5] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), display-capture=(), geolocation=(), microphone=(self), payment=(), serial=(), usb=()",
    ),
];

pub(super) async fn guard(mut request: Request, next: Next) -> Response {
    let (mut response, nonce) = match Nonce::fresh() {
        Ok(nonce) => {
            request.extensions_mut().insert(nonce.clone());
            (next.run(request).await, Some(nonce))
        }
        Err(error) => (Refusal::ours(&error).into_response(), None),
    };
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.entry(CONTENT_SECURITY_POLICY).or_insert_with(|| policy(nonce.as_ref()));
    response
}

/// Everything from this server only, inline styles only with the response's own word, and no framing by anybody.
fn policy(nonce: Option<&Nonce>) -> HeaderValue {
    let styles = nonce.map_or_else(String::new, |nonce| format!(" 'nonce-{}'", nonce.as_str()));
    let policy = format!(
        "default-src 'self'; style-src 'self'{styles}; img-src 'self' data:; font-src 'self'; media-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; \
         object-src 'none'; form-action 'self'"
    );
    HeaderValue::try_from(policy).expect("a nonce is hexadecimal and the rest is ASCII")
}
