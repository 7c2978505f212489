//! What a language model is asked for, and what its reply must be before anything of it is kept.
//!
//! [`read`] takes a reply in Markdown, in the shape that the master prompts ask for, or as JSON. It gives back a [`Reply`] that has exactly
//! the right parts, or everything that is wrong with it. [`Asked::schema`] says the same shape as JSON Schema. [`Reply::to_file`] writes a
//! reply out again, marked as unreviewed: nothing here says whether what a model wrote is true, and no verdict ever rests on it.
//!
//! This crate knows no network, no learner and no clock.

mod file;
mod json;
mod markdown;
mod parts;
mod reply;
mod schema;

pub use file::company_of;
pub use parts::{CRITERIA, read};
pub use reply::{Asked, Evaluation, Interview, Question, QuestionKind, Reply, Score, Tool, Week};
