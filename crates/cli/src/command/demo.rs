use super::serve::{Place, serve};
use crate::Ending;
use crate::context::Context;
use crate::terminal::Progress;
use clap::Args;

/// Look around with a sample learner six weeks in, in a temporary folder that is clearly a sample
#[derive(Debug, Args)]
#[command(after_long_help = "Example:\n  footbridge demo")]
pub(crate) struct Demo {
    #[command(flatten)]
    place: Place,
}

impl Demo {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let sample = || {
            let app = {
                let progress = Progress::new();
                progress.say("Six weeks of a sample learner are being lived");
                footbridge_app::open_sample()?
            };
            here.tell(&format!("This is a sample, in {}.", app.folder_name()));
            Ok(app)
        };
        serve(sample, self.place, false, here)
    }
}
