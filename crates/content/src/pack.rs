use crate::{Bank, BankKind, BankPromise, BankQuestion, Dataset, Differs, Exercise, Page, Path, Prompt, Skill, Track};
use footbridge_verdict::ExerciseId;
use serde::Deserialize;
use toml::Spanned;

/// A pack, typed.
#[derive(Debug, Clone)]
pub struct Pack {
    /// What it is.
    pub head: PackHead,
    /// The skill graph.
    pub skills: Vec<Skill>,
    /// The order of the work.
    pub path: Path,
    /// Tracks, in order.
    pub tracks: Vec<Track>,
    /// Lessons and exercises, by id.
    pub exercises: Vec<Exercise>,
    /// Data sets.
    pub datasets: Vec<Dataset>,
    /// Banks of interview questions, in the order of their kinds.
    pub banks: Vec<Bank>,
    /// Pages of the Guide, in order.
    pub pages: Vec<Page>,
    /// Prompts.
    pub prompts: Vec<Prompt>,
}

/// `pack.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackHead {
    /// Version of the format.
    pub format: Spanned<u32>,
    /// Id of the pack.
    pub id: ExerciseId,
    /// Title.
    pub title: String,
    /// SPDX id of the texts.
    pub licence: String,
    /// Tracks, in order.
    pub tracks: Vec<Spanned<ExerciseId>>,
    /// What it says of its banks, and is held to.
    #[serde(default, rename = "bank")]
    pub banks: Vec<BankPromise>,
    /// Questions that are near one another in their words and differ in what they ask.
    #[serde(default, rename = "differs")]
    pub differing: Vec<Differs>,
}

impl Pack {
    /// A lesson or exercise by id.
    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        let at = self.exercises.binary_search_by(|exercise| exercise.id.as_str().cmp(id)).ok()?;
        self.exercises.get(at)
    }

    /// A track by id.
    pub fn track(&self, id: &str) -> Option<&Track> {
        self.tracks.iter().find(|track| track.id.as_ref().as_str() == id)
    }

    /// A skill by id.
    pub fn skill(&self, id: &str) -> Option<&Skill> {
        self.skills.iter().find(|skill| skill.id.as_ref().as_str() == id)
    }

    /// A bank by its kind.
    pub fn bank(&self, kind: BankKind) -> Option<&Bank> {
        self.banks.iter().find(|bank| bank.kind == kind)
    }

    /// An interview question by id.
    pub fn question(&self, id: &str) -> Option<&BankQuestion> {
        self.banks.iter().flat_map(|bank| &bank.questions).find(|question| question.id.as_str() == id)
    }

    /// A data set by id.
    pub fn dataset(&self, id: &str) -> Option<&Dataset> {
        self.datasets.iter().find(|dataset| dataset.id == id)
    }
}
