//! The workspace: lessons and exercises.

mod catalogue;
mod check;
mod hint;
mod post;
mod run;
mod save;
mod show;
mod solution;
mod start;

use crate::state::Shared;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(catalogue::catalogue))
        .routes(routes!(show::show))
        .routes(routes!(start::start))
        .routes(routes!(save::save))
        .routes(routes!(run::run))
        .routes(routes!(check::check))
        .routes(routes!(hint::hint))
        .routes(routes!(solution::solution))
        .routes(routes!(post::post))
}
