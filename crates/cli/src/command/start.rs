use super::Json;
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Span};
use clap::Args;

/// Begin a lesson or exercise: writes the file to answer in, unless it is there
#[derive(Debug, Args)]
#[command(after_long_help = "Example:\n  footbridge start sql-failed-requests")]
pub(crate) struct Start {
    /// Id of the lesson or exercise
    exercise: String,
    #[command(flatten)]
    json: Json,
}

impl Start {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let view = here.app()?.start(&self.exercise)?;
        if self.json.json {
            here.print_json(&view)?;
            return Ok(Ending::Done);
        }
        let file = here.folder().join(&view.path);
        let mut page = Page::new(&here.terminal);
        page.says(&format!("{} is begun.", view.title));
        page.labelled(Span::new(Ink::Strong, "Answer in:"), &format!("`{}`", file.display()));
        page.labelled(Span::new(Ink::Strong, "Read:"), &format!("`footbridge show {}`", view.id));
        page.labelled(Span::new(Ink::Strong, "Check:"), &format!("`footbridge check {}`", view.id));
        here.print(&page.finish())?;
        Ok(Ending::Done)
    }
}
