use super::path::ResourceView;
use super::prose::Block;
use super::sql::{RowsView, TableSchemaView};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// All lessons and exercises.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CatalogueView {
    /// "3 of 62 done".
    pub answer: String,
    /// Tracks in order.
    pub tracks: Vec<TrackView>,
}

/// One track.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TrackView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it is for.
    pub summary: String,
    /// Goals.
    pub goals: Vec<String>,
    /// Lessons and exercises, in the order of the path.
    pub items: Vec<CatalogueItemView>,
}

/// One line of the catalogue.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CatalogueItemView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// `lesson`, `sql`, `read`, `choice`, `numeric`, `write`.
    pub kind: String,
    /// Minutes.
    pub minutes: u32,
    /// Titles of the skills it teaches or proves.
    pub skills: Vec<String>,
    /// Where it stands.
    pub state: super::ExerciseState,
    /// The most that a pass can be: `verified`, `structure-verified` or `self-reported`.
    pub passes_as: super::ExerciseState,
    /// Titles of what should come first and is not done.
    pub waits_for: Vec<String>,
    /// Where it opens.
    pub opens: String,
}

/// One exercise, or the check of a lesson, in the workspace.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WorkView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// `lesson`, `sql`, `read`, `choice`, `numeric`, `write`.
    pub kind: String,
    /// Track title.
    pub track: String,
    /// Titles of skills.
    pub skills: Vec<String>,
    /// Minutes.
    pub minutes: u32,
    /// Where it stands.
    pub state: super::ExerciseState,
    /// The most that a pass can be: `verified`, `structure-verified` or `self-reported`.
    pub passes_as: super::ExerciseState,
    /// The brief, or the lesson's text.
    pub brief: Vec<Block>,
    /// What the answer must look like, one line each: columns, order, words, sections.
    pub wanted: Vec<String>,
    /// Name of the answer's file: `query.sql`, `answers.toml`, `answer.md`.
    pub file: String,
    /// Where that file is, from the learner's folder.
    pub path: String,
    /// What the editor shows: the saved answer, or the starter.
    pub text: String,
    /// Hash of the file as read; empty when it does not exist yet. Send it back when saving.
    pub hash: String,
    /// Tables that can be asked (kind sql).
    pub tables: Vec<TableSchemaView>,
    /// Questions (lesson, read, choice, numeric).
    pub questions: Vec<QuestionView>,
    /// Resources (lesson).
    pub resources: Vec<ResourceView>,
    /// Hints there are, and those already opened.
    pub hints: u32,
    /// Hints already opened.
    pub hints_shown: Vec<HintView>,
    /// The solution was opened before.
    pub solution_shown: bool,
    /// Past checks, newest first.
    pub history: Vec<HistoryLineView>,
    /// What comes next in the plan.
    pub next: Option<NextView>,
    /// What should come first and is not done, with where it opens.
    pub waits_for: Vec<NextView>,
    /// What no program judges (write, roadmap).
    pub rubric: Option<super::rubric::RubricView>,
    /// The text says `publish: true`, so the portfolio shows it (write).
    pub is_public: bool,
    /// Where it is out, the earliest first.
    pub published: Vec<super::publishing::PublishedView>,
    /// Which variant this is, from 1.
    pub variant: u32,
    /// How many variants there are; 1 when the exercise does not vary.
    pub variants: u32,
    /// This variant is passed and there is another: it can be tried again with other numbers.
    pub can_start_again: bool,
    /// This one is of an earlier week and not passed; this week's can be begun beside it.
    pub fresh_waits: bool,
}

/// Somewhere to go.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NextView {
    /// Title.
    pub title: String,
    /// Where it opens.
    pub opens: String,
}

/// One question.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct QuestionView {
    /// Id inside the exercise.
    pub id: String,
    /// The question.
    pub ask: Vec<Block>,
    /// `one`, `several`, `number`.
    pub answer_kind: String,
    /// Options, labelled a, b, c … in order; empty for numbers.
    pub options: Vec<OptionView>,
    /// Unit of the number.
    pub unit: String,
    /// The saved answer: labels, or one number as text.
    pub given: Vec<String>,
}

/// One option.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OptionView {
    /// `a`, `b`, …
    pub label: String,
    /// What it says.
    pub text: Vec<Block>,
}

/// A past check.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HistoryLineView {
    /// When.
    pub at: String,
    /// `pass`, `revise`, `unreadable`, `not-run`.
    pub outcome: String,
    /// One sentence.
    pub summary: String,
    /// Where the passed answer is kept.
    pub kept: Option<String>,
}

/// An answer to save or check.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct AnswerBody {
    /// The whole text of the file. For questions, see [`AnswerBody::given`].
    pub text: String,
    /// Hash last read; the save is refused with 409 when the file is another by now.
    pub base_hash: String,
    /// The variant that was read, from 1; refused likewise when another one is in hand by now. 0: whichever it is.
    #[serde(default)]
    pub variant: u32,
}

/// A saved answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SavedView {
    /// Hash to send with the next save.
    pub hash: String,
}

/// What a check found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VerdictView {
    /// `pass`, `revise`, `unreadable`, `not-run`.
    pub outcome: String,
    /// One sentence with numbers in it.
    pub summary: String,
    /// The most that a pass can be: `verified`, `structure-verified` or `self-reported`.
    pub passes_as: super::ExerciseState,
    /// Everything found.
    pub findings: Vec<FindingView>,
    /// What yours gave and what is right, when rows can be shown.
    pub tables: Vec<ComparedTableView>,
    /// After a pass: the discussion.
    pub discussion: Vec<Block>,
    /// Hints opened before this check.
    pub hints_used: u32,
    /// The solution was opened before this check.
    pub solution_used: bool,
    /// Version of the check.
    pub check_version: String,
    /// Where the passed answer was copied to.
    pub kept: Option<String>,
    /// Milestones this pass reached.
    pub milestones: Vec<String>,
    /// What comes next.
    pub next: Option<NextView>,
    /// Hash of the file that was checked.
    pub hash: String,
}

/// One finding.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FindingView {
    /// `essential`, `actionable`, `informative`, `celebratory`.
    pub kind: String,
    /// Stable name of the rule.
    pub code: String,
    /// `error`, `warning`, `advice`.
    pub severity: String,
    /// What is wrong here. Backticks mark code.
    pub message: String,
    /// Why we think so.
    pub notes: Vec<String>,
    /// What to do next.
    pub help: Vec<String>,
    /// Question it belongs to, when it belongs to one.
    pub question: Option<String>,
    /// First character in the answer's file, when it has a place.
    pub start: Option<PositionView>,
    /// One past the last character.
    pub end: Option<PositionView>,
}

/// Line and column, both from 1.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct PositionView {
    /// Line.
    pub line: usize,
    /// Character in the line.
    pub column: usize,
    /// The same place as an offset in UTF-16 units from the beginning, as editors in browsers count.
    pub offset: usize,
}

/// Rows shown beside a verdict.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ComparedTableView {
    /// "yours", "missing from yours", "not expected".
    pub title: String,
    /// `yours`, `right`, `neutral`: how it is tinted; the title says the same in words.
    pub tone: String,
    /// The rows.
    pub rows: RowsView,
    /// Cells that decide: (row, column), from 0.
    pub marked: Vec<(usize, usize)>,
}

/// One hint.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HintView {
    /// From 1.
    pub number: u32,
    /// Title.
    pub title: String,
    /// The hint.
    pub text: Vec<Block>,
}

/// A piece of writing as plain text, for places that know no Markdown.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PostView {
    /// The text, ready to paste.
    pub text: String,
    /// Characters in it.
    pub characters: usize,
    /// Characters that the place takes; `None` where it sets no limit.
    pub limit: Option<usize>,
    /// Whether it fits, and what to do when it does not.
    pub says: String,
    /// What the place cannot show and what became of it, a sentence each.
    pub lost: Vec<String>,
}

/// An answer with a fault, to learn from.
#[derive(Debug, Clone, Serialize)]
pub struct FlawedView {
    /// The fault in a few words.
    pub fault: String,
    /// The answer.
    pub text: String,
    /// What a check says about it.
    pub found: Vec<Block>,
}

/// The solutions and the discussion.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SolutionView {
    /// Every accepted way worth showing.
    pub solutions: Vec<String>,
    /// The word after the fence: `sql`, `markdown`, `toml`.
    pub language: String,
    /// Why it is right.
    pub discussion: Vec<Block>,
}
