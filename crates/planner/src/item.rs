use footbridge_verdict::ExerciseId;
use jiff::civil::Date;

/// What an item trains. The planner mixes them inside a week of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fluency {
    /// How systems are put together and where they break.
    SystemDesign,
    /// Contracts, keys, limits, versions.
    Apis,
    /// Writing, explaining, people.
    Communication,
    /// SQL and analysis.
    Data,
}

impl Fluency {
    /// All four, in the order of the round robin.
    pub const ALL: [Self; 4] = [Self::SystemDesign, Self::Apis, Self::Communication, Self::Data];

    /// The words a person reads.
    pub fn words(self) -> &'static str {
        match self {
            Self::SystemDesign => "system design",
            Self::Apis => "APIs",
            Self::Communication => "communication",
            Self::Data => "data",
        }
    }
}

/// The weeks in which an item comes back. Weeks are calendar weeks, Monday to Sunday, counted from the one that holds the start (1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekly {
    /// First week, from 1.
    pub from: u16,
    /// Last week; `None` as long as other work remains.
    pub to: Option<u16>,
}

/// One lesson or exercise to be planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Permanent id.
    pub id: ExerciseId,
    /// What the learner reads.
    pub title: String,
    /// Minutes of work left in it (0 counts as 1); of one that is done, the minutes it took.
    pub minutes: u16,
    /// Items that must be finished first.
    pub requires: Vec<ExerciseId>,
    /// Week of the path, from 1: the order of the work, not a week of the calendar.
    pub week: u16,
    /// Step of the path, from 1.
    pub step: u8,
    /// What it trains.
    pub fluency: Fluency,
    /// Set when it comes back every week; done once a week then counts for that week only.
    pub weekly: Option<Weekly>,
    /// `Some` when the path stands without it: the lowest rank is cut first.
    pub optional_rank: Option<u8>,
}

/// An item that was finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Which item.
    pub item: ExerciseId,
    /// On which day; `None` when nobody knows. It then takes no minutes from any day.
    pub on: Option<Date>,
}
