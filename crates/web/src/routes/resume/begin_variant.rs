use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Sent;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::{ResumeView, VariantBody};

/// Begins a variant of the résumé for one role. It shows everything until something is left out.
#[utoipa::path(
    post,
    path = "/api/resume/variants",
    tag = "resume",
    request_body(content = VariantBody, description = "Name and role"),
    responses(
        (status = 200, description = "Begun", body = ResumeView),
        (status = 400, description = "The name is none, or is taken", body = ErrorView),
        (status = 404, description = "There is no résumé", body = ErrorView)
    )
)]
pub(super) async fn begin_variant(State(state): State<Shared>, Sent(body): Sent<VariantBody>) -> Answer<ResumeView> {
    answer(&state, move |app| app.begin_variant(&body)).await
}
