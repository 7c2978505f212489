//! Plain structs of evidence become a static site.
//!
//! The site needs no JavaScript, no fonts from elsewhere and no server: an index that is read in two minutes, one page for each piece of
//! evidence, one stylesheet. Everything that comes in is text and stays text; Markdown is rendered without HTML, and a link leaves the site
//! only over http, https or mailto. This crate reads no journal and no disk: what must stay private is not handed to it.

mod evidence_page;
mod front_page;
mod html;
mod markdown;
mod site;

pub use site::{Answer, Entry, Judged, Page, Site, build};
