use super::Ahead;
use crate::Ending;
use crate::command::own_file::bytes_of;
use crate::command::told;
use crate::context::Context;
use crate::terminal::{Ink, Page, Span, Table};
use footbridge_app::view::{CardsImportedView, InterviewsView, ReadinessView, RefitView};
use footbridge_app::{App, LARGEST_CARDS};

impl Ahead {
    pub(super) fn run(&self, app: &App, here: &Context) -> anyhow::Result<Ending> {
        match self {
            Self::Interview { json } => {
                let view = app.interviews()?;
                told(&view, json.json, here, || interviews(&view, here))
            }
            Self::Readiness { json } => {
                let view = app.readiness()?;
                told(&view, json.json, here, || readiness(&view, here))
            }
            Self::Refit { json } => {
                let view = app.refit()?;
                told(&view, json.json, here, || refit(&view, here))
            }
            Self::Log => {
                here.print(&app.recall_log_csv()?)?;
                Ok(Ending::Done)
            }
            Self::Export { deck } => {
                here.print(&app.export_cards(deck)?)?;
                Ok(Ending::Done)
            }
            Self::Import { file, json } => {
                let bytes = bytes_of(file, LARGEST_CARDS)?;
                let view = app.import_cards(&bytes)?;
                told(&view, json.json, here, || imported(&view, here))
            }
        }
    }
}

fn imported(view: &CardsImportedView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    view.bad_lines.iter().for_each(|bad| page.point(&format!("Line {}: {}", bad.line, bad.says)));
    if view.new + view.changed + view.same > 0 {
        page.says(&format!("Your cards stand in `{}`, which is yours to edit; `footbridge recall` asks them.", view.file));
    }
    page.finish()
}

fn interviews(view: &InterviewsView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    view.unreadable.iter().for_each(|unreadable| page.says(unreadable));
    if view.interviews.is_empty() {
        page.says("`footbridge application note WHICH --interview-on 2026-12-10 --company-kind fintech` books one.");
    }
    for interview in &view.interviews {
        let asks = if interview.asks_as.is_empty() { String::new() } else { format!(", asked as {} asks", interview.asks_as) };
        page.heading(&format!("{}, {}{asks}", interview.company, interview.on));
        page.says(&interview.answer);
        let mut table = Table::new(&["kind", "share", "questions", "answered", "as it is", "after recall"], &[1, 2, 3, 4, 5]);
        for kind in &interview.kinds {
            table.row(vec![
                vec![Span::plain(&kind.title)],
                vec![Span::plain(percent(Some(kind.share)))],
                vec![Span::plain(kind.questions.to_string())],
                vec![Span::plain(kind.answered.to_string())],
                vec![Span::plain(percent(kind.before))],
                vec![Span::plain(percent(kind.after))],
            ]);
        }
        page.table(&table);
    }
    page.finish()
}

fn readiness(view: &ReadinessView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    let mut table = Table::new(&["kind", "cards", "answered", "seen from weeks before, the earliest first", "seen from today"], &[1, 2, 4]);
    for kind in &view.kinds {
        let before = kind.history.len().saturating_sub(1);
        let history: Vec<String> = kind.history[..before].iter().map(|point| percent(point.chance)).collect();
        table.row(vec![
            vec![Span::plain(&kind.title)],
            vec![Span::plain(kind.cards.to_string())],
            vec![Span::plain(kind.answered.to_string())],
            vec![Span::plain(history.join(" "))],
            vec![Span::new(Ink::Strong, percent(kind.chance))],
        ]);
    }
    page.table(&table);
    page.aside(&format!(
        "A figure is the mean chance that an answered card is recalled a week later, if it is not asked until then. It needs {} answered cards.",
        view.least_cards
    ));
    page.heading("How often predictions came true");
    let mut kinds = Table::new(&["kind", "asked again", "recalled"], &[1]);
    for kind in &view.kinds {
        kinds.row(vec![vec![Span::plain(&kind.title)], vec![Span::plain(kind.predicted.to_string())], vec![Span::plain(&kind.came_true)]]);
    }
    page.table(&kinds);
    let mut bands = Table::new(&["predicted", "asked again", "recalled"], &[1]);
    for band in &view.bands {
        bands.row(vec![
            vec![Span::plain(format!("{}\u{2013}{}\u{202f}%", band.from, band.to))],
            vec![Span::plain(band.predicted.to_string())],
            vec![Span::plain(&band.says)],
        ]);
    }
    page.table(&bands);
    page.aside(&format!("A share needs {} predictions; 95 of 100 ranges made so hold the true share.", view.least_predictions));
    page.aside(&view.parameters);
    page.finish()
}

fn refit(view: &RefitView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title("Parameters of memory");
    page.says(&view.says);
    page.finish()
}

fn percent(share: Option<u8>) -> String {
    share.map_or_else(|| "\u{2013}".to_owned(), |share| format!("{share}\u{202f}%"))
}
