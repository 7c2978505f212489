use super::path::ConflictView;
use super::prose::Block;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The Guide's contents.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuideView {
    /// Pages in order.
    pub pages: Vec<GuideLineView>,
}

/// One line of the contents.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuideLineView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// The page's answer in one sentence.
    pub answer: String,
}

/// One page.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuidePageView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// The answer in one sentence.
    pub answer: String,
    /// The text, with its tables placed.
    pub text: Vec<Block>,
    /// Tables by id.
    pub tables: Vec<ReferenceTableView>,
    /// Sources.
    pub sources: Vec<SourceView>,
    /// Sources that disagree.
    pub conflicts: Vec<ConflictView>,
    /// What is not known.
    pub gaps: Vec<String>,
    /// What makes it real.
    pub actions: Vec<ActionView>,
}

/// A table of figures.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReferenceTableView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Columns.
    pub columns: Vec<ReferenceColumnView>,
    /// Rows.
    pub rows: Vec<ReferenceRowView>,
    /// What to mind.
    pub note: String,
}

/// One column.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReferenceColumnView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Unit.
    pub unit: String,
    /// Sorted as numbers and aligned right.
    pub number: bool,
}

/// One row.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReferenceRowView {
    /// Cells in the order of the columns; empty where nothing is given.
    pub cells: Vec<String>,
    /// The same as numbers, where they are numbers.
    pub numbers: Vec<Option<f64>>,
    /// `fact` or `claim`.
    pub kind: String,
    /// Id of the source.
    pub source: String,
    /// Date of the figure.
    pub date: String,
}

/// Where a figure comes from.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SourceView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Date.
    pub date: String,
    /// Address, when there is one.
    pub url: String,
    /// What to mind.
    pub note: String,
}

/// What makes a page real.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ActionView {
    /// What.
    pub label: String,
    /// Where in the app.
    pub screen: String,
    /// The same from the terminal.
    pub command: String,
}

/// A master prompt, filled and masked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PromptView {
    /// `learning-plan`, `interview`, `tools`.
    pub name: String,
    /// Title.
    pub title: String,
    /// What comes back.
    pub asks: String,
    /// The text, ready to copy.
    pub text: String,
    /// Places that were filled, with what, so that it can be seen before it is copied.
    pub filled: Vec<FilledView>,
    /// Places the person fills: name, what it is, current value.
    pub inputs: Vec<PromptInputView>,
    /// What was filled in and is not known here, a sentence each.
    pub notes: Vec<String>,
}

/// One filled place.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FilledView {
    /// Name of the place.
    pub name: String,
    /// Value in the text.
    pub value: String,
    /// Something private was left out or masked here.
    pub masked: bool,
}

/// One input.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PromptInputView {
    /// Name of the place.
    pub name: String,
    /// What to write.
    pub label: String,
    /// Current value.
    pub value: String,
}

/// Values for the inputs of a prompt.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct PromptBody {
    /// By name of the place.
    pub inputs: std::collections::BTreeMap<String, String>,
}
