use serde::Serialize;
use utoipa::ToSchema;

/// A Markdown text as a tree. No HTML ever passes: what looked like HTML is text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A heading, level 1 to 6.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The words.
        inlines: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        inlines: Vec<Inline>,
    },
    /// A fenced or indented code block.
    Code {
        /// The word after the fence: `sql`, `http`, `json`; empty when there is none.
        language: String,
        /// The text as it stands.
        text: String,
    },
    /// A list.
    List {
        /// Number of the first item of an ordered list.
        start: Option<u64>,
        /// The items.
        #[schema(no_recursion)]
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        #[schema(no_recursion)]
        blocks: Vec<Block>,
    },
    /// A table written in Markdown.
    Table {
        /// Column headings.
        head: Vec<Vec<Inline>>,
        /// Which columns are right-aligned.
        right: Vec<bool>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A thematic break.
    Rule,
    /// A table of the reference data, placed into a text.
    Placed {
        /// Id of the table in the same view.
        table: String,
    },
}

/// Words inside a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Inline {
    /// Plain text.
    Text {
        /// The text.
        text: String,
    },
    /// Code in a line.
    Code {
        /// The text.
        text: String,
    },
    /// Emphasis.
    Emphasis {
        /// The words.
        #[schema(no_recursion)]
        inlines: Vec<Inline>,
    },
    /// Strong emphasis.
    Strong {
        /// The words.
        #[schema(no_recursion)]
        inlines: Vec<Inline>,
    },
    /// A link: `http`, `https`, `mailto`, or a path of the app.
    Link {
        /// Where to.
        to: String,
        /// The words.
        #[schema(no_recursion)]
        inlines: Vec<Inline>,
    },
    /// A line break the author asked for.
    Break,
}
