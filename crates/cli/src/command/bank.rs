use super::{Json, told};
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Span, Table};
use clap::Args;
use footbridge_app::BankWish;
use footbridge_app::view::{BankQuestionView, BankView, ModelAnswerView};

/// Interview questions: by kind, by skill, by who asks them
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge bank --kind data --company fintech\n  footbridge bank --skill caching-strategies\n  footbridge bank sd-mumbai-virginia\n  footbridge recall sd-mumbai-virginia    answers it, and brings it back\n\nThe four anchors are shown once you have answered a question; `--open` shows them before."
)]
pub(crate) struct Bank {
    /// Id of one question
    question: Option<String>,
    /// Only one kind: system-design, product-sense, api-technical, data, behavioural or translation
    #[arg(long, conflicts_with = "question")]
    kind: Option<String>,
    /// Only questions that ask for this skill, by its id
    #[arg(long, conflicts_with = "question")]
    skill: Option<String>,
    /// Only as a company asks: one that the Guide names, or a kind: developer-platform, cloud, large-tech, fintech, marketplace, saas or startup
    #[arg(long, conflicts_with = "question")]
    company: Option<String>,
    /// Show what a strong answer holds before answering
    #[arg(long, requires = "question")]
    open: bool,
    #[command(flatten)]
    json: Json,
}

impl Bank {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        if let Some(id) = &self.question {
            let view = app.bank_question(id, self.open)?;
            return told(&view, self.json.json, here, || one(&view, here));
        }
        let wish = BankWish { kind: self.kind.clone(), skill: self.skill.clone(), company: self.company.clone() };
        let view = app.bank(&wish)?;
        told(&view, self.json.json, here, || list(&view, here))
    }
}

fn list(view: &BankView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    let mut table = Table::new(&["id", "question", "min", "last"], &[2]);
    for line in &view.questions {
        table.row(vec![
            vec![Span::new(Ink::Code, &line.id)],
            vec![Span::plain(&line.ask)],
            vec![Span::plain(line.minutes.to_string())],
            vec![Span::plain(&line.grade)],
        ]);
    }
    page.table(&table);
    page.gap();
    page.says("`footbridge bank ID` shows one; `footbridge recall ID` answers it.");
    page.finish()
}

fn one(view: &BankQuestionView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.line.id);
    page.blocks(&view.ask, &[]);
    if !view.number_ask.is_empty() {
        page.gap();
        page.labelled(Span::new(Ink::Strong, "To compute:"), &view.number_ask);
    }
    page.gap();
    let week = view.line.week.map_or_else(String::new, |week| format!(", week {week}"));
    page.aside(&format!("{}, {} min in an interview{week}.", view.line.kind, view.line.minutes));
    page.aside(&format!("Asked by: {}.", view.line.companies.join(", ")));
    view.skills.iter().for_each(|skill| page.point(skill));
    if let Some(exercise) = &view.exercise {
        let id = exercise.opens.rsplit('/').next().unwrap_or_default();
        page.says(&format!("{}: “{}”, `footbridge show {id}`.", exercise.says, exercise.title));
    }
    match &view.model {
        Some(model) => tell_model(&mut page, model),
        None => {
            page.gap();
            page.says(&format!(
                "`footbridge recall {}` answers it; then four anchors are shown to hold your answer against.",
                view.line.id
            ));
        }
    }
    page.finish()
}

fn anchors(page: &mut Page<'_>, model: &ModelAnswerView) {
    for level in &model.levels {
        page.gap();
        page.labelled(Span::new(Ink::Strong, format!("{}:", level.name)), &level.anchor);
    }
}

/// What a strong answer holds, all of it.
pub(super) fn tell_model(page: &mut Page<'_>, model: &ModelAnswerView) {
    anchors(page, model);
    if !model.reckoning.is_empty() {
        page.heading("How the number comes about");
        page.says(&model.reckoning);
    }
    tell_beside(page, model);
}

/// What stands beside the anchors and the number.
pub(super) fn tell_beside(page: &mut Page<'_>, model: &ModelAnswerView) {
    for (heading, lines) in [
        ("What is evaluated", &model.evaluates),
        ("A framework", &model.framework),
        ("Common mistakes", &model.mistakes),
        ("What is asked next", &model.follow_ups),
    ] {
        page.heading(heading);
        lines.iter().for_each(|line| page.point(line));
    }
}
