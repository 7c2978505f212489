use super::{Book, note, way};
use crate::profile::{day_or_today, day_so_far};
use crate::view::{ContactView, ConversationView, StepBody, StepTakenView};
use crate::{App, Trouble};
use footbridge_journal::{Act, ConversationStep, People};
use footbridge_people::{ContactId, Interview, Reached, Stage, counted_on, next_step};
use jiff::civil::Date;

/// The step that says which day was agreed on.
const AGREED: &str = "agreed";

impl App {
    /// Records a step of an informational interview: the day agreed on, prepared, held, noted, thanked, followed up.
    pub fn converse(&self, id: &str, body: &StepBody) -> Result<ContactView, Trouble> {
        let stages: Vec<&str> = Stage::ALL.into_iter().map(stage_id).collect();
        if body.step != AGREED && !stages.contains(&body.step.as_str()) {
            return Err(
                Trouble::asked("There is no such step of a conversation.").help(format!("There are {AGREED}, {}.", stages.join(", ")))
            );
        }
        let on = if body.step == AGREED { day_or_today(&body.on, self.today())? } else { day_so_far(&body.on, self.today())? };
        let note = note(&body.note)?;
        if body.step == stage_id(Stage::Noted) && note.is_empty() {
            return Err(Trouble::asked("What you heard is not written down yet: the note is empty.").help("Write it into the note."));
        }
        let contact = self.settled(id)?;
        let step = ConversationStep { contact, step: body.step.clone(), on, note };
        let repeated =
            body.step != AGREED && self.people_record()?.steps.iter().any(|there| there.contact == step.contact && there.step == step.step);
        if repeated {
            return Err(Trouble::asked("This step is recorded already."));
        }
        self.record_locked(Act::ConversationStep(Box::new(step)), true)?;
        self.plan_follows()?;
        self.contact(id)
    }
}

/// One interview a contact, in the order they were begun.
pub(super) fn interviews(people: &People) -> Vec<Interview> {
    let mut interviews: Vec<Interview> = Vec::new();
    for step in &people.steps {
        let Some(contact) = ContactId::parse(&step.contact) else { continue };
        let at = interviews.iter().position(|interview| interview.contact == contact).unwrap_or_else(|| {
            interviews.push(Interview { contact, agreed: None, reached: Vec::new() });
            interviews.len() - 1
        });
        match stage(&step.step) {
            Some(stage) => interviews[at].reached.push(Reached { stage, on: step.on }),
            None if step.step == AGREED => interviews[at].agreed = Some(step.on),
            None => {}
        }
    }
    interviews
}

/// The days on which informational interviews were both held and written down, with different people, the earliest first.
pub(crate) fn conversations_held(people: &People) -> Vec<Date> {
    counted_on(&interviews(people))
}

pub(super) fn conversation_view(interview: &Interview, people: &People, book: &Book<'_>, today: Date) -> ConversationView {
    let next = next_step(interview, today);
    let taken = |stage: Stage| {
        let of_it = people.steps.iter().find(|step| step.contact == interview.contact.as_str() && step.step == stage_id(stage));
        StepTakenView {
            id: stage_id(stage).to_owned(),
            words: stage.words().to_owned(),
            on: of_it.map(|step| step.on.to_string()),
            note: of_it.map_or_else(String::new, |step| step.note.clone()),
        }
    };
    ConversationView {
        contact: book.line(&interview.contact),
        agreed: interview.agreed.map(|day| day.to_string()),
        steps: Stage::ALL.into_iter().map(taken).collect(),
        next: next.as_ref().map_or_else(String::new, |next| stage_id(next.stage).to_owned()),
        what: next.as_ref().map_or_else(String::new, |next| next.what.to_owned()),
        by: next.and_then(|next| next.by).map(|day| day.to_string()),
    }
}

fn stage(id: &str) -> Option<Stage> {
    Stage::ALL.into_iter().find(|stage| stage_id(*stage) == id)
}

fn stage_id(stage: Stage) -> &'static str {
    match stage {
        Stage::Prepared => "prepared",
        Stage::Held => "held",
        Stage::Noted => "noted",
        Stage::Thanked => "thanked",
        Stage::FollowedUp => "followed-up",
    }
}

/// A way of being in touch, by its word.
pub(super) fn known_way(text: &str) -> Result<String, Trouble> {
    if way(text).is_some() {
        return Ok(text.to_owned());
    }
    let ways: Vec<&str> = footbridge_people::How::ALL.iter().map(|how| how.words()).collect();
    Err(Trouble::asked("There is no such way of being in touch.").help(format!("There are {}.", ways.join(", "))))
}
