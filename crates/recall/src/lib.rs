//! When to bring back what.
//!
//! A [`Model`] of memory is FSRS-6 with one set of 21 parameters a person: what a log of recalls says of a card's stability and difficulty,
//! how likely it is to be recalled on a day, and when it is due. [`queue`] chooses the cards of one day under a cap of minutes, and
//! [`outlook`] says how what waits spreads over the days ahead: after an absence the cap holds all the same.
//!
//! All of it is functions of their inputs. This crate knows no storage, no clock and no learner.
//!
//! FSRS was measured on cards of facts. Nothing published shows how well it schedules answers that take minutes to say.

mod grade;
mod model;
mod queue;

pub use grade::Grade;
pub use model::{BadParameters, Memory, Model, PUBLISHED_TARGET, Recalled};
pub use queue::{Ahead, Card, Queue, Request, outlook, queue};
