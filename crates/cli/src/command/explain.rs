use super::Json;
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Page, Progress, rows_table};
use clap::Args;

/// Show the smallest data on which an answer in SQL goes wrong, and the clause that is at fault
///
/// Nothing is recorded: it is no help that counts.
#[derive(Debug, Args)]
#[command(after_long_help = "Example:\n  footbridge explain sql-failed-requests")]
pub(crate) struct Explain {
    /// Id of the exercise
    exercise: String,
    #[command(flatten)]
    json: Json,
}

impl Explain {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let view = {
            let progress = Progress::new();
            progress.say("Looking for the smallest data on which it goes wrong");
            here.app()?.explain(&self.exercise)?
        };
        if self.json.json {
            here.print_json(&view)?;
            return Ok(Ending::Done);
        }
        let mut page = Page::new(&here.terminal);
        page.says(&view.summary);
        for table in view.tables.iter().chain(&view.results) {
            page.heading(&table.title);
            page.table(&rows_table(&table.rows));
        }
        if !view.clause.is_empty() {
            page.gap();
            page.says(&view.clause);
        }
        here.print(&page.finish())?;
        Ok(Ending::Done)
    }
}
