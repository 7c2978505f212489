//! One handler a file, each with the description that the OpenAPI document is made of.

mod analyse_events;
mod applications;
mod calendar;
mod companies;
mod decide;
mod decision_starter;
mod download_roadmap;
mod evidence;
mod guide;
mod guide_page;
mod job;
mod keep_decision;
mod keep_reply;
mod look_at_roadmap;
mod mocks;
mod onboarding;
mod open_files;
mod openapi;
mod path;
mod people;
mod portfolio;
mod portfolio_check;
mod portfolio_preview;
mod portfolio_settings;
mod practice;
mod profile;
mod prompt;
mod query_files;
mod reckon;
mod recognise_events;
mod resume;
mod sample;
mod session;
mod set_profile;
mod today;
mod tools;
mod verify;
mod work;

pub use sample::SampleView;

use crate::document::Document;
use crate::front::front;
use crate::guard::guarded;
use crate::guard::headers::Nonce;
use crate::portfolio_site;
use crate::refusal::{ErrorCode, Refusal};
use crate::state::Shared;
use axum::Router;
use axum::extract::Extension;
use axum::http::header::ALLOW;
use axum::http::{Method, Uri};
use axum::response::{IntoResponse, Response};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// What the API can be asked, not yet bound to a learner.
pub struct Routes(Router<Shared>);

impl Default for Routes {
    /// The descriptions of the routes take more memory than all else that starts with the server, and go again here.
    fn default() -> Self {
        Self(api().split_for_parts().0)
    }
}

impl Routes {
    /// Everything the server answers to, behind its guards.
    pub(crate) fn router(self, state: Shared) -> Router {
        let all = self.0.merge(portfolio_site::routes()).method_not_allowed_fallback(wrong_method).fallback(elsewhere);
        guarded(all.with_state(Shared::clone(&state)), &state)
    }
}

/// The routes below `/api`, with their descriptions.
pub(crate) fn api() -> OpenApiRouter<Shared> {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(session::session))
        .routes(routes!(onboarding::onboarding, set_profile::set_profile))
        .routes(routes!(reckon::reckon))
        .routes(routes!(profile::profile))
        .routes(routes!(sample::sample))
        .routes(routes!(openapi::openapi))
        .routes(routes!(today::today))
        .routes(routes!(path::path))
        .routes(routes!(calendar::calendar))
        .merge(work::routes())
        .merge(practice::routes())
        .merge(mocks::routes())
        .merge(people::routes())
        .merge(applications::routes())
        .merge(companies::routes())
        .routes(routes!(job::job))
        .routes(routes!(decide::decide))
        .routes(routes!(decision_starter::decision_starter))
        .routes(routes!(look_at_roadmap::look_at_roadmap))
        .routes(routes!(download_roadmap::download_roadmap))
        .routes(routes!(keep_decision::keep_decision))
        .merge(tools::routes())
        .merge(resume::routes())
        .routes(routes!(evidence::evidence))
        .routes(routes!(verify::verify))
        .routes(routes!(portfolio::portfolio))
        .routes(routes!(portfolio_check::portfolio_check))
        .routes(routes!(portfolio_preview::portfolio_preview))
        .routes(routes!(portfolio_settings::portfolio_settings, portfolio_settings::set_portfolio_settings))
        .routes(routes!(guide::guide))
        .routes(routes!(guide_page::guide_page))
        .routes(routes!(prompt::prompt))
        .routes(routes!(keep_reply::keep_reply))
        .routes(routes!(open_files::open_files))
        .routes(routes!(query_files::query_files))
        .routes(routes!(recognise_events::recognise_events))
        .routes(routes!(analyse_events::analyse_events))
}

/// Whether a path belongs to the API, where people are programs and refusals JSON.
pub(crate) fn is_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}

/// Whatever is no route of the API is a file or a screen of the front end.
async fn elsewhere(method: Method, uri: Uri, Extension(nonce): Extension<Nonce>) -> Response {
    if is_api(uri.path()) {
        let help = "/api/openapi.json lists every address there is.";
        return Refusal::new(ErrorCode::NotFound, "The API has no such address.", help).into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        return ([(ALLOW, "GET, HEAD")], wrong_method().await).into_response();
    }
    front(uri.path(), &nonce)
}

async fn wrong_method() -> Refusal {
    let help = "/api/openapi.json lists what each address can be asked.";
    Refusal::new(ErrorCode::WrongMethod, "This address cannot be asked with this method.", help)
}
