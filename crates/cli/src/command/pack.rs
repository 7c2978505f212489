mod measure;

use super::{Json, told};
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Progress, Span};
use clap::{Args, Subcommand};
use footbridge_app::{Hardening, MutationScore, PackReport, check_pack, harden_pack, new_exercise, preview_exercise};
use footbridge_diagnostic::counted;
use measure::Measure;
use serde::Serialize;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Make and check packs of lessons and exercises, ours and your own
#[derive(Debug, Args)]
pub(crate) struct Pack {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Prove a pack: every solution passes, every wrong answer fails with its feedback
    ///
    /// Exit code 0 when it is sound, 1 when it is not. All faults are shown at once, each with file and line.
    #[command(
        after_long_help = "Examples:\n  footbridge pack check content\n  footbridge pack check content --only sql-failed-requests\n  footbridge pack check my-pack --bless    writes the feedback texts to be read"
    )]
    Check(Check),
    /// Build the hidden databases of SQL exercises: small ones that tell wrong queries from right ones
    ///
    /// Each `hidden.json` is written anew, and the mutants that no database tells from the solution are listed. What stands in
    /// `databases.toml` is looked at first. Exit code 1 when such a file is at fault.
    #[command(
        after_long_help = "Examples:\n  footbridge pack harden content --only sql-failed-requests\n  footbridge pack harden content --only sql-failed-requests --keep    seconds, after a change of databases.toml"
    )]
    Harden(Harden),
    /// Measure the data of SQL exercises with wrong queries that steered nothing
    ///
    /// The queries are drawn anew by chance, the same ones every time, and none of them was looked at when the data was made.
    #[command(
        after_long_help = "Examples:\n  footbridge pack measure content\n  footbridge pack measure content --only sql-failed-requests --counterexamples"
    )]
    Measure(Measure),
    /// Begin a new exercise: every file that its kind needs, ready to be filled in
    #[command(after_long_help = "Example:\n  footbridge pack new my-pack sql sql-late-orders")]
    New {
        /// The folder that holds pack.toml
        path: PathBuf,
        /// sql, read, choice, numeric, write, roadmap or decide
        kind: String,
        /// The new exercise's id, which is never used again
        id: String,
        #[command(flatten)]
        json: Json,
    },
    /// Print an exercise as a learner would read it, in Markdown
    #[command(after_long_help = "Example:\n  footbridge pack preview my-pack sql-late-orders")]
    Preview {
        /// The folder that holds pack.toml
        path: PathBuf,
        /// Id of the exercise
        id: String,
    },
}

#[derive(Debug, Args)]
struct Check {
    /// The folder that holds pack.toml
    path: PathBuf,
    /// Prove only these exercises, named with commas or one at a time; shapes and links are always checked
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    only: Vec<String>,
    /// Write the feedback texts that are new or changed, so that they can be read
    #[arg(long)]
    bless: bool,
    #[command(flatten)]
    json: Json,
}

#[derive(Debug, Args)]
struct Harden {
    /// The folder that holds pack.toml
    path: PathBuf,
    /// Only these exercises, named with commas or one at a time
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    only: Vec<String>,
    /// Where chance begins; the same seed builds the same databases
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Begin with the databases that stand in `hidden.json`, and build no more than make up the number
    #[arg(long)]
    keep: bool,
    #[command(flatten)]
    json: Json,
}

/// A report for programs.
#[derive(Serialize)]
struct Report<'a> {
    title: &'a str,
    sound: bool,
    exercises: usize,
    tried: usize,
    faults: &'a [String],
    unread: &'a [String],
    scores: Vec<Score<'a>>,
}

/// How the mutants of one exercise fare.
#[derive(Serialize)]
struct Score<'a> {
    exercise: &'a str,
    mutants: usize,
    killed: usize,
    equivalent: usize,
    survivors: &'a [String],
}

fn score((exercise, score): &(String, MutationScore)) -> Score<'_> {
    let MutationScore { mutants, killed, equivalent, survivors, .. } = score;
    Score { exercise, mutants: *mutants, killed: *killed, equivalent: *equivalent, survivors }
}

impl Pack {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        match &self.act {
            Act::Check(check) => check.run(here),
            Act::Harden(harden) => harden.run(here),
            Act::Measure(measure) => measure.run(here),
            Act::New { path, kind, id, json } => {
                let files = new_exercise(path, kind, id)?;
                told(&serde_json::json!({ "files": files }), json.json, here, || {
                    files.iter().map(|written| format!("{}\n", written.display())).collect()
                })
            }
            Act::Preview { path, id } => {
                here.print(&format!("{}\n", preview_exercise(path, id)?.trim_end()))?;
                Ok(Ending::Done)
            }
        }
    }
}

fn score_words(score: &MutationScore) -> String {
    format!(
        "{} of {} mutants, {:.1} %; without {} that make no difference {:.1} %.",
        score.killed,
        score.mutants,
        100.0 * score.raw(),
        score.equivalent,
        100.0 * score.adjusted()
    )
}

impl Harden {
    fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let wanted = |id: &str| self.only.is_empty() || self.only.iter().any(|only| only == id);
        let report = {
            let progress = Progress::new();
            harden_pack(&self.path, &wanted, Hardening { seed: self.seed, keep: self.keep }, &|at, of, id| {
                progress.say(&format!("{at} of {of} done; building databases for {id}"));
            })?
        };
        let ending = if report.faults.is_empty() { Ending::Done } else { Ending::No };
        if self.json.json {
            here.print_json(&report)?;
            return Ok(ending);
        }
        let mut page = Page::new(&here.terminal);
        for fault in &report.faults {
            page.verbatim(fault);
            page.gap();
        }
        for report in &report.hardened {
            let killed = report.mutants - report.survivors.len();
            page.says(&format!(
                "{} ({}): {killed} of {} mutants told apart by {} databases with {} rows; {} were looked at.",
                report.id, report.variant, report.mutants, report.databases, report.rows, report.built
            ));
            report.survivors.iter().for_each(|survivor| page.point(survivor));
        }
        here.print(&page.finish())?;
        Ok(ending)
    }
}

impl Check {
    fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let wanted = |id: &str| self.only.is_empty() || self.only.iter().any(|only| only == id);
        let begun = Instant::now();
        let report = {
            let progress = Progress::new();
            check_pack(&self.path, &wanted, self.bless, &|at, of, id| progress.say(&format!("{at} of {of} proven; proving {id}")))?
        };
        let sound = report.faults.is_empty() && (report.unread.is_empty() || self.bless);
        if self.json.json {
            let PackReport { title, exercises, tried, faults, unread, scores } = &report;
            here.print_json(&Report {
                title,
                sound,
                exercises: *exercises,
                tried: *tried,
                faults,
                unread,
                scores: scores.iter().map(score).collect(),
            })?;
        } else {
            here.print(&self.page(&report, sound, begun.elapsed(), here))?;
        }
        Ok(if sound { Ending::Done } else { Ending::No })
    }

    fn page(&self, report: &PackReport, sound: bool, took: Duration, here: &Context) -> String {
        let mut page = Page::new(&here.terminal);
        for fault in &report.faults {
            page.verbatim(fault);
            page.gap();
        }
        if !report.unread.is_empty() {
            page.heading(if self.bless {
                "Written: read them before you keep them"
            } else {
                "New or changed feedback texts, not read yet"
            });
            report.unread.iter().for_each(|path| page.point(path));
            if !self.bless {
                page.says("`--bless` writes them.");
            }
            page.gap();
        }
        if !report.scores.is_empty() {
            let mut all = MutationScore::default();
            page.heading("Wrong queries told from the solution");
            for (exercise, score) in &report.scores {
                all.add(score);
                page.point(&format!("{exercise}: {}", score_words(score)));
            }
            page.says(&format!("All together: {}", score_words(&all)));
            page.gap();
        }
        let title = if report.title.is_empty() { self.path.display().to_string() } else { report.title.clone() };
        let exercises = counted(report.exercises, "exercise", "exercises");
        let proven = format!("{exercises} proven with {} answers in {} s.", report.tried, took.as_secs());
        let (label, ink) = match (report.faults.len(), sound) {
            (0, true) => ("Sound:".to_owned(), Ink::Good),
            (0, false) => ("Not sound while feedback is unread:".to_owned(), Ink::Bad),
            (1, _) => ("1 fault:".to_owned(), Ink::Bad),
            (count, _) => (format!("{count} faults:"), Ink::Bad),
        };
        page.labelled(Span::new(ink, label), &format!("{title}. {proven}"));
        page.finish()
    }
}
