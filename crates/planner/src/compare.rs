use crate::Plan;
use crate::calendar::spoken;
use crate::plan::Placed;
use crate::reason::{After, Reason};
use footbridge_verdict::ExerciseId;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt;

/// An item whose first day changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Item.
    pub item: ExerciseId,
    /// Its title.
    pub title: String,
    /// First day before; `None` for new work.
    pub from: Option<Date>,
    /// First day now; `None` when it is no longer planned.
    pub to: Option<Date>,
    /// Why.
    pub reason: MoveReason,
}

/// Why an item moved. `Display` writes a few words that follow the dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoveReason {
    /// It was not planned before.
    Added,
    /// It is finished, or no longer in the path.
    Gone,
    /// A deadline asks for it.
    Deadline {
        /// What is on that day.
        what: String,
        /// The day.
        on: Date,
    },
    /// It had to wait for a prerequisite that moved.
    WaitsFor(After),
    /// The minutes before its new day are taken.
    NoRoomBefore,
    /// Room became free earlier.
    RoomEarlier,
}

impl fmt::Display for MoveReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Added => f.write_str("new in the plan"),
            Self::Gone => f.write_str("finished or taken out of the plan"),
            Self::Deadline { what, on } => write!(f, "before {what} on {}", spoken(*on)),
            Self::WaitsFor(after) => write!(f, "after “{}”, now finished on {}", after.title, spoken(after.finished)),
            Self::NoRoomBefore => f.write_str("no room before"),
            Self::RoomEarlier => f.write_str("room became free earlier"),
        }
    }
}

/// What moved between two plans, by new day. Weekly items are left out: they move every week.
pub fn compare(old: &Plan, new: &Plan) -> Vec<Moved> {
    let before: BTreeMap<&ExerciseId, &Placed> = once(old).map(|placed| (&placed.id, placed)).collect();
    let after: BTreeMap<&ExerciseId, &Placed> = once(new).map(|placed| (&placed.id, placed)).collect();
    let mut moved: Vec<Moved> = Vec::new();
    for now in once(new) {
        let old = before.get(&now.id);
        let was = old.map(|placed| placed.first);
        if was == Some(now.first) {
            continue;
        }
        let was_before = |day: Date| old.is_some_and(|old| matches!(old.reason, Reason::BeforeDeadline { on, .. } if on == day));
        let reason = match (was, &now.after) {
            (Some(was), _)
                if now.first < was
                    && let Reason::BeforeDeadline { what, on, .. } = &now.reason
                    && !was_before(*on) =>
            {
                MoveReason::Deadline { what: what.clone(), on: *on }
            }
            (None, _) => MoveReason::Added,
            (Some(was), _) if now.first < was => MoveReason::RoomEarlier,
            (Some(was), Some(after)) if after.finished > was => MoveReason::WaitsFor(after.clone()),
            (Some(_), _) => MoveReason::NoRoomBefore,
        };
        moved.push(Moved { item: now.id.clone(), title: now.title.clone(), from: was, to: Some(now.first), reason });
    }
    for was in once(old).filter(|placed| !after.contains_key(&placed.id)) {
        moved.push(Moved { item: was.id.clone(), title: was.title.clone(), from: Some(was.first), to: None, reason: MoveReason::Gone });
    }
    moved
}

fn once(plan: &Plan) -> impl Iterator<Item = &Placed> {
    plan.items.iter().filter(|placed| !placed.weekly)
}
