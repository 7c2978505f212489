//! When to bring back what.
//!
//! A [`Model`] of memory is FSRS-6 with one set of 21 parameters a person: what a log of recalls says of a card's stability and difficulty,
//! how likely it is to be recalled on a day, and when it is due. [`queue`] chooses the cards of one day under a cap of minutes, and
//! [`all_come_by`] says when what waits has come: after an absence the cap holds all the same. [`forecast`] says what recall will be like on a
//! day to come, [`refit`] fits the parameters to one person and takes them only when they predict better, and [`calibration`]
//! counts how often predictions came true. [`read_anki`] and [`write_anki`] exchange cards with Anki as text.
//!
//! All of it is functions of their inputs. This crate knows no storage, no clock and no learner.
//!
//! FSRS was measured on cards of facts. Nothing published shows how well it schedules answers that take minutes to say.

mod anki;
mod forecast;
mod grade;
mod model;
mod prediction;
mod queue;
mod refit;

pub use anki::{AnkiCard, BadLine, LARGEST_ANKI, Unreadable, read_anki, write_anki};
pub use forecast::{Until, all_come_by, forecast, rough_forecast};
pub use grade::Grade;
pub use model::{BadParameters, INTERVIEW_TARGET, Memory, Model, PUBLISHED_TARGET, Recalled};
pub use prediction::{Band, Prediction, calibration, predictions};
pub use queue::{Card, Queue, Request, queue};
pub use refit::{FEWEST_RECALLS, Refit, TooFew, refit};
