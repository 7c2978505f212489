use super::Json;
use super::own_file::text_of;
use crate::Ending;
use crate::context::Context;
use clap::Args;
use footbridge_app::view::PublishedBody;
use std::path::PathBuf;

/// Record where you published a piece: address, day, and the hash of the text; nothing is sent
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge published weekly-teardown https://www.linkedin.com/posts/…\n  footbridge published docs-contribution https://github.com/org/project/pull/12 --diff change.diff\n  footbridge published weekly-teardown https://www.linkedin.com/posts/… --take-back"
)]
pub(crate) struct Published {
    /// Id of the exercise
    exercise: String,
    /// Where it can be read
    address: String,
    /// The day [otherwise today]
    #[arg(long, value_name = "DATE", default_value = "", hide_default_value = true)]
    on: String,
    /// The change that was proposed, for a contribution to somebody else's documents
    #[arg(long, value_name = "FILE")]
    diff: Option<PathBuf>,
    /// Take back what was recorded for this address by mistake
    #[arg(long, conflicts_with_all = ["on", "diff"])]
    take_back: bool,
    #[command(flatten)]
    json: Json,
}

impl Published {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let view = if self.take_back {
            app.take_back_published(&self.exercise, &self.address)?
        } else {
            let diff = self.diff.as_deref().map_or_else(|| Ok(String::new()), |file| text_of(file).map(|(_, text)| text))?;
            app.record_published(&self.exercise, &PublishedBody { address: self.address.clone(), on: self.on.clone(), diff })?
        };
        if self.json.json {
            here.print_json(&view.published)?;
        } else {
            for place in &view.published {
                here.print(&format!("{}  {}\n            {}\n", place.on, place.address, place.says))?;
            }
            if view.published.is_empty() {
                here.print("No address is recorded for it.\n")?;
            }
        }
        Ok(Ending::Done)
    }
}
