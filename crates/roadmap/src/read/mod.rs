//! A file becomes a [`Roadmap`], with everything that is wrong with its shape.

mod fields;
mod items;
mod syntax;
mod table;
mod unread;
mod values;
mod yaml;

pub use table::from_csv;
pub use unread::is_unread;
pub(crate) use values::id_of;

use crate::roadmap::{Roadmap, Written};
use fields::{Fields, Findings, Shape};
use footbridge_diagnostic::Diagnostic;
use std::collections::HashMap;
use std::ops::Range;

/// Largest file that is read, in bytes. A roadmap of nine bets has about 6,000.
const LARGEST: usize = 256 * 1024;

const ROADMAP: Shape = Shape {
    what: "roadmap",
    keys: &["format", "product", "as_of", "summary", "outcomes", "bets", "not_doing", "risks", "assumptions", "sources"],
    // How many outcomes and bets there must be is a rule of its own.
    required: &["format", "product", "as_of"],
};

/// Reads a roadmap from YAML.
///
/// Nothing comes back when the text is no YAML, is too large, or is no mapping at all. Everything else is read as far as it goes, and all
/// that is wrong with its shape is told at once, each with the bytes of the file.
pub fn read(text: &str, file: &str) -> (Option<Roadmap>, Vec<Diagnostic>) {
    let mut findings = Findings::new(file);
    if text.len() > LARGEST {
        let message = format!("The file has {} KiB; a roadmap has at most {}.", text.len() / 1024, LARGEST / 1024);
        findings.error("roadmap-too-large", message, 0..0);
        return (None, findings.all);
    }
    if text.trim().is_empty() {
        findings.say(Diagnostic::error("roadmap-empty", "The file is empty.").at(file, 0..0).help(first_lines()));
        return (None, findings.all);
    }
    if text.trim_start_matches('\u{feff}').strip_prefix("kind").is_some_and(|rest| rest.starts_with([',', ';', '\t'])) {
        findings
            .error("roadmap-table", "This is a roadmap as a table, not as YAML.", 0..0)
            .help("Import it: that makes a roadmap.yaml of it.");
        return (None, findings.all);
    }
    let root = match yaml::parse(text) {
        Ok(root) => root,
        Err(fault) => return (None, vec![syntax::finding(text, file, fault)]),
    };
    let Some(fields) = Fields::open(&root, &ROADMAP, "", &mut findings) else { return (None, findings.all) };
    let roadmap = roadmap(&fields, file, &mut findings);
    (Some(roadmap), findings.all)
}

fn first_lines() -> String {
    "A roadmap begins with `format: 1`, `product: …` and `as_of: 2026-10-01`; then come `outcomes` and `bets`.".to_owned()
}

fn roadmap(fields: &Fields<'_>, file: &str, findings: &mut Findings<'_>) -> Roadmap {
    format(fields, findings);
    let product = fields.text("product", findings);
    let as_of = fields.value("as_of", findings, values::date);
    let roadmap = Roadmap {
        file: file.to_owned(),
        product: product.unwrap_or_else(|| Written::new("A product without a name".to_owned(), fields.at.clone())),
        as_of,
        summary: fields.text("summary", findings),
        outcomes: fields.list("outcomes", findings, items::outcome),
        bets: fields.list("bets", findings, items::bet),
        not_doing: fields.list("not_doing", findings, items::left_out),
        risks: fields.list("risks", findings, items::risk),
        assumptions: fields.list("assumptions", findings, items::assumption),
        sources: fields.list("sources", findings, items::source),
    };
    repeated(roadmap.outcomes.iter().map(|outcome| &outcome.id), "outcomes", findings);
    repeated(roadmap.bets.iter().map(|bet| &bet.id), "bets", findings);
    roadmap
}

fn format(fields: &Fields<'_>, findings: &mut Findings<'_>) {
    let Some(format) = fields.text("format", findings).filter(|format| format.value != "1") else { return };
    let finding = Diagnostic::error("roadmap-format", format!("The format is {}; this reader knows format 1.", format.value));
    findings.say(finding.at(findings.file, format.span).help("Write `format: 1`."));
}

/// Two of one kind with one id: whatever names the id could mean either.
fn repeated<'r>(ids: impl Iterator<Item = &'r Written<String>>, what: &str, findings: &mut Findings<'_>) {
    let mut first: HashMap<&str, Range<usize>> = HashMap::new();
    for id in ids {
        if first.contains_key(id.as_str()) {
            let message = format!("Two {what} have the id `{}`.", id.value);
            findings.error("roadmap-duplicate-id", message, id.span.clone()).help("Give one of them another id.");
        } else {
            first.insert(id.as_str(), id.span.clone());
        }
    }
}
