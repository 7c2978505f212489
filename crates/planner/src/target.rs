use crate::calendar::spoken;
use crate::fill::{Days, Stint, Work, fill};
use crate::network::Network;
use crate::plan::spans;
use footbridge_diagnostic::{counted, hours};
use footbridge_verdict::ExerciseId;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::fmt;

/// Most minutes a day that are ever suggested.
const LONGEST_SUGGESTED_DAY: u16 = 480;
const SUGGESTION_STEP: u16 = 5;

/// Something the path stands without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// Item.
    pub id: ExerciseId,
    /// Its title.
    pub title: String,
    /// Minutes it saves.
    pub minutes: u32,
    /// Last day when this and everything cut before it is left out.
    pub ends: Date,
}

/// More time that would make the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoreTime {
    /// Minutes a week in all.
    pub minutes_a_week: u32,
    /// Minutes more on each day that has any, up to 8 hours.
    pub more_a_day: u16,
    /// Whether 8 hours are less than that on some day.
    pub is_capped: bool,
}

/// What is said about a target date. `Display` writes the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetAnswer {
    /// The plan ends in time.
    Met {
        /// The target.
        target: Date,
        /// Days to spare.
        spare_days: u32,
    },
    /// The plan ends too late.
    Missed {
        /// The target.
        target: Date,
        /// Days too late.
        late_days: u32,
        /// The least time on the same days that makes it; `None` when no more than 8 hours on each of them would.
        more_time: Option<MoreTime>,
        /// What would have to be left out, in order; all that can be when even that is not enough.
        cuts: Vec<Cut>,
        /// Whether leaving it out is enough.
        cuts_suffice: bool,
    },
}

impl TargetAnswer {
    pub(crate) fn reached(ends: Date, target: Date) -> Self {
        let days = (target - ends).get_days();
        if days >= 0 {
            return Self::Met { target, spare_days: days.unsigned_abs() };
        }
        Self::Missed { target, late_days: days.unsigned_abs(), more_time: None, cuts: Vec::new(), cuts_suffice: false }
    }
}

impl fmt::Display for TargetAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (target, late_days, more_time, cuts, cuts_suffice) = match self {
            Self::Met { target, spare_days: 0 } => return write!(f, "The plan ends on {}, just in time.", spoken(*target)),
            Self::Met { target, spare_days } => {
                return write!(f, "The plan meets {} with {} to spare.", spoken(*target), counted(*spare_days, "day", "days"));
            }
            Self::Missed { target, late_days, more_time, cuts, cuts_suffice } => (target, late_days, more_time, cuts, cuts_suffice),
        };
        write!(f, "The plan misses {} by {}.", spoken(*target), counted(*late_days, "day", "days"))?;
        match more_time {
            Some(more) => write!(
                f,
                " {} a week would make it: {} more on each of your days{}.",
                hours(more.minutes_a_week),
                counted(more.more_a_day, "minute", "minutes"),
                if more.is_capped { ", up to 8 hours" } else { "" }
            )?,
            None => write!(f, " More time on the same days does not make it, not within 8 hours a day.")?,
        }
        let minutes: u32 = cuts.iter().map(|cut| cut.minutes).sum();
        match (cuts.len(), cuts_suffice) {
            (0, _) => write!(f, " Nothing in it can be left out."),
            (count, true) => {
                let (so, ending) = if more_time.is_some() { ("So would leaving out", "") } else { ("Leaving out", " makes it") };
                write!(f, " {so} {} ({}){ending}.", counted(count, "item", "items"), hours(minutes))
            }
            (count, false) => {
                write!(f, " Leaving out all {} that can be left out ({}) is not enough.", counted(count, "item", "items"), hours(minutes))
            }
        }
    }
}

/// What would be left out first, with the end it brings when done one after another.
///
/// Lowest rank first, the latest in the path first within a rank, and never before what depends on it.
pub(crate) fn cuts(network: &Network<'_>, work: &Work, days: &Days, stints: &[Stint]) -> Vec<Cut> {
    let minutes = spans(stints);
    let all: Vec<usize> = work.weekly.iter().chain(&work.sequence).copied().collect();
    let mut needed_by = vec![0_usize; network.items.len()];
    all.iter().flat_map(|item| &network.requires[*item]).for_each(|before| needed_by[*before] += 1);
    let mut optional: Vec<usize> = all.iter().rev().copied().filter(|item| network.items[*item].optional_rank.is_some()).collect();
    optional.sort_by_key(|item| network.items[*item].optional_rank);
    let mut gone = BTreeSet::new();
    let mut cuts = Vec::new();
    while let Some(next) = optional.iter().position(|item| needed_by[*item] == 0) {
        let item = optional.remove(next);
        network.requires[item].iter().for_each(|before| needed_by[*before] -= 1);
        gone.insert(item);
        let Some(saved) = minutes.get(&item).map(|span| span.2) else { continue };
        let Some(filling) = fill(network, &work.without(&gone), days) else { break };
        let cut = &network.items[item];
        cuts.push(Cut { id: cut.id.clone(), title: cut.title.clone(), minutes: saved, ends: filling.ends });
    }
    cuts
}

pub(crate) fn answer_target(network: &Network<'_>, work: &Work, days: &Days, ends: Date, target: Date, cuts: &[Cut]) -> TargetAnswer {
    let TargetAnswer::Missed { late_days, .. } = TargetAnswer::reached(ends, target) else {
        return TargetAnswer::reached(ends, target);
    };
    let enough = cuts.iter().position(|cut| cut.ends <= target);
    TargetAnswer::Missed {
        target,
        late_days,
        more_time: more_time(network, work, days, target),
        cuts: enough.map_or(cuts, |last| &cuts[..=last]).to_vec(),
        cuts_suffice: enough.is_some(),
    }
}

/// The least extra time a day that meets the target. More minutes never end later, so halving the range finds it.
fn more_time(network: &Network<'_>, work: &Work, days: &Days, target: Date) -> Option<MoreTime> {
    let with = |more: u16| Days { calendar: days.calendar.with_more_a_day(more, LONGEST_SUGGESTED_DAY), ..days.clone() };
    let meets = |steps: u16| fill(network, work, &with(steps * SUGGESTION_STEP)).is_some_and(|filling| filling.ends <= target);
    let shortest = days.calendar.minutes.into_iter().filter(|minutes| *minutes > 0).min()?;
    let most = LONGEST_SUGGESTED_DAY.saturating_sub(shortest).div_ceil(SUGGESTION_STEP);
    if !meets(most) {
        return None;
    }
    let (mut fails, mut works) = (0, most);
    while works - fails > 1 {
        let middle = fails.midpoint(works);
        if meets(middle) { works = middle } else { fails = middle }
    }
    let more_a_day = works * SUGGESTION_STEP;
    let is_capped = days.calendar.longest_day().saturating_add(more_a_day) > LONGEST_SUGGESTED_DAY;
    Some(MoreTime { minutes_a_week: with(more_a_day).calendar.minutes_a_week(), more_a_day, is_capped })
}
