use serde::Serialize;
use utoipa::ToSchema;

/// Where an exercise, or a skill, stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExerciseState {
    /// Not begun, or back again this week.
    ToDo,
    /// Begun and not passed.
    InHand,
    /// Passed, and an engine judged the substance.
    Verified,
    /// Passed, and only the shape was looked at.
    SelfReported,
}

impl ExerciseState {
    /// Whether it was passed.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Verified | Self::SelfReported)
    }

    /// As a person reads it.
    pub fn word(self) -> &'static str {
        match self {
            Self::ToDo => "to do",
            Self::InHand => "in hand",
            Self::Verified => "verified",
            Self::SelfReported => "self-reported",
        }
    }
}
