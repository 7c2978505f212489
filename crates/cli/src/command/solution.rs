use super::Json;
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Span};
use clap::Args;

/// Show the solutions of an exercise and why they are right; the evidence says that they were seen
#[derive(Debug, Args)]
#[command(after_long_help = "Example:\n  footbridge solution sql-failed-requests")]
pub(crate) struct Solution {
    /// Id of the exercise
    exercise: String,
    #[command(flatten)]
    json: Json,
}

impl Solution {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let view = here.app()?.solution(&self.exercise)?;
        if self.json.json {
            here.print_json(&view)?;
            return Ok(Ending::Done);
        }
        let mut page = Page::new(&here.terminal);
        for (at, solution) in view.solutions.iter().enumerate() {
            page.heading(&if view.solutions.len() == 1 { "Solution".to_owned() } else { format!("Solution {}", at + 1) });
            page.gap();
            // Printed as it stands, so that it can be copied.
            solution.lines().for_each(|line| page.code(Span::new(Ink::Code, line)));
        }
        page.blocks(&view.discussion, &[]);
        here.print(&page.finish())?;
        Ok(Ending::Done)
    }
}
