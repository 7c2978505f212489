use crate::calendar::spoken;
use crate::fill::Stint;
use crate::network::Network;
use footbridge_diagnostic::hours;
use footbridge_verdict::ExerciseId;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::fmt;

/// A day that is fixed, and the work that is wanted by then: it comes before all other work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// What is on that day, as it stands in a sentence: "your interview".
    pub what: String,
    /// The day. Work that is done on it comes too late.
    pub on: Date,
    /// The work, in its order. What it requires comes with it.
    pub items: Vec<ExerciseId>,
}

/// How much of the work that a deadline asks for is planned before its day. `Display` writes the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineAnswer {
    /// What is on that day.
    pub what: String,
    /// The day.
    pub on: Date,
    /// Minutes of that work that are still to do.
    pub minutes: u32,
    /// Minutes of them that are planned before the day.
    pub before: u32,
}

impl fmt::Display for DeadlineAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, all, on) = (&self.what, hours(self.minutes), spoken(self.on));
        match self.before {
            _ if self.minutes == 0 => write!(f, "What prepares for {what} is done."),
            before if before == self.minutes => write!(f, "What prepares for {what}, {all}, comes first and fits before {on}."),
            0 => write!(f, "None of what prepares for {what}, {all}, fits before {on}."),
            before => write!(f, "What prepares for {what}, {all}, comes first; {} of it fit before {on}.", hours(before)),
        }
    }
}

/// What a deadline asks for, each after what it requires. What waits for the first time of something weekly would hold up all else, and keeps
/// its turn.
pub(crate) fn wanted(network: &Network<'_>, deadline: &Deadline) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    let named = deadline.items.iter().filter_map(|id| network.items.iter().position(|item| item.id == *id));
    let waits = |item: &usize| network.with_prerequisites(*item).into_iter().any(|before| network.weekly[before] && !network.done[before]);
    named
        .filter(|item| !waits(item))
        .flat_map(|item| network.with_prerequisites(item))
        .filter(|item| !network.weekly[*item] && seen.insert(*item))
        .collect()
}

pub(crate) fn answer_deadline(deadline: &Deadline, wanted: &[usize], stints: &[Stint]) -> DeadlineAnswer {
    let of_it = || stints.iter().filter(|stint| wanted.contains(&stint.item));
    let sum = |stints: &mut dyn Iterator<Item = &Stint>| stints.map(|stint| u32::from(stint.minutes)).sum();
    DeadlineAnswer {
        what: deadline.what.clone(),
        on: deadline.on,
        minutes: sum(&mut of_it()),
        before: sum(&mut of_it().filter(|stint| stint.day < deadline.on)),
    }
}
