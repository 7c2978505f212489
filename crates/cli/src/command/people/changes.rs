use super::{contacts_of, name_of};
use crate::Ending;
use crate::command::{Json, told};
use crate::context::Context;
use crate::terminal::{Page, Span, Table, words};
use clap::Args;
use footbridge_app::compare_contacts;
use footbridge_app::view::{ContactReadView, ContactsComparedView, ImportedView};
use std::path::PathBuf;

/// Who was new in the last import, and who moved to another company or role
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge people changes\n  footbridge people change \"Ann Lee\" --tag mentor                puts somebody under a cadence\n  footbridge people plan \"Ann Lee\" --on 2027-02-03               plans a touch\n\nOf the first file everybody is new, so newcomers are listed from the second one on."
)]
pub(super) struct Changes {
    #[command(flatten)]
    json: Json,
}

/// Compare two files of contacts: who is new, who moved, who left; needs no learner's folder
#[derive(Debug, Args)]
#[command(after_long_help = "Example:\n  footbridge people compare Connections-may.csv Connections.csv --json")]
pub(super) struct Compare {
    /// The earlier file
    earlier: PathBuf,
    /// The later file
    later: PathBuf,
    #[command(flatten)]
    json: Json,
}

impl Changes {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let view = here.app()?.people(false)?.imported;
        told(&view, self.json.json, here, || match &view {
            Some(view) => imported(view, here),
            None => "No file of contacts was imported yet: `footbridge people import Connections.csv` does.\n".to_owned(),
        })
    }
}

impl Compare {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let (earlier, later) = (contacts_of(&self.earlier)?, contacts_of(&self.later)?);
        let view = compare_contacts((&earlier, &name_of(&self.earlier)), (&later, &name_of(&self.later)))?;
        told(&view, self.json.json, here, || compared(&view, here))
    }
}

/// What an import brought, by name.
pub(super) fn imported(view: &ImportedView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.says(&view.says);
    if !view.newcomers.is_empty() {
        page.heading("New");
        let mut table = Table::new(&["who", "what they do", "id"], &[]);
        for contact in &view.newcomers {
            table.row(vec![words(&contact.name), words(&contact.work), vec![Span::plain(&contact.id)]]);
        }
        page.table(&table);
    }
    if !view.moved.is_empty() {
        page.heading("They moved, which is an occasion to write");
        let mut table = Table::new(&["who", "what is new", "what they do", "before", "id"], &[]);
        for moved in &view.moved {
            let contact = &moved.contact;
            let id = vec![Span::plain(&contact.id)];
            table.row(vec![words(&contact.name), words(&moved.what), words(&contact.work), words(&moved.before), id]);
        }
        page.table(&table);
    }
    view.findings.iter().for_each(|found| page.point(&found.message));
    page.finish()
}

fn compared(view: &ContactsComparedView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.says(&view.says);
    people(&mut page, "New", &view.new);
    if !view.moved.is_empty() {
        page.heading("They moved, which is an occasion to write");
        let mut table = Table::new(&["who", "what is new", "role", "company", "before"], &[]);
        for moved in &view.moved {
            let contact = &moved.contact;
            let what = [&contact.name, &moved.what, &contact.position, &contact.company, &moved.before];
            table.row(what.map(|text| words(text)).to_vec());
        }
        page.table(&table);
    }
    people(&mut page, "Only in the earlier file", &view.left);
    view.findings.iter().for_each(|found| page.point(&found.message));
    page.finish()
}

fn people(page: &mut Page<'_>, heading: &str, contacts: &[ContactReadView]) {
    if contacts.is_empty() {
        return;
    }
    page.heading(heading);
    let mut table = Table::new(&["who", "role", "company"], &[]);
    for contact in contacts {
        table.row(vec![words(&contact.name), words(&contact.position), words(&contact.company)]);
    }
    page.table(&table);
}
