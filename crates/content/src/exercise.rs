use crate::Resource;
use footbridge_verdict::{ExerciseId, Proof};
use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

/// Kinds of work. A closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A lesson with its check questions.
    Lesson,
    /// A query over real data.
    Sql,
    /// Something to read, with questions.
    Read,
    /// Questions with options.
    Choice,
    /// Questions with numbers.
    Numeric,
    /// A piece of writing with a required structure.
    Write,
}

impl Kind {
    /// The word in files and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lesson => "lesson",
            Self::Sql => "sql",
            Self::Read => "read",
            Self::Choice => "choice",
            Self::Numeric => "numeric",
            Self::Write => "write",
        }
    }

    /// Name of the answer's file.
    pub fn answer_file(self) -> &'static str {
        match self {
            Self::Sql => "query.sql",
            Self::Write => "answer.md",
            Self::Lesson | Self::Read | Self::Choice | Self::Numeric => "answers.toml",
        }
    }

    /// Ending of the answer's file.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Sql => "sql",
            Self::Write => "md",
            Self::Lesson | Self::Read | Self::Choice | Self::Numeric => "toml",
        }
    }
}

/// A lesson or an exercise.
#[derive(Debug, Clone)]
pub struct Exercise {
    /// Permanent id.
    pub id: ExerciseId,
    /// Kind.
    pub kind: Kind,
    /// Track.
    pub track: ExerciseId,
    /// Title.
    pub title: String,
    /// Skills it teaches or proves.
    pub skills: Vec<ExerciseId>,
    /// Minutes it takes.
    pub minutes: u16,
    /// Lessons and exercises that come first.
    pub requires: Vec<ExerciseId>,
    /// What a pass is worth.
    pub proof: Proof,
    /// The answer lives under `private/`.
    pub private: bool,
    /// Comes back every week of its step.
    pub weekly: bool,
    /// The brief, or the lesson's text.
    pub brief: String,
    /// Hints in order of help.
    pub hints: Vec<crate::Section>,
    /// Why the solution is right.
    pub discussion: String,
    /// What the editor opens with.
    pub starter: String,
    /// Accepted answers worth showing.
    pub solutions: Vec<String>,
    /// Typical wrong answers.
    pub wrong: Vec<WrongAnswer>,
    /// Resources of a lesson.
    pub resources: Vec<Resource>,
    /// The kind's own tables.
    pub spec: Spec,
}

/// The text that holds the tables of one kind, for `grade` to type.
#[derive(Debug, Clone)]
pub struct Spec {
    /// File it stands in.
    pub file: String,
    /// The whole TOML.
    pub toml: String,
    /// Where the TOML begins in the file, in bytes.
    pub offset: usize,
}

/// A typical wrong answer.
#[derive(Debug, Clone)]
pub struct WrongAnswer {
    /// Name of the fault: the file's name without its ending.
    pub fault: String,
    /// The answer.
    pub text: String,
    /// The feedback that was read and accepted, when there is one.
    pub expected: Option<String>,
}

/// What a learner is told whose result equals that of a known fault.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownFault {
    /// Name of the fault.
    pub name: Spanned<String>,
    /// What their figures mean.
    pub says: String,
    /// What to do next.
    #[serde(default)]
    pub help: String,
}

/// The keys of `exercise.toml` that every kind shares.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExerciseToml {
    pub(crate) id: Spanned<ExerciseId>,
    pub(crate) kind: Spanned<Kind>,
    pub(crate) track: Spanned<ExerciseId>,
    pub(crate) title: String,
    pub(crate) skills: Vec<Spanned<ExerciseId>>,
    pub(crate) minutes: Spanned<u16>,
    #[serde(default)]
    pub(crate) requires: Vec<Spanned<ExerciseId>>,
    #[serde(default)]
    pub(crate) proof: Proof,
    #[serde(default)]
    pub(crate) private: bool,
    pub(crate) repeat: Option<Repeat>,
    #[serde(rename = "sql")]
    _sql: Option<IgnoredAny>,
    #[serde(rename = "fault")]
    _fault: Option<IgnoredAny>,
    #[serde(rename = "question")]
    _question: Option<IgnoredAny>,
    #[serde(rename = "write")]
    _write: Option<IgnoredAny>,
}

/// How often an item comes back.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Repeat {
    Weekly,
}

/// Front matter of a lesson.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LessonToml {
    pub(crate) id: Spanned<ExerciseId>,
    pub(crate) title: String,
    pub(crate) minutes: Spanned<u16>,
    pub(crate) skills: Vec<Spanned<ExerciseId>>,
    #[serde(default)]
    pub(crate) requires: Vec<Spanned<ExerciseId>>,
    #[serde(default, rename = "resource")]
    pub(crate) resources: Vec<Resource>,
    #[serde(rename = "question")]
    _question: Option<IgnoredAny>,
}
