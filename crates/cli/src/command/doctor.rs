use super::{Json, told};
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Span};
use clap::Args;
use footbridge_app::{DoctorMark, DoctorView};

/// Look at the folder, the data and the SQL worker, and say what is enforced on this machine
#[derive(Debug, Args)]
#[command(after_long_help = "Example:\n  footbridge doctor")]
pub(crate) struct Doctor {
    #[command(flatten)]
    json: Json,
}

impl Doctor {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let view = here.app()?.doctor();
        told(&view, self.json.json, here, || page(&view, here))?;
        Ok(if view.well { Ending::Done } else { Ending::No })
    }
}

fn page(view: &DoctorView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    for line in &view.lines {
        let (mark, ink) = match line.mark {
            DoctorMark::Well => ("✓", Ink::Good),
            DoctorMark::NotEnforced => ("–", Ink::Warning),
            DoctorMark::Wrong => ("✗", Ink::Bad),
        };
        page.labelled(Span::new(ink, mark), &format!("**{}**: {}", line.what, line.says));
        if let Some(help) = &line.help {
            page.wrapped(&crate::terminal::words(help), "  → ", "    ");
        }
    }
    page.finish()
}
