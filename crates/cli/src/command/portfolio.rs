use super::Json;
use crate::Ending;
use crate::context::Context;
use crate::terminal::Page;
use clap::{Args, Subcommand};
use footbridge_app::view::PortfolioView;

/// Build the portfolio: a static site of the evidence so far, without anything private
#[derive(Debug, Args)]
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
}

impl Portfolio {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let Act::Build { json } = self.act;
        let view = here.app()?.build_portfolio()?;
        if json.json {
            here.print_json(&view)?;
        } else {
            here.print(&page(&view, here))?;
        }
        Ok(Ending::Done)
    }
}

fn page(view: &PortfolioView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.says(&view.answer);
    page.says(&format!("Open `{}/index.html`.", here.folder().join(&view.folder).display()));
    for file in &view.left_alone {
        page.point(&format!("`{file}` was changed by hand and is left alone."));
    }
    page.finish()
}
