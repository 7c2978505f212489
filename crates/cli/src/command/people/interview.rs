use crate::Ending;
use crate::command::{Json, told};
use crate::context::Context;
use crate::terminal::{Ink, Page, Span, Table, words};
use clap::Args;
use footbridge_app::view::{ContactView, StepBody};

/// An informational interview: what to ask, what comes next, and each step as it is done
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge people interview \"Ann Lee\"                               what to ask, and what comes next\n  footbridge people interview \"Ann Lee\" --step asked\n  footbridge people interview \"Ann Lee\" --step agreed --on 2027-02-03\n  footbridge people interview \"Ann Lee\" --step noted --note \"9 of 25 hours are meetings\"\n  footbridge people interview \"Ann Lee\" --take-back held                a step recorded by mistake\n\nThree interviews that were held and written down reach the milestone of the path."
)]
pub(super) struct Interview {
    /// Name or id
    who: String,
    /// A step to record: asked, agreed (with the day of the conversation as --on), prepared, held, noted, thanked or followed-up
    #[arg(long)]
    step: Option<String>,
    /// A step to take back that was recorded by mistake
    #[arg(long, value_name = "STEP", conflicts_with = "step")]
    take_back: Option<String>,
    /// The day, when it was not today
    #[arg(long, value_name = "DATE", default_value = "", hide_default_value = true, requires = "step")]
    on: String,
    /// The questions you chose, what you heard, or what you wrote to them
    #[arg(long, default_value = "", hide_default_value = true, requires = "step")]
    note: String,
    #[command(flatten)]
    json: Json,
}

impl Interview {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let id = app.contact_called(&self.who)?;
        let view = match (&self.step, &self.take_back) {
            (Some(step), _) => app.converse(&id, &StepBody { step: step.clone(), on: self.on.clone(), note: self.note.clone() })?,
            (None, Some(step)) => app.take_back_step(&id, step)?,
            (None, None) => app.contact(&id)?,
        };
        let people = app.people(false)?;
        told(&view, self.json.json, here, || {
            let mut page = page(&view, self.step.is_none() && self.take_back.is_none(), here);
            if let Some(goal) = people.conversations_goal {
                page.aside(&format!("{} of {goal} held and written down.", people.conversations_held));
            }
            page.finish()
        })
    }
}

fn page<'a>(view: &ContactView, with_questions: bool, here: &'a Context) -> Page<'a> {
    let mut page = Page::new(&here.terminal);
    let talk = &view.conversation;
    page.title(&view.line.name);
    if with_questions {
        page.heading("What to ask; choose five");
        view.questions.iter().for_each(|question| page.point(&format!("{} ({})", question.ask, question.why)));
        page.heading("How far it is");
    }
    let mut table = Table::new(&["step", "when", "note"], &[]);
    let day = |day: &Option<String>| words(day.as_deref().unwrap_or("not yet"));
    table.row(vec![words("agreed on"), day(&talk.agreed), Vec::new()]);
    for step in &talk.steps {
        table.row(vec![words(&step.words), day(&step.on), words(&step.note)]);
    }
    page.table(&table);
    if talk.next.is_empty() {
        page.says("All steps are done.");
    } else {
        let by = talk.by.as_ref().map(|by| format!(" By {by}.")).unwrap_or_default();
        page.labelled(Span::new(Ink::Good, "next:"), &format!("{}{by}", talk.what));
    }
    page
}
