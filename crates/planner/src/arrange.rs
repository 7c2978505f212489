//! Making a filled calendar pleasant: inside each week, items are moved so that they are whole again where they can be.
//!
//! Filling decides which minutes belong to which week and when the plan ends; this only shuffles days inside a week and never touches the
//! last one, so the end stays where it was. Where no arrangement with fewer splits is found, the filling stands.

use crate::calendar::{monday_of, next_day};
use crate::fill::{Days, Filling, Stint, even_parts};
use crate::network::Network;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The longest session a person is asked to sit through, in minutes.
pub(crate) const LONGEST_SESSION: u16 = 90;

/// Attempts to place one session before a week is left as it was filled.
const ATTEMPTS: u32 = 4_000;

pub(crate) fn arrange(network: &Network<'_>, filling: &Filling, days: &Days) -> Vec<Stint> {
    let same_window = |a: &Stint, b: &Stint| window_of(a.day, days) == window_of(b.day, days);
    let mut windows: Vec<Vec<Stint>> = filling.stints.chunk_by(same_window).map(<[Stint]>::to_vec).collect();
    let desk = Desk { network, days, shortest: filling.shortest };
    let before_last = windows.len().saturating_sub(1);
    for window in windows.iter_mut().take(before_last) {
        if let Some(better) = desk.rearranged(window, window.len() - 1) {
            *window = better;
        }
    }
    for at in 1..before_last {
        let (earlier, later) = windows.split_at_mut(at);
        desk.mend_border(&mut earlier[at - 1], &mut later[0]);
    }
    windows.into_iter().flatten().flat_map(into_sessions).collect()
}

/// What every window is arranged with.
struct Desk<'a> {
    network: &'a Network<'a>,
    days: &'a Days,
    shortest: u16,
}

/// Days among which work may be moved: those of a calendar week, where neither the first seven days of the plan nor a deadline or the last days
/// before it part it.
#[derive(Clone, Copy, PartialEq)]
struct Window {
    monday: Date,
    /// The first seven days keep what was put into them.
    opens: bool,
    before_deadline: bool,
    near_deadline: bool,
}

fn window_of(day: Date, days: &Days) -> Window {
    Window {
        monday: monday_of(day),
        opens: day < days.calendar.start.saturating_add(7.days()),
        before_deadline: days.deadline.is_some_and(|deadline| day < deadline),
        near_deadline: days.is_near_deadline(day),
    }
}

/// A day's work on one item, cut where it is longer than a session may be.
fn into_sessions(stint: Stint) -> impl Iterator<Item = Stint> {
    even_parts(stint.minutes, stint.minutes.div_ceil(LONGEST_SESSION).max(1)).map(move |minutes| Stint { minutes, ..stint })
}

impl Desk<'_> {
    /// The same minutes of the same items on other days of the window, in at most so many sessions.
    fn rearranged(&self, stints: &[Stint], at_most: usize) -> Option<Vec<Stint>> {
        let window = window_of(stints.first()?.day, self.days);
        let mut room = Vec::new();
        let mut day = window.monday.max(self.days.from);
        while day < window.monday.saturating_add(7.days()) {
            if window_of(day, self.days) == window {
                room.push((day, self.days.minutes_on(day)));
            }
            day = next_day(day);
        }
        let longest = room.iter().map(|(_, free)| *free).max()?.min(LONGEST_SESSION);
        let sessions = whole_sessions(self.network, stints, longest, self.shortest)?;
        if sessions.len() > at_most {
            return None;
        }
        let mut search =
            Search { network: self.network, sessions: &sessions, room, chosen: Vec::with_capacity(sessions.len()), attempts: 0 };
        search.place(0).then(|| search.stints())
    }

    /// Makes an item whole that the border between two windows splits: in the earlier one if it has room, else in the later one.
    fn mend_border(&self, earlier: &mut Vec<Stint>, later: &mut Vec<Stint>) {
        let before_deadline = |stints: &[Stint]| window_of(stints[0].day, self.days).before_deadline;
        if before_deadline(earlier) != before_deadline(later) {
            return;
        }
        let is_split = |stint: &&Stint| stint.occurrence.is_none() && later.iter().any(|other| other.item == stint.item);
        let Some(item) = earlier.iter().find(is_split).map(|stint| stint.item) else { return };
        let (there, rest): (Vec<Stint>, Vec<Stint>) = later.iter().copied().partition(|stint| stint.item == item);
        let back: Vec<Stint> = earlier.iter().chain(&there).copied().collect();
        if !rest.is_empty()
            && let Some(better) = self.rearranged(&back, earlier.len())
        {
            *earlier = better;
            *later = rest;
            return;
        }
        let (here, rest): (Vec<Stint>, Vec<Stint>) = earlier.iter().copied().partition(|stint| stint.item == item);
        // The first days were filled so that they hold every fluency: one that only this item brings stays there.
        let fluency = |stint: &Stint| self.network.items[stint.item].fluency;
        let may_leave = !window_of(earlier[0].day, self.days).opens || rest.iter().any(|other| fluency(other) == fluency(&here[0]));
        let mut forward: Vec<Stint> = later.clone();
        if let Some(first) = forward.iter_mut().find(|stint| stint.item == item) {
            first.minutes += here.iter().map(|stint| stint.minutes).sum::<u16>();
        }
        if !rest.is_empty()
            && may_leave
            && let Some(better) = self.rearranged(&forward, later.len())
        {
            *later = better;
            *earlier = rest;
        }
    }
}

/// The window's minutes of each item in as few sessions as its longest day allows, in the order of the filling; weekly work that nothing
/// waits for comes last and takes what room is left.
fn whole_sessions(network: &Network<'_>, filled: &[Stint], longest: u16, shortest: u16) -> Option<Vec<Stint>> {
    let mut minutes: BTreeMap<usize, u16> = BTreeMap::new();
    for stint in filled {
        *minutes.entry(stint.item).or_default() += stint.minutes;
    }
    let needed = |item: usize| filled.iter().any(|other| network.requires[other.item].contains(&item));
    let mut in_order: Vec<&Stint> = Vec::new();
    for stint in filled {
        if !in_order.iter().any(|seen| seen.item == stint.item) {
            in_order.push(stint);
        }
    }
    in_order.sort_by_key(|stint| stint.occurrence.is_some() && !needed(stint.item));
    let mut sessions = Vec::new();
    for stint in in_order {
        let total = minutes[&stint.item];
        let count = total.div_ceil(longest);
        if count > 1 && total / count < shortest {
            return None;
        }
        sessions.extend(even_parts(total, count).map(|minutes| Stint { minutes, ..*stint }));
    }
    Some(sessions)
}

/// Depth-first over the sessions in order, earliest day first.
struct Search<'a> {
    network: &'a Network<'a>,
    sessions: &'a [Stint],
    room: Vec<(Date, u16)>,
    chosen: Vec<usize>,
    attempts: u32,
}

impl Search<'_> {
    fn place(&mut self, at: usize) -> bool {
        let Some(session) = self.sessions.get(at) else { return true };
        let before = &self.network.requires[session.item];
        let after = |earlier: &Stint| earlier.item == session.item || before.contains(&earlier.item);
        let earliest = self.sessions.iter().zip(&self.chosen).filter(|(earlier, _)| after(earlier)).map(|(_, day)| *day).max().unwrap_or(0);
        for day in earliest..self.room.len() {
            self.attempts += 1;
            if self.attempts > ATTEMPTS {
                return false;
            }
            if self.room[day].1 < session.minutes {
                continue;
            }
            self.room[day].1 -= session.minutes;
            self.chosen.push(day);
            if self.place(at + 1) {
                return true;
            }
            self.chosen.pop();
            self.room[day].1 += session.minutes;
        }
        false
    }

    fn stints(&self) -> Vec<Stint> {
        let mut stints: Vec<Stint> =
            self.sessions.iter().zip(&self.chosen).map(|(session, day)| Stint { day: self.room[*day].0, ..*session }).collect();
        stints.sort_by_key(|stint| stint.day);
        stints
    }
}
