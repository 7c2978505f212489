use crate::{evidence_page, front_page};
use footbridge_verdict::{AnswerHash, ExerciseId, HelpUsed, Proof};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Everything the site shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Whose it is.
    pub owner: String,
    /// One sentence under the name; may be empty.
    pub headline: String,
    /// The day it was built.
    pub built_on: Date,
    /// The evidence, in the order of the tracks. Of several with one id only the first is shown.
    pub entries: Vec<Entry>,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Id; also the name of its page.
    pub id: ExerciseId,
    /// Title.
    pub title: String,
    /// Title of its track.
    pub track: String,
    /// Titles of the skills it shows.
    pub skills: Vec<String>,
    /// Verified or self-reported.
    pub proof: Proof,
    /// What the check looked at.
    pub judged: Judged,
    /// Help used before the pass.
    pub help_used: HelpUsed,
    /// The exact answer that passed; `None` when there is no file, as for a lesson's questions.
    pub answer: Option<Answer>,
    /// Version of the check that gave the verdict.
    pub check_version: String,
    /// The verdict in one sentence.
    pub verdict_summary: String,
    /// The day it passed.
    pub passed_on: Date,
    /// The command that runs the check again.
    pub how_to_rerun: String,
    /// Markdown to be read as a text: the piece itself when it is writing, or what there is to say about it.
    pub body: Option<String>,
    /// Whether the owner wants it at the top. When nothing is, up to three are chosen: verified before self-reported, with less help
    /// before more, newer before older.
    pub featured: bool,
}

/// What a check looked at. Ignored for self-reported work, of which only the form is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// The substance: the answer was run, computed or compared.
    Substance,
    /// The structure of a text; whether it is good was not judged.
    Structure,
}

/// The exact answer that passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Name of the file.
    pub file: String,
    /// Its text.
    pub text: String,
    /// Its hash.
    pub hash: AnswerHash,
}

/// One file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Path inside the site, with forward slashes.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Pieces at the top when the owner chose none.
const CHOSEN_FOR_THE_OWNER: usize = 3;

/// Builds all files: `index.html`, `evidence/<id>.html` for each entry, `style.css`. The same site always gives the same bytes.
pub fn build(site: &Site) -> Vec<Page> {
    let mut ids = BTreeSet::new();
    let entries: Vec<&Entry> = site.entries.iter().filter(|entry| ids.insert(&entry.id)).collect();
    let featured = featured(&entries);
    let mut pages = vec![
        Page { path: "index.html".to_owned(), bytes: front_page::render(site, &entries, &featured).into_bytes() },
        Page { path: "style.css".to_owned(), bytes: include_bytes!("style.css").to_vec() },
    ];
    pages.extend(
        entries.iter().map(|entry| Page {
            path: format!("evidence/{}.html", entry.id),
            bytes: evidence_page::render(site, entry, &ids).into_bytes(),
        }),
    );
    pages
}

fn featured<'a>(entries: &[&'a Entry]) -> Vec<&'a Entry> {
    let by_owner: Vec<&Entry> = entries.iter().copied().filter(|entry| entry.featured).collect();
    if !by_owner.is_empty() {
        return by_owner;
    }
    let mut best: Vec<&Entry> = entries.to_vec();
    best.sort_by_key(|entry| {
        (entry.proof == Proof::SelfReported, entry.help_used.solution, entry.help_used.hints, std::cmp::Reverse(entry.passed_on))
    });
    best.truncate(CHOSEN_FOR_THE_OWNER);
    best
}
