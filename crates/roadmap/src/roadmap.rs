use jiff::ToSpan;
use jiff::civil::Date;
use std::fmt;
use std::ops::{Deref, Range};

/// A value and the bytes of the file where it was written.
///
/// It reads as the value, and equals another with the same value: where something was written does not make it another thing.
#[derive(Debug, Clone)]
pub struct Written<T> {
    /// What was written.
    pub value: T,
    /// Where. Of something that was left out: where it was looked for.
    pub span: Range<usize>,
}

impl<T> Written<T> {
    pub(crate) fn new(value: T, span: Range<usize>) -> Self {
        Self { value, span }
    }
}

impl<T> Deref for Written<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Written<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Written<T> {}

impl<T: fmt::Display> fmt::Display for Written<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(formatter)
    }
}

/// A whole roadmap. What the file left out is `None` or empty; the reader has told it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roadmap {
    /// The file that all places point into.
    pub file: String,
    /// Whose roadmap it is.
    pub product: Written<String>,
    /// The day on which it was true.
    pub as_of: Option<Written<Date>>,
    /// Three sentences for an executive.
    pub summary: Option<Written<String>>,
    /// What is to change, measured.
    pub outcomes: Written<Vec<Outcome>>,
    /// What is to bring the outcomes about.
    pub bets: Written<Vec<Bet>>,
    /// What was left out on purpose.
    pub not_doing: Written<Vec<LeftOut>>,
    /// What could go wrong.
    pub risks: Written<Vec<Risk>>,
    /// What is taken for true without having been checked.
    pub assumptions: Written<Vec<Written<String>>>,
    /// Where the facts come from.
    pub sources: Written<Vec<Source>>,
}

/// A change that can be measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Lower-case words joined by hyphens.
    pub id: Written<String>,
    /// What it is called.
    pub title: Written<String>,
    /// What is counted.
    pub measure: Option<Written<String>>,
    /// How it stands at `as_of`, with its unit.
    pub baseline: Option<Written<String>>,
    /// How it is to stand, with its unit.
    pub target: Option<Written<String>>,
    /// By when: the last day that counts.
    pub by: Option<Written<Date>>,
    /// Where the figure is read off, or that it is a guess.
    pub source: Option<Written<String>>,
}

/// A piece of work that is expected to move outcomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bet {
    /// Lower-case words joined by hyphens.
    pub id: Written<String>,
    /// What it is called.
    pub title: Written<String>,
    /// Whose problem it solves, and which.
    pub problem: Option<Written<String>>,
    /// Ids of the outcomes it moves.
    pub outcomes: Vec<Written<String>>,
    /// How near it is.
    pub horizon: Option<Written<Horizon>>,
    /// First day of the work.
    pub from: Option<Written<Date>>,
    /// Last day of the work.
    pub until: Option<Written<Date>>,
    /// Instead of days.
    pub quarter: Option<Written<Quarter>>,
    /// How much work it is.
    pub size: Option<Written<Size>>,
    /// How sure it is that the outcome moves, 10 to 100 per cent.
    pub confidence: Option<Written<u8>>,
    /// Ids of the bets that must be finished first.
    pub depends_on: Vec<Written<String>>,
    /// Who answers for it.
    pub owner: Option<Written<String>>,
    /// Why it is believed.
    pub evidence: Option<Written<String>>,
}

impl Bet {
    /// First day, when one is known.
    pub fn starts(&self) -> Option<Date> {
        self.from.as_ref().map(|from| from.value).or_else(|| self.quarter.as_ref().map(|quarter| quarter.first_day()))
    }

    /// Last day, when one is known.
    pub fn ends(&self) -> Option<Date> {
        self.until.as_ref().map(|until| until.value).or_else(|| self.quarter.as_ref().map(|quarter| quarter.last_day()))
    }

    /// Whether it rests on a guess.
    pub(crate) fn is_shaky(&self) -> bool {
        self.confidence.as_ref().is_some_and(|confidence| confidence.value < SHAKY)
    }

    pub(crate) fn is_in(&self, horizon: Horizon) -> bool {
        self.horizon.as_ref().is_some_and(|own| own.value == horizon)
    }

    /// Where its dates stand, when it has any.
    pub(crate) fn dates_span(&self) -> Option<Range<usize>> {
        let from = self.from.as_ref().map(|from| &from.span);
        let until = self.until.as_ref().map(|until| &until.span);
        from.or(self.quarter.as_ref().map(|quarter| &quarter.span)).or(until).cloned()
    }
}

/// Below this many per cent a bet rests on a guess.
pub(crate) const SHAKY: u8 = 50;

/// How near a bet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Horizon {
    /// Being worked on.
    Now,
    /// Will be worked on when something of now is finished.
    Next,
    /// Worth doing; something has to happen first.
    Later,
}

impl Horizon {
    /// All three, nearest first.
    pub const ALL: [Self; 3] = [Self::Now, Self::Next, Self::Later];

    /// As it is written in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Next => "next",
            Self::Later => "later",
        }
    }

    pub(crate) fn heading(self) -> &'static str {
        match self {
            Self::Now => "Now",
            Self::Next => "Next",
            Self::Later => "Later",
        }
    }
}

/// A calendar quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i16,
    number: i8,
}

impl Quarter {
    /// `None` unless the number is 1 to 4 and the year 2000 to 2100.
    pub fn new(year: i16, number: i8) -> Option<Self> {
        ((1..=4).contains(&number) && YEARS.contains(&year)).then_some(Self { year, number })
    }

    /// The first of January, April, July or October.
    pub fn first_day(self) -> Date {
        Date::new(self.year, self.number * 3 - 2, 1).expect("a quarter begins with a month of a year from 2000 to 2100")
    }

    /// The last day of its third month.
    pub fn last_day(self) -> Date {
        self.first_day().saturating_add(2.months()).last_of_month()
    }
}

/// As it is written in the file: `2026-Q4`.
impl fmt::Display for Quarter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-Q{}", self.year, self.number)
    }
}

/// Years that a roadmap may name; others are slips of the pen.
pub(crate) const YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;

/// How much work a bet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    /// Up to two weeks of a team.
    Small,
    /// Up to six weeks.
    Medium,
    /// Up to a quarter.
    Large,
    /// More than a quarter.
    ExtraLarge,
    /// Weeks of a team, 1 to 200.
    Weeks(u16),
}

/// As it is written in the file: `M`, `6 weeks`.
impl fmt::Display for Size {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Small => formatter.write_str("S"),
            Self::Medium => formatter.write_str("M"),
            Self::Large => formatter.write_str("L"),
            Self::ExtraLarge => formatter.write_str("XL"),
            Self::Weeks(1) => formatter.write_str("1 week"),
            Self::Weeks(weeks) => write!(formatter, "{weeks} weeks"),
        }
    }
}

/// Something that people ask for and that is not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What.
    pub title: Written<String>,
    /// The reason.
    pub why: Option<Written<String>>,
}

/// Something that could go wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk {
    /// What could happen, and to whom.
    pub title: Written<String>,
    /// What is done about it.
    pub answer: Option<Written<String>>,
}

/// Where facts come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What was read or measured.
    pub title: Written<String>,
    /// Its web address, when it has one.
    pub address: Option<Written<String>>,
}

impl Roadmap {
    /// The bet with an id.
    pub fn bet(&self, id: &str) -> Option<&Bet> {
        self.bets.iter().find(|bet| bet.id.value == id)
    }

    /// The outcome with an id.
    pub fn outcome(&self, id: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.id.value == id)
    }

    /// Titles of what a bet moves; the id where there is no such outcome.
    pub(crate) fn titles_of_outcomes<'r>(&'r self, bet: &'r Bet) -> Vec<&'r str> {
        bet.outcomes.iter().map(|id| self.outcome(id).map_or(id.as_str(), |outcome| outcome.title.as_str())).collect()
    }

    /// Titles of what a bet waits for; the id where there is no such bet.
    pub(crate) fn titles_of_needs<'r>(&'r self, bet: &'r Bet) -> Vec<&'r str> {
        bet.depends_on.iter().map(|id| self.bet(id).map_or(id.as_str(), |needed| needed.title.as_str())).collect()
    }

    /// Bets of one horizon, in the order of the file.
    pub fn bets_in(&self, horizon: Horizon) -> impl Iterator<Item = &Bet> {
        self.bets.iter().filter(move |bet| bet.is_in(horizon))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_quarter_has_a_first_and_a_last_day() {
        for (number, first, last) in [
            (1, date(2028, 1, 1), date(2028, 3, 31)),
            (2, date(2028, 4, 1), date(2028, 6, 30)),
            (3, date(2028, 7, 1), date(2028, 9, 30)),
            (4, date(2028, 10, 1), date(2028, 12, 31)),
        ] {
            let quarter = Quarter::new(2028, number).unwrap();
            assert_eq!((quarter.first_day(), quarter.last_day()), (first, last));
            assert_eq!(quarter.to_string(), format!("2028-Q{number}"));
        }
        assert_eq!((Quarter::new(2028, 0), Quarter::new(2028, 5), Quarter::new(1999, 1)), (None, None, None));
    }
}
