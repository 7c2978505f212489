//! Printing for people: words wrapped to the terminal, tables aligned, legible without colour.

mod finding;
mod keyboard;
mod page;
mod progress;
mod prose;
mod rows;
mod table;
mod text;
mod verdict;

pub(crate) use finding::finding;
#[cfg(test)]
pub(crate) use keyboard::testing;
pub(crate) use keyboard::{ENDS_IT, Lines, NothingLeft, number_line};
pub(crate) use page::Page;
pub(crate) use progress::Progress;
pub(crate) use prose::command_for;
pub(crate) use rows::{rows_table, rows_words, schema};
pub(crate) use table::Table;
pub(crate) use text::{Ink, Span, words};
pub(crate) use verdict::{outcome_words, verdict};

use clap::ValueEnum;
use std::io::IsTerminal;

/// Lines of prose longer than this are hard to read.
const LONGEST_LINE: usize = 100;

/// When colour is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Even into a file
    Always,
    /// Not at all
    Never,
}

/// What the output goes to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terminal {
    /// Columns for prose.
    pub(crate) width: usize,
    /// Columns for tables of words.
    pub(crate) table_width: usize,
    /// Columns for tables of data; a file or another program gets each row on a line of its own, as wide as it is.
    pub(crate) data_width: Option<usize>,
    /// Whether ANSI styling is written.
    pub(crate) colour: bool,
}

impl Terminal {
    pub(crate) fn of_this_process(colour: Colour) -> Self {
        let watched = std::io::stdout().is_terminal();
        let columns = watched.then(|| terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0)));
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            width: columns.map_or(LONGEST_LINE, |columns| columns.clamp(20, LONGEST_LINE)),
            table_width: columns.map_or(LONGEST_LINE, |columns| columns.max(20)),
            data_width: columns.map(|columns| columns.max(20)),
            colour: match colour {
                Colour::Auto => watched && !refused,
                Colour::Always => true,
                Colour::Never => false,
            },
        }
    }
}
