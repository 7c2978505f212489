//! The local server: the JSON API that anybody may script, and the front end that is its first client.
//!
//! It listens on the loopback address only. Every request, static files included, passes the guards of the module `guard` in the
//! order written there. Use cases come from `footbridge-app`; the engines beneath it are not known here.

mod answer;
mod document;
mod front;
mod guard;
mod open;
mod page;
mod portfolio_site;
mod refusal;
mod routes;
mod secret;
mod sent;
mod server;
mod state;
mod token_file;

pub use document::openapi;
pub use refusal::{ErrorCode, ErrorView};
pub use routes::{Routes, SampleView};
pub use server::{Options, ServeError, Server, bind};
