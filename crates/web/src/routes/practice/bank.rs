use crate::answer::{Answer, answer};
use crate::refusal::ErrorView;
use crate::sent::Query;
use crate::state::Shared;
use axum::extract::State;
use footbridge_app::BankWish;
use footbridge_app::view::BankView;
use serde::Deserialize;

/// Interview questions, all of them or those that are wished for.
#[utoipa::path(
    get,
    path = "/api/bank",
    tag = "practice",
    params(
        ("kind" = Option<String>, Query, description = "Only one kind, for example `data`"),
        ("skill" = Option<String>, Query, description = "Only questions that ask for this skill, by its id"),
        ("company" = Option<String>, Query, description = "Only as this kind of company asks, for example `fintech`")
    ),
    responses(
        (status = 200, description = "Done", body = BankView),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such kind, skill or company", body = ErrorView)
    )
)]
pub(super) async fn bank(State(state): State<Shared>, Query(wish): Query<Wish>) -> Answer<BankView> {
    answer(&state, move |app| app.bank(&BankWish { kind: wish.kind, skill: wish.skill, company: wish.company })).await
}

#[derive(Deserialize)]
pub(super) struct Wish {
    kind: Option<String>,
    skill: Option<String>,
    company: Option<String>,
}
