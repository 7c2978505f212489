use super::field::NAMES;
use footbridge_diagnostic::Diagnostic;
use footbridge_table::Profile;

/// A tool whose mapping is built in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Jira.
    Jira,
    /// Linear.
    Linear,
    /// Aha! Roadmaps.
    Aha,
}

impl Tool {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Jira, Self::Linear, Self::Aha];

    /// How bets become rows of the file that it imports.
    pub fn profile(self) -> Profile {
        let (file, text) = match self {
            Self::Jira => ("jira.toml", include_str!("../../profiles/jira.toml")),
            Self::Linear => ("linear.toml", include_str!("../../profiles/linear.toml")),
            Self::Aha => ("aha.toml", include_str!("../../profiles/aha.toml")),
        };
        read_profile(text, file).0.expect("the profiles of this crate are read in its tests")
    }
}

/// Reads a mapping of one's own from bets to columns. It comes back only when nothing is wrong with it.
pub fn read_profile(text: &str, file: &str) -> (Option<Profile>, Vec<Diagnostic>) {
    footbridge_table::read_profile(text, file, &NAMES)
}
