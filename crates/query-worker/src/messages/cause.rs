//! The error at the bottom of the engine's wrapping.

use datafusion::arrow::error::ArrowError;
use datafusion::common::{Diagnostic as EngineDiagnostic, Span};
use datafusion::error::DataFusionError;

/// The root of an error and what the engine attached to it on the way.
pub(crate) struct Cause<'a> {
    pub(crate) root: &'a DataFusionError,
    pub(crate) attached: Option<&'a EngineDiagnostic>,
}

impl<'a> Cause<'a> {
    /// Unwraps context, sharing and collections; of several errors, the first.
    pub(crate) fn of(error: &'a DataFusionError) -> Self {
        let mut cause = Self { root: error, attached: None };
        loop {
            cause.root = match cause.root {
                DataFusionError::Context(_, inner) => inner,
                DataFusionError::Shared(inner) => inner,
                DataFusionError::Diagnostic(attached, inner) => {
                    cause.attached = cause.attached.or(Some(attached));
                    inner
                }
                DataFusionError::Collection(errors) if !errors.is_empty() => &errors[0],
                DataFusionError::External(inner) => match inner.downcast_ref() {
                    Some(inner) => inner,
                    None => return cause,
                },
                DataFusionError::ArrowError(inner, _) => match inner.as_ref() {
                    ArrowError::ExternalError(inner) => match inner.downcast_ref() {
                        Some(inner) => inner,
                        None => return cause,
                    },
                    _ => return cause,
                },
                _ => return cause,
            };
        }
    }

    /// The place the engine attached.
    pub(crate) fn span(&self) -> Option<Span> {
        self.attached.and_then(|attached| attached.span)
    }

    /// What the engine said, for the families that have no type of their own. Never shown.
    pub(crate) fn text(&self) -> String {
        self.root.strip_backtrace()
    }

    /// The error of the column arithmetic, when it is one.
    pub(crate) fn arrow(&self) -> Option<&'a ArrowError> {
        match self.root {
            DataFusionError::ArrowError(inner, _) => Some(inner),
            _ => None,
        }
    }
}
