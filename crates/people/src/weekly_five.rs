//! Five new people a week.

use crate::contact::ContactId;
use crate::touch::{Touch, first_touches};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashMap;
use std::fmt;

/// New people a week.
pub const GOAL: u32 = 5;

/// Weeks after its own in which a missed person can still be made up for. What is older lapses, so that the pile never grows.
const CARRIED_WEEKS: i32 = 2;

/// How this week stands. `Display` says it in two sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeeklyFive {
    /// Monday of this week.
    pub monday: Date,
    /// Whose first touch was this week, in the order of the days.
    pub new: Vec<ContactId>,
    /// Of those, how many were counted for earlier weeks: the oldest is made up for first.
    pub for_earlier: u32,
    /// What is still missing from the two weeks before, oldest first.
    pub carried: Vec<Carried>,
    /// People missing from the week that lapsed when this one began.
    pub lapsed: u32,
    /// People missing to this week's own five.
    pub to_go: u32,
}

/// People missing from one earlier week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carried {
    /// Monday of the week they are missing from.
    pub monday: Date,
    /// How many, 1 to 5.
    pub people: u32,
    /// Last day to make up for them.
    pub until: Date,
}

impl WeeklyFive {
    /// Whom to write to this week in all, what is carried included: never more than 15.
    pub fn owed(&self) -> u32 {
        self.to_go + self.carried.iter().map(|carried| carried.people).sum::<u32>()
    }
}

impl WeeklyFive {
    /// How it is counted where other weeks come in, a sentence each.
    pub fn reckoning(&self) -> Vec<String> {
        let earlier = self.for_earlier;
        let own = u32::try_from(self.new.len()).unwrap_or(u32::MAX) - earlier;
        let counts = if earlier == 1 { "counts" } else { "count" };
        let own = if own > 0 { format!(", and {own} for this one") } else { String::new() };
        let counted = (earlier > 0).then(|| format!("{earlier} {counts} for earlier weeks, which come first{own}."));
        let made_up = self.carried.iter().map(|Carried { monday, people, until }| {
            format!("{people} from the week of {} can be made up for until {}.", day_month(*monday), day_month(*until))
        });
        let lapsed = (self.lapsed > 0).then(|| {
            let of = day_month(lapsed_monday(self.monday));
            format!("{} from the week of {of} lapsed and {} not owed any more.", self.lapsed, are(self.lapsed))
        });
        counted.into_iter().chain(made_up).chain(lapsed).collect()
    }

    /// Sunday of this week.
    pub fn sunday(&self) -> Date {
        self.monday.saturating_add(6.days())
    }
}

impl fmt::Display for WeeklyFive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let met = self.new.len();
        write!(f, "{met} new {} this week.", if met == 1 { "person" } else { "people" })?;
        match self.to_go {
            0 => write!(f, " The {GOAL} of this week are reached."),
            to_go => write!(f, " {to_go} of {GOAL} to go, by {}.", day_month(self.sunday())),
        }
    }
}

/// This week's five, from the touches alone: a person is new in the week of the first touch with them. `from` is the first day that counts;
/// the week it stands in asks for five like any other, and before it nothing was owed.
///
/// A week's new people are counted for the oldest missing ones first, then for its own five; more than that is not saved up.
pub fn weekly_five(touches: &[Touch], from: Date, today: Date) -> WeeklyFive {
    let monday = monday_of(today);
    let mut firsts: Vec<(Date, &ContactId)> = first_touches(touches, today).into_iter().map(|(contact, on)| (on, contact)).collect();
    firsts.sort();
    let mut new_in: HashMap<Date, u32> = HashMap::new();
    for (on, _) in &firsts {
        *new_in.entry(monday_of(*on)).or_default() += 1;
    }
    let mut missing: Vec<(Date, u32)> = Vec::new();
    let mut week = monday_of(from).min(monday);
    loop {
        let oldest = week.saturating_sub((7 * CARRIED_WEEKS).days());
        let lapsed = missing.iter().filter(|(of, _)| *of < oldest).map(|(_, people)| people).sum();
        missing.retain(|(of, _)| *of >= oldest);
        let (for_earlier, to_go) = settle(&mut missing, new_in.get(&week).copied().unwrap_or_default());
        if week >= monday {
            let carried = missing.iter().map(|(of, people)| Carried { monday: *of, people: *people, until: last_day(*of) }).collect();
            let new = firsts.iter().filter(|(on, _)| *on >= monday).map(|(_, contact)| (*contact).clone()).collect();
            return WeeklyFive { monday, new, for_earlier, carried, lapsed, to_go };
        }
        if to_go > 0 {
            missing.push((week, to_go));
        }
        week = week.saturating_add(7.days());
    }
}

/// Counts new people for the oldest missing ones, then for the week itself: how many went to earlier weeks, how many the week still lacks.
fn settle(missing: &mut Vec<(Date, u32)>, new: u32) -> (u32, u32) {
    let mut left = new;
    for (_, people) in missing.iter_mut() {
        let made_up = left.min(*people);
        *people -= made_up;
        left -= made_up;
    }
    missing.retain(|(_, people)| *people > 0);
    (new - left, GOAL.saturating_sub(left))
}

fn last_day(monday: Date) -> Date {
    monday.saturating_add((7 * CARRIED_WEEKS + 6).days())
}

fn lapsed_monday(monday: Date) -> Date {
    monday.saturating_sub((7 * (CARRIED_WEEKS + 1)).days())
}

fn monday_of(day: Date) -> Date {
    day.saturating_sub(i32::from(day.weekday().to_monday_zero_offset()).days())
}

fn day_month(day: Date) -> String {
    day.strftime("%-d %B").to_string()
}

fn are(count: u32) -> &'static str {
    if count == 1 { "is" } else { "are" }
}
