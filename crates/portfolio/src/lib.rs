//! Plain structs of evidence become a static site.
//!
//! The site needs no JavaScript, no fonts from elsewhere and no server: a front page that is read in two minutes, one page for each piece
//! of evidence with the exact answer beside it, and the same for programs in `evidence.json`, so that a stranger can run the checks again.
//! Everything that comes in is text and stays text; Markdown is rendered without HTML, drawings are written anew, and a link leaves the
//! site only over http, https or mailto. This crate reads no journal and no disk: what must stay private is not handed to it.

mod address;
mod answer_file;
mod build;
mod check;
mod code;
mod contributions_page;
mod drawing;
mod entry;
mod evidence_file;
mod evidence_page;
mod feed;
mod frame;
mod front_page;
mod html;
mod label;
mod list_page;
mod markdown;
mod missing;
mod picture;
mod row;
mod shown;
mod site;
mod small_pages;

pub use build::build;
pub use check::{check, title, with_private_paths};
pub use entry::{Align, Answer, Column, Drawing, Entry, Judged, Piece, PublishedAt, ResultTable, Review, Reviewer, RubricLevel};
pub use evidence_file::{EvidenceEntry, EvidenceFile, LARGEST_EVIDENCE, PublishedAnswer, read_evidence};
pub use frame::is_language_tag;
pub use markdown::fragment;
pub use missing::{Closes, Gap, Setting, missing};
pub use shown::at_the_top;
pub use site::{ContactLink, Contribution, Milestone, Page, PathStep, Site, Theme};
