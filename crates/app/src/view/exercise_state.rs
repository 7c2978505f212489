use footbridge_content::Exercise;
use footbridge_verdict::Proof;
use serde::Serialize;
use utoipa::ToSchema;

/// Where an exercise, or a skill, stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExerciseState {
    /// Not begun, or back again this week.
    ToDo,
    /// Begun and not passed.
    InHand,
    /// Passed, and an engine judged the substance.
    Verified,
    /// Passed, and an engine judged the structure; whether it is good nobody judged.
    StructureVerified,
    /// Passed, and only the shape was looked at.
    SelfReported,
}

impl ExerciseState {
    /// What a pass can be, the strongest first.
    pub(crate) const OF_PASSES: [Self; 3] = [Self::Verified, Self::StructureVerified, Self::SelfReported];

    /// What a pass of such a proof makes of an exercise.
    pub(crate) fn of_pass(exercise: &Exercise, proof: Proof) -> Self {
        match proof {
            Proof::Verified if exercise.kind.is_piece() => Self::StructureVerified,
            Proof::Verified => Self::Verified,
            Proof::SelfReported => Self::SelfReported,
        }
    }

    /// Whether it was passed.
    pub fn is_done(self) -> bool {
        Self::OF_PASSES.contains(&self)
    }

    /// What stands behind something that is passed in this way, when an engine did not judge all of it: " (self-reported)".
    pub fn beside(self) -> String {
        if self == Self::Verified { String::new() } else { format!(" ({})", self.word()) }
    }

    /// As a person reads it.
    pub fn word(self) -> &'static str {
        match self {
            Self::ToDo => "to do",
            Self::InHand => "in hand",
            Self::Verified => "verified",
            Self::StructureVerified => "structure verified",
            Self::SelfReported => "self-reported",
        }
    }
}
