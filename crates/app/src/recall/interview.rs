//! The way to an interview: what recall will be like on its day, and whether the minutes until then suffice.

use super::cards::{CardOf, Source};
use super::schedule::{Booked, Schedule, is_asked_in, schedule};
use super::{ONE_IN, calendar};
use crate::planning::hours;
use crate::view::{InterviewKindView, InterviewView, InterviewsView};
use crate::words::count;
use crate::{App, Trouble};
use footbridge_content::{BankKind, BankQuestion};
use footbridge_diagnostic::counted;
use footbridge_planner::spoken;
use footbridge_recall::{Card, PUBLISHED_TARGET, Until, forecast};
use jiff::civil::Date;

/// Minutes a day that are tried, in steps, before it is said that no number of them would do.
const MOST_MINUTES: u16 = 240;
const STEP: u16 = 5;

/// Cards with what scheduling sees of them, and the places of those that the interview may ask for.
struct Pool<'a> {
    cards: &'a [CardOf<'a>],
    scheduled: &'a [Card],
    asked: Vec<usize>,
    /// Each kind with its share of what such a company asks.
    mix: Vec<(BankKind, f32)>,
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

    /// The chance of the whole mix, of the kinds that have cards.
    fn chance(&self, chances: &[f32]) -> Option<f32> {
        let parts: Vec<(f32, f32)> = self.mix.iter().filter_map(|(kind, share)| Some((*share, self.chance_of(*kind, chances)?))).collect();
        let shares: f32 = parts.iter().map(|(share, _)| share).sum();
        (shares > 0.0).then(|| parts.iter().map(|(share, chance)| share * chance).sum::<f32>() / shares)
    }
}

impl App {
    /// Every interview that is agreed on, with what recall will be like on its day.
    pub fn interviews(&self) -> Result<InterviewsView, Trouble> {
        let booked = self.booked();
        self.with_learner(|learner| {
            let schedule = schedule(learner, booked);
            let cards = self.cards_of(learner, &schedule);
            let scheduled: Vec<Card> = cards.iter().map(CardOf::scheduled).collect();
            let calendar = calendar(learner);
            let cap = |day: Date| calendar.minutes_on(day) / ONE_IN;
            let today = self.today();
            let used = cards.iter().filter(|card| card.last_on() == Some(today)).map(|card| card.minutes).sum();
            let view = |booked: &Booked| {
                let asked = (0..cards.len()).filter(|at| is_asked_in(&cards[*at], booked)).collect();
                let pool = Pool { cards: &cards, scheduled: &scheduled, asked, mix: self.mix(booked) };
                self.interview_view(booked, &pool, &schedule, used, &cap)
            };
            let interviews: Vec<InterviewView> = schedule.booked.iter().map(view).collect();
            let answer = match interviews.len() {
                0 => "No interview is booked".to_owned(),
                some => format!("{} ahead", counted(some, "interview", "interviews")),
            };
            InterviewsView { answer, interviews }
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
        let suffices = |chances: &[f32]| pool.chance(chances).is_some_and(|chance| chance >= PUBLISHED_TARGET);
        let enough = suffices(&with);
        let needed = if enough { None } else { least_minutes(|minutes| suffices(&after(&|_| minutes))) };
        let days = (day - today).get_days();
        let until: u32 = (0..days).map(|number| u32::from(cap(today.saturating_add(jiff::ToSpan::days(number))))).sum();
        let kind_view = |(kind, share): &(BankKind, f32)| {
            let places = pool.of_kind(*kind);
            InterviewKindView {
                kind: kind.word().to_owned(),
                title: self.course.pack.bank(*kind).map_or_else(String::new, |bank| bank.title.clone()),
                share: percent(*share),
                questions: count(self.asked_by(booked).filter(|question| question.kind == *kind).count()),
                cards: count(places.len()),
                answered: count(places.iter().filter(|at| pool.cards[**at].memory.is_some()).count()),
                before: pool.chance_of(*kind, &without).map(percent),
                after: pool.chance_of(*kind, &with).map(percent),
            }
        };
        InterviewView {
            company: booked.company.clone(),
            on: day.to_string(),
            days: u32::try_from(days).unwrap_or(0),
            asks_as: booked.kind.map_or_else(String::new, |kind| kind.word().to_owned()),
            answer: format!(
                "{}{}",
                verdict(day, until, pool.chance(&without), pool.chance(&with), needed),
                uncounted(self.asked_by(booked).count(), pool.asked.len())
            ),
            enough,
            minutes: until,
            needed: needed.map(u32::from),
            kinds: pool.mix.iter().map(kind_view).collect(),
        }
    }

    fn asked_by<'a>(&'a self, booked: &'a Booked) -> impl Iterator<Item = &'a BankQuestion> {
        self.course.pack.banks.iter().flat_map(|bank| &bank.questions).filter(|question| booked.asks(question))
    }

    /// The mix of a company: the share of each kind among the questions that such companies ask.
    fn mix(&self, booked: &Booked) -> Vec<(BankKind, f32)> {
        let all = self.asked_by(booked).count().max(1);
        let of = |kind: BankKind| self.asked_by(booked).filter(|question| question.kind == kind).count();
        BankKind::ALL.into_iter().map(|kind| (kind, of(kind) as f32 / all as f32)).filter(|(_, share)| *share > 0.0).collect()
    }
}

fn percent(share: f32) -> u8 {
    (share * 100.0).round() as u8
}

/// The least number of minutes a day that suffices; more never do worse, but for the chance of a forecast.
fn least_minutes(suffices: impl Fn(u16) -> bool) -> Option<u16> {
    if !suffices(MOST_MINUTES) {
        return None;
    }
    let (mut too_few, mut enough) = (0, MOST_MINUTES / STEP);
    while enough - too_few > 1 {
        let middle = u16::midpoint(too_few, enough);
        if suffices(middle * STEP) { enough = middle } else { too_few = middle }
    }
    Some(enough * STEP)
}

/// What the figures do not say: questions that are no cards yet.
fn uncounted(questions: usize, cards: usize) -> String {
    if cards == 0 || cards >= questions {
        return String::new();
    }
    format!(" That counts the cards alone: {cards} of the {questions} questions of the bank that such a company asks.")
}

fn verdict(day: Date, until: u32, without: Option<f32>, with: Option<f32>, needed: Option<u16>) -> String {
    let (Some(without), Some(with)) = (without, with) else {
        return "No question that such a company asks is a card yet: pass the lessons, or answer questions of the bank.".to_owned();
    };
    let on = spoken(day);
    let wanted = percent(PUBLISHED_TARGET);
    let (without, with) = (percent(without), percent(with));
    let figures = format!("on {on} {with}\u{202f}% of the cards would be recalled, {without}\u{202f}% without any further recall");
    if with >= wanted {
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
