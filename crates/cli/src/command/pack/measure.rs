use super::{Score, score, score_words};
use crate::Ending;
use crate::command::Json;
use crate::context::Context;
use crate::terminal::{Page, Progress};
use clap::Args;
use footbridge_app::{Depth, Further, Measured, MutationScore, measure_pack};
use serde::Serialize;
use std::path::PathBuf;
use std::time::Instant;

#[derive(Debug, Args)]
pub(super) struct Measure {
    /// The folder that holds pack.toml
    path: PathBuf,
    /// Only these exercises, named with commas or one at a time
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    only: Vec<String>,
    /// Also make the smallest data on which each wrong query shows, and tell its rows; takes long
    #[arg(long)]
    counterexamples: bool,
    /// Also look for data that tells the survivors from the solution, on thousands of further databases; takes long
    #[arg(long)]
    further: bool,
    #[command(flatten)]
    json: Json,
}

/// A report for programs.
#[derive(Serialize)]
struct Report<'a> {
    independent: Vec<Score<'a>>,
    /// Rows of each counterexample, the fewest first.
    counterexample_rows: Vec<usize>,
    only_where_seen: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    further: Option<&'a Further>,
}

impl Measure {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let wanted = |id: &str| self.only.is_empty() || self.only.iter().any(|only| only == id);
        let begun = Instant::now();
        let measured = {
            let progress = Progress::new();
            let say = |at: usize, of: usize, id: &str| progress.say(&format!("{at} of {of} measured; measuring {id}"));
            let depth = Depth { smallest: self.counterexamples, further: self.further };
            measure_pack(&self.path, &wanted, depth, &say)?
        };
        let scores: Vec<(String, MutationScore)> =
            measured.iter().map(|(id, measured)| (id.clone(), measured.independent.clone())).collect();
        let mut rows: Vec<usize> = measured.iter().flat_map(|(_, measured)| measured.smallest.iter().copied()).collect();
        rows.sort_unstable();
        let only_where_seen = measured.iter().map(|(_, measured): &(String, Measured)| measured.only_where_seen).sum();
        let mut further = Further::default();
        measured.iter().filter_map(|(_, measured)| measured.further.as_ref()).for_each(|one| further.add(one));
        if self.json.json {
            here.print_json(&Report {
                independent: scores.iter().map(score).collect(),
                counterexample_rows: rows,
                only_where_seen,
                further: self.further.then_some(&further),
            })?;
            return Ok(Ending::Done);
        }
        let mut page = Page::new(&here.terminal);
        page.heading("Wrong queries drawn by chance, told from the solution");
        let mut all = MutationScore::default();
        for (exercise, score) in &scores {
            all.add(score);
            page.point(&format!("{exercise}: {}", score_words(score)));
        }
        page.says(&format!("All together: {}", score_words(&all)));
        if let (Some(median), Some(most)) = (rows.get(rows.len() / 2), rows.last()) {
            page.gap();
            page.heading("Rows of the smallest data on which a wrong query shows");
            page.says(&format!("{} queries: median {median}, most {most}.", rows.len()));
            page.says(&format!("{only_where_seen} more are told by the data of the exercise alone, and have no small data."));
        }
        if self.further {
            page.gap();
            page.heading("The survivors on further databases");
            further_words(&all, &further).iter().for_each(|line| page.says(line));
        }
        page.gap();
        page.says(&format!("Measured in {} s.", begun.elapsed().as_secs()));
        here.print(&page.finish())?;
        Ok(Ending::Done)
    }
}

fn further_words(all: &MutationScore, further: &Further) -> Vec<String> {
    let alike = further.alike.len();
    let without = MutationScore { equivalent: alike, ..all.clone() };
    let mut lines = vec![
        format!("{} databases were built.", further.databases),
        format!(
            "Of those that exercises call equivalent, {} agree with the solution on every one, and {} are told from it.",
            further.equivalent,
            further.refuted.len()
        ),
        format!(
            "Of the survivors drawn by chance, {} are told from the solution, and {alike} agree with it on every one; without these the \
             data of the exercises tells {:.1} %.",
            further.missed.len(),
            100.0 * without.adjusted()
        ),
    ];
    lines.extend(further.refuted.iter().map(|change| format!("Called equivalent, and none: {change}")));
    lines.extend(further.missed.iter().map(|change| format!("Missed: {change}")));
    lines
}
