//! One test for each way in that has been open elsewhere.

mod body;
mod origin;
mod output;
mod token;
mod ways;
