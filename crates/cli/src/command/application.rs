use super::own_file::{bytes_of, text_of};
use super::{Json, told};
use crate::Ending;
use crate::context::Context;
use crate::terminal::{Page, Span, Table, words};
use clap::{Args, Subcommand};
use footbridge_app::LARGEST_SENT;
use footbridge_app::view::{
    ApplicationLineView, ApplicationView, ApplicationsView, EntryBody, NewApplicationBody, SentBody, TakeBackBody, UnreadableView,
};
use footbridge_diagnostic::upper_first;
use std::path::{Path, PathBuf};

/// Your applications: where each stands, what it is time for, and what exactly was sent
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge application add Acme \"Technical Product Manager\" --stage applied\n  footbridge application sent acme --resume resume.pdf --letter letter.txt\n  footbridge application move acme \"first conversation\"\n  footbridge application move acme rejected --reason experience --said \"more years\"\n  footbridge application note acme --followed-up \"mail to the recruiter\"\n  footbridge application report\n\nEach application is a file in private/applications, which is yours to edit. Nothing about them is sent anywhere."
)]
pub(crate) struct Application {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Begin an application
    #[command(
        after_long_help = "Example:\n  footbridge application add Acme \"Technical Product Manager\" --link https://acme.example/jobs/12"
    )]
    Add {
        /// The company
        company: String,
        /// The role
        role: String,
        /// Address of the description
        #[arg(long, value_name = "ADDRESS", default_value = "", hide_default_value = true)]
        link: String,
        /// Where it stands [otherwise found]
        #[arg(long, default_value = "", hide_default_value = true)]
        stage: String,
        /// Since which day [otherwise today]
        #[arg(long, value_name = "DATE", default_value = "", hide_default_value = true)]
        on: String,
        #[command(flatten)]
        json: Json,
    },
    /// List applications, what it is time for, and how far they get
    #[command(after_long_help = "Example:\n  footbridge application list")]
    List {
        #[command(flatten)]
        json: Json,
    },
    /// One application: everything that happened, and what was sent
    #[command(after_long_help = "Example:\n  footbridge application show acme")]
    Show {
        /// Id, or a part of the company or the role
        which: String,
        #[command(flatten)]
        json: Json,
    },
    /// Record a stage that was reached; what stands in the history stays
    #[command(
        after_long_help = "Examples:\n  footbridge application move acme interview\n  footbridge application move acme no-answer --on 2026-11-20"
    )]
    Move {
        /// Id, or a part of the company or the role
        which: String,
        /// found, applied, first-conversation, exercise, interview, last-round, offer, accepted, rejected, withdrawn or no-answer
        stage: String,
        /// The day, when it was not today
        #[arg(long, value_name = "DATE", default_value = "", hide_default_value = true)]
        on: String,
        /// With rejected: why, as they say or as you judge
        #[arg(long, default_value = "", hide_default_value = true)]
        reason: String,
        /// With rejected: their words
        #[arg(long, default_value = "", hide_default_value = true)]
        said: String,
        #[command(flatten)]
        json: Json,
    },
    /// Record a note, a follow-up, a day to be reminded on, or the day of an interview
    #[command(
        after_long_help = "Examples:\n  footbridge application note acme \"two more rounds, both about APIs\"\n  footbridge application note acme --followed-up \"mail to the recruiter\"\n  footbridge application note acme --remind-on 2026-12-05\n  footbridge application note acme --interview-on 2026-12-10 --company-kind fintech"
    )]
    Note {
        /// Id, or a part of the company or the role
        which: String,
        /// The note
        #[arg(default_value = "", hide_default_value = true)]
        text: String,
        /// You asked again, or thanked them; how, in a few words
        #[arg(long, value_name = "HOW")]
        followed_up: Option<String>,
        /// A day to come on which Today reminds you
        #[arg(long, value_name = "DATE", default_value = "", hide_default_value = true)]
        remind_on: String,
        /// The day of an interview that is agreed on: recall prepares for it
        #[arg(long, value_name = "DATE", default_value = "", hide_default_value = true)]
        interview_on: String,
        /// With it: developer-platform, cloud, large-tech, fintech, marketplace, saas or startup
        #[arg(long, value_name = "KIND", default_value = "", hide_default_value = true, requires = "interview_on")]
        company_kind: String,
        /// The day, when it was not today
        #[arg(long, value_name = "DATE", default_value = "", hide_default_value = true)]
        on: String,
        #[command(flatten)]
        json: Json,
    },
    /// Take back the last entry, or the last stage, recorded by mistake
    #[command(after_long_help = "Examples:\n  footbridge application take-back acme\n  footbridge application take-back acme --stage")]
    TakeBack {
        /// Id, or a part of the company or the role
        which: String,
        /// The last stage, whatever was recorded after it
        #[arg(long)]
        stage: bool,
        #[command(flatten)]
        json: Json,
    },
    /// Keep exactly what was sent: the résumé by the hash of its bytes, and the letter
    #[command(
        after_long_help = "Examples:\n  footbridge application sent acme --resume resume.pdf --letter letter.txt\n  footbridge application sent acme --resume-variant payments"
    )]
    Sent {
        /// Id, or a part of the company or the role
        which: String,
        /// The file of the résumé
        #[arg(long, value_name = "FILE")]
        resume: Option<PathBuf>,
        /// The variant of your résumé, in place of a file: its PDF as `footbridge resume export` makes it
        #[arg(long, value_name = "NAME", conflicts_with = "resume", default_value = "", hide_default_value = true)]
        resume_variant: String,
        /// The look the variant was sent in: modern, classic or compact
        #[arg(long, value_name = "THEME", requires = "resume_variant", default_value = "", hide_default_value = true)]
        theme: String,
        /// The paper the variant was sent on: a4 or letter
        #[arg(long, value_name = "PAPER", requires = "resume_variant", default_value = "", hide_default_value = true)]
        paper: String,
        /// The text of the letter, or of the form; `-` reads standard input
        #[arg(long, value_name = "FILE")]
        letter: Option<PathBuf>,
        /// The day, when it was not today
        #[arg(long, value_name = "DATE", default_value = "", hide_default_value = true)]
        on: String,
        #[command(flatten)]
        json: Json,
    },
    /// Print all applications with their whole history, as some offices ask for it
    #[command(after_long_help = "Example:\n  footbridge application report > applications.txt")]
    Report {
        #[command(flatten)]
        json: Json,
    },
    /// Print all applications as CSV; cells that a spreadsheet would run begin with an apostrophe
    #[command(after_long_help = "Example:\n  footbridge application export > applications.csv")]
    Export,
}

impl Application {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        match &self.what {
            What::Add { company, role, link, stage, on, json } => {
                let [company, role, link, stage, on] = [company, role, link, stage, on].map(String::clone);
                let view = app.add_application(&NewApplicationBody { company, role, link, stage, on })?;
                told(&view, json.json, here, || one(&view, here))
            }
            What::List { json } => {
                let view = app.applications()?;
                told(&view, json.json, here, || list(&view, here))
            }
            What::Show { which, json } => {
                let view = app.application(&app.application_called(which)?)?;
                told(&view, json.json, here, || one(&view, here))
            }
            What::Move { which, stage, on, reason, said, json } => {
                let [stage, on, reason, said] = [stage, on, reason, said].map(String::clone);
                let body = EntryBody { stage, on, reason, said, ..EntryBody::default() };
                let view = app.add_to_application(&app.application_called(which)?, &body)?;
                told(&view, json.json, here, || one(&view, here))
            }
            What::Note { which, text, followed_up, remind_on, interview_on, company_kind, on, json } => {
                let [note, remind_on, on] = [text, remind_on, on].map(String::clone);
                let [interview_on, company_kind] = [interview_on, company_kind].map(String::clone);
                let followed_up = followed_up.clone();
                let body = EntryBody { note, followed_up, remind_on, interview_on, company_kind, on, ..EntryBody::default() };
                let view = app.add_to_application(&app.application_called(which)?, &body)?;
                told(&view, json.json, here, || one(&view, here))
            }
            What::TakeBack { which, stage, json } => {
                let id = app.application_called(which)?;
                let body = TakeBackBody { version: app.application(&id)?.version, stage: *stage };
                let view = app.take_back_entry(&id, &body)?;
                told(&view, json.json, here, || one(&view, here))
            }
            What::Sent { which, resume, resume_variant, theme, paper, letter, on, json } => {
                let id = app.application_called(which)?;
                let mut body = SentBody {
                    on: on.clone(),
                    resume_variant: resume_variant.clone(),
                    resume_theme: theme.clone(),
                    resume_paper: paper.clone(),
                    ..SentBody::default()
                };
                if let Some(file) = resume {
                    let bytes = bytes_of(file, LARGEST_SENT)?;
                    body.resume_name = name_of(file);
                    body.resume_hash = app.keep_sent(&bytes, &body.resume_name)?.hash;
                }
                if let Some(file) = letter {
                    body.letter_name = name_of(file);
                    body.letter = text_of(file)?.1;
                }
                let view = app.record_sent(&id, &body)?;
                told(&view, json.json, here, || one(&view, here))
            }
            What::Report { json } => {
                let view = app.applications()?;
                told(&view, json.json, here, || report(&view, here))
            }
            What::Export => {
                here.print(&app.applications_csv()?)?;
                here.tell_these(&app.applications_unread());
                Ok(Ending::Done)
            }
        }
    }
}

fn name_of(file: &Path) -> String {
    file.file_name().filter(|name| *name != "-").map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// Files that could not be read, or not all of them.
pub(super) fn tell_unreadable(page: &mut Page<'_>, unreadable: &[UnreadableView]) {
    if unreadable.is_empty() {
        return;
    }
    page.heading("Not read, or not all of it");
    for file in unreadable {
        for found in &file.findings {
            let line = found.start.map_or_else(String::new, |start| format!(", line {}", start.line));
            let help = found.help.first().map_or_else(String::new, |help| format!(" {help}"));
            page.point(&format!("`{}`{line}: {}{help}", file.file, found.message));
        }
    }
}

fn list(view: &ApplicationsView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    if view.lines.is_empty() {
        page.says("`footbridge application add` begins one.");
    }
    for due in &view.due {
        page.point(&format!("{}, {}: {}", due.company, due.role, due.what));
    }
    if !view.lines.is_empty() {
        page.gap();
        let mut table = Table::new(&["company", "role", "stage", "since", "interview", "id"], &[]);
        for line in &view.lines {
            let day = |day: &Option<String>| words(day.as_deref().unwrap_or_default());
            table.row(vec![
                words(&line.company),
                words(&line.role),
                words(&line.stage),
                day(&line.since),
                day(&line.interview_on),
                vec![Span::plain(&line.id)],
            ]);
        }
        page.table(&table);
        funnel(&mut page, view);
    }
    tell_unreadable(&mut page, &view.unreadable);
    page.finish()
}

fn funnel(page: &mut Page<'_>, view: &ApplicationsView) {
    page.heading("How far they get");
    view.funnel.iter().filter(|step| step.is_begun).for_each(|step| page.point(&step.says));
    if view.funnel.iter().any(|step| !step.is_begun) {
        page.says("Steps that no application has come to are left out.");
    }
    for reason in &view.reasons {
        let times = if reason.count == 1 { "once".to_owned() } else { format!("{} times", reason.count) };
        page.point(&format!("Why companies said no: {}, {times}", reason.reason));
    }
}

fn report(view: &ApplicationsView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    let from = view.from.as_deref().unwrap_or(&view.until);
    page.title(&format!("Applications from {from} to {}", view.until));
    page.says(&format!("{}.", view.answer));
    for line in &view.lines {
        page.heading(&format!("{}, {}", line.company, line.role));
        history(&mut page, line);
    }
    if !view.lines.is_empty() {
        funnel(&mut page, view);
    }
    tell_unreadable(&mut page, &view.unreadable);
    page.finish()
}

fn history(page: &mut Page<'_>, line: &ApplicationLineView) {
    for stage in &line.history {
        let days = match stage.days {
            None => String::new(),
            Some(0) => String::new(),
            Some(1) => ", 1 day".to_owned(),
            Some(days) => format!(", {days} days"),
        };
        page.point(&format!("{} {}{days}", stage.on, stage.stage));
    }
    for done in &line.followed_up {
        let how = if done.how.is_empty() { String::new() } else { format!(": {}", done.how) };
        page.point(&format!("{} followed up{how}", done.on));
    }
    for (what, day) in [("Interview on", &line.interview_on), ("Reminder set for", &line.remind_on)] {
        day.iter().for_each(|day| page.point(&format!("{what} {day}")));
    }
    if let Some(resume) = &line.resume {
        page.point(&format!("Résumé sent: {resume}"));
    }
    if let Some(letter) = &line.letter {
        page.point(&format!("Letter sent: {letter}"));
    }
    if let Some(reason) = &line.reason {
        page.point(&format!("Reason: {reason}"));
    }
    if let Some(said) = &line.said {
        page.point(&format!("They said: “{said}”"));
    }
}

fn one(view: &ApplicationView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&format!("{}, {}", view.line.company, view.line.role));
    let since = view.line.since.as_ref().map_or_else(String::new, |since| format!(" since {since}"));
    page.says(&format!("{}{since}.", upper_first(&view.line.stage)));
    if let Some(due) = &view.line.due {
        page.says(due);
    }
    view.entries.iter().for_each(|entry| page.point(&format!("{}: {}", entry.on, entry.says.join(" "))));
    let unreadable = UnreadableView { file: view.file.clone(), findings: view.findings.clone() };
    tell_unreadable(&mut page, if unreadable.findings.is_empty() { &[] } else { std::slice::from_ref(&unreadable) });
    page.aside(&format!("The file is {}.", view.file));
    page.finish()
}
