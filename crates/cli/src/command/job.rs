use super::Json;
use super::own_file::text_of;
use crate::Ending;
use crate::context::{Context, refusal};
use crate::terminal::{Ink, Page, Span, command_for, finding};
use clap::Args;
use footbridge_app::view::{JobBody, JobRequirementView, JobView, StuffedView};
use std::path::{Path, PathBuf};

/// Read a job description: what it asks for, with quotes, beside your evidence; no score
///
/// Without a learner's folder it only says what is asked for.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge job description.txt\n  footbridge job description.txt --resume resume.txt      words that were stuffed into it\n  footbridge job - < description.txt"
)]
pub(crate) struct Job {
    /// The description as text; `-` reads standard input
    file: PathBuf,
    /// The text of the résumé you would send: its lines mention what they name, and words of the description that stand there without evidence are told; from four on, with most of a list unshown, that is called stuffing
    #[arg(long, value_name = "FILE")]
    resume: Option<PathBuf>,
    #[command(flatten)]
    json: Json,
}

impl Job {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let (name, text) = pasted(&self.file)?;
        let (resume_name, resume) = self.resume.as_deref().map(pasted).transpose()?.unwrap_or_default();
        let view = here.app()?.read_job(&JobBody { text: text.clone(), resume: resume.clone() }, &name)?;
        if self.json.json {
            here.print_json(&view)?;
        } else {
            view.findings.iter().for_each(|found| here.tell(&finding(found, &name, &text, &here.terminal)));
            view.stuffed.iter().for_each(|stuffed| here.tell(&finding(&stuffed.finding, &resume_name, &resume, &here.terminal)));
            let resume = self.resume.as_ref().and_then(|_| judged(&view.stuffed));
            here.print(&page(&view, resume, here))?;
        }
        Ok(Ending::Done)
    }
}

/// The name findings point at, and the text, which must say something.
fn pasted(file: &Path) -> anyhow::Result<(String, String)> {
    let (name, text) = text_of(file)?;
    if text.trim().is_empty() {
        return Err(refusal(format!("{name} is empty."), "Paste the text into it and save it.").into());
    }
    Ok((name, text))
}

/// What is said of a résumé in which nothing, or nothing but advice, was found; nothing where stuffing was.
fn judged(stuffed: &[StuffedView]) -> Option<&'static str> {
    match stuffed {
        [] => Some("Nothing in the résumé looks like stuffing."),
        some if some.iter().all(|one| one.finding.severity == "advice") => {
            Some("Nothing in the résumé looks like stuffing. The words that are only listed are named above.")
        }
        _ => None,
    }
}

fn page(view: &JobView, resume: Option<&str>, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&format!("{}.", view.answer));
    view.beside.iter().for_each(|says| page.says(says));
    for (heading, fits) in [
        ("Asked for, and proven", is_proven as fn(&JobRequirementView) -> bool),
        ("Asked for, and mentioned without proof", |one| !one.shown.is_empty() && !is_proven(one)),
        ("Asked for, and not shown yet", |one| one.shown.is_empty() && !one.by_hand),
        ("For you to judge", |one| one.by_hand),
    ] {
        let some: Vec<&JobRequirementView> = view.requirements.iter().filter(|one| fits(one)).collect();
        if !some.is_empty() {
            page.heading(heading);
        }
        some.into_iter().for_each(|one| tell(&mut page, one));
    }
    if !view.not_understood.is_empty() {
        let count = view.not_understood.len();
        page.heading(&format!("Not understood: {count} {}", if count == 1 { "line" } else { "lines" }));
        page.says("Read them yourself: beside what stands above, they hold something that is no skill the course knows.");
        view.not_understood.iter().for_each(|line| page.point(&format!("“{line}”")));
    }
    if let Some(says) = resume {
        page.heading("The résumé");
        page.says(says);
    }
    page.finish()
}

fn is_proven(one: &JobRequirementView) -> bool {
    one.shown.iter().any(|shown| shown.is_proven)
}

fn tell(page: &mut Page<'_>, one: &JobRequirementView) {
    page.wrapped(&[Span::new(Ink::Strong, &one.what), Span::plain(format!(" · {}", one.must))], "", "  ");
    page.wrapped(&[Span::new(Ink::Dim, format!("“{}”", one.quote))], "  ", "  ");
    for shown in &one.shown {
        let how = if shown.is_proven { "proven" } else { "mentioned" };
        let words = if shown.is_named { format!(": “{}”", shown.quote) } else { String::new() };
        page.point(&format!("{how} by {}{words}", shown.title));
    }
    if !one.shown.is_empty() && !one.shown.iter().any(|shown| shown.is_named) {
        page.point("no words of yours name it, so say it in a piece or in your résumé");
    }
    for work in &one.closed_by {
        let command = command_for(&work.opens).map(|command| format!(" (`{command}`)")).unwrap_or_default();
        page.point(&format!("to close it, {} “{}”{command}", work.kind, work.title));
    }
}
