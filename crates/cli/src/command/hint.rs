use super::Json;
use crate::Ending;
use crate::context::Context;
use crate::terminal::Page;
use clap::Args;

/// Open the next hint of an exercise; the evidence says how many were used
#[derive(Debug, Args)]
#[command(after_long_help = "Example:\n  footbridge hint sql-failed-requests")]
pub(crate) struct Hint {
    /// Id of the exercise
    exercise: String,
    #[command(flatten)]
    json: Json,
}

impl Hint {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let view = here.app()?.hint(&self.exercise)?;
        if self.json.json {
            here.print_json(&view)?;
            return Ok(Ending::Done);
        }
        let mut page = Page::new(&here.terminal);
        page.title(&format!("Hint {}: {}", view.number, view.title));
        page.blocks(&view.text, &[]);
        here.print(&page.finish())?;
        Ok(Ending::Done)
    }
}
