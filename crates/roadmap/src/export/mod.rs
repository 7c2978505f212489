//! A roadmap in the formats of other tools. Each export says what it loses.

pub(crate) mod cell;
pub(crate) mod csv;
pub(crate) mod dry_run;
pub(crate) mod field;
pub(crate) mod markdown;
pub(crate) mod mermaid;
pub(crate) mod profile;
pub(crate) mod round_trip;
pub(crate) mod template;
pub(crate) mod yaml;
