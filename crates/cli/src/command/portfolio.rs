use super::serve::{Place, serve};
use super::{Json, told};
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Page, command_for};
use clap::{Args, Subcommand};
use footbridge_app::view::{FindingView, PortfolioCheckView, PortfolioView};

/// Build the portfolio: a static site of the evidence so far, without anything private
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge portfolio build\n  footbridge portfolio check\n  footbridge portfolio serve\n\nHow to put it on the web is in docs/publishing.md. Footbridge never pushes by itself."
)]
pub(crate) struct Portfolio {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Write the site into the folder site/, leaving alone what was changed by hand
    #[command(after_long_help = "Example:\n  footbridge portfolio build")]
    Build {
        #[command(flatten)]
        json: Json,
    },
    /// Look it over without writing it: what is broken, and what is missing
    #[command(after_long_help = "Example:\n  footbridge portfolio check")]
    Check {
        #[command(flatten)]
        json: Json,
    },
    /// Build it and show it in the browser
    #[command(after_long_help = "Example:\n  footbridge portfolio serve --no-open")]
    Serve {
        #[command(flatten)]
        place: Place,
    },
    /// Write portfolio.toml, where you say what the site says about you
    #[command(after_long_help = "Example:\n  footbridge portfolio settings")]
    Settings {
        #[command(flatten)]
        json: Json,
    },
}

impl Portfolio {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        match &self.act {
            Act::Build { json } => {
                let view = here.app()?.build_portfolio()?;
                told(&view, json.json, here, || page(&view, here))
            }
            Act::Check { json } => {
                let view = here.app()?.check_portfolio()?;
                told(&view, json.json, here, || looked_over(&view, here))?;
                Ok(if view.sound { Ending::Done } else { Ending::No })
            }
            Act::Serve { place } => {
                let app = here.app()?;
                let view = app.build_portfolio()?;
                view.left_alone.iter().for_each(|file| here.tell(&format!("`{file}` was changed by hand and is left alone.")));
                here.tell("Your portfolio stands at /portfolio/ behind this address.");
                serve(|| Ok(app), *place, false, here)
            }
            Act::Settings { json } => {
                let file = here.folder().join(here.app()?.begin_portfolio_settings()?);
                told(&serde_json::json!({ "file": file }), json.json, here, || format!("{}\n", file.display()))
            }
        }
    }
}

fn page(view: &PortfolioView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.says(&view.answer);
    page.says(&format!("Open `{}/index.html`.", here.folder().join(&view.folder).display()));
    for file in &view.left_alone {
        page.point(&format!("`{file}` was changed by hand and is left alone."));
    }
    for file in &view.no_longer_shown {
        page.point(&format!("`{file}` is no longer shown, but was changed by hand: delete it yourself."));
    }
    page.finish()
}

fn looked_over(view: &PortfolioCheckView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    let tell = |page: &mut Page<'_>, heading: &str, findings: &[&FindingView]| {
        if !findings.is_empty() {
            page.heading(heading);
        }
        for finding in findings {
            page.point(&format!("{} {}", finding.message, finding.help.join(" ")));
        }
    };
    let (broken, to_look_at): (Vec<_>, Vec<_>) = view.faults.iter().partition(|finding| finding.severity == "error");
    tell(&mut page, "Broken", &broken);
    tell(&mut page, "To look at", &to_look_at);
    tell(&mut page, "Missing", &view.missing.iter().map(|gap| &gap.finding).collect::<Vec<_>>());
    let mut to_begin: Vec<(&str, String)> = Vec::new();
    for work in view.missing.iter().flat_map(|gap| &gap.closes) {
        if let Some(command) = command_for(&work.opens).filter(|command| to_begin.iter().all(|(_, known)| known != command)) {
            to_begin.push((&work.title, command));
        }
    }
    if !to_begin.is_empty() {
        page.heading("To begin with");
        to_begin.iter().for_each(|(title, command)| page.point(&format!("{title} (`{command}`)")));
    }
    if !view.unpublished.is_empty() {
        page.heading("Passed, and not shown: its first lines must say `publish: true` when it is checked");
        view.unpublished.iter().for_each(|piece| page.point(&piece.title));
    }
    page.finish()
}
