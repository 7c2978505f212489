//! Decisions as a plain file, `decision.yaml` or a table: RICE, MoSCoW and weighted matrices.
//!
//! Every estimate may be a range, low – likely – high. [`read`] takes a file in with all findings about its shape; [`judge`] also says how
//! the options rank at the likely values, how often each is first when every estimate is drawn from its range, which single change of an
//! input would put another first, and what a careful reader would object to.
//!
//! This crate knows no learner, no exercise and no screen. Chance comes from the file's own seed: the same file gives the same answer.

mod analysis;
mod chance;
mod check;
mod decision;
mod dominance;
mod exchange;
mod fill;
mod flip;
mod lead;
mod moscow;
mod number;
mod rank;
mod read;
mod seal;
mod starter;
mod stated;
mod tried;
mod unfilled;
mod unknown;
mod write;

pub use analysis::{Analysis, Ranked, Report, Standing, judge};
pub use chance::{Chance, Share};
pub use decision::{
    Criterion, Decision, Estimate, Factor, Method, MoscowItem, Opt, Priority, Scored, Stated, StatedFigure, StatedFlip, Written,
};
pub use dominance::Dominated;
pub use exchange::{from_export, jira, read_profile, rehearsal, tool_table};
pub use fill::Given;
pub use flip::{Changed, Flip};
pub use footbridge_table::{DryRun, Profile};
pub use lead::Lead;
pub use moscow::{Capacity, Delivery};
pub use number::{Number, percent, spoken};
pub use read::{Unscored, is_table, read, read_unscored};
pub use seal::seal;
pub use starter::{MatrixOf, matrix, starter};
pub use tried::{Beats, Worth};
pub use unfilled::UNFILLED;
pub use unknown::Unknown;
pub use write::{NotTaken, from_table, table};
