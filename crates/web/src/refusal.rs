use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use footbridge_app::view::CauseView;
use footbridge_app::{App, Fault, Trouble};
use serde::Serialize;
use std::error::Error;
use utoipa::ToSchema;

/// Why a request did not get what it asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ErrorView {
    /// What could not be done, and why, in one sentence.
    pub message: String,
    /// What to do next.
    pub help: Option<String>,
    /// What kind of refusal it is, for programs.
    pub code: ErrorCode,
    /// What lies beneath it.
    pub cause: CauseView,
}

/// Kinds of refusals. Each has one HTTP status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// 404: it does not exist.
    NotFound,
    /// 400: not possible as asked.
    Asked,
    /// 409: the file changed since it was read.
    Changed,
    /// 503: the folder or the machine stands in the way.
    World,
    /// 500: a fault of Footbridge.
    Ours,
    /// 400: the body, or a part of the address, cannot be read.
    Unreadable,
    /// 401: no session, or one of an earlier start.
    NoSession,
    /// 403: the request came from another site.
    CrossSite,
    /// 405: the address exists, but not with this method.
    WrongMethod,
    /// 413: the body is larger than 1 MB.
    TooLarge,
    /// 415: the body is not `application/json`.
    NotJson,
    /// 421: the `Host` header does not name this server.
    WrongHost,
    /// 504: it took longer than 120 seconds.
    TooSlow,
}

impl ErrorCode {
    /// Its HTTP status.
    pub fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Asked | Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Changed => StatusCode::CONFLICT,
            Self::World => StatusCode::SERVICE_UNAVAILABLE,
            Self::Ours => StatusCode::INTERNAL_SERVER_ERROR,
            Self::NoSession => StatusCode::UNAUTHORIZED,
            Self::CrossSite => StatusCode::FORBIDDEN,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Self::TooSlow => StatusCode::GATEWAY_TIMEOUT,
        }
    }
}

/// An [`ErrorView`] on its way out.
#[derive(Debug)]
pub(crate) struct Refusal(pub(crate) ErrorView);

impl Refusal {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>, help: &str) -> Self {
        Self(ErrorView { message: message.into(), help: Some(help.to_owned()), code, cause: CauseView::default() })
    }

    /// With what the system said, and all of it on the terminal.
    pub(crate) fn because(mut self, error: &dyn Error) -> Self {
        tell_terminal(error);
        self.0.cause.system = error.source().map(ToString::to_string);
        self
    }

    /// A fault of ours: the terminal gets the whole story, the browser one sentence.
    pub(crate) fn ours(error: &dyn Error) -> Self {
        tell_terminal(error);
        Self::new(
            ErrorCode::Ours,
            "Footbridge failed while doing this. The fault is Footbridge's, not yours.",
            "The terminal that runs Footbridge shows more. Your files are plain files in your folder, whatever happens here.",
        )
    }

    /// A trouble in the words of the app, with what lies beneath it.
    pub(crate) fn of(trouble: Trouble, app: &App) -> Self {
        let code = match trouble.fault {
            Fault::NotFound => ErrorCode::NotFound,
            Fault::Asked => ErrorCode::Asked,
            Fault::Changed => ErrorCode::Changed,
            Fault::World => ErrorCode::World,
            Fault::Ours => ErrorCode::Ours,
        };
        if code == ErrorCode::Ours {
            tell_terminal(&trouble);
        }
        let cause = app.cause_of(&trouble);
        Self(ErrorView { message: trouble.message, help: trouble.help, code, cause })
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.0.code.status(), Json(self.0)).into_response()
    }
}

fn tell_terminal(error: &dyn Error) {
    let mut line = format!("footbridge: {error}");
    let mut beneath = error.source();
    while let Some(cause) = beneath {
        line.push_str(&format!(": {cause}"));
        beneath = cause.source();
    }
    eprintln!("{line}");
}
