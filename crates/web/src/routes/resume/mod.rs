//! The résumé. An address names a variant by a hash of its name, so that the name is not read there.

mod begin;
mod begin_variant;
mod change;
mod change_variant;
mod import;
mod job;
mod json;
mod page;
mod pdf;
mod proof;
mod text;
mod view;

use crate::state::Shared;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use footbridge_app::{ResumeFile, ResumeSheet};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(view::resume, begin::begin_resume))
        .routes(routes!(import::import_resume))
        .routes(routes!(change::change_resume))
        .routes(routes!(begin_variant::begin_variant))
        .routes(routes!(change_variant::change_variant))
        .routes(routes!(proof::resume_proof))
        .routes(routes!(pdf::resume_pdf))
        .routes(routes!(page::resume_page))
        .routes(routes!(text::resume_text))
        .routes(routes!(json::resume_json))
        .routes(routes!(job::resume_job))
}

/// Which résumé, and how it is set. What is not said is the whole résumé in the usual look.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    variant: String,
    theme: String,
    paper: String,
}

impl Wanted {
    fn sheet(&self) -> ResumeSheet {
        ResumeSheet { theme: self.theme.clone(), paper: self.paper.clone() }
    }
}

/// Whether every field of a PDF came back from its readers; `/api/resume/proof` says which did not.
const PROOF: HeaderName = HeaderName::from_static("x-footbridge-proof");

/// A file to keep. Its name is letters, digits and hyphens, so that it needs no quoting.
fn download(kind: &'static str, file: ResumeFile) -> Response {
    let disposition = format!("attachment; filename=\"{}\"", file.name);
    let mut response = ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)], file.bytes).into_response();
    if let Some((passed, _)) = file.proof {
        response.headers_mut().insert(PROOF, HeaderValue::from_static(if passed { "passed" } else { "failed" }));
    }
    response
}
