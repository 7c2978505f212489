use crate::answer::{Answer, answer};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::ToolChoicesView;

/// The tools that the Guide has facts on, by their jobs, and the criteria.
#[utoipa::path(
    get,
    path = "/api/tools",
    tag = "decide",
    responses(
        (status = 200, description = "Tools and criteria", body = ToolChoicesView)
    )
)]
pub(super) async fn tool_choices(State(state): State<Shared>) -> Answer<ToolChoicesView> {
    answer(&state, |app| Ok(app.tool_choices())).await
}
