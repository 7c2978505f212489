use crate::answer::blocking;
use crate::guard::headers::Nonce;
use crate::refusal::{ErrorView, Refusal};
use crate::routes::resume::Wanted;
use crate::sent::Query;
use crate::state::Shared;
use axum::extract::{Extension, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use footbridge_app::ResumeOf;

/// The résumé as a page, to be shown in a frame of this server and nowhere else.
#[utoipa::path(
    get,
    path = "/api/resume/page",
    tag = "resume",
    params(("variant" = Option<String>, Query, description = "Id of a variant; without it the whole résumé"), ("theme" = Option<String>, Query, description = "`modern` (the default), `classic` or `compact`")),
    responses(
        (status = 200, description = "The résumé", body = String, content_type = "text/html"),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no résumé, or no such variant", body = ErrorView)
    )
)]
pub(super) async fn resume_page(
    State(state): State<Shared>,
    Extension(nonce): Extension<Nonce>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Refusal> {
    let page = blocking(&state, move |app| app.resume_page(&ResumeOf::Own { variant: &wanted.variant }, &wanted.theme)).await?;
    let page = page.replacen("<style>", &format!("<style nonce=\"{}\">", nonce.as_str()), 1);
    let headers = [(CONTENT_TYPE, "text/html; charset=utf-8".to_owned()), (CONTENT_SECURITY_POLICY, policy(&nonce))];
    Ok((headers, page).into_response())
}

/// Its own style and nothing else: no scripts, no pictures, no way out. `sandbox` takes the page's origin away, whoever opens it.
fn policy(nonce: &Nonce) -> String {
    format!(
        "default-src 'none'; style-src 'nonce-{}'; frame-ancestors 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; sandbox",
        nonce.as_str()
    )
}
