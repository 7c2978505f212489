use super::contacts_file::CONTACTS_FILE;
use super::{Book, work_words};
use crate::view::{
    ContactLineView, ContactReadView, ContactsComparedView, ContactsReadView, FindingView, ImportedView, MovedPersonView, MovedReadView,
};
use crate::view_sql::finding_view;
use crate::words::count;
use crate::{App, Trouble};
use footbridge_diagnostic::{Diagnostic, counted, grouped};
use footbridge_journal::{Act, Imported, Moved};
use footbridge_people::{Changed, Changes, Contact, ContactId, Field, Import, Update, linkedin, update, vcard};
use jiff::civil::Date;

/// The largest file of contacts that is read, in bytes.
pub const LARGEST_CONTACTS: u64 = footbridge_people::LARGEST_FILE as u64;

/// The most findings of an import that are listed.
const MOST_FINDINGS: usize = 100;

/// The most newcomers of an import that are recorded by name.
const MOST_NEWCOMERS: usize = 500;

/// Reads a file of contacts: what LinkedIn exports (CSV or ZIP), or vCards. Needs no learner's folder, and nothing is kept.
pub fn read_contacts(bytes: &[u8], file: &str) -> ContactsReadView {
    let (form, import) = read(bytes, file);
    ContactsReadView {
        form: form.to_owned(),
        says: format!("{} in {}.", many(count(import.contacts.len()), "contact", "contacts"), many(count(import.rows), "row", "rows")),
        rows: count(import.rows),
        contacts: import.contacts.iter().map(read_view).collect(),
        findings: finding_views(&import),
    }
}

/// Two files of contacts, the earlier one first: who is new, who moved, who left. Needs no learner's folder, and nothing is kept.
pub fn compare_contacts(earlier: (&[u8], &str), later: (&[u8], &str)) -> Result<ContactsComparedView, Trouble> {
    let read_whole = |(bytes, file): (&[u8], &str)| {
        let (_, import) = read(bytes, file);
        if import.contacts.is_empty() { Err(nobody_in(import)) } else { Ok(import) }
    };
    let files = [earlier.1, later.1];
    let (earlier, later) = (read_whole(earlier)?, read_whole(later)?);
    let Changes { new, left, changed } = update(&earlier.contacts, &later.contacts).changes;
    let moved: Vec<&Changed> = changed.iter().filter(|changed| changed.moved()).collect();
    let moved_view = |changed: &&Changed| MovedReadView {
        contact: read_view(&changed.after),
        before: work_words(&changed.before),
        what: what_moved(Some(changed.fields.contains(&Field::Company))).to_owned(),
    };
    let left_words = if left.is_empty() { String::new() } else { format!(" {} only in the earlier file.", are(left.len())) };
    Ok(ContactsComparedView {
        says: format!("{} new.{}{left_words}", are(new.len()), moved_words(moved.len())),
        new: new.iter().map(read_view).collect(),
        moved: moved.iter().map(moved_view).collect(),
        left: left.iter().map(read_view).collect(),
        findings: std::iter::zip(files, [&earlier, &later]).flat_map(|(file, import)| findings_in(file, import)).collect(),
    })
}

/// Thousands of contacts, their digits in threes.
fn many(number: u32, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

fn are(people: usize) -> String {
    counted(people, "person is", "people are")
}

fn read_view(contact: &Contact) -> ContactReadView {
    ContactReadView {
        name: contact.name.clone(),
        company: contact.company.clone().unwrap_or_default(),
        position: contact.position.clone().unwrap_or_default(),
        connected_on: contact.connected_on.map(|day| day.to_string()),
    }
}

fn nobody_in(import: Import) -> Trouble {
    Trouble::asked("No contact could be read.")
        .help("Take the export of LinkedIn (Connections.csv, or the ZIP it comes in) or a file of vCards.")
        .findings(import.findings)
}

/// Cards say so on their first line; everything else is an export of LinkedIn.
fn read(bytes: &[u8], file: &str) -> (&'static str, Import) {
    let start: Vec<u8> = bytes.iter().copied().filter(u8::is_ascii_graphic).take(11).collect();
    if start.eq_ignore_ascii_case(b"BEGIN:VCARD") { ("vcard", vcard::read(bytes, file)) } else { ("linkedin", linkedin::read(bytes, file)) }
}

/// Nobody connects on a day that has not come yet.
fn without_days_ahead(import: &mut Import, today: Date) {
    for contact in import.contacts.iter_mut().filter(|contact| contact.connected_on.is_some_and(|day| day > today)) {
        let day = contact.connected_on.take().map(|day| day.to_string()).unwrap_or_default();
        let message = format!("One connection is dated {day}, which has not come yet; the day is left out.");
        import.findings.push(Diagnostic::advice("contacts-day-ahead", message).help("Look at the dates of the file."));
    }
}

impl App {
    /// Takes contacts in from a file. Everybody keeps their id and tags; nobody is removed.
    pub fn import_contacts(&self, bytes: &[u8], name: &str) -> Result<ImportedView, Trouble> {
        // The folder is read before it is locked: reading may itself have something to record.
        self.with_learner(|_| ())?;
        let (form, mut import) = read(bytes, name);
        without_days_ahead(&mut import, self.today());
        if import.contacts.is_empty() {
            return Err(nobody_in(import));
        }
        let _lock = self.lock()?;
        let file = self.contacts()?;
        let Update { changes, contacts } = update(&file.contacts, &import.contacts);
        self.keep_contacts(&file, &contacts)?;
        // Only who came from LinkedIn can have left it: of the others its export says nothing.
        let left = changes.left.iter().filter(|contact| form == "linkedin" && contact.connected_on.is_some()).count();
        let moved = |changed: &Changed| Moved {
            contact: changed.before.id.to_string(),
            before: work_words(&changed.before),
            company: Some(changed.fields.contains(&Field::Company)),
        };
        // Of a first file everybody is new, which tells nobody apart.
        let newcomers = if file.contacts.is_empty() { &[][..] } else { &changes.new[..] };
        let imported = Imported {
            form: form.to_owned(),
            on: self.today(),
            contacts: count(import.contacts.len()),
            new: count(changes.new.len()),
            newcomers: newcomers.iter().take(MOST_NEWCOMERS).map(|contact| contact.id.to_string()).collect(),
            left: count(left),
            moved: changes.changed.iter().filter(|changed| changed.moved()).map(moved).collect(),
        };
        self.record(Act::ContactsImported(Box::new(imported.clone())), true)?;
        let known = self.known()?;
        let book = Book::of(&known.rhythm(), self.today());
        Ok(imported_view(&imported, &book, finding_views(&import)))
    }
}

/// The findings of one of two files, which say of which.
fn findings_in(file: &str, import: &Import) -> Vec<FindingView> {
    let views = finding_views(import).into_iter();
    views.map(|view| FindingView { message: format!("`{file}`: {}", view.message), ..view }).collect()
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
    let mut says = format!("{} read, {} new.", many(imported.contacts, "contact", "contacts"), grouped(imported.new));
    says.push_str(&moved_words(imported.moved.len()));
    if imported.left > 0 {
        let (are, stay) = if imported.left == 1 { ("contact is", "stays") } else { ("contacts are", "stay") };
        says.push_str(&format!(" {} {are} no longer in the export and {stay} in `{CONTACTS_FILE}`.", grouped(imported.left)));
    }
    let moved = imported.moved.iter().filter_map(|moved| {
        let contact = book.line(&ContactId::parse(&moved.contact)?);
        Some(MovedPersonView { contact, before: moved.before.clone(), what: what_moved(moved.company).to_owned() })
    });
    let newcomers = imported.newcomers.iter().filter_map(|id| Some(book.line(&ContactId::parse(id)?)));
    ImportedView { says, on: imported.on.to_string(), newcomers: by_name(newcomers), moved: moved.collect(), findings }
}

fn by_name(contacts: impl Iterator<Item = ContactLineView>) -> Vec<ContactLineView> {
    let mut contacts: Vec<ContactLineView> = contacts.collect();
    contacts.sort_by_cached_key(|contact| contact.name.to_lowercase());
    contacts
}

fn moved_words(people: usize) -> String {
    match people {
        0 => String::new(),
        1 => " 1 person moved to other work.".to_owned(),
        more => format!(" {more} people moved to other work."),
    }
}

/// `company`: whether it is another one; `None` when nobody wrote that down.
fn what_moved(company: Option<bool>) -> &'static str {
    match company {
        Some(true) => "another company",
        Some(false) => "another role",
        None => "other work",
    }
}
