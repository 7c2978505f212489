use super::Json;
use crate::Ending;
use crate::context::Context;
use clap::Args;

/// Print a piece of writing as plain text ready for LinkedIn; nothing is published
#[derive(Debug, Args)]
#[command(after_long_help = "Example:\n  footbridge post weekly-teardown")]
pub(crate) struct Post {
    /// Id of the exercise
    exercise: String,
    #[command(flatten)]
    json: Json,
}

impl Post {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let view = here.app()?.post(&self.exercise)?;
        if self.json.json {
            here.print_json(&view)?;
            return Ok(Ending::Done);
        }
        here.print(&view.text)?;
        here.tell(&format!("{}\n", view.says));
        Ok(Ending::Done)
    }
}
