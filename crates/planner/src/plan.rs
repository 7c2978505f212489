use crate::arrange::arrange;
use crate::deadline::{Deadline, DeadlineAnswer, answer_deadline, wanted};
use crate::fill::{Days, Stint, Work, YEARS, fill};
use crate::network::Network;
use crate::order::{Order, in_turn, order};
use crate::pace::{AtOwnPace, Pace, at_own_pace};
use crate::reason::{After, Reason};
use crate::reckoning::{Reckoning, reckon};
use crate::target::{Cut, TargetAnswer, answer_target, cuts};
use crate::{Calendar, Done, Item, PlanError};
use footbridge_verdict::ExerciseId;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Everything a plan follows from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The whole path, also what is done; among items of one week of the path and one fluency, earlier ones come first.
    pub items: Vec<Item>,
    /// When there is time.
    pub calendar: Calendar,
    /// What is finished. Minutes of what was finished today are taken off today.
    pub done: Vec<Done>,
    /// Minutes of today that something beside the plan takes.
    pub reserved: u16,
    /// Nothing is planned before this day.
    pub today: Date,
    /// The day by which the learner wants to be through.
    pub target: Option<Date>,
    /// A day that is fixed, with the work that must come before it.
    pub deadline: Option<Deadline>,
    /// How it went so far.
    pub pace: Pace,
}

/// One sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Day.
    pub date: Date,
    /// Item.
    pub item: ExerciseId,
    /// Its title.
    pub title: String,
    /// Minutes.
    pub minutes: u16,
    /// Which sitting of the item (of this week's occurrence, for weekly ones), from 1.
    pub part: u16,
    /// How many sittings there are.
    pub parts: u16,
    /// Monday of the week whose occurrence this is, for weekly items.
    pub occurrence: Option<Date>,
}

/// Where an item stands in the plan, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Item.
    pub id: ExerciseId,
    /// Its title.
    pub title: String,
    /// Whether it comes back every week; then `first` and `last` are those of all its weeks.
    pub weekly: bool,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// Minutes planned.
    pub minutes: u32,
    /// The prerequisite that finishes last, when one is still planned.
    pub after: Option<After>,
    /// Why here.
    pub reason: Reason,
}

/// A dated plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Every sitting, in order.
    pub sessions: Vec<Session>,
    /// Every item with work left, by first day.
    pub items: Vec<Placed>,
    /// How the totals come about.
    pub reckoning: Reckoning,
    /// Day of the last sitting; the first possible day when nothing is left to do.
    pub ends: Date,
    /// When it ends if the coming weeks go like the past ones.
    pub at_own_pace: AtOwnPace,
    /// What is said about the target, when there is one.
    pub target: Option<TargetAnswer>,
    /// What is said about the deadline, when there is one.
    pub deadline: Option<DeadlineAnswer>,
    /// What would be cut first, and what that saves.
    pub cuts: Vec<Cut>,
}

impl Plan {
    /// Why a sitting stands where it stands; `None` for what comes back every week.
    pub fn reason_of(&self, session: &Session) -> Option<Reason> {
        let placed = self.items.iter().find(|placed| placed.id == session.item && !placed.weekly)?;
        Some(placed.reason.on_day(session.date))
    }
}

/// Makes the plan.
///
/// The same request gives the same plan. No day holds more than its minutes, no item starts before its prerequisites are finished, nothing
/// stands before the start, before today or on a day off, everything undone is placed, and a calendar with more minutes never ends later.
/// Weekly items run beside the other work and stop with it; when a week has no room for all of one, the rest of it is let go.
///
/// # Errors
/// Prerequisites that do not exist or run in a circle, ids that stand twice, no minutes, or so few that there is no end.
pub fn plan(request: &Request) -> Result<Plan, PlanError> {
    let from = request.today.max(request.calendar.start);
    let network = Network::new(&request.items, &request.done, &request.calendar, from)?;
    let open = |item: &usize| !network.done[*item];
    let deadline = request.deadline.as_ref();
    let order = order(&network, deadline.map_or_else(Vec::new, |deadline| wanted(&network, deadline)));
    let usual = if order.wanted.is_empty() { order.sequence.clone() } else { in_turn(&network) };
    let work = Work {
        turns: turns(&usual, request.items.len()),
        sequence: order.sequence.iter().copied().filter(open).collect(),
        weekly: (0..request.items.len()).filter(|item| network.weekly[*item]).collect(),
        wanted: order.wanted.iter().copied().collect(),
    };
    let days =
        Days { calendar: request.calendar.clone(), from, spent: spent_on(request, from), deadline: deadline.map(|deadline| deadline.on) };
    if work.sequence.is_empty() && work.weekly.is_empty() {
        return Ok(empty(request, &network, &days));
    }
    if request.calendar.longest_day() == 0 {
        return Err(PlanError::NoHours);
    }
    let filling = fill(&network, &work, &days).ok_or_else(|| no_end(&network, &work, &days))?;
    let stints = arrange(&network, &filling, &days);
    let cuts = cuts(&network, &work, &days, &stints);
    let reckoning = reckon(&network, &stints, &days, filling.ends);
    Ok(Plan {
        sessions: sessions(&network, &stints),
        items: placed(&network, &order, deadline, &stints),
        ends: filling.ends,
        at_own_pace: at_own_pace(&request.pace, &reckoning, from, filling.ends),
        target: request.target.map(|target| answer_target(&network, &work, &days, filling.ends, target, &cuts)),
        deadline: deadline.map(|deadline| answer_deadline(deadline, &order.wanted, &stints)),
        cuts,
        reckoning,
    })
}

/// The place of each item in a sequence; what does not stand in it comes last.
fn turns(sequence: &[usize], items: usize) -> Vec<usize> {
    let mut turns = vec![items; items];
    sequence.iter().enumerate().for_each(|(turn, item)| turns[*item] = turn);
    turns
}

fn spent_on(request: &Request, day: Date) -> u16 {
    let finished = request.done.iter().filter(|done| done.on == Some(day));
    let minutes = finished.filter_map(|done| request.items.iter().find(|item| item.id == done.item)).map(|item| item.minutes);
    let reserved = if day == request.today { request.reserved } else { 0 };
    minutes.fold(reserved, u16::saturating_add)
}

fn no_end(network: &Network<'_>, work: &Work, days: &Days) -> PlanError {
    PlanError::NoEnd {
        minutes_a_week: days.calendar.minutes_a_week(),
        weekly_minutes: work.weekly.iter().map(|item| u32::from(network.minutes(*item))).sum(),
        years: YEARS,
    }
}

fn empty(request: &Request, network: &Network<'_>, days: &Days) -> Plan {
    let reckoning = reckon(network, &[], days, days.from);
    Plan {
        sessions: Vec::new(),
        items: Vec::new(),
        ends: days.from,
        at_own_pace: at_own_pace(&request.pace, &reckoning, days.from, days.from),
        target: request.target.map(|target| TargetAnswer::reached(days.from, target)),
        deadline: request.deadline.as_ref().map(|deadline| answer_deadline(deadline, &[], &[])),
        cuts: Vec::new(),
        reckoning,
    }
}

fn sessions(network: &Network<'_>, stints: &[Stint]) -> Vec<Session> {
    let mut parts: BTreeMap<(usize, Option<Date>), u16> = BTreeMap::new();
    for stint in stints {
        *parts.entry((stint.item, stint.occurrence)).or_default() += 1;
    }
    let mut part: BTreeMap<(usize, Option<Date>), u16> = BTreeMap::new();
    stints
        .iter()
        .map(|stint| {
            let key = (stint.item, stint.occurrence);
            let part = part.entry(key).or_default();
            *part += 1;
            let item = &network.items[stint.item];
            Session {
                date: stint.day,
                item: item.id.clone(),
                title: item.title.clone(),
                minutes: stint.minutes,
                part: *part,
                parts: parts[&key],
                occurrence: stint.occurrence,
            }
        })
        .collect()
}

/// First day, last day and minutes of every item that has any.
pub(crate) fn spans(stints: &[Stint]) -> BTreeMap<usize, (Date, Date, u32)> {
    let mut spans: BTreeMap<usize, (Date, Date, u32)> = BTreeMap::new();
    for stint in stints {
        let span = spans.entry(stint.item).or_insert((stint.day, stint.day, 0));
        span.1 = stint.day;
        span.2 += u32::from(stint.minutes);
    }
    spans
}

fn placed(network: &Network<'_>, order: &Order, deadline: Option<&Deadline>, stints: &[Stint]) -> Vec<Placed> {
    let spans = spans(stints);
    let mut placed: Vec<Placed> = Vec::with_capacity(spans.len());
    let mut seen = BTreeSet::new();
    for at in stints.iter().map(|stint| stint.item).filter(|item| seen.insert(*item)) {
        let (first, last, minutes) = spans[&at];
        let item = &network.items[at];
        let after = latest_prerequisite(network, stints, &spans, at);
        placed.push(Placed {
            id: item.id.clone(),
            title: item.title.clone(),
            weekly: network.weekly[at],
            first,
            last,
            minutes,
            reason: reason(network, order, deadline, at, first, after.as_ref()),
            after,
        });
    }
    placed
}

/// The prerequisite that finishes last; of a weekly one its first occurrence counts.
fn latest_prerequisite(network: &Network<'_>, stints: &[Stint], spans: &BTreeMap<usize, (Date, Date, u32)>, item: usize) -> Option<After> {
    let finished = |before: usize| {
        if !network.weekly[before] {
            return spans.get(&before).map(|span| span.1);
        }
        if network.done[before] {
            return None;
        }
        let first = stints.iter().find(|stint| stint.item == before)?.occurrence;
        stints.iter().rfind(|stint| stint.item == before && stint.occurrence == first).map(|stint| stint.day)
    };
    let latest = network.requires[item].iter().filter_map(|before| Some((finished(*before)?, *before))).max()?;
    let before = &network.items[latest.1];
    Some(After { id: before.id.clone(), title: before.title.clone(), finished: latest.0 })
}

fn reason(network: &Network<'_>, order: &Order, deadline: Option<&Deadline>, at: usize, day: Date, after: Option<&After>) -> Reason {
    if let Some(deadline) = deadline.filter(|deadline| day < deadline.on && order.wanted.contains(&at)) {
        return Reason::BeforeDeadline { what: deadline.what.clone(), on: deadline.on, day };
    }
    if network.weekly[at] {
        return Reason::EveryWeek { day };
    }
    if let Some(opener) = order.openers.iter().find(|opener| opener.item == at) {
        return Reason::OpensFluency { fluency: opener.fluency, day };
    }
    if let Some(opener) = order.openers.iter().find(|opener| network.with_prerequisites(opener.item).contains(&at)) {
        return Reason::NeededToOpen { title: network.items[opener.item].title.clone(), day };
    }
    let week = network.items[at].week;
    match after {
        Some(after) => Reason::AfterPrerequisite { week, after: after.clone(), day },
        None => Reason::InOrder { week, day },
    }
}
