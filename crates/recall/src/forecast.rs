//! What recall will be like on a day to come, after the recalls that fit until then.

use crate::queue::choose;
use crate::{Card, Grade, Memory, Model, Recalled, Request};
use jiff::ToSpan;
use jiff::civil::Date;

/// Ways the days ahead may go, over which the forecast is the mean.
const RUNS: u64 = 24;

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
    let mut sums = vec![0.0; cards.len()];
    for run in 0..RUNS {
        let memories = worked(model, cards, until, run);
        for (sum, memory) in sums.iter_mut().zip(memories) {
            *sum += memory.map_or(0.0, |memory| model.retrievability(&memory, until.day));
        }
    }
    sums.into_iter().map(|sum| sum / RUNS as f32).collect()
}

/// The memory of each card after the days until then went one way.
fn worked<C: Fn(Date) -> u16>(model: &Model, cards: &[Card], until: &Until<C>, run: u64) -> Vec<Option<Memory>> {
    let mut memories: Vec<Option<Memory>> = cards.iter().map(|card| card.memory).collect();
    let due_of = |card: &Card, memory: &Option<Memory>| memory.as_ref().map_or(card.from, |memory| model.due(memory, card.target));
    let mut due: Vec<Date> = cards.iter().zip(&memories).map(|(card, memory)| due_of(card, memory)).collect();
    let mut day = until.today;
    let mut used = until.used;
    while day < until.day {
        let is_due: Vec<usize> = (0..cards.len()).filter(|at| due[*at] <= day).collect();
        let chance = |at: usize| memories[at].as_ref().map(|memory| model.retrievability(memory, day));
        let known = is_due.iter().filter_map(|at| Some((*at, chance(*at)?))).collect();
        let new = is_due.iter().copied().filter(|at| memories[*at].is_none()).collect();
        let request = Request { day, cap: (until.cap)(day), used };
        for at in choose(known, new, cards, request).cards {
            let grade = match chance_in(&memories[at], model, day) {
                None => FIRST,
                Some(chance) if drawn(run, at, day) < chance => Grade::Good,
                Some(_) => Grade::Again,
            };
            memories[at] = model.after(memories[at].as_ref(), Recalled { on: day, grade });
            due[at] = due_of(&cards[at], &memories[at]);
        }
        used = 0;
        day = day.saturating_add(1.day());
    }
    memories
}

fn chance_in(memory: &Option<Memory>, model: &Model, day: Date) -> Option<f32> {
    memory.as_ref().map(|memory| model.retrievability(memory, day))
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
