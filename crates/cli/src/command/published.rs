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
    after_long_help = "Examples:\n  footbridge published weekly-teardown https://www.linkedin.com/posts/…\n  footbridge published docs-contribution https://github.com/org/project/pull/12 --diff change.diff"
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
    #[command(flatten)]
    json: Json,
}

impl Published {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let diff = match &self.diff {
            Some(file) => text_of(file)?.1,
            None => String::new(),
        };
        let body = PublishedBody { address: self.address.clone(), on: self.on.clone(), diff };
        let view = here.app()?.record_published(&self.exercise, &body)?;
        if self.json.json {
            here.print_json(&view.published)?;
        } else {
            for place in &view.published {
                here.print(&format!("{}  {}\n", place.on, place.address))?;
            }
        }
        Ok(Ending::Done)
    }
}
