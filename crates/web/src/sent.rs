use crate::guard::body::{LARGEST_BODY, LARGEST_FILE, file_too_large, too_large};
use crate::refusal::{ErrorCode, Refusal};
use axum::body::to_bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use std::error::Error;

/// A JSON body.
pub(crate) struct Sent<T>(pub(crate) T);

impl<S, T> FromRequest<S> for Sent<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Refusal;

    async fn from_request(request: Request, _state: &S) -> Result<Self, Refusal> {
        let bytes = to_bytes(request.into_body(), LARGEST_BODY).await.map_err(|_| too_large())?;
        serde_json::from_slice(&bytes).map(Self).map_err(|error| unreadable("The body of this request", &error))
    }
}

/// What stands behind the `?` of an address.
pub(crate) struct Query<T>(pub(crate) T);

impl<S, T> FromRequestParts<S> for Query<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Refusal> {
        let read = axum::extract::Query::try_from_uri(&parts.uri);
        read.map(|axum::extract::Query(read)| Self(read)).map_err(|error| {
            // Its own words only repeat what is said around them.
            unreadable("What stands behind the ? of this address", error.source().unwrap_or(&error))
        })
    }
}

fn unreadable(what: &str, error: &dyn Error) -> Refusal {
    Refusal::new(ErrorCode::Unreadable, format!("{what} cannot be read: {error}."), "/api/openapi.json describes what each address takes.")
}

/// A file as it is.
pub(crate) struct SentFile(pub(crate) Vec<u8>);

impl<S: Send + Sync> FromRequest<S> for SentFile {
    type Rejection = Refusal;

    async fn from_request(request: Request, _state: &S) -> Result<Self, Refusal> {
        let bytes = to_bytes(request.into_body(), LARGEST_FILE).await.map_err(|_| file_too_large())?;
        Ok(Self(bytes.to_vec()))
    }
}

/// The one variable part of an address, decoded.
pub(crate) struct Id(pub(crate) String);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path(id) = Path::<String>::from_request_parts(parts, state).await.map_err(|_| not_text())?;
        Ok(Self(id))
    }
}

/// The two variable parts of an address, decoded: an id and a number.
pub(crate) struct IdAndNumber(pub(crate) String, pub(crate) u32);

impl<S: Send + Sync> FromRequestParts<S> for IdAndNumber {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path((id, number)) = Path::<(String, String)>::from_request_parts(parts, state).await.map_err(|_| not_text())?;
        let number = number.parse().map_err(|_| no_number(&number))?;
        Ok(Self(id, number))
    }
}

/// The two variable parts of an address, decoded: an id and a hash.
pub(crate) struct IdAndHash(pub(crate) String, pub(crate) String);

impl<S: Send + Sync> FromRequestParts<S> for IdAndHash {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path((id, hash)) = Path::<(String, String)>::from_request_parts(parts, state).await.map_err(|_| not_text())?;
        Ok(Self(id, hash))
    }
}

fn no_number(said: &str) -> Refusal {
    Refusal::new(
        ErrorCode::Unreadable,
        format!("“{said}” in this address is no number."),
        "/api/openapi.json describes what each address takes.",
    )
}

fn not_text() -> Refusal {
    Refusal::new(ErrorCode::Unreadable, "A part of this address is not text in UTF-8.", "Check the address for stray % signs.")
}
