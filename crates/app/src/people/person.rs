use super::conversation::{conversation_view, interviews, known_way, met};
use super::entry::version;
use super::form::Form;
use super::{Book, note, work_words};
use crate::profile::day_so_far;
use crate::view::{AskView, ContactView, FoundView, PlannedTouchView, TouchBody, TouchView};
use crate::words::count;
use crate::{App, Trouble};
use footbridge_journal::{Act, Touched};
use footbridge_people::{Contact, ContactId, How, Interview, questions, role_of};

/// The most contacts that are listed at once.
const MOST_LISTED: usize = 100;

impl App {
    /// One contact with everything that happened.
    pub fn contact(&self, id: &str) -> Result<ContactView, Trouble> {
        let known = self.known()?;
        let contact = known.file.contacts.iter().find(|contact| contact.id.as_str() == id).ok_or_else(nobody)?;
        let book = Book::of(&known.rhythm(), self.today());
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
        touches.extend(met(&interview));
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
            conversation: conversation_view(&interview, &known.people, &book, self.today()),
            planned: known
                .planned
                .iter()
                .find(|planned| planned.contact == contact.id)
                .map(|planned| PlannedTouchView { on: planned.on.to_string(), note: planned.note.clone() }),
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
        let book = Book::of(&known.rhythm(), self.today());
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
        if wanted.is_empty() {
            return Err(nobody());
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
        let mut form = Form::of("This touch cannot be recorded as it is.");
        let how = form.field("touch-how", known_way(&body.how));
        let on = form.field("touch-day", day_so_far(&body.on, self.today()));
        let about = form.field("touch-note", note(&body.note));
        let (Some(how), Some(on), Some(note)) = (how, on, about) else { return Err(form.refused()) };
        Ok(Touched { contact: self.settled(id)?, on, how, note })
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
}

/// Names nobody: what was looked for may be a name.
pub(super) fn nobody() -> Trouble {
    Trouble::not_found("There is no such person in your contacts.").help("`footbridge people list` shows everybody with their ids.")
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
