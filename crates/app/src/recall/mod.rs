//! Recall: what was learned comes back before it is forgotten. Cards come from the bank, from lessons, and from the learner's own mistakes.

mod cards;
mod export;
mod interview;
mod missed;
mod own;
mod readiness;
mod refit;
mod review_log;
mod schedule;
mod turned;

pub(crate) use schedule::Booked;
pub use turned::reads_as_letters;
pub(crate) use turned::{levels_of, limit_view};

use crate::learner::Learner;
use crate::planning::{hours, local_date};
use crate::view::{CardBackView, CardLineView, CardView, RecallBody, RecallView, RecalledView};
use crate::words::count;
use crate::{App, Trouble};
use cards::{CardOf, Source};
use footbridge_diagnostic::counted;
use footbridge_journal::{Act, Recalled};
use footbridge_planner::{Calendar, spoken};
use footbridge_recall::{Card, Grade, Model, Queue, Request, Until, all_come_by, queue};
use jiff::ToSpan;
use jiff::civil::Date;
use refit::{parameters_in_words, recalls};
use schedule::{Schedule, schedule};

/// The share of a day's minutes that recall may take: one in so many.
const ONE_IN: u16 = 4;

/// Days that are looked ahead to say when all that waits has come.
const AHEAD: i32 = 120;

/// Longest answer to a part that a machine checks, in characters.
const LONGEST_CHECKED: usize = 200;

/// The largest file of cards that is taken in, in bytes.
pub const LARGEST_CARDS: u64 = footbridge_recall::LARGEST_ANKI as u64;

/// What one day brings.
struct Day<'a> {
    cards: Vec<CardOf<'a>>,
    /// The same as scheduling sees them.
    scheduled: Vec<Card>,
    request: Request,
    queue: Queue,
}

impl App {
    /// What to recall today, in at most so many minutes: those given, or a quarter of what the day has.
    pub fn recall(&self, minutes: Option<u16>) -> Result<RecallView, Trouble> {
        let (booked, unread) = (self.booked(), self.interviews_unread());
        self.with_learner(|learner| {
            let schedule = schedule(learner, booked);
            let day = self.recall_day(learner, &schedule, minutes);
            let Request { day: today, used, cap } = day.request;
            let until = Until {
                today,
                used,
                day: today.saturating_add(AHEAD.days()),
                cap: |day| if day == today { cap } else { calendar(learner).minutes_on(day) / ONE_IN },
            };
            let back_by = all_come_by(schedule.model(), &day.scheduled, &day.queue.waiting, &until);
            let line = |at: &usize| self.card_line(&day.cards[*at], schedule.model());
            RecallView {
                answer: answer(&day.queue),
                day: day.request.day.to_string(),
                cap: u32::from(day.request.cap),
                used: u32::from(day.request.used),
                used_words: used_in_words(&day.cards, learner, today),
                minutes: u32::from(day.queue.minutes),
                cards: day.queue.cards.iter().map(line).collect(),
                waiting: count(day.queue.waiting.len()),
                later: count(day.queue.later.len()),
                own_later: count(day.queue.later.iter().filter(|at| matches!(day.cards[**at].source, Source::Own(_))).count()),
                back_by: back_by.filter(|_| !day.queue.waiting.is_empty()).map(|day| day.to_string()),
                empty: day.queue.cards.is_empty().then(|| why_empty(&day, schedule.model())),
                recalls: count(recalls(learner)),
                parameters: parameters_in_words(learner),
                interviews: count(schedule.booked.len()),
                unreadable: self.own_cards().1.into_iter().chain(unread).reduce(|one, other| format!("{one} {other}")),
            }
        })
    }

    /// How many cards are due and in how many minutes they fit, in one sentence; nothing when none is due.
    pub(crate) fn recall_in_a_sentence(&self, learner: &Learner, booked: Vec<Booked>) -> Option<String> {
        let Day { queue, .. } = self.recall_day(learner, &schedule(learner, booked), None);
        let due = queue.cards.len() + queue.waiting.len();
        let are = |cards: usize| if cards == 1 { "is" } else { "are" };
        let fit = hours(u32::from(queue.minutes));
        match (queue.cards.len(), queue.waiting.len()) {
            (0, 0) => None,
            (0, _) => Some(format!("{} {} due, and the minutes of today are used.", counted(due, "card", "cards"), are(due))),
            (_, 0) => Some(format!("{} {} due, {fit} in all.", counted(due, "card", "cards"), are(due))),
            (1, _) => Some(format!("{due} cards are due; 1 of them fits into {fit} today.")),
            (fitting, _) => Some(format!("{due} cards are due; {fitting} of them fit into {fit} today.")),
        }
    }

    fn recall_day(&self, learner: &Learner, schedule: &Schedule, minutes: Option<u16>) -> Day<'_> {
        let cards = self.cards_of(learner, schedule);
        let today = self.today();
        let cap = minutes.unwrap_or_else(|| calendar(learner).minutes_on(today) / ONE_IN);
        let used = minutes_used(&cards, learner, today);
        let request = Request { day: today, cap, used };
        let scheduled: Vec<_> = cards.iter().map(CardOf::scheduled).collect();
        let queue = queue(schedule.model(), &scheduled, request);
        Day { cards, scheduled, request, queue }
    }

    /// A card before it is answered. Every question of the bank is one, also before it is due.
    pub fn card(&self, id: &str) -> Result<CardView, Trouble> {
        self.with_card(id, |card, _, model| self.card_front(card, model))
    }

    /// The back of a card, once it was answered.
    pub fn turn_card(&self, id: &str, checked: &str) -> Result<CardBackView, Trouble> {
        within_length(checked)?;
        self.with_card(id, |card, learner, model| self.card_back(card, learner, model, checked))
    }

    /// Records how well a card was recalled.
    pub fn recalled(&self, id: &str, body: &RecallBody) -> Result<RecalledView, Trouble> {
        within_length(&body.checked)?;
        let (card, comes_back, model, right, private) = self.with_card(id, |card, learner, model| {
            let back = self.card_back(card, learner, model, &body.checked);
            if let Some(grade) = back.grades.iter().find(|grade| grade.level == body.level) {
                return Ok((card.id.clone(), grade.comes_back.clone(), card.model_answer(), back.right, card.is_private()));
            }
            let given: Vec<&str> = back.grades.iter().map(|grade| grade.word.as_str()).collect();
            Err(Trouble::asked(format!("`{}` cannot be graded like this.", card.id))
                .help(format!("What a machine checked leaves: {}.", given.join(", "))))
        })??;
        let recalled = Recalled { card, level: body.level, right, seconds: body.seconds, mock: None };
        self.record_locked(Act::Recalled(Box::new(recalled)), private)?;
        let refit = self.refit_when_due()?;
        Ok(RecalledView { comes_back, model, refit, day: self.recall(None)? })
    }

    fn with_card<T>(&self, id: &str, look: impl FnOnce(&CardOf<'_>, &Learner, &Model) -> T) -> Result<T, Trouble> {
        let booked = self.booked();
        self.with_learner(|learner| {
            let schedule = schedule(learner, booked);
            let mut cards = self.cards_of(learner, &schedule);
            let is_called = |card: &CardOf<'_>| matches!(&card.source, Source::Own(own) if own.is_called(id));
            if let Some(at) = cards.iter().position(|card| card.id == id).or_else(|| cards.iter().position(is_called)) {
                return Ok(look(&cards.swap_remove(at), learner, schedule.model()));
            }
            match self.question_of_bank(id) {
                Ok(question) => Ok(look(&self.bank_card(question, learner, &schedule, self.today()), learner, schedule.model())),
                Err(_) => {
                    let trouble = Trouble::not_found(format!("There is no card `{id}`."));
                    Err(trouble.help("`footbridge recall --json` names those that are due, `footbridge bank` every interview question."))
                }
            }
        })?
    }

    fn card_line(&self, card: &CardOf<'_>, model: &Model) -> CardLineView {
        let chance = card.memory.map(|memory| (model.retrievability(&memory, self.today()) * 100.0).round() as u8);
        CardLineView {
            id: card.id.clone(),
            source: card.source.word().to_owned(),
            ask: card.asked(),
            minutes: u32::from(card.minutes),
            due: card.due(model).to_string(),
            last: card.last_on().map(|day| day.to_string()),
            chance,
        }
    }
}

/// The words of all grades, the lowest first.
pub fn grade_words() -> [&'static str; 4] {
    Grade::ALL.map(Grade::word)
}

/// The word of a grade in the journal.
pub(crate) fn grade_word(level: u8) -> &'static str {
    Grade::of_level(level).map_or("", Grade::word)
}

/// A recall that was measured counts at most so many times what its card is held to take: a card left open over lunch is no hour of work.
const MOST_TIMES: u64 = 4;

/// Minutes of a day that recall took: as they were measured, and where they were not what each recall is held to take. What was answered in a
/// mock interview is none of them.
fn minutes_used(cards: &[CardOf<'_>], learner: &Learner, day: Date) -> u16 {
    let seconds: u64 = recalls_on(cards, learner, day).sum();
    u16::try_from(seconds.div_ceil(60)).unwrap_or(u16::MAX)
}

/// The same in words; empty where nothing was recalled.
fn used_in_words(cards: &[CardOf<'_>], learner: &Learner, day: Date) -> String {
    match recalls_on(cards, learner, day).collect::<Vec<_>>()[..] {
        [] => String::new(),
        ref all if all.iter().sum::<u64>() < 60 => "under a minute".to_owned(),
        _ => hours(u32::from(minutes_used(cards, learner, day))),
    }
}

/// How many seconds each recall of a day counts.
fn recalls_on(cards: &[CardOf<'_>], learner: &Learner, day: Date) -> impl Iterator<Item = u64> {
    let seconds = move |card: &CardOf<'_>| {
        let recalls = learner.state.recalls.get(&card.id).map_or(&[][..], Vec::as_slice);
        let on_day = recalls.iter().filter(move |(at, recalled)| local_date(*at) == day && recalled.mock.is_none());
        let held = u64::from(card.minutes) * 60;
        on_day.map(move |(_, recalled)| recalled.seconds.map_or(held, |seconds| u64::from(seconds).min(held * MOST_TIMES)))
    };
    cards.iter().filter(move |card| card.last_on() == Some(day)).flat_map(seconds)
}

fn calendar(learner: &Learner) -> Calendar {
    let profile = &learner.profile;
    Calendar { start: profile.start, minutes: profile.minutes, days_off: profile.days_off.clone() }
}

fn answer(queue: &Queue) -> String {
    if queue.cards.is_empty() {
        return "Nothing to recall today".to_owned();
    }
    format!("{} today, {}", counted(queue.cards.len(), "card", "cards"), hours(u32::from(queue.minutes)))
}

/// Why a day holds no card, and what comes next.
fn why_empty(day: &Day<'_>, model: &Model) -> String {
    let request = day.request;
    if day.cards.is_empty() {
        return "Cards come from lessons you pass, from the bank once its skills are yours, and from answers that were wrong.".to_owned();
    }
    if request.cap == 0 {
        return "This day has no minutes for it. A question of the bank can be answered all the same.".to_owned();
    }
    let due: Vec<Date> = day.cards.iter().map(|card| card.due(model)).collect();
    match due.iter().filter(|due| **due > request.day).min() {
        Some(next) if due.iter().all(|due| *due > request.day) => format!("The next card is due on {}.", spoken(*next)),
        _ => "The minutes of today are used; the rest waits for another day.".to_owned(),
    }
}

fn within_length(checked: &str) -> Result<(), Trouble> {
    if checked.chars().count() > LONGEST_CHECKED {
        return Err(Trouble::asked(format!("What a machine checks has at most {LONGEST_CHECKED} characters: a number, or letters.")));
    }
    Ok(())
}

/// The log of a card as scheduling reads it: days in the learner's time zone.
fn log(learner: &Learner, id: &str) -> Vec<footbridge_recall::Recalled> {
    let recalls = learner.state.recalls.get(id).map_or(&[][..], Vec::as_slice);
    let entry = |(at, recalled): &(jiff::Timestamp, Recalled)| {
        Some(footbridge_recall::Recalled { on: local_date(*at), grade: Grade::of_level(recalled.level)? })
    };
    recalls.iter().filter_map(entry).collect()
}
