use super::Json;
use crate::Ending;
use crate::context::Context;
use clap::Args;

/// Print a piece of writing as text for LinkedIn, Medium, Confluence or Notion; nothing is published
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  footbridge post weekly-teardown\n  footbridge post rfc-event-versioning --to confluence")]
pub(crate) struct Post {
    /// Id of the exercise
    exercise: String,
    /// Where it goes: linkedin, medium, confluence, notion
    #[arg(long, value_name = "PLACE", default_value = "linkedin")]
    to: String,
    #[command(flatten)]
    json: Json,
}

impl Post {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let view = here.app()?.post(&self.exercise, &self.to)?;
        if self.json.json {
            here.print_json(&view)?;
            return Ok(Ending::Done);
        }
        here.print(&view.text)?;
        view.lost.iter().for_each(|lost| here.tell(lost));
        here.tell(&format!("{}\n", view.says));
        Ok(Ending::Done)
    }
}
