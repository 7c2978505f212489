use super::contacts_file::CONTACTS_FILE;
use super::form::Form;
use super::person::nobody;
use crate::view::{ContactBody, ContactView};
use crate::{App, Fault, Trouble};
use footbridge_diagnostic::Diagnostic;
use footbridge_people::{Contact, Field, Flaw, Written, contact};
use footbridge_verdict::AnswerHash;

impl App {
    /// A new contact, by hand.
    pub fn add_contact(&self, body: &ContactBody) -> Result<ContactView, Trouble> {
        self.with_learner(|_| ())?;
        let new = sound(body)?;
        let lock = self.lock()?;
        let file = self.contacts()?;
        if file.contacts.iter().any(|contact| contact.id == new.id) {
            return Err(Trouble::asked("This person is in your contacts already.").help("Find them by name and change their entry."));
        }
        let mut contacts = file.contacts.clone();
        contacts.push(new.clone());
        self.keep_contacts(&file, &contacts)?;
        drop(lock);
        self.contact(new.id.as_str())
    }

    /// Changes a contact, unless the file was changed since it was read.
    pub fn change_contact(&self, id: &str, body: &ContactBody) -> Result<ContactView, Trouble> {
        self.with_learner(|_| ())?;
        let changed = sound(body)?;
        let lock = self.lock()?;
        let file = self.contacts()?;
        let mut contacts = file.contacts.clone();
        let there = contacts.iter_mut().find(|contact| contact.id.as_str() == id).ok_or_else(nobody)?;
        if version(there) != body.version {
            return Err(Trouble::new(Fault::Changed, format!("This entry of `{CONTACTS_FILE}` was changed since it was read."))
                .help("Read it again, then make your change."));
        }
        *there = Contact { id: there.id.clone(), connected_on: there.connected_on, ..changed };
        self.keep_contacts(&file, &contacts)?;
        drop(lock);
        self.contact(id)
    }
}

fn sound(body: &ContactBody) -> Result<Contact, Trouble> {
    let ContactBody { name, profile, mail, company, position, tags, .. } = body.clone();
    let (read, flaws) = contact(&Written { name, profile, mail, company, position, connected_on: None, tags });
    let mut form = Form::of("This contact cannot be kept as it is.");
    for flaw in &flaws {
        form.fault(Diagnostic::error(field_code(*flaw), format!("{}.", flaw.of("this contact"))));
    }
    match read {
        Some(contact) if form.is_sound() => Ok(contact),
        _ => Err(form.refused()),
    }
}

/// The field at which a flaw is told.
fn field_code(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Nobody | Flaw::TooLong(Field::Name) => "contact-name",
        Flaw::TooLong(Field::Company) => "contact-company",
        Flaw::TooLong(Field::Position) => "contact-position",
        Flaw::MailShape | Flaw::TooLong(Field::Mail) => "contact-mail",
        Flaw::ProfileShape | Flaw::TooLong(Field::Profile) => "contact-profile",
    }
}

/// Of one entry, so that a change elsewhere in the file stands in nobody's way.
pub(super) fn version(contact: &Contact) -> String {
    let tags: Vec<&str> = contact.tags.iter().map(String::as_str).collect();
    let texts = [&contact.profile, &contact.mail, &contact.company, &contact.position].map(|text| text.as_deref().unwrap_or_default());
    AnswerHash::of([contact.name.as_str(), &texts.join("\n"), &tags.join("\n")].join("\n\n").as_bytes()).to_string()
}
