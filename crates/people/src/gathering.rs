//! Communities and conferences, and what came of them.

use crate::contact::ContactId;
use crate::touch::Touch;
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
    /// All, in the order of a form.
    pub const ALL: [Self; 4] = [Self::Conference, Self::VirtualConference, Self::Meetup, Self::Community];

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

impl Gathering {
    /// Whether it is over and nothing is written down of what came of it.
    pub fn wants_outcome(&self, today: Date) -> bool {
        self.until < today && self.came_of_it.trim().is_empty()
    }
}

/// Gatherings as they are to be shown: first those of which nothing is written down yet, for memory fades; then what is to come, the
/// soonest first; then what has been, the latest first.
pub fn by_urgency(gatherings: &[Gathering], today: Date) -> Vec<&Gathering> {
    let mut sorted: Vec<&Gathering> = gatherings.iter().collect();
    sorted.sort_by(|a, b| a.name.cmp(&b.name));
    sorted.sort_by_key(|gathering| {
        let days = (gathering.until - today).get_days();
        match (gathering.wants_outcome(today), days >= 0) {
            (true, _) => (0, -days),
            (false, true) => (1, days),
            (false, false) => (2, -days),
        }
    });
    sorted
}

/// To meet somebody is to be in touch with them, on the last day of the gathering.
pub fn touches_at(gatherings: &[Gathering]) -> Vec<Touch> {
    let met = |gathering: &Gathering| {
        let on = gathering.until;
        gathering.met.iter().map(move |contact| Touch { contact: contact.clone(), on }).collect::<Vec<_>>()
    };
    gatherings.iter().flat_map(met).collect()
}
