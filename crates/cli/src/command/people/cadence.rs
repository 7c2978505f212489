use crate::Ending;
use crate::command::{Json, told};
use crate::context::Context;
use crate::terminal::{Page, Table, words};
use clap::Args;
use footbridge_app::view::{CadenceBody, PeopleView};

/// How often to be in touch with those who carry a tag: list it, or say it
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge people cadence\n  footbridge people cadence mentor --every 30 --latest 45\n  footbridge people change \"Ann Lee\" --tag mentor              puts somebody under it"
)]
pub(super) struct Cadence {
    /// The tag
    #[arg(requires = "every")]
    tag: Option<String>,
    /// Days after which it is time
    #[arg(long, value_name = "DAYS", requires = "tag")]
    every: Option<u16>,
    /// Days after which it is late; half as many again when left out
    #[arg(long, value_name = "DAYS", requires = "tag")]
    latest: Option<u16>,
    #[command(flatten)]
    json: Json,
}

impl Cadence {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let view = match (&self.tag, self.every) {
            (Some(tag), Some(every_days)) => {
                let latest_days = self.latest.unwrap_or(every_days.saturating_add(every_days / 2));
                app.keep_cadence(&CadenceBody { tag: tag.clone(), every_days, latest_days })?
            }
            _ => app.people(false)?,
        };
        told(&view.cadences, self.json.json, here, || list(&view, here))
    }
}

fn list(view: &PeopleView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    let mut table = Table::new(&["tag", "time after", "late after"], &[]);
    for cadence in &view.cadences {
        table.row(vec![
            words(&cadence.tag),
            words(&format!("{} days", cadence.every_days)),
            words(&format!("{} days", cadence.latest_days)),
        ]);
    }
    page.table(&table);
    page.finish()
}
