use super::start::tell_piece;
use super::{Json, told};
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Span, command_for, schema};
use clap::Args;
use footbridge_app::PieceName;
use footbridge_app::view::{ExerciseState, NextView, QuestionView, ResourceView, WorkView};

/// Show a lesson or exercise: the brief, the tables, the questions, and what is wanted
#[derive(Debug, Args)]
#[command(after_long_help = "Example:\n  footbridge show sql-failed-requests")]
pub(crate) struct Show {
    /// Id of the lesson or exercise
    exercise: String,
    #[command(flatten)]
    json: Json,
}

impl Show {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let view = app.work(&self.exercise)?;
        let piece = app.name_of_piece(&self.exercise)?;
        told(&view, self.json.json, here, || page(&view, piece.as_ref(), here))
    }
}

fn page(view: &WorkView, piece: Option<&PieceName>, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.title);
    let passes_as =
        if view.passes_as == ExerciseState::Verified { String::new() } else { format!(" · a pass is {}", view.passes_as.word()) };
    page.aside(&format!("{} · {} · {}\u{202f}min · {}{passes_as}", view.track, view.kind, view.minutes, view.state.word()));
    if !view.waits_for.is_empty() {
        let listed: Vec<String> = view.waits_for.iter().map(linked).collect();
        page.labelled(Span::new(Ink::Warning, "Better after:"), &listed.join(", "));
    }
    page.blocks(&view.brief, &[]);
    if !view.wanted.is_empty() {
        page.heading("What is wanted");
        view.wanted.iter().for_each(|line| page.point(line));
    }
    view.tables.iter().for_each(|table| schema(&mut page, table));
    for (at, question) in view.questions.iter().enumerate() {
        tell_question(&mut page, at + 1, question);
    }
    tell_resources(&mut page, &view.resources);
    for hint in &view.hints_shown {
        page.heading(&format!("Hint {}: {}", hint.number, hint.title));
        page.blocks(&hint.text, &[]);
    }
    tell_next(&mut page, view);
    if let Some(piece) = piece.filter(|_| !view.hash.is_empty()) {
        tell_piece(&mut page, piece);
        if let Some(next) = &piece.next {
            let begins = format!("`{next}`, the task of this week as it stands above: `footbridge start {}` begins it.", view.id);
            page.labelled(Span::new(Ink::Strong, "Comes next:"), &begins);
        }
    }
    page.finish()
}

pub(super) fn linked(next: &NextView) -> String {
    command_for(&next.opens).map_or_else(|| next.title.clone(), |command| format!("{} (`{command}`)", next.title))
}

fn tell_question(page: &mut Page<'_>, number: usize, question: &QuestionView) {
    page.heading(&format!("Question {number} (`{}`)", question.id));
    page.blocks_after(&question.ask, "", "");
    for option in &question.options {
        page.blocks_after(&option.text, &format!("  {}  ", option.label), "     ");
    }
    let given = if question.given.is_empty() { String::new() } else { format!(" Yours so far: {}.", question.given.join(", ")) };
    let unit = if question.unit.is_empty() { String::new() } else { format!(" in {}", question.unit) };
    let kind = match question.answer_kind.as_str() {
        "one" => "One letter.".to_owned(),
        "several" => "One letter or more.".to_owned(),
        _ => format!("A number{unit}."),
    };
    page.aside(&format!("{kind}{given}"));
}

fn tell_resources(page: &mut Page<'_>, resources: &[ResourceView]) {
    if !resources.is_empty() {
        page.heading("Resources");
    }
    for resource in resources {
        let price = if resource.free { "free" } else { "not free" };
        let note = if resource.note.is_empty() { String::new() } else { format!(" {}", resource.note) };
        page.point(&format!("{}, {} ({}, {price}): {}{note}", resource.title, resource.by, resource.kind, resource.url));
    }
}

fn tell_next(page: &mut Page<'_>, view: &WorkView) {
    page.gap();
    if view.hash.is_empty() {
        page.labelled(Span::new(Ink::Strong, "Begin:"), &format!("`footbridge start {}` writes `{}`.", view.id, view.path));
        return;
    }
    page.labelled(Span::new(Ink::Strong, "Your answer:"), &format!("`{}`, checked by `footbridge check {}`.", view.path, view.id));
    if view.hints > 0 {
        let opened = view.hints_shown.len();
        page.labelled(Span::new(Ink::Strong, "Hints:"), &format!("{opened} of {} opened (`footbridge hint {}`).", view.hints, view.id));
    }
    if let Some(last) = view.history.first() {
        page.labelled(Span::new(Ink::Strong, "Last check:"), &last.summary);
    }
}
