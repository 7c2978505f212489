use super::decision::DecisionView;
use super::prose::Block;
use super::work::{ComparedTableView, FindingView};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A text that is being written.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct LookBody {
    /// The text as it stands in the editor.
    pub text: String,
}

/// A look at a text that is being written.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LookView {
    /// What still blocks a pass, and advice on the wording.
    pub findings: Vec<FindingView>,
    /// How many of them block a pass.
    pub open: u32,
    /// Words of a piece of writing, as its check counts them: without headings and what the template left behind. 0 for everything else.
    pub words: u32,
    /// Its headings with the words below each; empty for everything else.
    pub sections: Vec<SectionView>,
    /// The text as a reader sees it.
    pub preview: Vec<Block>,
    /// The picture of a roadmap, as SVG; `None` for everything else.
    pub drawing: Option<String>,
    /// What the figures of a decision give, once nothing blocks its pass: until then its writer reckons. `None` for everything else.
    pub decision: Option<DecisionView>,
}

/// A heading of a text, and how much stands below it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SectionView {
    /// 1 to 6; 0 for what stands before the first heading.
    pub level: u8,
    /// Its words; empty before the first heading.
    pub title: String,
    /// Its line, from 1.
    pub line: u32,
    /// Words below it, up to the next heading.
    pub words: u32,
}

/// The smallest data on which a query goes wrong.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ExplanationView {
    /// "It goes wrong on 3 rows."
    pub summary: String,
    /// Rows over all tables; 0 also when no such data was found.
    pub rows: usize,
    /// The tables, with the columns that matter. Empty when no such data was found.
    pub tables: Vec<ComparedTableView>,
    /// What the query gives, unless it stops with an error, and what is right.
    pub results: Vec<ComparedTableView>,
    /// Which clause alone is at fault, in words.
    pub clause: String,
}
