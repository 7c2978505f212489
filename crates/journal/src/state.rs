use crate::act::{Act, Checked, ConversationStep, Imported, PlannedTouch, Profile, Published, Recalled, Refitted, Review, Scored, Touched};
use crate::event::{Event, EventId, EventPlace};
use crate::line::write_line;
use footbridge_verdict::{ExerciseId, HelpUsed, Outcome, Proof};
use jiff::{Timestamp, civil::Date};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Everything the journal says, and nothing else: a pure fold of its events, the same on every device that has the same events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Who the learner is, once they said so.
    pub profile: Option<Profile>,
    /// Days without work.
    pub days_off: BTreeSet<Date>,
    /// What was done on each exercise that was touched.
    pub exercises: BTreeMap<ExerciseId, Work>,
    /// What happened with contacts.
    pub people: People,
    /// Every recall of each card, by its id, the earliest first.
    pub recalls: BTreeMap<String, Vec<(Timestamp, Recalled)>>,
    /// Every refit of the parameters of memory, the earliest first. The last one says what holds.
    pub refits: Vec<(Timestamp, Refitted)>,
    /// Time of the last event.
    pub last_at: Option<Timestamp>,
    last: Option<EventPlace>,
    seen: HashSet<EventId>,
}

/// What was done on one exercise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Work {
    /// When it was first started or, without that, first checked.
    pub started_at: Option<Timestamp>,
    /// The most help used so far.
    pub help: HelpUsed,
    /// The variant in hand, when it is not the first.
    pub variant: Option<String>,
    /// Every check, the earliest first; those that did not run included.
    pub attempts: Vec<Attempt>,
    /// What the learner thought of their own texts and when, the earliest first.
    pub self_scores: Vec<(Timestamp, Scored)>,
    /// What others thought of them, the earliest first.
    pub reviews: Vec<Review>,
    /// Where they were published, with the time of the record, the earliest first, but what was taken back.
    pub published: Vec<(Timestamp, Published)>,
}

/// What happened with contacts, the earliest record first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// When the first of it was recorded.
    pub since: Option<Timestamp>,
    /// Every touch but those taken back.
    pub touches: Vec<Touched>,
    /// Touches that are planned and not settled by a touch yet, one for each contact.
    pub planned: Vec<PlannedTouch>,
    /// Imports of contacts.
    pub imports: Vec<Imported>,
    /// Steps of informational interviews but those taken back.
    pub steps: Vec<ConversationStep>,
    /// Plans that a touch settled, so that they stand again when it is taken back.
    settled: Vec<(Touched, PlannedTouch)>,
}

/// One check, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The event that recorded it.
    pub event: EventId,
    /// When.
    pub at: Timestamp,
    /// What was checked and what came of it.
    pub checked: Box<Checked>,
}

/// What became of one event given to a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applied {
    /// It is counted.
    Counted,
    /// Its id was counted before; nothing changed.
    Repeated,
    /// It belongs before an event that is counted already; nothing changed. Fold all events anew.
    TooLate(Event),
}

impl State {
    /// The state after these events, in whatever order and however often they come.
    pub fn fold(mut events: Vec<Event>) -> Self {
        events.sort_unstable_by(in_order);
        let mut state = Self { seen: HashSet::with_capacity(events.len()), ..Self::default() };
        for event in events {
            if state.seen.insert(event.id) {
                state.count(event);
            }
        }
        state
    }

    /// Counts one more event. An event appended by [`crate::Journal`] is never too late for a state of all that journal has read.
    pub fn apply(&mut self, event: Event) -> Applied {
        if self.seen.contains(&event.id) {
            return Applied::Repeated;
        }
        if self.last.is_some_and(|last| event.place() < last) {
            return Applied::TooLate(event);
        }
        self.seen.insert(event.id);
        self.count(event);
        Applied::Counted
    }

    /// What was done on an exercise, if anything.
    pub fn work(&self, exercise: &ExerciseId) -> Option<&Work> {
        self.exercises.get(exercise)
    }

    /// Number of events counted.
    pub fn events_counted(&self) -> usize {
        self.seen.len()
    }

    fn count(&mut self, event: Event) {
        self.last = Some(event.place());
        self.last_at = Some(event.at);
        let Event { id, at, act, .. } = event;
        match act {
            Act::ProfileSet(profile) => self.profile = Some(*profile),
            Act::DaysOff(days) => {
                self.days_off.extend(days.added);
                days.removed.iter().for_each(|day| _ = self.days_off.remove(day));
            }
            Act::Started { exercise, variant } => {
                let work = self.exercises.entry(exercise).or_default();
                work.started_at.get_or_insert(at);
                // A plain start, as on a second device, says nothing about the variant.
                work.variant = variant.or(work.variant.take());
            }
            Act::HintShown { exercise, level } => {
                let help = &mut self.exercises.entry(exercise).or_default().help;
                help.hints = help.hints.max(level);
            }
            Act::SolutionShown { exercise } => self.exercises.entry(exercise).or_default().help.solution = true,
            Act::Checked(checked) => self.count_check(Attempt { event: id, at, checked }),
            Act::SelfScored(scored) => self.exercises.entry(scored.exercise.clone()).or_default().self_scores.push((at, *scored)),
            Act::Reviewed(review) => self.exercises.entry(review.scored.exercise.clone()).or_default().reviews.push(*review),
            Act::Published(published) => self.exercises.entry(published.exercise.clone()).or_default().published.push((at, *published)),
            Act::PublishedTakenBack(published) => self.exercises.entry(published.exercise.clone()).or_default().take_back(&published),
            Act::Touched(touched) => self.people.at(at).touch(*touched),
            Act::TouchTakenBack(touched) => self.people.take_back(&touched),
            Act::TouchPlanned(planned) => self.people.at(at).plan(*planned),
            Act::ContactsImported(imported) => self.people.at(at).imports.push(*imported),
            Act::ConversationStep(step) => self.people.at(at).steps.push(*step),
            Act::StepTakenBack(step) => self.people.take_back_step(&step),
            Act::Recalled(recalled) => {
                let recalls = self.recalls.entry(recalled.card.clone()).or_default();
                recalls.retain(|(_, earlier)| earlier.mock.is_none() || earlier.mock != recalled.mock);
                recalls.push((at, *recalled));
            }
            Act::Refitted(refitted) => self.refits.push((at, *refitted)),
        }
    }

    fn count_check(&mut self, attempt: Attempt) {
        // Looked up without `entry`, which would copy the id of every check.
        if let Some(work) = self.exercises.get_mut(&attempt.checked.exercise) {
            return work.add(attempt);
        }
        self.exercises.entry(attempt.checked.exercise.clone()).or_default().add(attempt);
    }
}

impl People {
    fn at(&mut self, at: Timestamp) -> &mut Self {
        self.since.get_or_insert(at);
        self
    }

    fn take_back(&mut self, touched: &Touched) {
        if let Some(at) = self.touches.iter().rposition(|there| there == touched) {
            self.touches.remove(at);
        }
        if let Some(at) = self.settled.iter().rposition(|(by, _)| by == touched) {
            let (_, planned) = self.settled.remove(at);
            if !self.planned.iter().any(|later| later.contact == planned.contact) {
                self.planned.push(planned);
            }
        }
    }

    fn take_back_step(&mut self, step: &ConversationStep) {
        if let Some(at) = self.steps.iter().rposition(|there| there == step) {
            self.steps.remove(at);
        }
    }

    fn touch(&mut self, touched: Touched) {
        if let Some(planned) = self.without_plan(&touched.contact) {
            self.settled.push((touched.clone(), planned));
        }
        self.touches.push(touched);
    }

    fn plan(&mut self, planned: PlannedTouch) {
        self.without_plan(&planned.contact);
        if planned.on.is_some() {
            self.planned.push(planned);
        }
    }

    fn without_plan(&mut self, contact: &str) -> Option<PlannedTouch> {
        let at = self.planned.iter().position(|planned| planned.contact == contact)?;
        Some(self.planned.remove(at))
    }
}

impl Work {
    fn add(&mut self, attempt: Attempt) {
        self.started_at.get_or_insert(attempt.at);
        self.attempts.push(attempt);
    }

    fn take_back(&mut self, published: &Published) {
        if let Some(at) = self.published.iter().rposition(|(_, there)| there == published) {
            self.published.remove(at);
        }
    }

    /// Checks that count: all but those we could not run.
    pub fn counted_attempts(&self) -> impl DoubleEndedIterator<Item = &Attempt> {
        self.attempts.iter().filter(|attempt| attempt.checked.outcome != Outcome::NotRun)
    }

    /// The last check, also one that did not run.
    pub fn last_attempt(&self) -> Option<&Attempt> {
        self.attempts.last()
    }

    /// When it was last worked on, as far as the journal tells: checked, or else begun.
    pub fn touched_at(&self) -> Option<Timestamp> {
        self.last_attempt().map(|attempt| attempt.at).or(self.started_at)
    }

    /// The passes, the earliest first. A later check that fails takes none away.
    pub fn passes(&self) -> impl DoubleEndedIterator<Item = &Attempt> {
        self.attempts.iter().filter(|attempt| attempt.checked.outcome == Outcome::Pass)
    }

    /// Whether it was ever passed, and what the best pass is worth.
    pub fn best_proof(&self) -> Option<Proof> {
        let mut proofs = self.passes().map(|pass| pass.checked.proof);
        let first = proofs.next()?;
        Some(if first == Proof::Verified || proofs.any(|proof| proof == Proof::Verified) { Proof::Verified } else { Proof::SelfReported })
    }
}

/// The one order every device agrees on. Two events that share even their id are told apart by what they say.
fn in_order(a: &Event, b: &Event) -> Ordering {
    a.place().cmp(&b.place()).then_with(|| if a == b { Ordering::Equal } else { write_line(a).cmp(&write_line(b)) })
}

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;
