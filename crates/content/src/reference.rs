use crate::Conflict;
use serde::Deserialize;
use toml::Spanned;

/// One page of the Guide.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Permanent id.
    pub id: Spanned<footbridge_verdict::ExerciseId>,
    /// Title.
    pub title: String,
    /// The answer in one sentence.
    pub answer: String,
    /// Parts of the product brief that live here.
    #[serde(default)]
    pub brief: Vec<String>,
    /// Place in the contents.
    pub order: u16,
    /// What makes it real.
    #[serde(default, rename = "action")]
    pub actions: Vec<Action>,
    /// Sources.
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    /// Tables.
    #[serde(default, rename = "table")]
    pub tables: Vec<ReferenceTable>,
    /// Sources that disagree.
    #[serde(default, rename = "conflict")]
    pub conflicts: Vec<Conflict>,
    /// What is not known.
    #[serde(default, rename = "gap")]
    pub gaps: Vec<Gap>,
    /// The text; set by the reader.
    #[serde(skip)]
    pub text: String,
}

/// What makes a page real.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// What.
    pub label: String,
    /// Where in the app.
    pub screen: String,
    /// The same from the terminal.
    #[serde(default)]
    pub command: String,
}

/// Where figures come from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id inside the page.
    pub id: String,
    /// Title.
    pub title: String,
    /// Date.
    #[serde(default)]
    pub date: String,
    /// Address.
    #[serde(default)]
    pub url: String,
    /// What to mind.
    #[serde(default)]
    pub note: String,
}

/// Something not known.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// What.
    pub says: String,
}

/// A table of figures.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferenceTable {
    /// Id inside the page.
    pub id: String,
    /// Title.
    pub title: String,
    /// Columns.
    pub columns: Vec<ReferenceColumn>,
    /// Rows.
    pub rows: Vec<Spanned<ReferenceRow>>,
    /// What to mind.
    #[serde(default)]
    pub note: String,
}

/// One column.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferenceColumn {
    /// Id: the key in the rows.
    pub id: String,
    /// Title.
    pub title: String,
    /// Unit.
    #[serde(default)]
    pub unit: String,
    /// Holds numbers.
    #[serde(default)]
    pub number: bool,
}

/// Whether a figure can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// Has a source that can be checked, or holds by definition.
    Fact,
    /// Is said by somebody.
    Claim,
}

/// One row: the cells by column id, and where they come from.
#[derive(Debug, Clone, Deserialize)]
pub struct ReferenceRow {
    /// Id of a source of the page.
    pub source: String,
    /// Date of the figure.
    #[serde(default)]
    pub date: String,
    /// Fact or claim.
    pub kind: FigureKind,
    /// Cells.
    #[serde(flatten)]
    pub cells: std::collections::BTreeMap<String, toml::Value>,
}
