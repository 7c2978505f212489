use super::Json;
use crate::Ending;
use crate::context::{Context, refusal};
use crate::kept::{is_standard, write_out};
use crate::terminal::{Ink, Page, Span, Table, words};
use anyhow::Context as _;
use clap::Args;
use footbridge_app::App;
use footbridge_app::view::{
    ExerciseState, InterviewAheadView, MilestoneView, PartView, PathView, PlannedItemView, ReckoningView, WeekView,
};
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

/// Show the dated plan: steps, milestones and weeks, with a reason for every line
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge plan\n  footbridge plan --ics footbridge.ics    a calendar to import; importing it again updates it\n  footbridge plan --how                   every figure with how it comes about"
)]
pub(crate) struct Plan {
    #[command(flatten)]
    json: Json,
    /// Write every sitting into a calendar file; `-` is standard output
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    ics: Option<PathBuf>,
    /// Show how every figure of the plan comes about
    #[arg(long, conflicts_with = "ics")]
    how: bool,
}

impl Plan {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        if let Some(file) = &self.ics {
            return write_calendar(&app, file, here);
        }
        let view = app.path()?;
        here.tell_notices(&app)?;
        match app.write_plan() {
            Ok(true) => {}
            Ok(false) => here.tell("plan.md was changed by hand, so it is left as it is. Delete it to have it written anew."),
            Err(trouble) => here.tell(&format!("plan.md is not brought up to date: {trouble}")),
        }
        match (self.how, self.json.json) {
            (false, true) => here.print_json(&view)?,
            (true, true) => here.print_json(&view.details)?,
            (true, false) => here.print(&how(&view.details, here))?,
            (false, false) => here.print(&page(&view, here))?,
        }
        Ok(Ending::Done)
    }
}

fn write_calendar(app: &App, file: &Path, here: &Context) -> anyhow::Result<Ending> {
    keep_calendar(&app.calendar()?, file, here)
}

/// Writes a calendar file, over an older calendar but over nothing else.
pub(super) fn keep_calendar(calendar: &str, file: &Path, here: &Context) -> anyhow::Result<Ending> {
    if !is_standard(file) && !may_hold_a_calendar(file).with_context(|| format!("{} cannot be read", file.display()))? {
        return Err(
            refusal(format!("{} is there already and is no calendar, so it is left alone.", file.display()), "Name another file.").into()
        );
    }
    write_out(calendar.as_bytes(), file, here)?;
    Ok(Ending::Done)
}

/// Whether nothing is there, nothing is in it, or a calendar begins in it, in whatever encoding it goes on.
fn may_hold_a_calendar(file: &Path) -> std::io::Result<bool> {
    const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
    const BEGINS: &[u8] = b"BEGIN:VCALENDAR";
    match std::fs::metadata(file) {
        Ok(there) if !there.is_file() => return Ok(false),
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
    }
    let mut start = Vec::new();
    File::open(file)?.take((BYTE_ORDER_MARK.len() + BEGINS.len()) as u64).read_to_end(&mut start)?;
    Ok(start.is_empty() || start.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&start).starts_with(BEGINS))
}

fn page(view: &PathView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    page.aside(&view.reckoning);
    if let Some(problem) = &view.details.problem {
        page.says(problem);
    }
    if let Some(target) = &view.target {
        page.says(target);
    }
    tell_interviews(&mut page, &view.interviews);
    page.heading("Steps and milestones");
    let mut steps = Table::new(&["step", "done", "milestone", "when"], &[1]);
    for step in &view.steps {
        steps.row(vec![
            words(&format!("{}. {}", step.number, step.title)),
            vec![Span::plain(format!("{}\u{202f}%", u64::from(step.minutes_done) * 100 / u64::from(step.minutes.max(1))))],
            words(&step.milestone.title),
            vec![Span::plain(when(&step.milestone))],
        ]);
    }
    page.table(&steps);
    for week in &view.plan_weeks {
        tell_week(&mut page, week);
    }
    if !view.moved.is_empty() {
        page.heading("Moved since Monday");
    }
    for moved in &view.moved {
        let to = moved.to.as_deref().unwrap_or("left out");
        let from = moved.from.as_deref().unwrap_or("new");
        page.point(&format!("{}: {from} → {to}. {}", moved.title, moved.why));
    }
    for conflict in &view.conflicts {
        page.heading(&format!("Sources disagree: {}", conflict.about));
        page.blocks(&conflict.says, &[]);
    }
    page.finish()
}

/// Every figure with its parts, and the pieces of work behind each step.
fn how(view: &ReckoningView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    if let Some(problem) = &view.problem {
        page.says(problem);
    }
    let made_of = |page: &mut Page<'_>, parts: &[PartView]| {
        let mut table = Table::new(&["what", "how much"], &[1]);
        parts.iter().for_each(|part| table.row(vec![words(&part.label), words(&part.value)]));
        page.table(&table);
    };
    for figure in &view.figures {
        page.heading(&format!("{}: {}", figure.label, figure.value));
        page.says(&figure.how);
        made_of(&mut page, &figure.parts);
    }
    for line in view.lines.iter().filter(|line| !line.parts.is_empty()) {
        page.heading(&format!("{}: {}\u{202f}min", line.title, line.minutes));
        page.says(&line.how);
        made_of(&mut page, &line.parts);
    }
    page.finish()
}

/// Interviews that are agreed on, and whether what prepares for the nearest is in time.
pub(super) fn tell_interviews(page: &mut Page<'_>, interviews: &[InterviewAheadView]) {
    for interview in interviews {
        let prepares = interview.prepares.as_ref().map_or_else(String::new, |prepares| format!(" {prepares}"));
        page.labelled(Span::new(Ink::Strong, format!("Interview with {}:", interview.company)), &format!("{}{prepares}", interview.says));
    }
}

pub(super) fn when(milestone: &MilestoneView) -> String {
    let day = || milestone.date.as_ref().map_or_else(String::new, |date| format!(" {date}"));
    match (milestone.reached, &milestone.date) {
        (true, _) => format!("reached{}{}", day(), milestone.proof.map_or_else(String::new, ExerciseState::beside)),
        (false, Some(date)) => date.clone(),
        (false, None) => "not dated".to_owned(),
    }
}

/// Work in several sittings says when the last of this week is.
fn until(item: &PlannedItemView) -> String {
    match &item.last {
        Some(last) if item.first.as_ref() != Some(last) => format!(" until {last}"),
        _ => String::new(),
    }
}

fn tell_week(page: &mut Page<'_>, week: &WeekView) {
    let title = week.title.as_ref().map(|title| format!(": {title}")).unwrap_or_default();
    page.heading(&format!("Week {}{title}", week.number));
    page.aside(&format!("{} to {}, {} of {} minutes planned", week.from, week.to, week.minutes, week.available));
    for item in &week.items {
        let mark = if item.state.is_done() { "✓" } else { " " };
        let first = format!("{mark} {:10}  ", item.first.as_deref().unwrap_or("undated"));
        let line = [
            Span::new(Ink::Strong, &item.title),
            Span::plain(format!(" ({}\u{202f}min{}) ", item.minutes, until(item))),
            Span::new(Ink::Code, format!("`{}`", item.id)),
        ];
        page.wrapped(&line, &first, "              ");
        page.wrapped(&[Span::new(Ink::Dim, &item.why)], "              ", "              ");
    }
}
