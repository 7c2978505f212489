//! Asks a language model at an OpenAI-compatible address.
//!
//! [`Endpoint::new`] takes an address only when a key can be sent there safely: HTTPS, or this machine itself. [`Endpoint::ask`] sends one
//! conversation with the JSON schema that the answer must have, follows no redirect, and gives back the text of the answer or an [`AskError`]
//! in which the key never stands.
//!
//! This crate knows no prompt, no learner, no file and no environment. What a good answer is, is for others to say.

mod address;
mod answer;
mod ask;
mod error;
mod key;

pub use address::BadAddress;
pub use ask::{Endpoint, Limits, Message, Role, Schema};
pub use error::AskError;
pub use key::{BadKey, Key};
