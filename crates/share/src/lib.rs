//! A share of few, with what it can honestly say: Wilson's interval.
//!
//! `analytics` writes the same formula as SQL, because there the counts never leave the query.

mod interval;

pub use interval::{Interval, bounds, wilson};
