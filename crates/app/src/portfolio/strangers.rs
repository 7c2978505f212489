//! Somebody else's published site: every claim on it is checked again, with no learner's folder.

use super::gather::judged;
use crate::piece::Named;
use crate::verify::holding;
use crate::view::{VerifyLineView, VerifyResult, VerifyView};
use crate::{App, Fault, Trouble};
use footbridge_content::Exercise;
use footbridge_portfolio::{EvidenceEntry, EvidenceFile, Judged, LARGEST_EVIDENCE, read_evidence};
use footbridge_verdict::{AnswerHash, Outcome, Proof};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::Path;

/// The largest answer that is read, in bytes.
const LARGEST_ANSWER: u64 = 1024 * 1024;

impl App {
    /// Judges every answer of a published site again.
    pub fn verify_site(&self, folder: &Path) -> Result<VerifyView, Trouble> {
        let bytes = plain_file(&folder.join("evidence.json"), LARGEST_EVIDENCE as u64).map_err(|error| {
            Trouble::new(Fault::World, format!("{} holds no `evidence.json` that can be read: {error}.", folder.display()))
                .help("Name the folder of a site that `footbridge portfolio build` made.")
        })?;
        let (file, found) = read_evidence(&bytes);
        let Some(file) = file else {
            return Err(Trouble::asked("`evidence.json` cannot be read.").findings(found));
        };
        let mut lines: Vec<VerifyLineView> = file.entries.iter().map(|entry| self.verify_claim(folder, &file, entry)).collect();
        lines.extend(found.iter().map(|finding| VerifyLineView {
            exercise: String::new(),
            kept: "evidence.json".to_owned(),
            result: VerifyResult::Unreadable,
            says: finding.message.clone(),
        }));
        let answer = if lines.is_empty() { "The site claims nothing.".to_owned() } else { holding(&lines, "claim holds", "claims hold") };
        Ok(VerifyView { answer: format!("{answer} Dates and help used are taken on trust."), lines })
    }

    fn verify_claim(&self, folder: &Path, file: &EvidenceFile, entry: &EvidenceEntry) -> VerifyLineView {
        let path = entry.answer.as_ref().map(|answer| answer.path.clone()).unwrap_or_default();
        let line = |result: VerifyResult, says: String| VerifyLineView { exercise: entry.id.to_string(), kept: path.clone(), result, says };
        let Ok(Named { exercise, .. }) = self.course.named(entry.id.as_str()) else {
            return line(VerifyResult::NotRun, format!("This version of Footbridge does not know `{}`.", entry.id));
        };
        let text = match published_answer(folder, entry) {
            Ok(Some(text)) => text,
            Ok(None) => return line(VerifyResult::NotRun, "No answer was published with it.".to_owned()),
            Err((result, says)) => return line(result, says),
        };
        if entry.proof == Proof::Verified && exercise.proof == Proof::SelfReported {
            return line(VerifyResult::Differs, "It claims to be verified; work of this kind is self-reported.".to_owned());
        }
        if entry.judged != judged(exercise) {
            let says = match entry.judged {
                Judged::Substance => "It claims that its substance was judged; a check of this kind looks at the structure.",
                Judged::Structure => "It claims that only its structure was looked at; a check of this kind judges the substance.",
            };
            return line(VerifyResult::Differs, says.to_owned());
        }
        let unpublished = RefCell::new(BTreeSet::new());
        let own = |other: &Exercise| {
            let claim = file.entries.iter().find(|claim| claim.id == other.id);
            let text = claim.and_then(|claim| published_answer(folder, claim).ok().flatten());
            if text.is_none() {
                unpublished.borrow_mut().insert(other.id.to_string());
            }
            text
        };
        // A claim does not say which variant it was: it holds when the answer passes the one whose check has its version, or any of them.
        let version = |variant: &Exercise| footbridge_grade::check_version(&self.course.pack, variant);
        let same_check = exercise.each_variant().find(|variant| version(variant) == entry.check_version);
        let tried = same_check.map_or_else(|| exercise.each_variant().collect(), |variant| vec![variant]);
        let checks: Vec<_> = tried.iter().map(|variant| self.grader.check(&self.course.pack, variant, &text, &own)).collect();
        let best = checks.iter().find(|checked| checked.verdict.outcome == Outcome::Pass).or(checks.first());
        let Some(checked) = best else { return line(VerifyResult::NotRun, "There is nothing to check it with.".to_owned()) };
        let summary = checked.verdict.summary.clone();
        if let Some(missing) = unpublished.into_inner().first() {
            return line(VerifyResult::NotRun, format!("It cites the answer to `{missing}`, which was not published with it."));
        }
        match (checked.verdict.outcome, same_check.is_some()) {
            (Outcome::Pass, true) if summary != entry.verdict_summary => {
                line(VerifyResult::Differs, format!("It passes, and the verdict is another one than claimed: {summary}"))
            }
            (Outcome::Pass, true) => line(VerifyResult::Holds, summary),
            (Outcome::Pass, false) => line(VerifyResult::Holds, format!("{summary} The check has changed since.")),
            (Outcome::NotRun, _) => line(VerifyResult::NotRun, summary),
            (Outcome::Revise | Outcome::Unreadable, true) => line(VerifyResult::Differs, summary),
            (Outcome::Revise | Outcome::Unreadable, false) => {
                line(VerifyResult::EarlierCheck, format!("It passed another version of this check. The present one says: {summary}"))
            }
        }
    }
}

/// The text of a published answer, its hash checked; `None` when the claim has no file.
fn published_answer(folder: &Path, entry: &EvidenceEntry) -> Result<Option<String>, (VerifyResult, String)> {
    let Some(answer) = &entry.answer else { return Ok(None) };
    let bytes = plain_file(&folder.join(&answer.path), LARGEST_ANSWER).map_err(|error| (VerifyResult::Missing, format!("{error}.")))?;
    if AnswerHash::of(&bytes) != answer.hash {
        return Err((VerifyResult::Damaged, "The published answer is not the one that was judged.".to_owned()));
    }
    String::from_utf8(bytes).map(Some).map_err(|_| (VerifyResult::Damaged, "The published answer is no text.".to_owned()))
}

/// A file's bytes, when it is a file and no link of the file system, and not too large.
fn plain_file(path: &Path, largest: u64) -> std::io::Result<Vec<u8>> {
    let refused = |why: &str| std::io::Error::other(format!("`{}` {why}", path.display()));
    let about = std::fs::symlink_metadata(path)?;
    if !about.is_file() {
        return Err(refused("is no plain file"));
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(largest + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > largest { Err(refused("is too large")) } else { Ok(bytes) }
}
