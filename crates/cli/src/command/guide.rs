use super::Json;
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Span};
use clap::Args;
use footbridge_app::view::{GuidePageView, GuideView};

/// Read the Guide: the role, the pay, the tools and the rest, every figure with its source
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  footbridge guide          its pages\n  footbridge guide pay      one of them")]
pub(crate) struct Guide {
    /// A page; without one, the pages are listed
    page: Option<String>,
    #[command(flatten)]
    json: Json,
}

impl Guide {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        match &self.page {
            None => {
                let view = app.guide();
                if self.json.json { here.print_json(&view)? } else { here.print(&contents(&view, here))? }
            }
            Some(id) => {
                let view = app.guide_page(id)?;
                if self.json.json { here.print_json(&view)? } else { here.print(&page(&view, here))? }
            }
        }
        Ok(Ending::Done)
    }
}

fn contents(view: &GuideView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title("Guide");
    for line in &view.pages {
        let id = line.id.strip_prefix("guide-").unwrap_or(&line.id);
        page.wrapped(&[Span::new(Ink::Code, id), Span::plain("  "), Span::new(Ink::Strong, &line.title)], "", "  ");
        page.wrapped(&[Span::plain(&line.answer)], "  ", "  ");
    }
    page.gap();
    page.says("`footbridge guide PAGE` opens one.");
    page.finish()
}

fn page(view: &GuidePageView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.title);
    page.says(&view.answer);
    page.blocks(&view.text, &view.tables);
    for conflict in &view.conflicts {
        page.heading(&format!("Sources disagree: {}", conflict.about));
        page.blocks(&conflict.says, &[]);
    }
    if !view.gaps.is_empty() {
        page.heading("What is not known");
        view.gaps.iter().for_each(|gap| page.point(gap));
    }
    if !view.actions.is_empty() {
        page.heading("Do it in Footbridge");
        for action in &view.actions {
            let command = if action.command.is_empty() { String::new() } else { format!(": `{}`", action.command) };
            page.point(&format!("{}{command}", action.label));
        }
    }
    if !view.sources.is_empty() {
        page.heading("Sources");
        for source in &view.sources {
            let parts = [&source.title, &source.date, &source.url, &source.note];
            let told: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            page.point(&format!("`{}`: {}", source.id, told.join(". ")));
        }
    }
    page.finish()
}
