use crate::folders::Folders;
use crate::program::{run, say};
use clap::Args;

/// Run only the checks of the repository on itself.
#[derive(Debug, Args)]
pub(crate) struct Check {}

impl Check {
    pub(crate) fn perform(&self, folders: &Folders) -> anyhow::Result<()> {
        say("Checking floors, names, lengths, links and lock files");
        run(&mut folders.cargo(&["test", "--quiet", "-p", "xtask"]))
    }
}
