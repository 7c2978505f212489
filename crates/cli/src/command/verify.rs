use super::{Json, told};
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Progress, Span, Table, words};
use clap::Args;
use footbridge_app::view::{VerifyResult, VerifyView};
use std::path::{Path, PathBuf};

/// Judge every pass again, on the exact answer kept at the pass
///
/// Exit code 0 when all of them hold, 1 when one differs, is damaged or missing, 2 when one could not be checked.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge verify\n  footbridge verify sql-failed-requests\n  footbridge verify --site their-portfolio     the claims of a published portfolio"
)]
pub(crate) struct Verify {
    /// Only the passes of this exercise
    exercise: Option<String>,
    /// Somebody's published portfolio instead: the folder of the site. It needs no learner's folder
    #[arg(long, value_name = "DIR", conflicts_with = "exercise")]
    site: Option<PathBuf>,
    #[command(flatten)]
    json: Json,
}

impl Verify {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let view = {
            let progress = Progress::new();
            progress.say("Judging the kept answers again");
            match &self.site {
                Some(site) => app.verify_site(site)?,
                None => app.verify(self.exercise.as_deref())?,
            }
        };
        told(&view, self.json.json, here, || page(&view, here))?;
        Ok(ending(&view))
    }
}

fn page(view: &VerifyView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    if !view.lines.is_empty() {
        let mut table = Table::new(&["exercise", "text", "result", "what was found"], &[]);
        for line in &view.lines {
            let ink = match line.result {
                VerifyResult::Holds => Ink::Good,
                VerifyResult::EarlierCheck | VerifyResult::LeftTheCourse => Ink::Plain,
                VerifyResult::NotRun => Ink::Warning,
                VerifyResult::Differs | VerifyResult::Damaged | VerifyResult::Missing | VerifyResult::Unreadable => Ink::Bad,
            };
            let text = Path::new(&line.kept).file_stem().unwrap_or_default().to_string_lossy();
            table.row(vec![
                vec![Span::new(Ink::Code, &line.exercise)],
                vec![Span::new(Ink::Code, text)],
                vec![Span::new(ink, line.result.word())],
                words(&line.says),
            ]);
        }
        page.table(&table);
    }
    page.finish()
}

fn ending(view: &VerifyView) -> Ending {
    let one = |result: VerifyResult| match result {
        VerifyResult::Holds | VerifyResult::EarlierCheck | VerifyResult::LeftTheCourse => Ending::Done,
        VerifyResult::NotRun => Ending::CouldNot,
        VerifyResult::Differs | VerifyResult::Damaged | VerifyResult::Missing | VerifyResult::Unreadable => Ending::No,
    };
    view.lines.iter().map(|line| one(line.result)).max().unwrap_or(Ending::Done)
}
