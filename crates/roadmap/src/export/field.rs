//! What a bet can put into a column.

use crate::roadmap::{Bet, Outcome, Roadmap, Written};
use footbridge_table::Column;
use jiff::civil::Date;
use std::collections::HashMap;

/// A field of a bet that a mapping can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Field {
    Number,
    Id,
    Title,
    Problem,
    Horizon,
    HorizonHeading,
    Starts,
    Ends,
    Quarter,
    Size,
    Confidence,
    Owner,
    Evidence,
    Outcomes,
    FirstOutcome,
    OutcomeIds,
    Measures,
    DependsOn,
    DependsOnTitles,
    DependsOnNumbers,
    Product,
    AsOf,
}

impl Field {
    pub(crate) const ALL: [(&'static str, Self); 22] = [
        ("number", Self::Number),
        ("id", Self::Id),
        ("title", Self::Title),
        ("problem", Self::Problem),
        ("horizon", Self::Horizon),
        ("horizon_heading", Self::HorizonHeading),
        ("starts", Self::Starts),
        ("ends", Self::Ends),
        ("quarter", Self::Quarter),
        ("size", Self::Size),
        ("confidence", Self::Confidence),
        ("owner", Self::Owner),
        ("evidence", Self::Evidence),
        ("outcomes", Self::Outcomes),
        ("first_outcome", Self::FirstOutcome),
        ("outcome_ids", Self::OutcomeIds),
        ("measures", Self::Measures),
        ("depends_on", Self::DependsOn),
        ("depends_on_titles", Self::DependsOnTitles),
        ("depends_on_numbers", Self::DependsOnNumbers),
        ("product", Self::Product),
        ("as_of", Self::AsOf),
    ];
}

/// Their names, in the same order.
pub(crate) const NAMES: [&str; Field::ALL.len()] = {
    let mut names = [""; Field::ALL.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = Field::ALL[at].0;
        at += 1;
    }
    names
};

/// The fields that a column takes.
pub(crate) fn fields(column: &Column) -> Vec<Field> {
    column.fields().into_iter().map(|field| Field::ALL[field].1).collect()
}

/// The bets of a roadmap as rows: what each field of each bet holds.
pub(crate) struct Rows<'r> {
    roadmap: &'r Roadmap,
    date: &'r str,
    numbers: HashMap<&'r str, usize>,
}

impl<'r> Rows<'r> {
    /// `date` is how the tool writes a day, as in `strftime`.
    pub(crate) fn new(roadmap: &'r Roadmap, date: &'r str) -> Self {
        let mut numbers = HashMap::new();
        for (position, bet) in roadmap.bets.iter().enumerate() {
            numbers.entry(bet.id.as_str()).or_insert(position + 1);
        }
        Self { roadmap, date, numbers }
    }

    /// All values of a field; none when the bet says nothing about it.
    pub(crate) fn values(&self, position: usize, field: Field) -> Vec<String> {
        let bet = &self.roadmap.bets[position];
        let text = |text: &Option<Written<String>>| text.iter().map(|text| text.value.clone()).collect();
        let day = |day: Option<Date>| day.map(|day| self.day(day)).into_iter().collect();
        match field {
            Field::Number => vec![(position + 1).to_string()],
            Field::Id => vec![bet.id.value.clone()],
            Field::Title => vec![bet.title.value.clone()],
            Field::Problem => text(&bet.problem),
            Field::Horizon => bet.horizon.iter().map(|horizon| horizon.word().to_owned()).collect(),
            Field::HorizonHeading => bet.horizon.iter().map(|horizon| horizon.heading().to_owned()).collect(),
            Field::Starts => day(bet.starts()),
            Field::Ends => day(bet.ends()),
            Field::Quarter => bet.quarter.iter().map(|quarter| quarter.value.to_string()).collect(),
            Field::Size => bet.size.iter().map(|size| size.value.to_string()).collect(),
            Field::Confidence => bet.confidence.iter().map(|confidence| confidence.value.to_string()).collect(),
            Field::Owner => text(&bet.owner),
            Field::Evidence => text(&bet.evidence),
            Field::Outcomes => self.roadmap.titles_of_outcomes(bet).into_iter().map(str::to_owned).collect(),
            Field::FirstOutcome => self.roadmap.titles_of_outcomes(bet).into_iter().take(1).map(str::to_owned).collect(),
            Field::OutcomeIds => bet.outcomes.iter().map(|id| id.value.clone()).collect(),
            Field::Measures => bet.outcomes.iter().filter_map(|id| self.roadmap.outcome(id)).map(|outcome| self.measure(outcome)).collect(),
            Field::DependsOn => bet.depends_on.iter().map(|id| id.value.clone()).collect(),
            Field::DependsOnTitles => self.needed(bet).map(|number| self.roadmap.bets[number - 1].title.value.clone()).collect(),
            Field::DependsOnNumbers => self.needed(bet).map(|number| number.to_string()).collect(),
            Field::Product => vec![self.roadmap.product.value.clone()],
            Field::AsOf => day(self.roadmap.as_of.as_ref().map(|as_of| as_of.value)),
        }
    }

    fn needed<'s>(&'s self, bet: &'s Bet) -> impl Iterator<Item = usize> + 's {
        bet.depends_on.iter().filter_map(|id| self.numbers.get(id.as_str()).copied())
    }

    /// `Share of calls that succeed: 35 % → 70 % by 2027-06-30`.
    fn measure(&self, outcome: &Outcome) -> String {
        let mut words = outcome.measure.as_ref().unwrap_or(&outcome.title).value.clone();
        match (&outcome.baseline, &outcome.target) {
            (Some(baseline), Some(target)) => words.push_str(&format!(": {} → {}", baseline.value, target.value)),
            (Some(baseline), None) => words.push_str(&format!(": today {}", baseline.value)),
            (None, Some(target)) => words.push_str(&format!(": to {}", target.value)),
            (None, None) => {}
        }
        if let Some(by) = &outcome.by {
            words.push_str(&format!(" by {}", self.day(by.value)));
        }
        words
    }

    fn day(&self, day: Date) -> String {
        // The pattern was tried when the profile was read; a pattern that fails all the same must not stop an export.
        jiff::fmt::strtime::format(self.date, day).unwrap_or_else(|_| day.to_string())
    }
}
