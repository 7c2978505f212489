use super::Json;
use super::own_file::text_of;
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Span, command_for, finding};
use clap::Args;
use footbridge_app::view::{JobCountView, JobRequirementView, JobView};
use std::path::PathBuf;

/// Read a job description: what it asks for, with quotes, beside your evidence; no score
///
/// Without a learner's folder it only says what is asked for.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  footbridge job description.txt\n  footbridge job - < description.txt")]
pub(crate) struct Job {
    /// The description as text; `-` reads standard input
    file: PathBuf,
    #[command(flatten)]
    json: Json,
}

impl Job {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let (name, text) = text_of(&self.file)?;
        let view = here.app()?.read_job(&text, &name)?;
        if self.json.json {
            here.print_json(&view)?;
        } else {
            view.findings.iter().for_each(|found| here.tell(&finding(found, &name, &text, &here.terminal)));
            here.print(&page(&view, here))?;
        }
        Ok(Ending::Done)
    }
}

fn page(view: &JobView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    let of = |count: JobCountView| format!("{} of {}", count.covered, count.of);
    page.title(&format!("Shown: {} that must be, {} that would be nice, {} of the work.", of(view.must), of(view.nice), of(view.unclear)));
    for (heading, fits) in [
        ("Asked for, and shown", (|one| !one.shown.is_empty()) as fn(&JobRequirementView) -> bool),
        ("Asked for, and not shown yet", |one| one.shown.is_empty() && !one.by_hand),
        ("For you to judge", |one| one.by_hand),
    ] {
        let some: Vec<&JobRequirementView> = view.requirements.iter().filter(|one| fits(one)).collect();
        if !some.is_empty() {
            page.heading(heading);
        }
        some.into_iter().for_each(|one| tell(&mut page, one));
    }
    page.finish()
}

fn tell(page: &mut Page<'_>, one: &JobRequirementView) {
    page.wrapped(&[Span::new(Ink::Strong, &one.what), Span::plain(format!(" · {}", one.must))], "", "  ");
    page.wrapped(&[Span::new(Ink::Dim, format!("“{}”", one.quote))], "  ", "  ");
    for shown in &one.shown {
        let how = if shown.is_proven { "proven" } else { "mentioned" };
        let words =
            if shown.is_named { format!(": “{}”", shown.quote) } else { "; no line names it, so say it in the piece".to_owned() };
        page.point(&format!("{how} by {}{words}", shown.title));
    }
    for work in &one.closed_by {
        let command = command_for(&work.opens).map(|command| format!(" (`{command}`)")).unwrap_or_default();
        page.point(&format!("would be shown by {}{command}", work.title));
    }
}
