use crate::Ending;
use crate::context::Context;
use clap::Args;
use clap_complete::Shell;

/// Print the completion script of a shell
#[derive(Debug, Args)]
#[command(after_long_help = "Example:\n  footbridge completions bash > ~/.local/share/bash-completion/completions/footbridge")]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut crate::command(), "footbridge", &mut script);
        here.print(&String::from_utf8(script)?)?;
        Ok(Ending::Done)
    }
}
