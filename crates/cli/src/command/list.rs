use super::{Json, told};
use crate::Ending;
use crate::context::{Context, refusal};
use crate::terminal::{Ink, Page, Span, Table};
use clap::Args;
use footbridge_app::view::{CatalogueItemView, CatalogueView, ExerciseState};

/// List all lessons and exercises, with where each of them stands
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  footbridge list\n  footbridge list --track sql")]
pub(crate) struct List {
    #[command(flatten)]
    json: Json,
    /// Only one track, such as sql or system-design
    #[arg(long, value_name = "TRACK")]
    track: Option<String>,
}

impl List {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let mut view = app.catalogue()?;
        here.tell_notices(&app)?;
        if let Some(wanted) = &self.track {
            let known: Vec<String> = view.tracks.iter().map(|track| track.id.clone()).collect();
            view.tracks.retain(|track| track.id == *wanted);
            if view.tracks.is_empty() {
                let help = match footbridge_diagnostic::nearest(wanted, known.iter().map(String::as_str)) {
                    Some(meant) => format!("Did you mean `{meant}`?"),
                    None => format!("There are: {}.", known.join(", ")),
                };
                return Err(refusal(format!("There is no track `{wanted}`."), help).into());
            }
        }
        told(&view, self.json.json, here, || page(&view, here))
    }
}

fn page(view: &CatalogueView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    for track in &view.tracks {
        page.heading(&format!("{} ({})", track.title, track.id));
        page.says(&track.summary);
        page.gap();
        let mut items = Table::new(&["id", "title", "kind", "min", "state"], &[3]);
        for item in &track.items {
            items.row(vec![
                vec![Span::new(Ink::Code, &item.id)],
                vec![Span::plain(&item.title)],
                vec![Span::plain(&item.kind)],
                vec![Span::plain(item.minutes.to_string())],
                vec![state(item)],
            ]);
        }
        page.table(&items);
    }
    page.gap();
    page.says("`footbridge show ID` shows one; `footbridge start ID` begins it.");
    page.finish()
}

fn state(item: &CatalogueItemView) -> Span {
    match item.state {
        ExerciseState::Verified | ExerciseState::StructureVerified | ExerciseState::SelfReported => Span::new(Ink::Good, item.state.word()),
        ExerciseState::InHand => Span::new(Ink::Warning, item.state.word()),
        ExerciseState::ToDo if !item.waits_for.is_empty() => Span::new(Ink::Dim, "waits"),
        ExerciseState::ToDo => Span::new(Ink::Dim, item.state.word()),
    }
}
