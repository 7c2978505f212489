use super::contacts_file::CONTACTS_FILE;
use super::{Book, touches, work_words};
use crate::view::{ContactReadView, ContactsReadView, FindingView, ImportedView, MovedPersonView};
use crate::view_sql::finding_view;
use crate::words::count;
use crate::{App, Trouble};
use footbridge_diagnostic::{Diagnostic, counted};
use footbridge_journal::{Act, Imported, Moved};
use footbridge_people::{Changed, Contact, ContactId, Import, Update, linkedin, update, vcard};

/// The most findings of an import that are listed.
const MOST_FINDINGS: usize = 100;

/// Reads a file of contacts: what LinkedIn exports (CSV or ZIP), or vCards. Needs no learner's folder, and nothing is kept.
pub fn read_contacts(bytes: &[u8], file: &str) -> ContactsReadView {
    let (form, import) = read(bytes, file);
    let contact = |contact: &Contact| ContactReadView {
        name: contact.name.clone(),
        company: contact.company.clone().unwrap_or_default(),
        position: contact.position.clone().unwrap_or_default(),
        connected_on: contact.connected_on.map(|day| day.to_string()),
    };
    ContactsReadView {
        form: form.to_owned(),
        says: format!("{} in {}.", counted(import.contacts.len(), "contact", "contacts"), counted(import.rows, "row", "rows")),
        rows: count(import.rows),
        contacts: import.contacts.iter().map(contact).collect(),
        findings: finding_views(&import),
    }
}

/// Cards say so on their first line; everything else is an export of LinkedIn.
fn read(bytes: &[u8], file: &str) -> (&'static str, Import) {
    let start: Vec<u8> = bytes.iter().copied().filter(u8::is_ascii_graphic).take(11).collect();
    if start.eq_ignore_ascii_case(b"BEGIN:VCARD") { ("vcard", vcard::read(bytes, file)) } else { ("linkedin", linkedin::read(bytes, file)) }
}

impl App {
    /// Takes contacts in from a file. Everybody keeps their id and tags; nobody is removed.
    pub fn import_contacts(&self, bytes: &[u8], name: &str) -> Result<ImportedView, Trouble> {
        // The folder is read before it is locked: reading may itself have something to record.
        self.with_learner(|_| ())?;
        let (form, import) = read(bytes, name);
        if import.contacts.is_empty() {
            let first = import.findings.first().map_or_else(String::new, |finding| format!(" {}", finding.message));
            return Err(Trouble::asked(format!("No contact could be read.{first}"))
                .help("Take the export of LinkedIn (Connections.csv, or the ZIP it comes in) or a file of vCards.")
                .findings(import.findings));
        }
        let _lock = self.lock()?;
        let file = self.contacts()?;
        let Update { changes, contacts } = update(&file.contacts, &import.contacts);
        self.keep_contacts(&file, &contacts)?;
        // Only who came from LinkedIn can have left it: of the others its export says nothing.
        let left = changes.left.iter().filter(|contact| form == "linkedin" && contact.connected_on.is_some()).count();
        let moved = |changed: &Changed| Moved { contact: changed.before.id.to_string(), before: work_words(&changed.before) };
        let imported = Imported {
            form: form.to_owned(),
            on: self.today(),
            contacts: count(import.contacts.len()),
            new: count(changes.new.len()),
            left: count(left),
            moved: changes.changed.iter().filter(|changed| changed.moved()).map(moved).collect(),
        };
        self.record(Act::ContactsImported(Box::new(imported.clone())), true)?;
        let touches = touches(&self.people_record()?, &self.gatherings_shown()?.gatherings);
        let book = Book::of(&contacts, &touches, self.today());
        Ok(imported_view(&imported, &book, finding_views(&import)))
    }
}

/// The first findings with their places, and how many more there are: a list of ten thousand helps nobody.
fn finding_views(import: &Import) -> Vec<FindingView> {
    let view = |finding: &Diagnostic| finding_view(finding, None, None, &import.text);
    let mut views: Vec<FindingView> = import.findings.iter().take(MOST_FINDINGS).map(view).collect();
    let more = import.findings.len() - views.len();
    if more > 0 {
        let message = format!("{} not listed.", counted(more, "more remark is", "more remarks are"));
        views.push(view(&Diagnostic::advice("contacts-more-findings", message).help("Mend these first, then import the file again.")));
    }
    views
}

pub(super) fn imported_view(imported: &Imported, book: &Book<'_>, findings: Vec<FindingView>) -> ImportedView {
    let mut says = format!("{} read, {} new.", counted(imported.contacts, "contact", "contacts"), imported.new);
    match imported.moved.len() {
        0 => {}
        1 => says.push_str(" 1 person moved to other work."),
        more => says.push_str(&format!(" {more} people moved to other work.")),
    }
    if imported.left > 0 {
        let left = counted(imported.left, "contact is", "contacts are");
        says.push_str(&format!(" {left} no longer in the export and stay in `{CONTACTS_FILE}`."));
    }
    let moved = imported.moved.iter().filter_map(|moved| {
        let contact = book.line(&ContactId::parse(&moved.contact)?);
        Some(MovedPersonView { contact, before: moved.before.clone() })
    });
    ImportedView { says, on: imported.on.to_string(), moved: moved.collect(), findings }
}
