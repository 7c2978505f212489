//! `evidence.json`: the site for programs. A stranger's `footbridge verify` reads it, compares hashes and runs the same checks.

mod read;
mod reader;

pub use read::{LARGEST_EVIDENCE, read_evidence};

use crate::entry::{Judged, Piece};
use crate::frame::VERSION;
use crate::shown::Shown;
use footbridge_verdict::{AnswerHash, ExerciseId, HelpUsed, Proof};
use jiff::civil::Date;
use serde::Serialize;

/// The version of the format that is written, and the only one that is read.
const FORMAT: u64 = 1;

/// Path of the file inside the site.
pub(crate) const PATH: &str = "evidence.json";

/// What a published site claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceFile {
    /// Version of the product that built the site.
    pub product_version: String,
    /// Whose site it is.
    pub owner: String,
    /// The day it was built.
    pub built_on: Date,
    /// One for each piece, in the order of the site.
    pub entries: Vec<EvidenceEntry>,
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceEntry {
    /// Id of the exercise.
    pub id: ExerciseId,
    /// What kind of work it is.
    pub kind: Piece,
    /// Title.
    pub title: String,
    /// Verified or self-reported.
    pub proof: Proof,
    /// What the check looked at.
    pub judged: Judged,
    /// The answer as it was published; `None` when there is no file, as for a lesson's questions.
    pub answer: Option<PublishedAnswer>,
    /// Version of the check that gave the verdict.
    pub check_version: String,
    /// The verdict in one sentence.
    pub verdict_summary: String,
    /// Help used before the pass.
    pub help_used: HelpUsed,
    /// The day it passed.
    pub passed_on: Date,
}

/// The answer's file in a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedAnswer {
    /// Path inside the site: `evidence/<id>/<file>`, nothing else. Whoever opens it must still refuse links of the file system.
    pub path: String,
    /// What its bytes must hash to.
    pub hash: AnswerHash,
}

#[derive(Serialize)]
struct FileWire<'a> {
    format: u64,
    product_version: &'a str,
    owner: &'a str,
    built_on: Date,
    entries: Vec<EntryWire<'a>>,
}

#[derive(Serialize)]
struct EntryWire<'a> {
    id: &'a ExerciseId,
    kind: &'a str,
    title: &'a str,
    proof: Proof,
    judged: &'a str,
    answer: Option<AnswerWire<'a>>,
    check_version: &'a str,
    verdict_summary: &'a str,
    help_used: HelpUsed,
    passed_on: Date,
}

#[derive(Serialize)]
struct AnswerWire<'a> {
    path: &'a str,
    sha256: &'a AnswerHash,
}

pub(crate) fn write(shown: &Shown<'_>) -> Vec<u8> {
    let entries = shown.exhibits.iter().map(|exhibit| {
        let entry = exhibit.entry;
        let answer = entry.answer.as_ref().zip(exhibit.answer.as_deref());
        EntryWire {
            id: &entry.id,
            kind: entry.kind.name(),
            title: &entry.title,
            proof: entry.proof,
            judged: judged_name(entry.judged),
            answer: answer.map(|(answer, path)| AnswerWire { path, sha256: &answer.hash }),
            check_version: &entry.check_version,
            verdict_summary: &entry.verdict_summary,
            help_used: entry.help_used,
            passed_on: entry.passed_on,
        }
    });
    let file = FileWire {
        format: FORMAT,
        product_version: VERSION,
        owner: &shown.site.owner,
        built_on: shown.site.built_on,
        entries: entries.collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&file).expect("plain structs without maps are JSON");
    bytes.push(b'\n');
    bytes
}

fn judged_name(judged: Judged) -> &'static str {
    match judged {
        Judged::Substance => "substance",
        Judged::Structure => "structure",
    }
}
