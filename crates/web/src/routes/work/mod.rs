//! The workspace: lessons and exercises.

mod again;
mod catalogue;
mod check;
mod explain;
mod hint;
mod look;
mod post;
mod published;
mod review;
mod review_page;
mod run;
mod save;
mod scores;
mod show;
mod solution;
mod start;
mod take_back_published;

use crate::state::Shared;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(catalogue::catalogue))
        .routes(routes!(show::show))
        .routes(routes!(start::start))
        .routes(routes!(again::again))
        .routes(routes!(look::look))
        .routes(routes!(scores::scores))
        .routes(routes!(review_page::review_page))
        .routes(routes!(review::review))
        .routes(routes!(published::published))
        .routes(routes!(take_back_published::take_back_published))
        .routes(routes!(save::save))
        .routes(routes!(run::run))
        .routes(routes!(check::check))
        .routes(routes!(explain::explain))
        .routes(routes!(hint::hint))
        .routes(routes!(solution::solution))
        .routes(routes!(post::post))
}
