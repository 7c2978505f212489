//! Companies aimed at: all of it private, none of it in an address.

mod keep;
mod overview;
mod show;

use crate::state::Shared;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new().routes(routes!(overview::companies, keep::keep_company)).routes(routes!(show::company))
}
