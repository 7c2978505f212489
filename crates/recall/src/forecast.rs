//! What recall will be like on a day to come, after the recalls that fit until then.

use crate::queue::choose;
use crate::{Card, Grade, Memory, Model, Recalled, Request};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Ways the days ahead may go, over which the forecast is the mean.
const RUNS: u64 = 24;

/// The same for a first look, that another forecast confirms.
const ROUGH_RUNS: u64 = 4;

/// What somebody makes of a question that they meet for the first time: a mixed answer.
const FIRST: Grade = Grade::Hard;

/// A day to come, with the minutes that the days until then have.
pub struct Until<C> {
    /// Today.
    pub today: Date,
    /// Minutes of today that were used already.
    pub used: u16,
    /// The day to come. Nothing is recalled on it.
    pub day: Date,
    /// Minutes that each day has for recall.
    pub cap: C,
}

/// The chance that each card is recalled on the day when each day until then is worked as [`queue`](crate::queue()) says. A card that was
/// never answered until then has none. What is recalled on the way is drawn with the chance the model gives it, the same in every call.
pub fn forecast<C: Fn(Date) -> u16>(model: &Model, cards: &[Card], until: &Until<C>) -> Vec<f32> {
    mean(model, cards, until, RUNS)
}

/// The same over fewer ways, in a sixth of the time.
pub fn rough_forecast<C: Fn(Date) -> u16>(model: &Model, cards: &[Card], until: &Until<C>) -> Vec<f32> {
    mean(model, cards, until, ROUGH_RUNS)
}

/// The first day by which each of these cards has come once, when no way the days may go takes longer; `None` when that is not before `day`.
pub fn all_come_by<C: Fn(Date) -> u16>(model: &Model, cards: &[Card], which: &[usize], until: &Until<C>) -> Option<Date> {
    let mut latest = until.today;
    for run in 0..ROUGH_RUNS {
        let mut left: BTreeSet<usize> = which.iter().copied().collect();
        let mut days = Days::new(model, cards, until, run);
        while !left.is_empty() {
            let (day, taken) = days.next()?;
            taken.iter().for_each(|at| _ = left.remove(at));
            latest = latest.max(day);
        }
    }
    Some(latest)
}

fn mean<C: Fn(Date) -> u16>(model: &Model, cards: &[Card], until: &Until<C>, runs: u64) -> Vec<f32> {
    let mut sums = vec![0.0; cards.len()];
    for run in 0..runs {
        let mut days = Days::new(model, cards, until, run);
        days.by_ref().for_each(drop);
        for (sum, way) in sums.iter_mut().zip(days.ways) {
            *sum += way.memory.map_or(0.0, |memory| model.retrievability(&memory, until.day));
        }
    }
    sums.into_iter().map(|sum| sum / runs as f32).collect()
}

/// A card on its way. Days are counted from today: dates are slow to reckon with, and every card is looked at on every day.
struct OnItsWay {
    memory: Option<Memory>,
    /// The day of its last recall.
    last: i32,
    /// The day from which it is due.
    due: i32,
}

impl OnItsWay {
    fn new(model: &Model, card: &Card, memory: Option<Memory>, today: Date) -> Self {
        let number = |date: Date| (date - today).get_days();
        let last = memory.as_ref().map_or(0, |memory| number(memory.last));
        let due = memory.as_ref().map_or_else(|| number(card.from), |memory| last + i32::from(model.interval(memory, card.target)));
        Self { memory, last, due }
    }

    fn chance(&self, model: &Model, day: i32) -> Option<f32> {
        self.memory.as_ref().map(|memory| model.retrievability_after(memory, u32::try_from(day - self.last).unwrap_or(0)))
    }
}

/// The days until then, worked one way: each with the cards that were taken on it.
struct Days<'a, C> {
    model: &'a Model,
    cards: &'a [Card],
    until: &'a Until<C>,
    run: u64,
    ways: Vec<OnItsWay>,
    /// The day that comes next, counted from today.
    number: i32,
}

impl<'a, C> Days<'a, C> {
    fn new(model: &'a Model, cards: &'a [Card], until: &'a Until<C>, run: u64) -> Self {
        let ways = cards.iter().map(|card| OnItsWay::new(model, card, card.memory, until.today)).collect();
        Self { model, cards, until, run, ways, number: 0 }
    }
}

impl<C: Fn(Date) -> u16> Iterator for Days<'_, C> {
    type Item = (Date, Vec<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let Self { model, cards, until, run, ways, number } = self;
        let day = until.today.saturating_add(number.days());
        if day >= until.day {
            return None;
        }
        let (mut known, mut new) = (Vec::new(), Vec::new());
        for (at, way) in ways.iter().enumerate().filter(|(_, way)| way.due <= *number) {
            match way.chance(model, *number) {
                Some(chance) => known.push((at, chance)),
                None => new.push(at),
            }
        }
        let request = Request { day, cap: (until.cap)(day), used: if *number == 0 { until.used } else { 0 } };
        let taken = choose(known, new, cards, request).cards;
        for &at in &taken {
            let grade = match ways[at].chance(model, *number) {
                None => FIRST,
                Some(chance) if drawn(*run, at, day) < chance => Grade::Good,
                Some(_) => Grade::Again,
            };
            let memory = model.after(ways[at].memory.as_ref(), Recalled { on: day, grade });
            ways[at] = OnItsWay::new(model, &cards[at], memory, until.today);
        }
        *number += 1;
        Some((day, taken))
    }
}

/// A number from 0 to 1 that follows from what it is drawn for (the finaliser of SplitMix64).
fn drawn(run: u64, at: usize, day: Date) -> f32 {
    let days = (i64::from(day.year()) * 372 + i64::from(day.month()) * 31 + i64::from(day.day())) as u64;
    let mut bits = (run << 48) ^ ((at as u64) << 20) ^ days;
    for (shift, factor) in [(30, 0xbf58_476d_1ce4_e5b9), (27, 0x94d0_49bb_1331_11eb)] {
        bits = (bits ^ (bits >> shift)).wrapping_mul(factor);
    }
    ((bits ^ (bits >> 31)) >> 40) as f32 / (1_u64 << 24) as f32
}
