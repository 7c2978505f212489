//! Filling days strictly in order with pieces whose size does not depend on the calendar.
//!
//! With a fixed sequence of pieces and "place the next piece if it still fits today, else wait for tomorrow", the number of pieces placed
//! by any evening never shrinks when a day gets more minutes: from a later position, the pieces up to any target take no more room. That
//! is the whole proof that more hours never end later; weekly work keeps it by always coming first in its week. In the last days before a
//! deadline what it asks for stands before weekly work. Which days these are does not depend on the minutes either, and what more minutes
//! have done by then is only taken out of the sequence, so the proof holds. From the day of the deadline on what is left of it waits for its
//! turn, as without a deadline: a sequence of which pieces are taken out never ends later either.

use crate::Calendar;
use crate::calendar::{monday_of, next_day};
use crate::network::Network;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::{BTreeSet, VecDeque};

/// How far a plan may reach.
pub(crate) const YEARS: u16 = 20;

/// The shortest sessions that a person should have to sit down for, and below, for calendars whose longest day is shorter than that.
///
/// A piece of a tier is at least `shortest` and less than twice as long. A tier sees no more than `longest_day` minutes of a day: just
/// what the coarser tier above it cannot be sure to use. So each tier alone, and the earliest of all, keeps the law above.
const TIERS: [Tier; 4] = [
    Tier { shortest: 20, longest_day: u16::MAX },
    Tier { shortest: 10, longest_day: 38 },
    Tier { shortest: 5, longest_day: 18 },
    Tier { shortest: 1, longest_day: 8 },
];

#[derive(Clone, Copy)]
struct Tier {
    shortest: u16,
    longest_day: u16,
}

/// So many days before a deadline, what it asks for comes before weekly work too.
const DAYS_NEAR: i32 = 7;

/// The days that are left.
#[derive(Clone)]
pub(crate) struct Days {
    pub(crate) calendar: Calendar,
    pub(crate) from: Date,
    /// Minutes of the first day that are used up already.
    pub(crate) spent: u16,
    /// What is planned before this day stays before it.
    pub(crate) deadline: Option<Date>,
}

impl Days {
    pub(crate) fn minutes_on(&self, day: Date) -> u16 {
        let minutes = self.calendar.minutes_on(day);
        if day == self.from { minutes.saturating_sub(self.spent) } else { minutes }
    }

    /// Whether a deadline is so near on this day that weekly work waits for what it asks for.
    pub(crate) fn is_near_deadline(&self, day: Date) -> bool {
        self.deadline.is_some_and(|deadline| day < deadline && day >= deadline.saturating_sub(DAYS_NEAR.days()))
    }
}

/// What is to be filled in: undone items in order, and weekly ones.
#[derive(Clone)]
pub(crate) struct Work {
    pub(crate) sequence: Vec<usize>,
    pub(crate) weekly: Vec<usize>,
    /// What a deadline asks for: the first of the sequence.
    pub(crate) wanted: BTreeSet<usize>,
    /// The turn of each item once no deadline is ahead.
    pub(crate) turns: Vec<usize>,
}

impl Work {
    pub(crate) fn without(&self, cut: &BTreeSet<usize>) -> Self {
        let keep = |items: &[usize]| items.iter().copied().filter(|item| !cut.contains(item)).collect();
        Self { sequence: keep(&self.sequence), weekly: keep(&self.weekly), ..self.clone() }
    }
}

/// Some minutes of one item on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stint {
    pub(crate) day: Date,
    pub(crate) item: usize,
    pub(crate) minutes: u16,
    /// Monday of the week whose occurrence this is, for weekly items.
    pub(crate) occurrence: Option<Date>,
}

pub(crate) struct Filling {
    pub(crate) stints: Vec<Stint>,
    pub(crate) ends: Date,
    pub(crate) shortest: u16,
}

/// The earliest filling over all tiers; the coarser one when two end on the same day. `None` when none ends within [`YEARS`].
pub(crate) fn fill(network: &Network<'_>, work: &Work, days: &Days) -> Option<Filling> {
    let mut best: Option<Filling> = None;
    for tier in TIERS {
        let last_day = match &best {
            Some(best) => best.ends.saturating_sub(1.day()),
            None => days.from.saturating_add(i32::from(YEARS).years()),
        };
        if let Some(filling) = fill_tier(network, work, days, tier, last_day) {
            best = Some(filling);
        }
    }
    best
}

fn fill_tier(network: &Network<'_>, work: &Work, days: &Days, tier: Tier, last_day: Date) -> Option<Filling> {
    let longest = days.calendar.longest_day().min(tier.longest_day);
    let minutes: i64 = work.sequence.iter().map(|item| i64::from(network.minutes(*item))).sum();
    let ahead = i64::from((last_day - days.from).get_days()) + 1;
    // It spares the finer tiers nearly all of their work: they see little of a day, and must end before the coarser ones.
    if minutes > ahead * i64::from(longest) {
        return None;
    }
    let mut queue: VecDeque<Piece> = work.sequence.iter().flat_map(|item| pieces(network, *item, tier)).collect();
    if queue.iter().any(|piece| piece.minutes > longest) {
        return None;
    }
    let mut week = Week { monday: None, queue: VecDeque::new(), finished: BTreeSet::new() };
    let mut filling = Filling { stints: Vec::new(), ends: days.from, shortest: tier.shortest };
    let mut day = days.from;
    let mut is_ahead = days.deadline.is_some();
    while day <= last_day {
        if is_ahead && days.deadline.is_some_and(|deadline| deadline <= day) {
            is_ahead = false;
            queue.make_contiguous().sort_by_key(|piece| work.turns[piece.item]);
        }
        week.turn_to(day, network, work, days, tier);
        let mut free = days.minutes_on(day).min(tier.longest_day);
        let is_wanted = |piece: &Piece| work.wanted.contains(&piece.item);
        if days.is_near_deadline(day) {
            while let Some(piece) = queue.pop_front_if(|piece| is_wanted(piece) && piece.minutes <= free) {
                free -= piece.minutes;
                filling.put(day, piece.item, piece.minutes, None);
            }
            if queue.front().is_some_and(is_wanted) {
                free = 0;
            }
        }
        while let Some(piece) = week.queue.pop_front_if(|piece| piece.minutes <= free) {
            free -= piece.minutes;
            filling.put(day, piece.item, piece.minutes, week.monday);
            if piece.last {
                week.finished.insert(piece.item);
            }
        }
        let waits = |item: usize| {
            let open = |before: &usize| work.weekly.contains(before) && !network.done[*before] && !week.finished.contains(before);
            network.requires[item].iter().any(open)
        };
        while week.queue.is_empty()
            && let Some(piece) = queue.pop_front_if(|piece| piece.minutes <= free && !waits(piece.item))
        {
            free -= piece.minutes;
            filling.put(day, piece.item, piece.minutes, None);
        }
        if queue.is_empty() && week.queue.is_empty() {
            return Some(filling);
        }
        day = next_day(day);
    }
    None
}

impl Filling {
    fn put(&mut self, day: Date, item: usize, minutes: u16, occurrence: Option<Date>) {
        self.ends = day;
        match self.stints.last_mut() {
            Some(last) if last.day == day && last.item == item => last.minutes += minutes,
            _ => self.stints.push(Stint { day, item, minutes, occurrence }),
        }
    }
}

/// The calendar week being filled and what of its weekly work is still open. What finds no room in its week is let go with the week.
struct Week {
    monday: Option<Date>,
    queue: VecDeque<Piece>,
    finished: BTreeSet<usize>,
}

impl Week {
    /// Days come one after another.
    fn turn_to(&mut self, day: Date, network: &Network<'_>, work: &Work, days: &Days, tier: Tier) {
        if self.monday.is_some() && day.weekday() != Weekday::Monday {
            return;
        }
        let monday = monday_of(day);
        self.monday = Some(monday);
        let number = days.calendar.week_of(day);
        let due = |item: &usize| {
            let weekly = network.items[*item].weekly;
            weekly.is_some_and(|weekly| weekly.from <= number && weekly.to.is_none_or(|to| number <= to))
                && !network.weeks_done[*item].contains(&monday)
        };
        self.queue = work.weekly.iter().copied().filter(due).flat_map(|item| pieces(network, item, tier)).collect();
    }
}

#[derive(Clone, Copy)]
struct Piece {
    item: usize,
    minutes: u16,
    last: bool,
}

/// An item cut into as many pieces of nearly equal length as the tier allows.
fn pieces(network: &Network<'_>, item: usize, tier: Tier) -> impl Iterator<Item = Piece> {
    let minutes = network.minutes(item);
    let count = (minutes / tier.shortest).max(1);
    even_parts(minutes, count).enumerate().map(move |(at, minutes)| Piece { item, minutes, last: at + 1 == usize::from(count) })
}

/// `total` in `count` whole parts that differ by at most one, the longer ones first.
pub(crate) fn even_parts(total: u16, count: u16) -> impl Iterator<Item = u16> {
    (0..count).map(move |at| total / count + u16::from(at < total % count))
}

#[cfg(test)]
mod tests {
    use super::even_parts;

    #[test]
    fn parts_sum_to_the_whole() {
        assert_eq!(even_parts(91, 2).collect::<Vec<_>>(), [46, 45]);
        assert_eq!(even_parts(19, 1).collect::<Vec<_>>(), [19]);
        for total in 1..400 {
            for count in 1..9 {
                assert_eq!(even_parts(total, count).sum::<u16>(), total);
            }
        }
    }
}
