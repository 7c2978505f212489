mod cadence;
mod calendar;
mod changes;
mod entry;
mod gathering;
mod interview;
mod plan;

use super::own_file::{self, bytes_of};
use super::{Json, told};
use crate::Ending;
use crate::context::Context;
use crate::kept::is_standard;
use crate::terminal::{Page, Span, Table, finding, words};
use clap::{Args, Subcommand};
use footbridge_app::view::{ContactLineView, ContactView, ContactsReadView, FindingView, FoundView, PathToView, PeopleView, TouchBody};
use footbridge_app::{LARGEST_CONTACTS, read_contacts};
use footbridge_diagnostic::counted;
use std::path::{Path, PathBuf};

/// Whom you know: five new people a week, who waits to hear from you, who works where
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge people import Connections.csv\n  footbridge people add \"Ann Lee\" --company Acme --tag mentor\n  footbridge people changes\n  footbridge people week\n  footbridge people touch \"Ann Lee\" --how message\n  footbridge people interview \"Ann Lee\"\n  footbridge people gatherings\n  footbridge people calendar\n  footbridge people paths\n  footbridge people read Connections.csv                       needs no learner's folder\n\nContacts stand in private/contacts.toml, which is yours to edit. Nothing about them is sent anywhere."
)]
pub(crate) struct People {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Take contacts in from LinkedIn's export (CSV or ZIP) or from vCards, and say what changed
    #[command(after_long_help = "Example:\n  footbridge people import Connections.csv")]
    Import {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
    /// This week's five, and who waits to hear from you
    #[command(after_long_help = "Example:\n  footbridge people week")]
    Week {
        #[command(flatten)]
        json: Json,
    },
    /// List contacts with their ids
    #[command(after_long_help = "Example:\n  footbridge people list acme")]
    List {
        /// Part of a name, a company or a position, or a tag
        text: Option<String>,
        #[command(flatten)]
        json: Json,
    },
    /// One contact: what happened, and what to ask them
    #[command(after_long_help = "Example:\n  footbridge people show \"Ann Lee\"")]
    Show {
        /// Name or id
        who: String,
        #[command(flatten)]
        json: Json,
    },
    Add(entry::Add),
    Change(entry::Change),
    Cadence(cadence::Cadence),
    Changes(changes::Changes),
    Compare(changes::Compare),
    Plan(plan::Plan),
    /// Record that you were in touch with somebody
    #[command(after_long_help = "Example:\n  footbridge people touch \"Ann Lee\" --how call --note \"their API review\"")]
    Touch {
        /// Name or id
        who: String,
        /// How: message, mail, call, met, event or introduction
        #[arg(long)]
        how: String,
        /// The day, when it was not today
        #[arg(long, value_name = "DATE", default_value = "", hide_default_value = true)]
        on: String,
        /// What it was about
        #[arg(long, default_value = "", hide_default_value = true)]
        note: String,
        #[command(flatten)]
        json: Json,
    },
    Interview(interview::Interview),
    Gatherings(gathering::Gatherings),
    Calendar(calendar::Calendar),
    /// Who is known at the companies you aim at
    #[command(after_long_help = "Example:\n  footbridge people paths --weak")]
    Paths {
        /// Show weak ones too: only part of the name agrees, or it is a former employer
        #[arg(long)]
        weak: bool,
        #[command(flatten)]
        json: Json,
    },
    /// Print what a file of contacts holds; needs no learner's folder
    #[command(after_long_help = "Example:\n  footbridge people read Connections.csv --json")]
    Read {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
}

impl People {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        match &self.what {
            What::Import { file, json } => {
                let view = here.app()?.import_contacts(&contacts_of(file)?, &name_of(file))?;
                told(&view, json.json, here, || changes::imported(&view, here))
            }
            What::Week { json } => {
                let view = here.app()?.people(false)?;
                told(&view, json.json, here, || week(&view, here))
            }
            What::List { text, json } => {
                let view = here.app()?.find_contacts(text.as_deref().unwrap_or_default())?;
                told(&view, json.json, here, || list(&view, here))
            }
            What::Show { who, json } => {
                let app = here.app()?;
                let view = app.contact(&app.contact_called(who)?)?;
                told(&view, json.json, here, || contact(&view, here))
            }
            What::Touch { who, how, on, note, json } => {
                let app = here.app()?;
                let body = TouchBody { how: how.clone(), on: on.clone(), note: note.clone() };
                let view = app.touch(&app.contact_called(who)?, &body)?;
                told(&view, json.json, here, || "Recorded. `footbridge people week` shows how the week stands.\n".to_owned())
            }
            What::Add(command) => command.run(here),
            What::Change(command) => command.run(here),
            What::Cadence(command) => command.run(here),
            What::Changes(command) => command.run(here),
            What::Compare(command) => command.run(here),
            What::Plan(command) => command.run(here),
            What::Interview(command) => command.run(here),
            What::Gatherings(command) => command.run(here),
            What::Calendar(command) => command.run(here),
            What::Paths { weak, json } => {
                let view = here.app()?.people(*weak)?;
                told(&view.paths, json.json, here, || paths(&view, *weak, here))
            }
            What::Read { file, json } => {
                let view = read_contacts(&contacts_of(file)?, &name_of(file));
                told(&view, json.json, here, || read(&view, &name_of(file), here))?;
                Ok(if view.contacts.is_empty() { Ending::No } else { Ending::Done })
            }
        }
    }
}

fn contacts_of(file: &Path) -> anyhow::Result<Vec<u8>> {
    bytes_of(file, LARGEST_CONTACTS)
}

/// The name findings point at.
fn name_of(file: &Path) -> String {
    if is_standard(file) {
        return own_file::name_of(file);
    }
    file.file_name().map_or_else(|| "the file".to_owned(), |name| name.to_string_lossy().into_owned())
}

fn week(view: &PeopleView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    page.says(&view.week.says);
    view.week.reckoning.iter().for_each(|line| page.point(line));
    for found in &view.findings {
        page.point(&found.message);
    }
    if view.contacts == 0 {
        page.says("`footbridge people import Connections.csv` takes in whom you know from LinkedIn's export.");
    }
    if !view.week.new.is_empty() {
        page.heading("New this week");
        view.week.new.iter().for_each(|new| page.point(&format!("{}, {} ({})", new.name, new.work, new.id)));
    }
    if !view.week.suggested.is_empty() {
        page.heading("To write to for the first time");
        let mut table = Table::new(&["who", "why", "id"], &[]);
        for suggested in &view.week.suggested {
            table.row(vec![words(&suggested.contact.name), words(&suggested.why), vec![Span::plain(&suggested.contact.id)]]);
        }
        page.table(&table);
    }
    if !view.due.is_empty() {
        page.heading("They wait to hear from you");
        view.due.iter().for_each(|due| page.point(&format!("{}: {}", due.contact.name, due.why)));
    }
    for talk in &view.conversations {
        let by = talk.by.as_ref().map(|by| format!(" By {by}.")).unwrap_or_default();
        page.point(&format!("Conversation with {}: {}{by}", talk.contact.name, talk.what));
    }
    for gathering in view.gatherings.iter().filter(|gathering| gathering.wants_outcome) {
        page.point(&format!("{}: what came of it?", gathering.name));
    }
    page.finish()
}

fn list(view: &FoundView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    let mut table = Table::new(&["who", "what they do", "tags", "last in touch", "id"], &[]);
    for ContactLineView { id, name, work, tags, last, .. } in &view.contacts {
        let last = last.as_deref().unwrap_or("never");
        table.row(vec![words(name), words(work), words(&tags.join(", ")), words(last), vec![Span::plain(id)]]);
    }
    page.table(&table);
    let shown = view.contacts.len();
    if shown < view.total as usize {
        page.aside(&format!("The first {shown} of {}.", view.total));
    }
    page.finish()
}

fn contact(view: &ContactView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.line.name);
    page.says(&format!("{} ({})", view.line.work, view.role));
    if let Some(planned) = &view.planned {
        page.point(format!("planned for {}: {}", planned.on, planned.note).trim_end_matches(": "));
    }
    for touch in &view.touches {
        page.point(&format!("{}: {} {}", touch.on, touch.how, touch.note));
    }
    page.heading("What to ask; choose five");
    view.questions.iter().for_each(|question| page.point(&format!("{} ({})", question.ask, question.why)));
    page.finish()
}

fn paths(view: &PeopleView, weak: bool, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    if view.paths.is_empty() {
        page.says("Nobody you know works at the companies you aim at, as far as your contacts say. You aim at those given with `footbridge init --company`, those with a card, and those you applied to.");
    }
    for company in &view.paths {
        page.heading(&company.company);
        company.paths.iter().for_each(|path| page.point(&path_line(path)));
    }
    if !weak && view.weak_paths > 0 {
        page.aside(&more_paths(view.weak_paths as usize));
    }
    page.finish()
}

/// How many weak paths are not shown.
pub(super) fn more_paths(hidden: usize) -> String {
    let more = counted(hidden, "more that is", "more that are");
    format!("{more} probably somebody else: --weak shows {}.", if hidden == 1 { "it" } else { "them" })
}

/// Who it is, how sure the path is, and why.
pub(super) fn path_line(path: &PathToView) -> String {
    format!("{}, {} ({}). {}", path.contact.name, path.contact.work, path.strength, path.why)
}

fn read(view: &ContactsReadView, file: &str, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    for found in &view.findings {
        // The message names the row; what stands in it is private and not printed.
        let unplaced = FindingView { start: None, end: None, ..found.clone() };
        page.verbatim(&finding(&unplaced, file, "", &here.terminal));
    }
    page.says(&view.says);
    let mut table = Table::new(&["name", "position", "company", "connected"], &[]);
    for contact in &view.contacts {
        let connected = contact.connected_on.as_deref().unwrap_or_default();
        table.row(vec![words(&contact.name), words(&contact.position), words(&contact.company), words(connected)]);
    }
    if !view.contacts.is_empty() {
        page.table(&table);
    }
    page.finish()
}
