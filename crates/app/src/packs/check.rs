use super::files::{read_files, rendered, write};
use super::{on_every_core, refuse_unconfined};
use crate::Trouble;
use footbridge_content::{Exercise, Kind, prove_banks, read};
use footbridge_diagnostic::{Diagnostic, render_text};
use footbridge_grade::{DataFolder, Grader, MutationScore, prove};
use footbridge_query::Engine;
use std::path::Path;

/// Most mutants of a hundred, over a whole pack, that may be called equivalent.
const MOST_EQUIVALENT_PERCENT: usize = 10;

/// What checking a pack found.
#[derive(Debug, Clone)]
pub struct PackReport {
    /// Title of the pack; empty when `pack.toml` cannot be read.
    pub title: String,
    /// Lessons and exercises proven.
    pub exercises: usize,
    /// Answers tried.
    pub tried: usize,
    /// Every fault, rendered with its place.
    pub faults: Vec<String>,
    /// Feedback texts that are new or changed, from the pack's folder.
    pub unread: Vec<String>,
    /// For each SQL exercise, how the mutants of its solution fare.
    pub scores: Vec<(String, MutationScore)>,
}

/// Checks a pack on the disk: reads it, proves every wanted exercise, and with `bless` writes the feedback texts to be read.
pub fn check_pack(
    folder: &Path,
    wanted: &dyn Fn(&str) -> bool,
    bless: bool,
    progress: &(dyn Fn(usize, usize, &str) + Sync),
) -> Result<PackReport, Trouble> {
    let (files, links) = read_files(folder)?;
    let (pack, found) = read(&files);
    let mut report = PackReport {
        title: String::new(),
        exercises: 0,
        tried: 0,
        faults: found.iter().map(|finding| rendered(finding, &files)).collect(),
        unread: Vec::new(),
        scores: Vec::new(),
    };
    let Some(pack) = pack else { return Ok(report) };
    report.title.clone_from(&pack.head.title);
    report.faults.extend(links.iter().map(|link| {
        let finding = Diagnostic::error("pack-link", format!("`{link}` is a link; a pack holds files only."));
        rendered(&finding.help("Put the file itself there. Nothing was proven, because a link may lead out of the pack."), &files)
    }));
    if !links.is_empty() {
        return Ok(report);
    }
    report.faults.extend(prove_banks(&pack).iter().map(|finding| rendered(finding, &files)));
    let grader = Grader::new(Engine::new(crate::world::engine()), DataFolder::new(folder.join("data")));
    let chosen = || pack.exercises.iter().filter(|exercise| wanted(exercise.id.as_str()));
    if chosen().any(|exercise| exercise.kind == Kind::Sql) {
        refuse_unconfined(&grader)?;
    }
    let chosen: Vec<&Exercise> = chosen().collect();
    for (exercise, proven) in chosen.iter().zip(on_every_core(&chosen, progress, |exercise| prove(&grader, &pack, exercise))) {
        report.exercises += 1;
        report.tried += proven.tried;
        report.faults.extend(proven.found.iter().map(|finding| rendered(finding, &files)));
        if proven.score.mutants > 0 {
            report.scores.push((exercise.id.to_string(), proven.score));
        }
        for text in proven.unread {
            if bless {
                write(&folder.join(&text.path), &text.text)?;
            }
            report.unread.push(text.path);
        }
    }
    // Of a part of the pack the share says nothing.
    if chosen.len() == pack.exercises.len() {
        report.faults.extend(many_equivalent(&report.scores));
    }
    Ok(report)
}

/// Whether too many mutants of a whole pack are called equivalent, as a rendered fault.
fn many_equivalent(scores: &[(String, MutationScore)]) -> Option<String> {
    let mut all = MutationScore::default();
    scores.iter().for_each(|(_, score)| all.add(score));
    let message = format!("{} of {} mutants of this pack are called equivalent.", all.equivalent, all.mutants);
    let finding = Diagnostic::error("equivalent-many", message)
        .help(format!("At most {MOST_EQUIVALENT_PERCENT} in a hundred may be, over all: look for data that tells some of them apart."));
    all.has_more_equivalent_than(MOST_EQUIVALENT_PERCENT).then(|| render_text(&finding, None, false))
}
