use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::{Id, Query};
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::view::BankQuestionView;
use serde::Deserialize;

/// One interview question; with what a strong answer holds once it was answered, or when that is asked for.
#[utoipa::path(
    get,
    path = "/api/bank/{id}",
    tag = "practice",
    params(
        ("id" = String, Path, description = "Id of the question"),
        ("open" = Option<bool>, Query, description = "Show what a strong answer holds before the question was answered")
    ),
    responses(
        (status = 200, description = "Done", body = BankQuestionView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such question", body = ErrorView)
    )
)]
pub(super) async fn bank_question(State(state): State<Shared>, Id(id): Id, Query(shown): Query<Shown>) -> Answer<BankQuestionView> {
    answer(&state, move |app| app.bank_question(&id, shown.open.unwrap_or(false))).await
}

#[derive(Deserialize)]
pub(super) struct Shown {
    open: Option<bool>,
}
