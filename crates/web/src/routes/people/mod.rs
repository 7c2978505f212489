//! People: all of it private, none of it in an address.

mod add;
mod cadence;
mod calendar;
mod change;
mod contact;
mod find;
mod gathering;
mod import;
mod overview;
mod plan;
mod step;
mod take_back;
mod take_back_step;
mod touch;

use crate::state::Shared;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(overview::overview))
        .routes(routes!(import::import))
        .routes(routes!(find::find))
        .routes(routes!(add::add))
        .routes(routes!(contact::contact, change::change))
        .routes(routes!(touch::touch))
        .routes(routes!(take_back::take_back))
        .routes(routes!(step::step))
        .routes(routes!(take_back_step::take_back_step))
        .routes(routes!(plan::plan))
        .routes(routes!(cadence::cadence))
        .routes(routes!(calendar::calendar))
        .routes(routes!(gathering::gathering))
}
