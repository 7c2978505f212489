use crate::command::Global;
use crate::terminal::{Ink, Page, Span, Terminal};
use footbridge_app::view::NoticeView;
use footbridge_app::{App, Fault, Trouble, World, default_folder};
use serde::Serialize;
use std::io::Write;
use std::path::PathBuf;

/// Where a command runs: the learner's folder and the terminal.
pub(crate) struct Context {
    pub(crate) terminal: Terminal,
    folder: Option<PathBuf>,
}

impl Context {
    pub(crate) fn new(global: Global) -> Self {
        Self { terminal: Terminal::of_this_process(global.colour), folder: global.folder }
    }

    /// The learner's folder: the one named, else the usual one.
    pub(crate) fn folder(&self) -> PathBuf {
        self.folder.clone().unwrap_or_else(default_folder)
    }

    /// The app on the learner's folder.
    pub(crate) fn app(&self) -> Result<App, Trouble> {
        App::new(World::real(&self.folder())?)
    }

    /// The app on the learner's folder, for what needs none: `None` where there is no learner.
    pub(crate) fn learner(&self) -> Result<Option<App>, Trouble> {
        let app = self.app()?;
        Ok(app.onboarded()?.then_some(app))
    }

    /// Tells what the learner should know about the folder: a torn line, a newer format, a profile that cannot be read.
    pub(crate) fn tell_notices(&self, app: &App) -> Result<(), Trouble> {
        self.tell_these(&app.session(false)?.notices);
        Ok(())
    }

    /// Tells some of these alone.
    pub(crate) fn tell_these(&self, notices: &[NoticeView]) {
        for notice in notices {
            let help = notice.help.as_ref().map(|help| format!(" {help}")).unwrap_or_default();
            let mut page = Page::new(&self.terminal);
            page.labelled(Span::new(Ink::Warning, "notice:"), &format!("{}{help}", notice.message));
            self.tell(&page.finish());
        }
    }

    /// Prints a result.
    pub(crate) fn print(&self, text: &str) -> std::io::Result<()> {
        self.print_bytes(text.as_bytes())
    }

    /// Prints a result that may be no text.
    pub(crate) fn print_bytes(&self, bytes: &[u8]) -> std::io::Result<()> {
        let mut out = std::io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }

    /// Prints a result for programs.
    pub(crate) fn print_json(&self, view: &impl Serialize) -> anyhow::Result<()> {
        let mut text = serde_json::to_string_pretty(view)?;
        text.push('\n');
        Ok(self.print(&text)?)
    }

    /// Tells something that is no result, on standard error.
    pub(crate) fn tell(&self, text: &str) {
        // A message to nobody is no reason to fail.
        let _ = writeln!(std::io::stderr(), "{}", text.trim_end());
    }
}

/// A refusal of the command line's own, in the form that the app's have.
pub(crate) fn refusal(message: impl Into<String>, help: impl Into<String>) -> Trouble {
    Trouble { fault: Fault::Asked, message: message.into(), help: Some(help.into()), findings: Vec::new(), source: None }
}
