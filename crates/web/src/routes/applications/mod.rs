//! Applications: all of it private, none of it in an address.

mod add;
mod entry;
mod export;
mod file;
mod kept;
mod overview;
mod sent;
mod show;
mod take_back;

use crate::state::Shared;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(overview::applications, add::add_application))
        .routes(routes!(export::applications_csv))
        .routes(routes!(file::keep_sent))
        .routes(routes!(show::application))
        .routes(routes!(entry::add_to_application))
        .routes(routes!(sent::record_sent))
        .routes(routes!(kept::sent_file))
        .routes(routes!(take_back::take_back_entry))
}
