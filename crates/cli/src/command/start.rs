use super::Json;
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Span};
use clap::Args;
use footbridge_app::PieceName;

/// Begin a lesson or exercise: writes the file to answer in, unless it is there
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  footbridge start sql-failed-requests\n  footbridge start numeric-availability-budget --again")]
pub(crate) struct Start {
    /// Id of the lesson or exercise
    exercise: String,
    /// Begin a passed exercise once more, with other numbers
    #[arg(long)]
    again: bool,
    #[command(flatten)]
    json: Json,
}

impl Start {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let view = if self.again { app.start_again(&self.exercise)? } else { app.start(&self.exercise)? };
        if self.json.json {
            here.print_json(&view)?;
            return Ok(Ending::Done);
        }
        let piece = app.name_of_piece(&view.id)?;
        let file = here.folder().join(&view.path);
        let mut page = Page::new(&here.terminal);
        page.says(&format!("{} is begun.", view.title));
        page.labelled(Span::new(Ink::Strong, "Answer in:"), &format!("`{}`", file.display()));
        page.labelled(Span::new(Ink::Strong, "Read:"), &format!("`footbridge show {}`", view.id));
        page.labelled(Span::new(Ink::Strong, "Check:"), &format!("`footbridge check {}`", view.id));
        if let Some(piece) = piece {
            tell_piece(&mut page, &piece);
        }
        here.print(&page.finish())?;
        Ok(Ending::Done)
    }
}

/// What this piece of several is called, wherever one is named.
pub(super) fn tell_piece(page: &mut Page<'_>, piece: &PieceName) {
    page.labelled(
        Span::new(Ink::Strong, "Its name:"),
        &format!("`{}`, for `footbridge post`, `published`, `review` and portfolio.toml.", piece.name),
    );
}
