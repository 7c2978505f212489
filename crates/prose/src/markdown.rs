//! The one dialect of Markdown that is read: what checks count and what exports write are the same blocks.

use pulldown_cmark::{Options, Parser};

const DIALECT: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH).union(Options::ENABLE_TASKLISTS).union(Options::ENABLE_GFM);

/// The events of a text without front matter.
pub(crate) fn events(text: &str) -> Parser<'_> {
    Parser::new_ext(text, DIALECT)
}
