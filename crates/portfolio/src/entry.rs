use footbridge_verdict::{AnswerHash, ExerciseId, HelpUsed, Proof};
use jiff::civil::Date;

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Id; also the name of its page.
    pub id: ExerciseId,
    /// What kind of work it is.
    pub kind: Piece,
    /// Title.
    pub title: String,
    /// Title of its track.
    pub track: String,
    /// Titles of the skills it shows.
    pub skills: Vec<String>,
    /// Verified or self-reported.
    pub proof: Proof,
    /// What the check looked at.
    pub judged: Judged,
    /// Help used before the pass.
    pub help_used: HelpUsed,
    /// The exact answer that passed; `None` when there is no file, as for a lesson's questions.
    pub answer: Option<Answer>,
    /// Version of the check that gave the verdict.
    pub check_version: String,
    /// The verdict in one sentence.
    pub verdict_summary: String,
    /// The day it passed.
    pub passed_on: Date,
    /// The command that runs the check again.
    pub how_to_rerun: String,
    /// Markdown to be read as a text: the piece itself when it is writing (then the same text as the answer's), or the question.
    pub body: Option<String>,
    /// What a query returned or a run measured.
    pub result: Option<ResultTable>,
    /// A drawing made by Footbridge, such as a roadmap.
    pub drawing: Option<Drawing>,
    /// Where else it can be read.
    pub published: Vec<PublishedAt>,
    /// What people said about it, by the rubric.
    pub reviews: Vec<Review>,
    /// Whether the owner wants it at the top. When nothing is, up to three are chosen: see [`crate::build`].
    pub featured: bool,
}

/// What a piece of work is, in the order in which the front page shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Piece {
    /// A technical specification or a request for comments.
    Specification,
    /// A page of API documentation or an API contract.
    ApiDocumentation,
    /// A product requirements document.
    Requirements,
    /// A system design, with its run.
    Design,
    /// A query, with its result.
    Query,
    /// A roadmap.
    Roadmap,
    /// A product teardown.
    Teardown,
    /// A decision record or a prioritisation.
    Decision,
    /// An incident postmortem.
    Postmortem,
    /// A memo or brief to people inside a company.
    Memo,
    /// Interviews, notes and logs of watching people work.
    Research,
    /// Anything else that was made.
    Other,
    /// Questions that were answered.
    Answers,
}

impl Piece {
    /// All kinds, in the order in which the front page shows them.
    pub const ALL: [Self; 13] = [
        Self::Specification,
        Self::ApiDocumentation,
        Self::Requirements,
        Self::Design,
        Self::Query,
        Self::Roadmap,
        Self::Teardown,
        Self::Decision,
        Self::Postmortem,
        Self::Memo,
        Self::Research,
        Self::Other,
        Self::Answers,
    ];

    /// The kind's name in `evidence.json` and in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Specification => "specification",
            Self::ApiDocumentation => "api-documentation",
            Self::Requirements => "requirements",
            Self::Design => "design",
            Self::Query => "query",
            Self::Roadmap => "roadmap",
            Self::Teardown => "teardown",
            Self::Decision => "decision",
            Self::Postmortem => "postmortem",
            Self::Memo => "memo",
            Self::Research => "research",
            Self::Other => "other",
            Self::Answers => "answers",
        }
    }

    /// One piece, in the words of the person who hires.
    pub fn word(self) -> &'static str {
        match self {
            Self::Specification => "Technical specification",
            Self::ApiDocumentation => "API documentation",
            Self::Requirements => "Product requirements",
            Self::Design => "System design",
            Self::Query => "SQL with its result",
            Self::Roadmap => "Roadmap",
            Self::Teardown => "Product teardown",
            Self::Decision => "Decision",
            Self::Postmortem => "Postmortem",
            Self::Memo => "Memo",
            Self::Research => "User research",
            Self::Other => "Other work",
            Self::Answers => "Questions answered",
        }
    }

    /// All pieces of the kind, as the heading of a list.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Specification => "Technical specifications",
            Self::ApiDocumentation => "API documentation",
            Self::Requirements => "Product requirements",
            Self::Design => "System designs",
            Self::Query => "SQL with results",
            Self::Roadmap => "Roadmaps",
            Self::Teardown => "Product teardowns",
            Self::Decision => "Decisions",
            Self::Postmortem => "Postmortems",
            Self::Memo => "Memos and briefs",
            Self::Research => "User research",
            Self::Other => "Other work",
            Self::Answers => "Questions answered",
        }
    }
}

/// What a check looked at. Ignored for self-reported work, of which only the form is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// The substance: the answer was run, computed or compared.
    Substance,
    /// The structure of a text; whether it is good was not judged.
    Structure,
}

/// The exact answer that passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Name of the file. In the site it may be changed so that no server takes it for a page: see [`crate::EvidenceEntry::answer`].
    pub file: String,
    /// Its text.
    pub text: String,
    /// Its hash.
    pub hash: AnswerHash,
}

/// Rows as people read them. All cells are text already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultTable {
    /// What the rows are, in one sentence.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with one cell a column.
    pub rows: Vec<Vec<String>>,
    /// How many rows there are in all, when `rows` are only the first of them.
    pub rows_in_all: usize,
}

/// A column of a [`ResultTable`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Title.
    pub title: String,
    /// On which side its cells stand.
    pub align: Align,
}

/// On which side the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A picture that Footbridge drew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// SVG. Only shapes, words and their style are carried over; when it holds anything else it is left out, and [`crate::missing`] says so.
    pub svg: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// One place where a piece was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedAt {
    /// Address.
    pub address: String,
    /// The day.
    pub on: Date,
    /// Name of the place, such as LinkedIn.
    pub where_: String,
    /// Hash of the text that was published.
    pub hash: AnswerHash,
}

/// One person's reading of a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Who read it.
    pub by: Reviewer,
    /// The day.
    pub on: Date,
    /// One level for each criterion of the rubric.
    pub levels: Vec<RubricLevel>,
}

/// Who reviewed a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reviewer {
    /// The owner of the portfolio: self-reported.
    Owner,
    /// Another person, whose name is private.
    AnotherPerson,
}

/// A level on one criterion of a rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RubricLevel {
    /// Title of the criterion.
    pub criterion: String,
    /// The level, from 1.
    pub level: u8,
    /// The highest level there is.
    pub out_of: u8,
    /// What the level says.
    pub says: String,
}
