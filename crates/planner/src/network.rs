use crate::{Calendar, Done, Item, PlanError};
use footbridge_verdict::ExerciseId;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Items and what still holds them back: every id resolved, duplicates, strangers and cycles refused.
pub(crate) struct Network<'a> {
    pub(crate) items: &'a [Item],
    /// For each item, the items it requires, done or not.
    pub(crate) requires: Vec<Vec<usize>>,
    /// For each item, whether it needs no more work (a weekly one: whether it was done at least once).
    pub(crate) done: Vec<bool>,
    /// For each item, whether it comes back weekly. One whose weeks are over without having been done is planned once, like any other.
    pub(crate) weekly: Vec<bool>,
    /// Mondays of the weeks in which a weekly item was done.
    pub(crate) weeks_done: Vec<BTreeSet<Date>>,
}

impl<'a> Network<'a> {
    pub(crate) fn new(items: &'a [Item], done: &[Done], calendar: &Calendar, from: Date) -> Result<Self, PlanError> {
        let mut index: BTreeMap<&ExerciseId, usize> = BTreeMap::new();
        for (at, item) in items.iter().enumerate() {
            if index.insert(&item.id, at).is_some() {
                return Err(PlanError::DuplicateItem { item: item.id.clone() });
            }
        }
        let finished: BTreeSet<&ExerciseId> = done.iter().map(|done| &done.item).collect();
        let requires = resolve(items, &index, &finished)?;
        let mut weeks_done = vec![BTreeSet::new(); items.len()];
        for done in done {
            if let (Some(at), Some(on)) = (index.get(&done.item), done.on) {
                // What stands under a day to come was done by now: some clock ran ahead.
                weeks_done[*at].insert(crate::calendar::monday_of(on.min(from)));
            }
        }
        let this_week = calendar.week_of(from);
        let network = Self {
            items,
            requires,
            done: items.iter().map(|item| finished.contains(&item.id)).collect(),
            weekly: items.iter().map(|item| item.weekly.is_some_and(|weekly| weekly.to.is_none_or(|to| to >= this_week))).collect(),
            weeks_done,
        };
        network.refuse_cycles()?;
        Ok(network)
    }

    /// Minutes of one item, at least one.
    pub(crate) fn minutes(&self, item: usize) -> u16 {
        self.items[item].minutes.max(1)
    }

    /// Everything that must come before an item, itself included, nearest last.
    pub(crate) fn with_prerequisites(&self, item: usize) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        let mut in_order = Vec::new();
        self.visit(item, &mut seen, &mut in_order);
        in_order
    }

    fn visit(&self, item: usize, seen: &mut BTreeSet<usize>, in_order: &mut Vec<usize>) {
        if seen.insert(item) {
            for before in &self.requires[item] {
                self.visit(*before, seen, in_order);
            }
            in_order.push(item);
        }
    }

    /// Removes what has no open prerequisite until nothing is left; what stays is on or behind a cycle.
    fn refuse_cycles(&self) -> Result<(), PlanError> {
        let mut open: BTreeSet<usize> = (0..self.items.len()).collect();
        loop {
            let free: Vec<usize> =
                open.iter().copied().filter(|at| self.requires[*at].iter().all(|before| !open.contains(before))).collect();
            if free.is_empty() {
                break;
            }
            for at in free {
                open.remove(&at);
            }
        }
        let Some(mut at) = open.first().copied() else { return Ok(()) };
        let mut walked = Vec::new();
        while !walked.contains(&at) {
            walked.push(at);
            at = self.requires[at].iter().copied().find(|before| open.contains(before)).unwrap_or(at);
        }
        let on_cycle = walked.iter().skip_while(|walked| **walked != at);
        Err(PlanError::Cycle { items: on_cycle.map(|at| self.items[*at].id.clone()).collect() })
    }
}

/// Turns ids into places. A prerequisite that is done may have left the path since.
fn resolve(items: &[Item], index: &BTreeMap<&ExerciseId, usize>, finished: &BTreeSet<&ExerciseId>) -> Result<Vec<Vec<usize>>, PlanError> {
    let mut missing = Vec::new();
    let mut requires = Vec::with_capacity(items.len());
    for item in items {
        let mut before = Vec::new();
        for id in &item.requires {
            match index.get(id) {
                Some(at) => before.push(*at),
                None if finished.contains(id) => {}
                None => missing.push((item.id.clone(), id.clone())),
            }
        }
        requires.push(before);
    }
    if missing.is_empty() { Ok(requires) } else { Err(PlanError::UnknownPrerequisites { missing }) }
}
