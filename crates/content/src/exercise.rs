use crate::parameters::{LapsToml, ParametersToml};
use crate::variants::Variants;
use crate::{Resource, Text};
use footbridge_verdict::{ExerciseId, Proof};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::borrow::Cow;
use std::ops::Range;
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
    /// A product roadmap.
    Roadmap,
    /// A decision among options, by RICE, MoSCoW or a weighted matrix.
    Decide,
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
            Self::Roadmap => "roadmap",
            Self::Decide => "decide",
        }
    }

    /// Whether its answer is computed: a result, or a number.
    pub fn is_computed(self) -> bool {
        matches!(self, Self::Sql | Self::Numeric)
    }

    /// Name of the answer's file.
    pub fn answer_file(self) -> &'static str {
        match self {
            Self::Sql => "query.sql",
            Self::Write => "answer.md",
            Self::Roadmap => "roadmap.yaml",
            Self::Decide => "decision.yaml",
            Self::Lesson | Self::Read | Self::Choice | Self::Numeric => "answers.toml",
        }
    }

    /// Ending of the answer's file.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Sql => "sql",
            Self::Write => "md",
            Self::Roadmap | Self::Decide => "yaml",
            Self::Lesson | Self::Read | Self::Choice | Self::Numeric => "toml",
        }
    }

    /// Whether it is a piece of writing, in Markdown or YAML: a check looks at its structure, and whether it is good only a reader can say.
    pub fn is_piece(self) -> bool {
        matches!(self, Self::Write | Self::Roadmap | Self::Decide)
    }

    /// Whether it asks questions, whose starter and solution follow from the questions themselves.
    pub fn asks_questions(self) -> bool {
        matches!(self, Self::Lesson | Self::Read | Self::Choice | Self::Numeric)
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
    /// Planned once, and offered anew every week.
    pub offered: bool,
    /// To practise with when one likes; no plan holds it.
    pub beside_plan: bool,
    /// The brief, or the lesson's text.
    pub brief: Text,
    /// Hints in order of help.
    pub hints: Vec<crate::Section>,
    /// Why the solution is right.
    pub discussion: Text,
    /// What the editor opens with.
    pub starter: Text,
    /// Accepted answers worth showing.
    pub solutions: Vec<Text>,
    /// Typical wrong answers.
    pub wrong: Vec<WrongAnswer>,
    /// The bytes of `hidden.json`: further data an SQL answer is judged on, for every variant.
    pub hidden: Option<Cow<'static, [u8]>>,
    /// `databases.toml`: hand-made data that `hidden` is built from, with this variant's values.
    pub databases: Option<Spec>,
    /// Resources of a lesson.
    pub resources: Vec<Resource>,
    /// The kind's own tables.
    pub spec: Spec,
    /// Which variant this is, from 0.
    pub variant: usize,
    /// How many variants there are; 1 when the exercise does not vary.
    pub variants_in_all: usize,
    /// Its variants. Only the exercise in the pack holds them, and only when it varies.
    pub variants: Variants,
}

impl Exercise {
    /// A variant, from 0; after the last comes the first again. An exercise that does not vary is its own only variant.
    pub fn variant(&self, number: usize) -> &Self {
        self.variants.after_first(number).unwrap_or(self)
    }

    /// The variants to be proven: itself, when it does not vary.
    pub fn each_variant(&self) -> impl Iterator<Item = &Self> {
        (0..self.variants.len().max(1)).map(|number| self.variant(number))
    }
}

/// The text that holds the tables of one kind, for `grade` to type.
#[derive(Debug, Clone)]
pub struct Spec {
    /// File it stands in.
    pub file: String,
    /// The whole TOML.
    pub toml: Cow<'static, str>,
    /// Where the TOML begins in the file, in bytes.
    pub offset: usize,
    /// Where a variant's values stand in the TOML instead of the names of parameters, in order.
    pub replaced: Vec<Replaced>,
}

/// One value in the TOML of a variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaced {
    /// Where it begins in the TOML, in bytes.
    pub at: usize,
    /// Its length.
    pub put: usize,
    /// The length of what is written in the file.
    pub written: usize,
}

impl Spec {
    /// The bytes of the file behind bytes of the TOML. A place inside a value is the place of its parameter.
    pub fn place(&self, span: Range<usize>) -> Range<usize> {
        self.in_file(span.start, false)..self.in_file(span.end, true)
    }

    fn in_file(&self, at: usize, is_end: bool) -> usize {
        let mut shifted = at;
        for value in self.replaced.iter().take_while(|value| value.at < at) {
            let inside = at - value.at;
            if inside < value.put || (inside == value.put && is_end) {
                return self.offset + (shifted - inside) + if is_end { value.written } else { 0 };
            }
            shifted = shifted + value.written - value.put;
        }
        self.offset + shifted
    }
}

/// A typical wrong answer.
#[derive(Debug, Clone)]
pub struct WrongAnswer {
    /// Name of the fault: the file's name without its ending.
    pub fault: String,
    /// The answer.
    pub text: Text,
    /// The feedback that was read and accepted, when there is one.
    pub expected: Option<Text>,
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
    #[serde(default)]
    pub(crate) beside_plan: bool,
    #[serde(default)]
    pub(crate) parameters: ParametersToml,
    pub(crate) laps: Option<LapsToml>,
    #[serde(rename = "sql")]
    _sql: Option<IgnoredAny>,
    #[serde(rename = "fault")]
    _fault: Option<IgnoredAny>,
    #[serde(rename = "equivalent")]
    _equivalent: Option<IgnoredAny>,
    #[serde(rename = "question")]
    _question: Option<IgnoredAny>,
    #[serde(rename = "write")]
    _write: Option<IgnoredAny>,
    #[serde(rename = "roadmap")]
    _roadmap: Option<IgnoredAny>,
    #[serde(rename = "decide")]
    _decide: Option<IgnoredAny>,
}

/// How often an item comes back.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Repeat {
    Weekly,
    Offered,
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
    #[serde(default)]
    pub(crate) beside_plan: bool,
    #[serde(default, rename = "resource")]
    pub(crate) resources: Vec<Resource>,
    #[serde(rename = "question")]
    _question: Option<IgnoredAny>,
}
