//! `private/contacts.toml`: what the person says about whom they know. Theirs to edit; what we change of it leaves the rest as it stands.

use crate::Trouble;
use footbridge_diagnostic::{Diagnostic, Source};
use footbridge_people::{Cadence, Contact, ContactId, Written, contact};
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

pub(crate) const CONTACTS_FILE: &str = "private/contacts.toml";

const HEAD: &str = "\
# People I know. Change it here or on the screen People. Nothing of private/ leaves this folder.
# A cadence says after how many days it is time to be in touch with those who carry its tag, and after how many it is late.
";

const HELP: &str = "A contact begins with `[[contact]]` and has the keys id, name, profile, mail, company, position, connected_on, tags.";

/// Cadences as long as the file names none; the first write puts them there.
const CADENCES: [(&str, u16, u16); 3] = [("mentor", 30, 45), ("recruiter", 60, 90), ("tpm", 60, 90)];

/// What the file says.
#[derive(Debug, Default)]
pub(crate) struct ContactsFile {
    pub(crate) contacts: Vec<Contact>,
    pub(crate) cadences: Vec<Cadence>,
    /// What is wrong with single contacts. They name places, never people.
    pub(crate) findings: Vec<Diagnostic>,
    pub(crate) text: String,
    /// For each contact, its place among the tables of the file.
    places: Vec<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactsToml {
    #[serde(default)]
    cadence: BTreeMap<String, CadenceToml>,
    #[serde(default)]
    contact: Vec<toml::Spanned<ContactToml>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CadenceToml {
    every_days: u16,
    latest_days: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactToml {
    #[serde(default)]
    id: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    profile: String,
    #[serde(default)]
    mail: String,
    #[serde(default)]
    company: String,
    #[serde(default)]
    position: String,
    #[serde(default)]
    connected_on: String,
    #[serde(default)]
    tags: Vec<String>,
}

impl ContactsFile {
    /// Reads the file. A fault that leaves it unreadable as a whole is the error; faults of single contacts are findings.
    pub(crate) fn read(text: Option<String>) -> Result<Self, Diagnostic> {
        let text = text.unwrap_or_default();
        let toml: ContactsToml =
            toml::from_str(&text).map_err(|error| unreadable(&error, &text, "contacts-unreadable", CONTACTS_FILE).help(HELP))?;
        let mut file = Self { cadences: cadences(toml.cadence), text, ..Self::default() };
        let mut seen: HashSet<ContactId> = HashSet::new();
        for (place, written) in toml.contact.into_iter().enumerate() {
            let span = written.span();
            let told = |finding: Diagnostic| finding.at(CONTACTS_FILE, span.clone());
            let (read, faults) = read_contact(written.into_inner(), place + 1);
            file.findings.extend(faults.into_iter().map(told));
            let Some(contact) = read else { continue };
            if seen.insert(contact.id.clone()) {
                file.contacts.push(contact);
                file.places.push(place);
            } else {
                let message = format!("Contact {} is the same person as one before; it is not read.", place + 1);
                file.findings.push(told(Diagnostic::warning("contacts-twice", message).help("Take one of the two out.")));
            }
        }
        Ok(file)
    }

    /// The text with these contacts: the known ones first, in their order, as they are to be, then new ones.
    pub(crate) fn with(&self, contacts: &[Contact]) -> Result<String, Trouble> {
        let mut document = document(&self.text, HEAD, CONTACTS_FILE)?;
        if self.text.trim().is_empty() {
            write_cadences(&mut document, &self.cadences);
        }
        let tables = tables(&mut document, "contact", CONTACTS_FILE)?;
        for (at, contact) in contacts.iter().enumerate() {
            match self.places.get(at).and_then(|place| tables.get_mut(*place)) {
                Some(table) => write_contact(table, contact, self.contacts.get(at)),
                None => {
                    let mut table = Table::new();
                    write_contact(&mut table, contact, None);
                    tables.push(table);
                }
            }
        }
        Ok(document.to_string())
    }

    /// The text with this cadence, in place of the one its tag has. As long as the file names none, those that hold anyhow are named too.
    pub(crate) fn with_cadence(&self, cadence: &Cadence) -> Result<String, Trouble> {
        let mut document = document(&self.text, HEAD, CONTACTS_FILE)?;
        if document.get("cadence").and_then(Item::as_table_like).is_none_or(|all| all.is_empty()) {
            write_cadences(&mut document, &self.cadences);
        }
        let mend = || cannot_write(CONTACTS_FILE).help("Begin each cadence with a line such as `[cadence.mentor]`.");
        let all = document.get_mut("cadence").and_then(Item::as_table_like_mut).ok_or_else(mend)?;
        let same = all.iter().map(|(tag, _)| tag.to_owned()).find(|tag| tag.to_lowercase() == cadence.tag);
        let there = all.entry(same.as_deref().unwrap_or(&cadence.tag)).or_insert_with(|| Item::Table(Table::new()));
        let days = there.as_table_like_mut().ok_or_else(mend)?;
        days.insert("every_days", value(i64::from(cadence.every_days)));
        days.insert("latest_days", value(i64::from(cadence.latest_days)));
        Ok(document.to_string())
    }
}

/// A file of ours to change; one that is still empty begins with `head`.
pub(super) fn document(text: &str, head: &str, file: &str) -> Result<DocumentMut, Trouble> {
    let text = if text.trim().is_empty() { head } else { text };
    // What the reader says quotes the line, and that is private.
    text.parse().map_err(|_: toml_edit::TomlError| cannot_write(file))
}

/// The entries `[[key]]` of such a file.
pub(super) fn tables<'a>(document: &'a mut DocumentMut, key: &str, file: &str) -> Result<&'a mut ArrayOfTables, Trouble> {
    let entries = document.as_table_mut().entry(key).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    entries.as_array_of_tables_mut().ok_or_else(|| cannot_write(file).help(format!("Begin each {key} with a line `[[{key}]]`.")))
}

fn cannot_write(file: &str) -> Trouble {
    Trouble::asked(format!("`{file}` is written in a way that cannot be added to, so it is left as it is."))
}

/// What TOML's own message quotes could be a name or an address, so only its kind and its line are told.
pub(super) fn unreadable(error: &toml::de::Error, text: &str, code: &str, file: &str) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    let line = Source { file, text }.line_column(span.start).line;
    let said = error.message();
    let message = if said.starts_with("unknown field") {
        format!("The key in line {line} is not known.")
    } else if said.starts_with("invalid type") {
        format!("The value in line {line} is of another kind than its key asks for.")
    } else if said.starts_with("missing field") {
        format!("A key is missing in what begins in line {line}.")
    } else {
        format!("Line {line} is not TOML.")
    };
    Diagnostic::error(code, message).at(file, span)
}

fn cadences(written: BTreeMap<String, CadenceToml>) -> Vec<Cadence> {
    if written.is_empty() {
        return CADENCES
            .iter()
            .map(|(tag, every, latest)| Cadence { tag: (*tag).to_owned(), every_days: *every, latest_days: *latest })
            .collect();
    }
    let cadence = |(tag, days): (String, CadenceToml)| Cadence {
        tag: tag.to_lowercase(),
        every_days: days.every_days,
        latest_days: days.latest_days,
    };
    written.into_iter().map(cadence).collect()
}

fn read_contact(toml: ContactToml, number: usize) -> (Option<Contact>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut warn = |code: &str, message: String, help: &str| faults.push(Diagnostic::warning(code, message).help(help));
    let connected_on = match toml.connected_on.trim() {
        "" => None,
        text => text.parse().ok().or_else(|| {
            warn("contacts-day", format!("Contact {number} has a day of connecting that is no day."), "Write it as 2026-05-31.");
            None
        }),
    };
    let own_id = ContactId::parse(&toml.id);
    if own_id.is_none() && !toml.id.is_empty() {
        warn("contacts-id", format!("Contact {number} has an id that is none."), "Take the line out; the next change gives it a new one.");
    }
    let (name, profile, mail, company, position, tags) = (toml.name, toml.profile, toml.mail, toml.company, toml.position, toml.tags);
    let (read, flaws) = contact(&Written { name, profile, mail, company, position, connected_on, tags });
    for flaw in flaws {
        warn("contacts-flaw", format!("{}; it is left out.", flaw.of(&format!("contact {number}"))), "Mend it in the file.");
    }
    (read.map(|contact| Contact { id: own_id.unwrap_or_else(|| contact.id.clone()), ..contact }), faults)
}

fn write_cadences(document: &mut DocumentMut, cadences: &[Cadence]) {
    let mut all = Table::new();
    all.set_implicit(true);
    for cadence in cadences {
        let mut table = Table::new();
        table.insert("every_days", value(i64::from(cadence.every_days)));
        table.insert("latest_days", value(i64::from(cadence.latest_days)));
        all.insert(&cadence.tag, Item::Table(table));
    }
    document.as_table_mut().insert("cadence", Item::Table(all));
}

/// Writes what differs from how the table was read; a value that could not be read stays.
fn write_contact(table: &mut Table, contact: &Contact, before: Option<&Contact>) {
    // An entry without an id gets one, so that it stays the same person when it is edited.
    if table.get("id").and_then(Item::as_str) != Some(contact.id.as_str()) {
        table.insert("id", value(contact.id.as_str()));
    }
    let day = contact.connected_on.map(|day| day.to_string());
    let day_before = before.and_then(|before| before.connected_on).map(|day| day.to_string());
    let name = Some(contact.name.clone());
    let fields = [
        ("name", &name, before.map(|before| Some(before.name.clone()))),
        ("company", &contact.company, before.map(|before| before.company.clone())),
        ("position", &contact.position, before.map(|before| before.position.clone())),
        ("profile", &contact.profile, before.map(|before| before.profile.clone())),
        ("mail", &contact.mail, before.map(|before| before.mail.clone())),
        ("connected_on", &day, before.map(|_| day_before)),
    ];
    for (key, now, before) in fields {
        match now {
            now if before.as_ref() == Some(now) => {}
            Some(text) => _ = table.insert(key, value(text)),
            None => _ = table.remove(key),
        }
    }
    if before.map(|before| &before.tags) != Some(&contact.tags) {
        if contact.tags.is_empty() {
            table.remove("tags");
        } else {
            table.insert("tags", value(contact.tags.iter().map(String::as_str).collect::<toml_edit::Array>()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BY_HAND: &str = "\
# my people
[cadence.friend]
every_days = 10
latest_days = 20

[[contact]]
name = \"Ann Lee\" # from school
company = \"Acme\"
tags = [\"Friend\"]

[[contact]]
name = \"Bo\"
mail = \"no address\"
";

    #[test]
    fn a_change_leaves_everything_else_as_it_was_written() {
        let file = ContactsFile::read(Some(BY_HAND.to_owned())).expect("sound TOML");
        assert_eq!((file.contacts.len(), file.findings.len(), file.cadences[0].tag.as_str()), (2, 1, "friend"));
        let mut contacts = file.contacts.clone();
        contacts[0].company = Some("Beta".to_owned());
        let text = file.with(&contacts).expect("it can be written");
        for line in
            ["# my people", "name = \"Ann Lee\" # from school", "company = \"Beta\"", "tags = [\"Friend\"]", "mail = \"no address\""]
        {
            assert!(text.contains(line), "{line}: {text}");
        }
        let again = ContactsFile::read(Some(text.clone())).expect("sound TOML");
        assert_eq!(again.contacts, contacts, "the same people, although the company is another");
        assert_eq!(again.with(&again.contacts).expect("it can be written"), text, "nothing changed, nothing written");
    }

    #[test]
    fn faults_name_places_and_no_people() {
        for text in [
            "[[contact]]\nnmae = \"Ann Lee\"\n",
            "[[contact]]\nname = \"Ann Lee\n",
            "[[contact]]\nname = 5\n",
            "contact = \"Ann Lee\"\n",
            "[cadence.Ann]\nevery_days = \"Ann Lee\"\n",
        ] {
            let finding = ContactsFile::read(Some(text.to_owned())).expect_err("it cannot be read");
            assert!(!format!("{finding:?}").contains("Ann"), "{finding:?}");
        }
        let text = "[[contact]]\nname = \"Ann\"\n[[contact]]\nname = \"Ann\"\nconnected_on = \"soon\"\nid = \"x\"\n[[contact]]\ncompany = \"Acme\"\n";
        let file = ContactsFile::read(Some(text.to_owned())).expect("sound TOML");
        let codes: Vec<&str> = file.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(codes, ["contacts-day", "contacts-id", "contacts-twice", "contacts-flaw"]);
        assert_eq!(file.contacts.len(), 1);
    }
}
