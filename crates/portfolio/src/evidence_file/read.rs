use super::reader::{Fields, Reader};
use super::{EvidenceEntry, EvidenceFile, FORMAT, PATH, PublishedAnswer};
use crate::answer_file::file_name;
use crate::entry::{Judged, Piece};
use footbridge_diagnostic::Diagnostic;
use footbridge_verdict::{AnswerHash, ExerciseId, HelpUsed, Proof};
use jiff::civil::Date;
use serde_json::value::RawValue;
use std::collections::BTreeSet;

/// The largest file of evidence that is read, in bytes: larger than the evidence of a whole life.
pub const LARGEST_EVIDENCE: usize = 8 * 1024 * 1024;
const MOST_ENTRIES: usize = 10_000;
const LONGEST_LINE: usize = 1_000;
const LONGEST_TEXT: usize = 4_000;

/// Reads the `evidence.json` of a published site, which may come from anybody.
///
/// All faults are told, each with its place. An entry with a fault is left out of the value; there is no value when the file as a whole
/// cannot be read. Paths of answers lead to `evidence/<id>/<file>` and nowhere else.
pub fn read_evidence(bytes: &[u8]) -> (Option<EvidenceFile>, Vec<Diagnostic>) {
    if bytes.len() > LARGEST_EVIDENCE {
        let finding =
            Diagnostic::error("evidence-too-large", format!("`{PATH}` has {} bytes; at most {LARGEST_EVIDENCE} are read.", bytes.len()));
        return (None, vec![finding]);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            return (None, vec![Diagnostic::error("evidence-not-text", format!("`{PATH}` is not UTF-8 from byte {at} on."))]);
        }
    };
    let mut reader = Reader::new(text);
    let file = file(&mut reader);
    (file, reader.finish())
}

fn file(reader: &mut Reader<'_>) -> Option<EvidenceFile> {
    let whole = reader.whole()?;
    let fields = reader.object(whole, &["format", "product_version", "owner", "built_on", "entries"], "The file")?;
    let format: u64 = reader.value(&fields, "format", "a number")?;
    if format != FORMAT {
        let place = fields.get("format").map_or(0..0, |value| reader.place(value));
        let newer = if format > FORMAT { "Update Footbridge, then verify again." } else { "Ask the owner to build the site again." };
        reader.tell(
            Diagnostic::error("evidence-format", format!("`{PATH}` has format {format}; this version reads format {FORMAT}.")).help(newer),
            place,
        );
        return None;
    }
    let product_version = reader.words(&fields, "product_version", LONGEST_LINE);
    let owner = reader.words(&fields, "owner", LONGEST_LINE);
    let built_on = reader.named(&fields, "built_on", "a date such as 2027-02-01", date);
    let entries = entries(reader, &fields);
    Some(EvidenceFile { product_version: product_version?, owner: owner?, built_on: built_on?, entries: entries? })
}

fn entries<'a>(reader: &mut Reader<'a>, fields: &Fields<'a>) -> Option<Vec<EvidenceEntry>> {
    let list = fields.get("entries")?;
    let Ok(values) = serde_json::from_str::<Vec<&'a RawValue>>(list.get()) else {
        let place = reader.place(list);
        reader.tell(Diagnostic::error("evidence-type", "`entries` is not a list."), place);
        return None;
    };
    if values.len() > MOST_ENTRIES {
        let place = reader.place(list);
        let message = format!("There are {} entries; at most {MOST_ENTRIES} are read.", values.len());
        reader.tell(Diagnostic::error("evidence-too-long", message), place);
        return None;
    }
    let mut entries = Vec::new();
    let mut ids = BTreeSet::new();
    for value in values {
        let Some(entry) = entry(reader, value) else { continue };
        if ids.insert(entry.id.clone()) {
            entries.push(entry);
        } else {
            let place = reader.place(value);
            reader.tell(Diagnostic::error("evidence-twice", format!("`{}` stands in the file twice.", entry.id)), place);
        }
    }
    Some(entries)
}

fn entry<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<EvidenceEntry> {
    let known = ["id", "kind", "title", "proof", "judged", "answer", "check_version", "verdict_summary", "help_used", "passed_on"];
    let fields = reader.object(value, &known, "An entry")?;
    let id = reader.named(&fields, "id", "an id of an exercise", |id| ExerciseId::new(id).ok());
    let kind = reader.named(&fields, "kind", "a kind of work", |name| Piece::ALL.into_iter().find(|kind| kind.name() == name));
    let title = reader.words(&fields, "title", LONGEST_LINE);
    let proof = reader.named(&fields, "proof", "`verified` or `self-reported`", |name| match name {
        "verified" => Some(Proof::Verified),
        "self-reported" => Some(Proof::SelfReported),
        _ => None,
    });
    let judged = reader.named(&fields, "judged", "`substance` or `structure`", |name| match name {
        "substance" => Some(Judged::Substance),
        "structure" => Some(Judged::Structure),
        _ => None,
    });
    let answer = answer(reader, &fields, id.as_ref());
    let check_version = reader.words(&fields, "check_version", LONGEST_LINE);
    let verdict_summary = reader.words(&fields, "verdict_summary", LONGEST_TEXT);
    let help_used = help(reader, &fields);
    let passed_on = reader.named(&fields, "passed_on", "a date such as 2027-02-01", date);
    Some(EvidenceEntry {
        id: id?,
        kind: kind?,
        title: title?,
        proof: proof?,
        judged: judged?,
        answer: answer?,
        check_version: check_version?,
        verdict_summary: verdict_summary?,
        help_used: help_used?,
        passed_on: passed_on?,
    })
}

/// `Some(None)` when there is no file, `None` when what is said about it cannot be read.
fn answer<'a>(reader: &mut Reader<'a>, fields: &Fields<'a>, id: Option<&ExerciseId>) -> Option<Option<PublishedAnswer>> {
    let value = fields.get("answer")?;
    if value.get() == "null" {
        return Some(None);
    }
    let fields = reader.object(value, &["path", "sha256"], "An answer")?;
    let path = reader.words(&fields, "path", LONGEST_LINE).filter(|path| {
        let inside = id.is_none_or(|id| is_of(path, id));
        if !inside {
            let place = fields.get("path").map_or(0..0, |value| reader.place(value));
            let shown: String = path.chars().take(80).collect();
            reader.tell(
                Diagnostic::error("evidence-path", format!("`{shown}` is not the path of this entry's answer."))
                    .note("An answer stands at evidence/<id>/<file> and nowhere else, so that a site cannot point at other files of the reader.")
                    .help("Do not trust this file; get it again from the published site."),
                place,
            );
        }
        inside
    });
    let hash = reader.named(&fields, "sha256", "64 lower-case hexadecimal digits", |text| AnswerHash::read(text).ok());
    Some(Some(PublishedAnswer { path: path?, hash: hash? }))
}

/// Names are those that a build gives, so there is no `..`, no backslash, no colon and no second folder in them.
fn is_of(path: &str, id: &ExerciseId) -> bool {
    let name = path.strip_prefix("evidence/").and_then(|rest| rest.strip_prefix(id.as_str())).and_then(|rest| rest.strip_prefix('/'));
    name.is_some_and(|name| file_name(name) == name)
}

fn help<'a>(reader: &mut Reader<'a>, fields: &Fields<'a>) -> Option<HelpUsed> {
    let fields = reader.object(fields.get("help_used")?, &["hints", "solution"], "`help_used`")?;
    let hints = reader.value(&fields, "hints", "a number from 0 to 255");
    let solution = reader.value(&fields, "solution", "true or false");
    Some(HelpUsed { hints: hints?, solution: solution? })
}

fn date(written: &str) -> Option<Date> {
    // Only the plain form: a date with a time or an offset would be read as well.
    if written.len() == 10 { written.parse().ok() } else { None }
}
