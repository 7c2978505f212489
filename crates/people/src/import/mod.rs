//! Files of contacts that people can take out of other products.

mod decode;
mod header;
pub mod linkedin;
mod rows;
pub mod vcard;
mod zipped;

use crate::contact::{Contact, Flaw};
use footbridge_diagnostic::Diagnostic;
use std::collections::HashMap;
use std::ops::Range;

/// Largest file that is read, in bytes; what a ZIP holds is measured unpacked.
pub const LARGEST_FILE: usize = 20_000_000;

/// Most rows or cards of one file.
pub const MOST_ROWS: usize = 50_000;

/// What a file of contacts held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Import {
    /// Everybody that could be read, in the order of the file; nobody twice.
    pub contacts: Vec<Contact>,
    /// Rows or cards that were looked at, those with faults included; empty rows are not counted.
    pub rows: usize,
    /// Everything that was wrong or is worth knowing. Places are bytes of `text`.
    pub findings: Vec<Diagnostic>,
    /// The file as it was decoded, without the mark of its encoding; empty when it was not even decoded.
    pub text: String,
}

impl Import {
    fn failed(finding: Diagnostic) -> Self {
        Self { findings: vec![finding], ..Self::default() }
    }
}

/// Where a row or a card stands. A person finds it by its number.
#[derive(Debug, Clone)]
struct Spot {
    /// `Row` or `Card`.
    kind: &'static str,
    /// From 1, as a spreadsheet counts.
    number: usize,
    span: Range<usize>,
}

/// Collects contacts and tells who stands twice in a file.
struct Collector<'a> {
    file: &'a str,
    import: Import,
    first_seen: HashMap<crate::ContactId, usize>,
}

impl<'a> Collector<'a> {
    fn new(file: &'a str) -> Self {
        Self { file, import: Import::default(), first_seen: HashMap::new() }
    }

    fn find(&mut self, finding: Diagnostic) {
        self.import.findings.push(finding);
    }

    /// Takes what [`crate::contact`] made of a row.
    fn take(&mut self, read: (Option<Contact>, Vec<Flaw>), spot: &Spot) {
        let (contact, flaws) = read;
        for flaw in flaws {
            self.find(flaw_finding(flaw, spot).at(self.file, spot.span.clone()));
        }
        let Some(contact) = contact else { return };
        match self.first_seen.get(&contact.id) {
            None => {
                self.first_seen.insert(contact.id.clone(), spot.number);
                self.import.contacts.push(contact);
            }
            Some(first) => {
                let kind = spot.kind.to_lowercase();
                let message = format!("{} {} is the same person as {kind} {first}; the first is kept.", spot.kind, spot.number);
                let finding = Diagnostic::advice("contacts-same-person", message)
                    .at(self.file, spot.span.clone())
                    .note("Profile address, mail address, or name and company are the same.");
                self.find(finding);
            }
        }
    }
}

fn flaw_finding(flaw: Flaw, spot: &Spot) -> Diagnostic {
    let message = format!("{}; it is left out.", flaw.of(&format!("{} {}", spot.kind.to_lowercase(), spot.number)));
    match flaw {
        Flaw::Nobody => {
            Diagnostic::warning("contacts-nobody", message).note("An export keeps such a row for somebody who closed their account.")
        }
        Flaw::TooLong(_) => Diagnostic::warning("contacts-long-field", message)
            .help("Look whether a quotation mark is missing in this row or the one before."),
        Flaw::MailShape => Diagnostic::warning("contacts-mail-shape", message),
        Flaw::ProfileShape => {
            Diagnostic::warning("contacts-profile-shape", message).help("It begins with https:// or with the name of a site.")
        }
    }
}

fn too_large(file: &str) -> Diagnostic {
    Diagnostic::error("contacts-file-too-large", "The file is larger than 20 MB; nothing was read.")
        .at(file, 0..0)
        .note("An export of 50,000 contacts has about 8 MB.")
        .help("Choose the file of contacts alone, without messages and pictures.")
}

fn too_many(what: &str, spot: &Spot, file: &str) -> Diagnostic {
    Diagnostic::error("contacts-too-many", format!("The file has more than 50,000 {what}; the first 50,000 were read."))
        .at(file, spot.span.clone())
        .help("Split the file and import the parts one after the other.")
}
