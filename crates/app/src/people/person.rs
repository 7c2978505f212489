use super::contacts_file::CONTACTS_FILE;
use super::conversation::{conversation_view, interviews, known_way};
use super::{Book, note, work_words};
use crate::profile::day_so_far;
use crate::view::{AskView, ContactBody, ContactView, FoundView, TouchBody, TouchView};
use crate::words::count;
use crate::{App, Fault, Trouble};
use footbridge_journal::{Act, Touched};
use footbridge_people::{Contact, ContactId, Flaw, How, Interview, Written, contact, questions, role_of};
use footbridge_verdict::AnswerHash;

/// The most contacts that are listed at once.
const MOST_LISTED: usize = 100;

impl App {
    /// One contact with everything that happened.
    pub fn contact(&self, id: &str) -> Result<ContactView, Trouble> {
        let known = self.known()?;
        let contact = known.file.contacts.iter().find(|contact| contact.id.as_str() == id).ok_or_else(nobody)?;
        let book = Book::of(&known.file.contacts, &known.touches, self.today());
        let begun = interviews(&known.people).into_iter().find(|interview| interview.contact == contact.id);
        let interview = begun.unwrap_or_else(|| Interview { contact: contact.id.clone(), agreed: None, reached: Vec::new() });
        let role = role_of(contact.position.as_deref().unwrap_or_default());
        let of_theirs = known.people.touches.iter().filter(|touched| touched.contact == id);
        let mut touches: Vec<TouchView> = of_theirs
            .map(|touched| TouchView { on: touched.on.to_string(), how: touched.how.clone(), note: touched.note.clone() })
            .collect();
        let at_gathering = known.gatherings.gatherings.iter().filter(|gathering| gathering.met.contains(&contact.id));
        touches.extend(at_gathering.map(|gathering| TouchView {
            on: gathering.until.to_string(),
            how: How::Event.words().to_owned(),
            note: gathering.name.clone(),
        }));
        touches.sort_by(|a, b| b.on.cmp(&a.on));
        Ok(ContactView {
            line: book.line(&contact.id),
            company: contact.company.clone().unwrap_or_default(),
            position: contact.position.clone().unwrap_or_default(),
            mail: contact.mail.clone().unwrap_or_default(),
            profile: contact.profile.clone().unwrap_or_default(),
            connected_on: contact.connected_on.map(|day| day.to_string()),
            role: role.words().to_owned(),
            version: version(contact),
            touches,
            conversation: conversation_view(&interview, &known.people, &book),
            questions: questions(role)
                .iter()
                .map(|question| AskView { ask: question.ask.to_owned(), why: question.why.to_owned() })
                .collect(),
        })
    }

    /// Contacts whose name, work or tags hold a text, by name.
    pub fn find_contacts(&self, text: &str) -> Result<FoundView, Trouble> {
        let known = self.known()?;
        let wanted = text.trim().to_lowercase();
        let mut found: Vec<&Contact> = known.file.contacts.iter().filter(|contact| holds(contact, &wanted)).collect();
        found.sort_by_cached_key(|contact| contact.name.to_lowercase());
        let book = Book::of(&known.file.contacts, &known.touches, self.today());
        Ok(FoundView {
            total: count(found.len()),
            contacts: found.iter().take(MOST_LISTED).map(|contact| book.line(&contact.id)).collect(),
        })
    }

    /// The id of the one contact that an id or a part of a name means.
    pub fn contact_called(&self, text: &str) -> Result<String, Trouble> {
        Ok(self.id_called(text)?.to_string())
    }

    pub(super) fn id_called(&self, text: &str) -> Result<ContactId, Trouble> {
        let file = self.contacts()?;
        let wanted = text.trim().to_lowercase();
        if let Some(contact) = file.contacts.iter().find(|contact| contact.id.as_str() == wanted) {
            return Ok(contact.id.clone());
        }
        let whole: Vec<&Contact> = file.contacts.iter().filter(|contact| contact.name.to_lowercase() == wanted).collect();
        let part: Vec<&Contact> = file.contacts.iter().filter(|contact| contact.name.to_lowercase().contains(&wanted)).collect();
        match (whole.as_slice(), part.as_slice()) {
            ([one], _) | ([], [one]) => Ok(one.id.clone()),
            ([], []) => Err(nobody()),
            _ => {
                let help = "`footbridge people list` with a part of the name shows them with their ids; give the id.";
                Err(Trouble::asked(format!("{} contacts are called so.", part.len())).help(help))
            }
        }
    }

    /// Records that the learner was in touch with somebody.
    pub fn touch(&self, id: &str, body: &TouchBody) -> Result<ContactView, Trouble> {
        let touched = self.touched(id, body)?;
        self.record_locked(Act::Touched(Box::new(touched)), true)?;
        self.contact(id)
    }

    /// Takes a touch back that was recorded by mistake.
    pub fn take_back_touch(&self, id: &str, body: &TouchBody) -> Result<ContactView, Trouble> {
        let touched = self.touched(id, body)?;
        if !self.people_record()?.touches.contains(&touched) {
            return Err(Trouble::asked("There is no such touch to take back."));
        }
        self.record_locked(Act::TouchTakenBack(Box::new(touched)), true)?;
        self.contact(id)
    }

    fn touched(&self, id: &str, body: &TouchBody) -> Result<Touched, Trouble> {
        let how = known_way(&body.how)?;
        let on = day_so_far(&body.on, self.today())?;
        Ok(Touched { contact: self.settled(id)?, on, how, note: note(&body.note)? })
    }

    /// The id of a contact whose entry is settled.
    pub(super) fn settled(&self, id: &str) -> Result<String, Trouble> {
        self.with_learner(|_| ())?;
        let _lock = self.lock()?;
        if !self.contacts()?.contacts.iter().any(|contact| contact.id.as_str() == id) {
            return Err(nobody());
        }
        self.settle()?;
        Ok(id.to_owned())
    }

    /// Writes an id into every entry that stands without: one that only follows from a name and a company would become another one when the
    /// company changes, and what happened would belong to nobody. Whoever calls it holds the lock.
    pub(super) fn settle(&self) -> Result<(), Trouble> {
        let file = self.contacts()?;
        self.keep_contacts(&file, &file.contacts)
    }

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

/// Names nobody: what was looked for may be a name.
fn nobody() -> Trouble {
    Trouble::not_found("There is no such person in your contacts.").help("`footbridge people list` shows everybody with their ids.")
}

fn sound(body: &ContactBody) -> Result<Contact, Trouble> {
    let ContactBody { name, profile, mail, company, position, tags, .. } = body.clone();
    let (read, flaws) = contact(&Written { name, profile, mail, company, position, connected_on: None, tags });
    match (read, flaws.first()) {
        (Some(contact), None) => Ok(contact),
        (None, _) => Err(Trouble::asked(format!("{}.", Flaw::Nobody.of("this contact")))),
        (Some(_), Some(flaw)) => Err(Trouble::asked(format!("{}.", flaw.of("this contact")))),
    }
}

fn holds(contact: &Contact, wanted: &str) -> bool {
    let inside = |text: &str| text.to_lowercase().contains(wanted);
    wanted.is_empty()
        || inside(&contact.name)
        || inside(&work_words(contact))
        || contact.tags.iter().any(|tag| tag == wanted)
        || is_id(&contact.id, wanted)
}

fn is_id(id: &ContactId, wanted: &str) -> bool {
    id.as_str() == wanted
}

/// Of one entry, so that a change elsewhere in the file stands in nobody's way.
fn version(contact: &Contact) -> String {
    let tags: Vec<&str> = contact.tags.iter().map(String::as_str).collect();
    let texts = [&contact.profile, &contact.mail, &contact.company, &contact.position].map(|text| text.as_deref().unwrap_or_default());
    AnswerHash::of([contact.name.as_str(), &texts.join("\n"), &tags.join("\n")].join("\n\n").as_bytes()).to_string()
}
