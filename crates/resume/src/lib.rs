//! Résumés: JSON Resume in and out, what a résumé lacks, a tailored variant, and a PDF whose text layer is proven.
//!
//! [`read`] takes a file in with all findings, [`write`] gives back every key of it. [`check`] says what could be better. [`variant`] makes
//! the résumé for one role; [`form`] and [`edit`] let a person write it place by place. [`pdf`], [`html`] and [`text`] put it on paper in one arrangement, and [`prove`] reads the finished PDF with two
//! readers, each with its own code for taking text out of a PDF, makes a résumé of what they read, and compares it with the source field by field.
//!
//! This crate knows no network, no disk, no clock and no learner: what is today comes in as a value, evidence as an id.

mod check;
mod content;
mod country;
mod date;
mod edit;
mod evidence;
mod file_stem;
mod form;
mod html;
mod json;
mod meaning;
mod ours;
mod pdf;
mod place;
mod prove;
mod read;
mod resume;
mod schema;
mod sheet;
mod text;
mod variant;

pub use check::check;
pub use content::{Basics, Bullet, Content, Entry, LooseLink, Profile, Section, SectionKind, Written};
pub use date::{PartialDate, WrittenDate};
pub use edit::{Edit, EditError, edit};
pub use evidence::{EvidenceLink, link, unlink, with_evidence};
pub use file_stem::file_stem;
pub use form::{Field, Form, FormEntry, FormList, FormSection, Input, form};
pub use html::html;
pub use pdf::{Layout, Paper, Pdf, PdfError, Theme, pdf};
pub use place::pointer_at;
pub use prove::{FieldKind, FieldProof, Proof, READERS, prove};
pub use read::{LARGEST_RESUME, MOST_ENTRIES, read};
pub use resume::{Resume, write};
pub use text::text;
pub use variant::{EntryChoice, LeftOut, SectionChoice, Selection, Variant, variant};
