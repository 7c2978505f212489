use crate::Ending;
use crate::context::Context;
use anyhow::Context as _;
use clap::Args;
use footbridge_app::PEOPLE_CALENDAR;
use std::path::PathBuf;

/// Write follow-ups and conversations into a calendar file; importing it again moves the entries
///
/// It names people, so it is written into private/ unless you say where.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  footbridge people calendar\n  footbridge people calendar ~/people.ics")]
pub(super) struct Calendar {
    /// The file [otherwise private/people.ics in the learner's folder]; `-` is standard output
    file: Option<PathBuf>,
}

impl Calendar {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let calendar = here.app()?.keep_people_calendar()?;
        let file = self.file.clone().unwrap_or_else(|| here.folder().join(PEOPLE_CALENDAR));
        if self.file.is_none() {
            std::fs::create_dir_all(here.folder().join("private")).context("the folder private/ cannot be made")?;
        }
        crate::command::plan::keep_calendar(&calendar, &file, here)
    }
}
