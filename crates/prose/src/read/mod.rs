//! What rules read in a section: items, labelled values, numbers, dates, who. Parsed in one place, so that every rule takes the same
//! ways of writing.

pub(crate) mod acronym;
pub(crate) mod assigned;
pub(crate) mod burden;
pub(crate) mod clock;
pub(crate) mod connective;
pub(crate) mod cost;
pub(crate) mod date;
pub(crate) mod denial;
pub(crate) mod entry;
pub(crate) mod header;
pub(crate) mod item;
pub(crate) mod keywords;
pub(crate) mod label;
pub(crate) mod number;
pub(crate) mod phrase;
pub(crate) mod placeholder;
pub(crate) mod question;
pub(crate) mod reason;
pub(crate) mod section;
pub(crate) mod status;
pub(crate) mod who;

pub(crate) use item::Item;
pub(crate) use section::Section;
