//! A roadmap in the formats of other tools. Each export says what it loses.

pub(crate) mod csv;
pub(crate) mod dry_run;
pub(crate) mod field;
pub(crate) mod markdown;
pub(crate) mod mermaid;
pub(crate) mod own_csv;
pub(crate) mod tool;
pub(crate) mod yaml;

/// A roadmap in another form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The file.
    pub text: String,
    /// What of the roadmap is not in it, a sentence each.
    pub lost: Vec<String>,
}
