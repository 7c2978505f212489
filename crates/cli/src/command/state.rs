use super::plan::when;
use super::{Json, told};
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Span, Table, words};
use clap::Args;
use footbridge_app::StateView;
use footbridge_app::view::ExerciseState;
use footbridge_diagnostic::counted;

/// Show what the journal adds up to: exercises, passes and milestones
#[derive(Debug, Args)]
#[command(after_long_help = "Example:\n  footbridge state --json")]
pub(crate) struct State {
    #[command(flatten)]
    json: Json,
}

impl State {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let view = here.app()?.state()?;
        told(&view, self.json.json, here, || page(&view, here))
    }
}

fn page(view: &StateView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.folder);
    let last = view.last_at.as_ref().map(|at| format!(", the last at {at}")).unwrap_or_default();
    let events = counted(view.events, "event", "events");
    page.aside(&format!("{events} in the journal{last}"));
    for finding in &view.findings {
        page.labelled(Span::new(Ink::Warning, "notice:"), finding);
    }
    if view.exercises.is_empty() {
        page.says("Nothing is begun yet. `footbridge today` says what comes first.");
    } else {
        page.gap();
        let mut table = Table::new(&["exercise", "state", "checks", "passes", "hints", "solution"], &[2, 3, 4]);
        for line in &view.exercises {
            table.row(vec![
                vec![Span::new(Ink::Code, &line.exercise)],
                vec![Span::plain(line.state.map_or("left the course", ExerciseState::word))],
                vec![Span::plain(line.attempts.to_string())],
                vec![Span::plain(line.passes.to_string())],
                vec![Span::plain(line.hints.to_string())],
                vec![Span::plain(if line.solution { "seen" } else { "" })],
            ]);
        }
        page.table(&table);
    }
    page.heading("Milestones");
    let mut milestones = Table::new(&["milestone", "when"], &[]);
    for milestone in &view.milestones {
        milestones.row(vec![words(&milestone.title), vec![Span::plain(when(milestone))]]);
    }
    page.table(&milestones);
    page.finish()
}
