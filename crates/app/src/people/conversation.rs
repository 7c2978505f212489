use super::{Book, note, way};
use crate::profile::{day_or_today, day_so_far};
use crate::view::{ContactView, ConversationView, StepBody, StepTakenView, TouchView};
use crate::{App, Trouble};
use footbridge_journal::{Act, ConversationStep, People};
use footbridge_people::{ContactId, Interview, Reached, Stage, counted_on, next_step, touches_of};
use jiff::civil::Date;

/// The step that says which day was agreed on.
const AGREED: &str = "agreed";

impl App {
    /// Records a step of an informational interview: asked, the day agreed on, prepared, held, noted, thanked, followed up.
    pub fn converse(&self, id: &str, body: &StepBody) -> Result<ContactView, Trouble> {
        if body.step != AGREED && stage(&body.step).is_none() {
            return Err(Trouble::asked("There is no such step of a conversation.").help(steps_there_are()));
        }
        if body.step == AGREED && body.on.trim().is_empty() {
            return Err(Trouble::asked("Which day was agreed on is not said.")
                .help("Give the day of the conversation; in the terminal that is `--on 2027-02-03`."));
        }
        let on = if body.step == AGREED { day_or_today(&body.on, self.today())? } else { day_so_far(&body.on, self.today())? };
        let note = note(&body.note)?;
        if body.step == stage_id(Stage::Noted) && note.is_empty() {
            return Err(Trouble::asked("What you heard is not written down yet: the note is empty.")
                .help("Write it into the note; in the terminal that is `--note \"…\"`."));
        }
        let contact = self.settled(id)?;
        let step = ConversationStep { contact, step: body.step.clone(), on, note };
        let people = self.people_record()?;
        refuse_out_of_order(&step, &people)?;
        refuse_agreed_on_a_day_that_is_over(&step, &people, self.today())?;
        self.record_locked(Act::ConversationStep(Box::new(step)), true)?;
        self.plan_follows()?;
        self.contact(id)
    }

    /// Takes the last record of a step back that was made by mistake. Of two days agreed on, the earlier record stands again.
    pub fn take_back_step(&self, id: &str, step: &str) -> Result<ContactView, Trouble> {
        let contact = self.settled(id)?;
        let people = self.people_record()?;
        let recorded = people.steps.iter().rfind(|there| there.contact == contact && there.step == step);
        let recorded = recorded.ok_or_else(|| {
            let theirs: Vec<&str> = people.steps.iter().filter(|there| there.contact == contact).map(|there| there.step.as_str()).collect();
            Trouble::asked("There is no such step to take back.").help(if theirs.is_empty() {
                format!("No step is recorded yet. {}", steps_there_are())
            } else {
                format!("Recorded are {}.", footbridge_diagnostic::listed(theirs))
            })
        })?;
        refuse_while_something_follows(recorded, &people)?;
        self.record_locked(Act::StepTakenBack(Box::new(recorded.clone())), true)?;
        self.plan_follows()?;
        self.contact(id)
    }
}

/// What was done is recorded once, while one may ask again and agree on another day; and nothing that comes before a step is recorded for a day after it. What comes after the conversation is
/// done in any order.
fn refuse_out_of_order(step: &ConversationStep, people: &People) -> Result<(), Trouble> {
    let mut theirs = people.steps.iter().filter(|there| there.contact == step.contact);
    let again = step.step == AGREED || stage(&step.step) == Some(Stage::Asked);
    if !again && theirs.clone().any(|there| there.step == step.step) {
        return Err(
            Trouble::asked("This step is recorded already; when it was recorded by mistake, take it back.").help(way_back(&step.step))
        );
    }
    let Some(later) = theirs.find(|there| part(&there.step) > part(&step.step) && there.on < step.on) else { return Ok(()) };
    let sentence = format!("`{}` is recorded for {}, so `{}` cannot be on {}.", later.step, later.on, step.step, step.on);
    let help = format!("Give an earlier day as it was, or take back what is wrong. {}", way_back(&later.step));
    Err(Trouble::asked(sentence).help(help))
}

/// Nobody agrees on a day that is over. Of a conversation that was held, the day agreed on may still be told.
fn refuse_agreed_on_a_day_that_is_over(step: &ConversationStep, people: &People, today: Date) -> Result<(), Trouble> {
    let held = stage_id(Stage::Held);
    let is_held = people.steps.iter().any(|there| there.contact == step.contact && there.step == held);
    if step.step != AGREED || step.on >= today || is_held {
        return Ok(());
    }
    Err(Trouble::asked(format!("The day agreed on is still to come, and {} is over.", step.on))
        .help(format!("Give today or a day ahead; for a conversation that took place, record `{held}` with its day.")))
}

/// Days on which a step of the conversation was to be in touch, as the person's touches tell them.
pub(super) fn met(interview: &Interview) -> Vec<TouchView> {
    let stage_on = |day: Date| interview.reached.iter().filter(move |reached| reached.on == day && reached.stage.is_touch());
    let mut days: Vec<Date> = touches_of(std::slice::from_ref(interview)).into_iter().map(|touch| touch.on).collect();
    days.sort_unstable();
    days.dedup();
    let told = |day: Date| {
        let stages: Vec<&str> = stage_on(day).map(|reached| reached.stage.words()).collect();
        TouchView { on: day.to_string(), how: "informational interview".to_owned(), note: footbridge_diagnostic::listed(stages) }
    };
    days.into_iter().map(told).collect()
}

/// Without a conversation that was held nothing follows from it.
fn refuse_while_something_follows(step: &ConversationStep, people: &People) -> Result<(), Trouble> {
    if stage(&step.step) != Some(Stage::Held) {
        return Ok(());
    }
    let mut theirs = people.steps.iter().filter(|there| there.contact == step.contact);
    let Some(later) = theirs.rfind(|there| part(&there.step) > part(&step.step)) else { return Ok(()) };
    let sentence = format!("`{}` is recorded for {}, and nothing follows a conversation that was not held.", later.step, later.on);
    Err(Trouble::asked(sentence).help(format!("Take that back first. {}", way_back(&later.step))))
}

fn steps_there_are() -> String {
    format!("There are {AGREED}, {}.", Stage::ALL.map(stage_id).join(", "))
}

fn way_back(step: &str) -> String {
    format!("`footbridge people interview NAME --take-back {step}` does it, and so does *Take back* beside the step on the screen People.")
}

/// Where a step stands: before the conversation, the conversation, after it.
fn part(step: &str) -> u8 {
    match stage(step) {
        None | Some(Stage::Asked | Stage::Prepared) => 0,
        Some(Stage::Held) => 1,
        Some(Stage::Noted | Stage::Thanked | Stage::FollowedUp) => 2,
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
        let of_it = people.steps.iter().rfind(|step| step.contact == interview.contact.as_str() && step.step == stage_id(stage));
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
        Stage::Asked => "asked",
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
