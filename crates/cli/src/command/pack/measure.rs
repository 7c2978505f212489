use super::{Score, score, score_words};
use crate::Ending;
use crate::command::Json;
use crate::context::Context;
use crate::terminal::{Page, Progress};
use clap::Args;
use footbridge_app::{Measured, MutationScore, measure_pack};
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
}

impl Measure {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let wanted = |id: &str| self.only.is_empty() || self.only.iter().any(|only| only == id);
        let begun = Instant::now();
        let measured = {
            let progress = Progress::new();
            let say = |at: usize, of: usize, id: &str| progress.say(&format!("{at} of {of} measured; measuring {id}"));
            measure_pack(&self.path, &wanted, self.counterexamples, &say)?
        };
        let scores: Vec<(String, MutationScore)> =
            measured.iter().map(|(id, measured)| (id.clone(), measured.independent.clone())).collect();
        let mut rows: Vec<usize> = measured.iter().flat_map(|(_, measured)| measured.smallest.iter().copied()).collect();
        rows.sort_unstable();
        let only_where_seen = measured.iter().map(|(_, measured): &(String, Measured)| measured.only_where_seen).sum();
        if self.json.json {
            here.print_json(&Report { independent: scores.iter().map(score).collect(), counterexample_rows: rows, only_where_seen })?;
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
        page.gap();
        page.says(&format!("Measured in {} s.", begun.elapsed().as_secs()));
        here.print(&page.finish())?;
        Ok(Ending::Done)
    }
}
