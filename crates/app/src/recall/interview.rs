//! The way to an interview: what recall will be like on its day, and whether the minutes until then suffice.

use super::cards::{CardOf, Source};
use super::schedule::{Booked, Schedule, is_asked_in, schedule};
use super::{ONE_IN, calendar, minutes_used};
use crate::mock::OF_A_COMPANY;
use crate::planning::hours;
use crate::view::{InterviewKindView, InterviewView, InterviewsView};
use crate::words::count;
use crate::{App, Trouble};
use footbridge_content::BankKind;
use footbridge_diagnostic::counted;
use footbridge_planner::spoken;
use footbridge_recall::{Card, PUBLISHED_TARGET, Until, forecast, rough_forecast};
use jiff::civil::Date;

/// Minutes a day that are tried, in steps, before it is said that no number of them would do.
const MOST_MINUTES: u16 = 240;
const STEP: u16 = 5;

/// Cards with what scheduling sees of them, and the places of those that the interview may ask for.
struct Pool<'a> {
    cards: &'a [CardOf<'a>],
    scheduled: &'a [Card],
    asked: Vec<usize>,
}

impl Pool<'_> {
    fn of_kind(&self, kind: BankKind) -> Vec<usize> {
        let is_of = |at: &usize| matches!(&self.cards[*at].source, Source::Bank(question) if question.kind == kind);
        self.asked.iter().copied().filter(is_of).collect()
    }

    /// The chance of a kind: the mean over its cards, one that was never answered counted as none.
    fn chance_of(&self, kind: BankKind, chances: &[f32]) -> Option<f32> {
        let places = self.of_kind(kind);
        (!places.is_empty()).then(|| places.iter().map(|at| chances[*at]).sum::<f32>() / places.len() as f32)
    }

    /// The chance of a question of the interview: kinds weigh as often as they are asked. A kind of which the bank has nothing for such a
    /// company is left out.
    fn chance(&self, chances: &[f32]) -> Option<f32> {
        let parts: Vec<(f32, f32)> =
            OF_A_COMPANY.iter().filter_map(|(kind, asked)| Some((*asked as f32, self.chance_of(*kind, chances)?))).collect();
        let asked: f32 = parts.iter().map(|(asked, _)| asked).sum();
        (asked > 0.0).then(|| parts.iter().map(|(asked, chance)| asked * chance).sum::<f32>() / asked)
    }

    fn never_answered(&self) -> usize {
        self.asked.iter().filter(|at| self.cards[**at].memory.is_none()).count()
    }
}

impl App {
    /// Every interview that is agreed on, with what recall will be like on its day.
    pub fn interviews(&self) -> Result<InterviewsView, Trouble> {
        let (booked, unreadable) = (self.booked(), self.interviews_unread());
        self.with_learner(|learner| {
            let schedule = schedule(learner, booked);
            let cards = self.cards_of(learner, &schedule);
            let scheduled: Vec<Card> = cards.iter().map(CardOf::scheduled).collect();
            let calendar = calendar(learner);
            let cap = |day: Date| calendar.minutes_on(day) / ONE_IN;
            let today = self.today();
            let used = minutes_used(&cards, learner, today);
            let view = |booked: &Booked| {
                let asked = (0..cards.len()).filter(|at| is_asked_in(&cards[*at], booked)).collect();
                let pool = Pool { cards: &cards, scheduled: &scheduled, asked };
                self.interview_view(booked, &pool, &schedule, used, &cap)
            };
            let interviews: Vec<InterviewView> = schedule.booked.iter().map(view).collect();
            let answer = match interviews.len() {
                0 => "No interview is booked".to_owned(),
                some => format!("{} ahead", counted(some, "interview", "interviews")),
            };
            InterviewsView { answer, interviews, unreadable }
        })
    }

    fn interview_view(
        &self,
        booked: &Booked,
        pool: &Pool<'_>,
        schedule: &Schedule,
        used: u16,
        cap: &impl Fn(Date) -> u16,
    ) -> InterviewView {
        let (today, day) = (self.today(), booked.on);
        let model = schedule.model();
        let after = |cap: &dyn Fn(Date) -> u16| forecast(model, pool.scheduled, &Until { today, used, day, cap });
        let without: Vec<f32> =
            pool.scheduled.iter().map(|card| card.memory.map_or(0.0, |memory| model.retrievability(&memory, day))).collect();
        let with = after(cap);
        let suffices = |chances: &[f32]| pool.chance(chances).is_some_and(is_enough);
        let enough = suffices(&with);
        let roughly = |minutes: u16| suffices(&rough_forecast(model, pool.scheduled, &Until { today, used, day, cap: |_| minutes }));
        let needed = if enough || day == today { None } else { least_minutes(roughly, |minutes| suffices(&after(&|_| minutes))) };
        let days = (day - today).get_days();
        let until: u32 = (0..days).map(|number| u32::from(cap(today.saturating_add(jiff::ToSpan::days(number))))).sum();
        let all: usize = OF_A_COMPANY.iter().map(|(_, asked)| asked).sum();
        let kind_view = |(kind, asked): &(BankKind, usize)| {
            let places = pool.of_kind(*kind);
            (!places.is_empty()).then(|| InterviewKindView {
                kind: kind.word().to_owned(),
                title: self.course.pack.bank(*kind).map_or_else(String::new, |bank| bank.title.clone()),
                share: percent(*asked as f32 / all as f32),
                questions: count(places.len()),
                answered: count(places.iter().filter(|at| pool.cards[**at].memory.is_some()).count()),
                before: pool.chance_of(*kind, &without).map(percent),
                after: pool.chance_of(*kind, &with).map(percent),
            })
        };
        InterviewView {
            company: booked.company.clone(),
            on: day.to_string(),
            days: u32::try_from(days).unwrap_or(0),
            asks_as: booked.kind.map_or_else(String::new, |kind| kind.spoken().to_owned()),
            answer: format!(
                "{}{}",
                verdict(day, days, until, pool.chance(&without), pool.chance(&with), needed),
                unanswered(pool.asked.len(), pool.never_answered())
            ),
            enough,
            minutes: until,
            needed: needed.map(u32::from),
            kinds: OF_A_COMPANY.iter().filter_map(kind_view).collect(),
        }
    }
}

/// Whether such a chance suffices, by the figures that are shown.
fn is_enough(chance: f32) -> bool {
    percent(chance) >= percent(PUBLISHED_TARGET)
}

fn percent(share: f32) -> u8 {
    (share * 100.0).round() as u8
}

/// The least number of minutes a day that suffices: found roughly, then confirmed step by step. More never do worse, but for the chance of a
/// forecast.
fn least_minutes(roughly: impl Fn(u16) -> bool, suffices: impl Fn(u16) -> bool) -> Option<u16> {
    let (mut too_few, mut enough) = (0, MOST_MINUTES / STEP);
    while enough - too_few > 1 {
        let middle = u16::midpoint(too_few, enough);
        if roughly(middle * STEP) { enough = middle } else { too_few = middle }
    }
    if suffices(enough * STEP) {
        while enough > 1 && suffices((enough - 1) * STEP) {
            enough -= 1;
        }
        return Some(enough * STEP);
    }
    (enough + 1..=MOST_MINUTES / STEP).map(|steps| steps * STEP).find(|minutes| suffices(*minutes))
}

/// Questions that were never answered, as the figures take them.
fn unanswered(questions: usize, never: usize) -> String {
    let are = if never == 1 { "was" } else { "were" };
    match never {
        0 => format!(
            " That counts all {questions} questions of the four kinds that such an interview asks, kinds as often as they are asked."
        ),
        _ => format!(
            " That counts all {questions} questions of the four kinds that such an interview asks; {never} of them {are} never answered and would not be recalled today. Kinds count as often as they are asked."
        ),
    }
}

fn verdict(day: Date, until_then: i32, until: u32, without: Option<f32>, with: Option<f32>, needed: Option<u16>) -> String {
    let (Some(without), Some(with)) = (without, with) else {
        return "The bank has no question that such a company asks.".to_owned();
    };
    let on = spoken(day);
    let wanted = percent(PUBLISHED_TARGET);
    if until_then == 0 {
        return format!("It is today: the chance to recall a question of it is {}\u{202f}%.", percent(with));
    }
    let figures = format!(
        "on {on} the chance to recall a question of it is {}\u{202f}%, and {}\u{202f}% without any further recall",
        percent(with),
        percent(without)
    );
    if is_enough(with) {
        return format!("The {} of recall until then suffice: {figures}.", hours(until));
    }
    match needed {
        Some(minutes) => format!(
            "The {} of recall until then do not suffice: {figures}. With {minutes}\u{202f}min on each day it would be {wanted}\u{202f}%.",
            hours(until)
        ),
        None => format!(
            "The {} of recall until then do not suffice: {figures}. {MOST_MINUTES}\u{202f}min on each day would not bring {wanted}\u{202f}% either.",
            hours(until)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_enough, verdict};
    use jiff::civil::date;

    #[test]
    fn on_the_day_itself_no_day_is_left_to_work() {
        let says = verdict(date(2026, 12, 1), 0, 0, Some(0.62), Some(0.62), None);
        assert_eq!(says, "It is today: the chance to recall a question of it is 62\u{202f}%.");
    }

    #[test]
    fn a_chance_suffices_by_the_figure_that_is_shown() {
        for (chance, shown, suffices) in [(0.893, "89", false), (0.896, "90", true), (0.9, "90", true)] {
            let says = verdict(date(2026, 12, 1), 6, 90, Some(0.5), Some(chance), Some(20));
            assert!(says.contains(&format!("a question of it is {shown}\u{202f}%")), "{says}");
            assert_eq!((is_enough(chance), !says.contains("do not suffice")), (suffices, suffices), "{says}");
        }
    }
}
