//! Communities and conferences, and what came of them.

use crate::contact::ContactId;
use jiff::civil::Date;

/// A conference, a meeting, or taking part in a community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathering {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: GatheringKind,
    /// First day; for a community, the day of taking part.
    pub on: Date,
    /// Last day.
    pub until: Date,
    /// What came of it: a question answered, a talk written up. Empty until it is known.
    pub came_of_it: String,
    /// Who was met there.
    pub met: Vec<ContactId>,
}

/// What a gathering is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GatheringKind {
    /// A conference in a place.
    Conference,
    /// A conference on line; it counts the same.
    VirtualConference,
    /// A local meeting.
    Meetup,
    /// A community on line: a newsletter's, a chat, a forum.
    Community,
}

impl GatheringKind {
    /// The words a person reads.
    pub fn words(self) -> &'static str {
        match self {
            Self::Conference => "conference",
            Self::VirtualConference => "virtual conference",
            Self::Meetup => "meetup",
            Self::Community => "community",
        }
    }
}

/// Gatherings that are over and of which nothing is written down yet, the latest first: memory fades.
pub fn without_outcome(gatherings: &[Gathering], today: Date) -> Vec<&Gathering> {
    let mut open: Vec<&Gathering> =
        gatherings.iter().filter(|gathering| gathering.until < today && gathering.came_of_it.trim().is_empty()).collect();
    open.sort_by(|a, b| (b.until, &a.name).cmp(&(a.until, &b.name)));
    open
}
