use crate::Ending;
use crate::context::Context;
use anyhow::Context as _;
use clap::Args;
use std::path::PathBuf;

/// Write the manual pages into a folder
#[derive(Debug, Args)]
#[command(hide = true, after_long_help = "Example:\n  footbridge man target/man")]
pub(crate) struct Man {
    /// The folder; it is made when it is missing
    folder: PathBuf,
}

impl Man {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let refused = || format!("the manual pages could not be written into {}", self.folder.display());
        std::fs::create_dir_all(&self.folder).with_context(refused)?;
        clap_mangen::generate_to(crate::command(), &self.folder).with_context(refused)?;
        here.tell(&format!("Written: {}", self.folder.display()));
        Ok(Ending::Done)
    }
}
