use super::Json;
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Span};
use clap::Args;

/// Show the solutions of an exercise and why they are right; the evidence says that they were seen
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  footbridge solution sql-failed-requests\n  footbridge solution memo-database-ceiling --flawed")]
pub(crate) struct Solution {
    /// Id of the exercise
    exercise: String,
    /// Of writing, roadmaps and decisions also flawed ones, each with what was found in it
    #[arg(long)]
    flawed: bool,
    #[command(flatten)]
    json: Json,
}

impl Solution {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let flawed = if self.flawed { app.flawed_examples(&self.exercise)? } else { Vec::new() };
        let view = app.solution(&self.exercise)?;
        if self.json.json {
            let mut whole = serde_json::to_value(&view)?;
            if self.flawed {
                whole["flawed"] = serde_json::to_value(&flawed)?;
            }
            here.print_json(&whole)?;
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
        for example in &flawed {
            page.heading(&format!("Flawed: {}", example.fault));
            page.gap();
            example.text.lines().for_each(|line| page.code(Span::new(Ink::Code, line)));
            page.heading("What was found in it");
            page.blocks(&example.found, &[]);
        }
        here.print(&page.finish())?;
        Ok(Ending::Done)
    }
}
