use crate::calendar::{monday_of, next_day};
use crate::fill::{Days, Stint};
use crate::network::Network;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Items and minutes that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    /// Items, each counted once.
    pub items: u32,
    /// Minutes.
    pub minutes: u32,
}

/// One week of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarWeek {
    /// Its Monday.
    pub monday: Date,
    /// Minutes there are, from today on.
    pub available: u32,
    /// Minutes planned.
    pub planned: u32,
}

/// How the totals come about. Steps, weeks of the path and calendar weeks each add up to `planned`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoning {
    /// What is planned.
    pub planned: Total,
    /// Of that, what comes back every week.
    pub weekly: Total,
    /// What is done already; of a weekly item, one occurrence for each week it was done in.
    pub done: Total,
    /// Planned work by step of the path.
    pub steps: BTreeMap<u8, Total>,
    /// From the first week to the last.
    pub calendar_weeks: Vec<CalendarWeek>,
    /// Minutes there are from today to the end, whether used or not.
    pub available: u32,
}

pub(crate) fn reckon(network: &Network<'_>, stints: &[Stint], days: &Days, ends: Date) -> Reckoning {
    let mut reckoning = Reckoning {
        planned: Total::default(),
        weekly: Total::default(),
        done: done(network),
        steps: BTreeMap::new(),
        calendar_weeks: calendar_weeks(stints, days, ends),
        available: 0,
    };
    let mut seen = BTreeSet::new();
    for stint in stints {
        let item = &network.items[stint.item];
        let adds = Total { items: u32::from(seen.insert(stint.item)), minutes: u32::from(stint.minutes) };
        reckoning.planned.add(adds);
        reckoning.steps.entry(item.step).or_default().add(adds);
        if network.weekly[stint.item] {
            reckoning.weekly.add(adds);
        }
    }
    reckoning.available = reckoning.calendar_weeks.iter().map(|week| week.available).sum();
    reckoning
}

impl Total {
    fn add(&mut self, other: Self) {
        self.items += other.items;
        self.minutes += other.minutes;
    }
}

fn done(network: &Network<'_>) -> Total {
    let mut total = Total::default();
    for at in (0..network.items.len()).filter(|at| network.done[*at]) {
        let weeks = u32::try_from(network.weeks_done[at].len()).unwrap_or(u32::MAX);
        let times = if network.items[at].weekly.is_some() { weeks } else { 1 };
        total.add(Total { items: 1, minutes: times.saturating_mul(u32::from(network.minutes(at))) });
    }
    total
}

fn calendar_weeks(stints: &[Stint], days: &Days, ends: Date) -> Vec<CalendarWeek> {
    let mut weeks: Vec<CalendarWeek> = Vec::new();
    let mut day = days.from;
    while day <= ends {
        let monday = monday_of(day);
        let available = u32::from(days.minutes_on(day));
        match weeks.last_mut() {
            Some(week) if week.monday == monday => week.available += available,
            _ => weeks.push(CalendarWeek { monday, available, planned: 0 }),
        }
        day = next_day(day);
    }
    for stint in stints {
        if let Some(week) = weeks.iter_mut().find(|week| week.monday == monday_of(stint.day)) {
            week.planned += u32::from(stint.minutes);
        }
    }
    weeks
}
