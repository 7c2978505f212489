use super::plan::tell_interviews;
use super::{Json, told};
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Ink, Page, Span, outcome_words};
use clap::Args;
use footbridge_app::view::{ExerciseState, PlannedItemView, TodayView};

/// Show what is planned for today, the first thing first
#[derive(Debug, Args)]
#[command(after_long_help = "Example:\n  footbridge today")]
pub(crate) struct Today {
    #[command(flatten)]
    json: Json,
}

impl Today {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let view = app.day()?;
        here.tell_notices(&app)?;
        told(&view, self.json.json, here, || page(&view, here))
    }
}

fn page(view: &TodayView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    let week = view.week.map(|week| format!(", week {week} of {}", view.weeks)).unwrap_or_default();
    page.aside(&format!("{}{week}. {}", view.date, view.pace));
    page.gap();
    for (at, item) in view.items.iter().enumerate() {
        tell_item(&mut page, at + 1, item);
    }
    if let Some(empty) = &view.empty {
        page.says(empty);
    }
    if let Some(next) = &view.next {
        page.says(&format!("`footbridge start {}` begins it now.", next.id));
    }
    page.gap();
    if let Some(retest) = &view.retest {
        let waiting = if retest.waiting > 0 { format!(" Waiting for another day: {}.", retest.waiting) } else { String::new() };
        let says =
            format!("{} · {}\u{202f}min. {} {}{waiting} `{}`", retest.title, retest.minutes, retest.why, retest.room, retest.command);
        page.labelled(Span::new(Ink::Strong, "Re-test:"), &says);
    }
    tell_interviews(&mut page, &view.interviews);
    if let Some(milestone) = &view.milestone {
        let date = milestone.date.as_ref().map(|date| format!(", planned for {date}")).unwrap_or_default();
        page.labelled(Span::new(Ink::Strong, "Next milestone:"), &format!("{}{date}", milestone.title));
    }
    if let Some(recall) = &view.recall {
        page.labelled(Span::new(Ink::Strong, "Recall:"), &format!("{recall} `footbridge recall` begins."));
    }
    if let Some(people) = &view.people {
        page.labelled(Span::new(Ink::Strong, "People:"), &format!("{people}. `footbridge people week` shows them."));
        view.people_suggested
            .iter()
            .for_each(|one| page.point(&format!("To write to for the first time: {}, {}", one.contact.name, one.why)));
        view.people_due.iter().for_each(|due| page.point(&format!("{}: {}", due.contact.name, due.why)));
    }
    for due in &view.applications {
        page.labelled(Span::new(Ink::Strong, format!("{}, {}:", due.company, due.role)), &due.what);
    }
    if let Some(challenge) = &view.challenge {
        page.labelled(Span::new(Ink::Strong, "This week's challenge:"), &format!("{}. {}", challenge.title, challenge.says));
    }
    if let Some(last) = &view.last_verdict {
        let (words, _) = outcome_words(&last.outcome);
        page.labelled(Span::new(Ink::Strong, "Last verdict:"), &format!("{}: {words}. {}", last.title, last.summary));
    }
    page.finish()
}

fn tell_item(page: &mut Page<'_>, number: usize, item: &PlannedItemView) {
    let mark = format!("{number}. ");
    let indent = " ".repeat(mark.len());
    page.wrapped(
        &[Span::new(Ink::Strong, &item.title), Span::plain(format!(" · {}\u{202f}min · {}", item.minutes, item.track))],
        &mark,
        &indent,
    );
    page.wrapped(&[Span::new(Ink::Dim, &item.why)], &indent, &indent);
    let next = if item.state == ExerciseState::InHand { "check" } else { "start" };
    page.wrapped(&[Span::new(Ink::Code, format!("footbridge {next} {}", item.id))], &indent, &indent);
}
