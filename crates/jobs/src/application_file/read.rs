use super::{ApplicationFile, Entry};
use crate::address::is_address;
use crate::application::{Interview, Kept, Made, Reason, Rejection, StageName};
use footbridge_diagnostic::{Diagnostic, Source, nearest};
use jiff::civil::Date;
use serde::Deserialize;
use serde_saphyr::{Error, Options, Spanned};
use std::ops::Range;

/// Longest file that is read, in bytes. A year of notes has 20,000.
pub const LONGEST_APPLICATION: usize = 200_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileYaml {
    company: String,
    role: String,
    #[serde(default)]
    link: Option<Spanned<String>>,
    #[serde(default)]
    history: Option<Vec<Spanned<EntryYaml>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryYaml {
    on: String,
    stage: Option<String>,
    reason: Option<String>,
    said: Option<String>,
    resume: Option<String>,
    resume_hash: Option<String>,
    resume_variant: Option<String>,
    resume_theme: Option<String>,
    resume_paper: Option<String>,
    letter: Option<String>,
    letter_hash: Option<String>,
    followed_up: Option<String>,
    remind_on: Option<String>,
    interview_on: Option<String>,
    company_kind: Option<String>,
    note: Option<String>,
}

/// Reads a file; `file` is the name findings point at. What is wrong with single entries is a finding, and the others are read. A fault that
/// leaves the whole unreadable is the error. No finding repeats what the file says: it may be shown where the file is not.
pub fn read_application(text: &str, file: &str) -> Result<(ApplicationFile, Vec<Diagnostic>), Diagnostic> {
    if text.len() > LONGEST_APPLICATION {
        return Err(Diagnostic::error("jobs-application-too-long", "The file is longer than 200 kB; it was not read.")
            .at(file, 0..0)
            .help("Keep long texts in files of their own."));
    }
    let yaml: FileYaml = serde_saphyr::from_str_with_options(text, options()).map_err(|error| unreadable(text, file, error))?;
    let mut findings = Vec::new();
    let mut history = Vec::new();
    for spanned in yaml.history.unwrap_or_default() {
        let at = place(text, &spanned);
        match entry(spanned.value) {
            Ok(entry) => history.push(entry),
            Err(fault) => findings.push(fault.at(file, at)),
        }
    }
    let mut link = String::new();
    if let Some(spanned) = yaml.link {
        let at = place(text, &spanned);
        match trimmed(spanned.value) {
            written if written.is_empty() || is_address(&written) => link = written,
            _ => findings.push(
                Diagnostic::warning("jobs-application-link", "The link is no address of a page on the web, so it is left out.")
                    .at(file, at)
                    .help("It begins with https:// or http://."),
            ),
        }
    }
    let read = ApplicationFile { company: trimmed(yaml.company), role: trimmed(yaml.role), link, history };
    if read.company.is_empty() || read.role.is_empty() {
        let message = if read.company.is_empty() { "The file names no company." } else { "The file names no role." };
        return Err(Diagnostic::error("jobs-application-nameless", message).at(file, 0..0).help("Write `company: …` and `role: …`."));
    }
    Ok((read, findings))
}

/// One document without names to refer to; a year of entries has 2,000 nodes.
fn options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_events: 40_000,
            max_nodes: 20_000,
            max_depth: 8,
            max_documents: 1,
            max_anchors: 0,
            max_aliases: 0,
            max_merge_keys: 0,
            max_total_scalar_bytes: LONGEST_APPLICATION,
        },
        with_snippet: false,
    }
}

fn entry(yaml: EntryYaml) -> Result<Entry, Diagnostic> {
    let stage = yaml.stage.as_deref().map(stage).transpose()?;
    let reason = yaml.reason.as_deref().map(reason).transpose()?;
    let rejection = (reason.is_some() || yaml.said.is_some())
        .then(|| Rejection { reason: reason.unwrap_or(Reason::NotSaid), said: trimmed(yaml.said.unwrap_or_default()) });
    let kept = |name: Option<String>, hash: Option<String>, made: Option<Made>| {
        name.map(|name| Kept { name: trimmed(name), hash: trimmed(hash.unwrap_or_default()), made })
    };
    let made = [yaml.resume_variant, yaml.resume_theme, yaml.resume_paper].map(|text| text.map(trimmed).unwrap_or_default());
    let made = made.iter().any(|text| !text.is_empty()).then(|| {
        let [variant, theme, paper] = made;
        Made { variant, theme, paper }
    });
    Ok(Entry {
        on: day(&yaml.on)?,
        stage,
        rejection,
        resume: kept(yaml.resume, yaml.resume_hash, made),
        letter: kept(yaml.letter, yaml.letter_hash, None),
        followed_up: yaml.followed_up.map(trimmed),
        remind_on: yaml.remind_on.as_deref().map(day).transpose()?,
        interview: interview(yaml.interview_on.as_deref(), yaml.company_kind)?,
        note: trimmed(yaml.note.unwrap_or_default()),
    })
}

fn interview(on: Option<&str>, company_kind: Option<String>) -> Result<Option<Interview>, Diagnostic> {
    match (on, company_kind) {
        (Some(on), kind) => Ok(Some(Interview { on: day(on)?, company_kind: trimmed(kind.unwrap_or_default()) })),
        (None, None) => Ok(None),
        (None, Some(_)) => {
            Err(Diagnostic::warning("jobs-application-kind", "An entry has `company_kind` without `interview_on`; it is not read.")
                .help("Write the day of the interview beside it: `interview_on: 2026-12-10`."))
        }
    }
}

fn day(text: &str) -> Result<Date, Diagnostic> {
    text.trim().parse().map_err(|_| {
        Diagnostic::warning("jobs-application-day", "An entry has a day that is none; it is not read.").help("Write it as 2026-11-26.")
    })
}

fn stage(text: &str) -> Result<StageName, Diagnostic> {
    StageName::parse(text).ok_or_else(|| {
        let words = StageName::ALL.map(StageName::words);
        let finding = Diagnostic::warning("jobs-application-stage", "An entry has a stage that is not known; it is not read.");
        meant(finding, text, &words)
    })
}

fn reason(text: &str) -> Result<Reason, Diagnostic> {
    Reason::parse(text).ok_or_else(|| {
        let words = Reason::ALL.map(Reason::words);
        let finding = Diagnostic::warning("jobs-application-reason", "An entry has a reason that is not known; it is not read.");
        meant(finding, text, &words)
    })
}

fn meant(finding: Diagnostic, text: &str, known: &[&str]) -> Diagnostic {
    let near = nearest(text, known.iter().copied());
    let near = near.map_or_else(String::new, |near| format!("Did you mean “{near}”? "));
    finding.help(format!("{near}It is one of: {}.", known.join(", ")))
}

fn trimmed(text: String) -> String {
    let inner = text.trim();
    if inner.len() == text.len() { text } else { inner.to_owned() }
}

fn unreadable(text: &str, file: &str, error: Error) -> Diagnostic {
    let error = error.without_snippet();
    let source = Source { file, text };
    let at = error.location().map_or(0, |location| source.byte_of(location.line(), location.column()));
    Diagnostic::error("jobs-application-syntax", "The file cannot be read as an application from here on.")
        .at(file, at..at)
        .note("It has `company`, `role`, perhaps `link`, and `history`: a list of entries, each with `on` and what happened.")
        .help(
            "An entry may have `stage`, `reason`, `said`, `resume`, `resume_hash`, `resume_variant`, `resume_theme`, \
             `resume_paper`, `letter`, `letter_hash`, `followed_up`, `remind_on`, `interview_on`, `company_kind` and `note`, indented alike. Put a value that holds a colon in quotes.",
        )
}

/// The line an entry begins in, from its first letter.
fn place<T>(text: &str, spanned: &Spanned<T>) -> Range<usize> {
    let start = spanned.defined.span().byte_offset().unwrap_or(0);
    let start = text.floor_char_boundary(usize::try_from(start).unwrap_or(usize::MAX).min(text.len()));
    let line = text[start..].lines().next().unwrap_or_default();
    start..start + line.trim_end().len()
}
