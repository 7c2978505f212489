//! The proof that a PDF says what its résumé says, to those who read it by program.

mod as_seen;
mod as_written;
mod expect;
mod lines;
mod reparse;
mod stands_for;

use crate::pdf::Pdf;
use crate::resume::Resume;
use expect::Expected;
use reparse::{Parsed, reparse};

/// The two readers, in the order of [`FieldProof::found_by`].
pub const READERS: [&str; 2] = ["in the order of the file (pdf-extract)", "in the order of the page (hayro)"];

/// What two readers found of a résumé in its PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Every field that must be found, in the order of the page.
    pub fields: Vec<FieldProof>,
}

/// One field of the résumé, and whether it came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProof {
    /// What it is.
    pub field: FieldKind,
    /// For a person: `Employer of job 2`.
    pub label: String,
    /// Where it stands in the document, as a JSON pointer; of a field put together from several, the group that holds them.
    pub pointer: String,
    /// What the résumé says.
    pub expected: String,
    /// Whether each reader found it, in its place: a title in its own entry and before its employer, dates beside both.
    pub found_by: [bool; 2],
    /// What each reader has in that place.
    pub read_as: [String; 2],
}

/// The fields that are proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// The person's name.
    Name,
    /// The role below it.
    Label,
    /// The mail address.
    Mail,
    /// The telephone number.
    Phone,
    /// Where the person lives.
    Place,
    /// An address of a page: the person's own, or what an entry is about.
    Link,
    /// The few sentences below the contact details.
    Summary,
    /// The heading of a section.
    Heading,
    /// A title, a degree, the name of a project.
    Title,
    /// What somebody was in a project.
    Roles,
    /// An employer, a school, an issuer.
    Organisation,
    /// Where an employer is.
    EntryPlace,
    /// From when to when.
    Dates,
    /// What stands between the head of an entry and its bullets: sentences, grade, courses, keywords.
    Paragraphs,
    /// One bullet.
    Bullet,
    /// A section of short lines, as skills and languages, as a whole.
    Lines,
}

impl Proof {
    /// Whether every field was found by both readers.
    pub fn passed(&self) -> bool {
        self.missing().next().is_none()
    }

    /// The fields that one reader or both did not find.
    pub fn missing(&self) -> impl Iterator<Item = &FieldProof> {
        self.fields.iter().filter(|field| field.found_by != [true, true])
    }
}

/// Reads the PDF's text back with two readers, each with its own code for taking text out of a PDF; what the file says that its glyphs stand for, and what follows, is common to both. Makes a résumé of it by rules that do not know the source, and compares
/// field by field.
///
/// Case, punctuation and order must agree; only kinds of blanks and ways to write the same character are taken as equal, and line breaks
/// inside a word of more than forty characters.
pub fn prove(resume: &Resume, pdf: &Pdf) -> Proof {
    let parsed = [as_written::pages(pdf), as_seen::pages(pdf)].map(|pages| reparse(&pages));
    let fields = expect::fields(resume.content()).into_iter().map(|expected| judged(expected, &parsed));
    Proof { fields: fields.collect() }
}

fn judged(expected: Expected, parsed: &[Parsed; 2]) -> FieldProof {
    let read = parsed.each_ref().map(|parsed| expect::found(&expected, parsed));
    FieldProof {
        field: expected.field,
        label: expected.label,
        pointer: expected.pointer,
        found_by: read.each_ref().map(|(found, _)| *found),
        read_as: read.map(|(_, read_as)| read_as),
        expected: expected.text,
    }
}
