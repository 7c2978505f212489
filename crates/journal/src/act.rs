use footbridge_verdict::{AnswerHash, ExerciseId, HelpUsed, Outcome, Proof};
use jiff::civil::Date;

/// What happened, in the learner's words. The large ones are boxed: a journal holds mostly small acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The learner said who they are; it replaces what they said before.
    ProfileSet(Box<Profile>),
    /// Days without work were added or taken back.
    DaysOff(Box<DaysOff>),
    /// Work on an exercise began.
    Started {
        /// Which.
        exercise: ExerciseId,
    },
    /// A hint was opened.
    HintShown {
        /// Of which exercise.
        exercise: ExerciseId,
        /// Which hint, from 1.
        level: u8,
    },
    /// The solution was opened.
    SolutionShown {
        /// Of which exercise.
        exercise: ExerciseId,
    },
    /// An answer was checked.
    Checked(Box<Checked>),
}

impl Act {
    /// The exercise it is about, when it is about one.
    pub fn exercise(&self) -> Option<&ExerciseId> {
        match self {
            Self::ProfileSet(_) | Self::DaysOff(_) => None,
            Self::Started { exercise } | Self::HintShown { exercise, .. } | Self::SolutionShown { exercise } => Some(exercise),
            Self::Checked(checked) => Some(&checked.exercise),
        }
    }
}

/// Who the learner is and what they have time for. Names of choices are kept as they were given, so that a later list of choices does not
/// make an old journal unreadable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The biggest blocker, for example `technical`.
    pub blocker: String,
    /// The background, for example `customer-success`.
    pub background: String,
    /// The background in the learner's own words; may be empty.
    pub background_note: String,
    /// Minutes of work on each day of the week, Monday first.
    pub minutes_by_weekday: [u16; 7],
    /// The first day of the plan.
    pub start: Date,
    /// Where they look for work, for example `united-states`.
    pub region: String,
    /// Roles they aim for.
    pub targets: Vec<String>,
    /// The day they want to be ready, when they named one.
    pub target_date: Option<Date>,
}

/// A change of the days without work.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DaysOff {
    /// Days that are now off.
    pub added: Vec<Date>,
    /// Days that are no longer off. A day in both lists is off no more.
    pub removed: Vec<Date>,
}

/// One check of one answer: enough to show it, to prove it and to run it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Of which exercise.
    pub exercise: ExerciseId,
    /// The result.
    pub outcome: Outcome,
    /// What a pass of this check is worth.
    pub proof: Proof,
    /// The version of the check that gave the result.
    pub check_version: String,
    /// The hash of the whole answer; for an answer of one file, of that file.
    pub answer: AnswerHash,
    /// The files of the answer.
    pub files: Vec<AnswerFile>,
    /// The variant of the exercise, when it has any.
    pub variant: Option<String>,
    /// The seed the check ran with.
    pub seed: u64,
    /// Help used before it.
    pub help: HelpUsed,
    /// The verdict's sentence.
    pub summary: String,
    /// How long the learner says they worked on it, in minutes.
    pub minutes: Option<u16>,
}

/// One file of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFile {
    /// Its name in the exercise's folder.
    pub name: String,
    /// The hash of its bytes.
    pub hash: AnswerHash,
}
