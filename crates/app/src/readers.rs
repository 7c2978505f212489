//! Other readers of a text or of answers, of whom nothing is known but the name that they gave. A corrected file makes room for itself.

use crate::{App, Trouble};
use footbridge_journal::Review;
use footbridge_planner::spoken;
use jiff::civil::Date;

/// What became of a file that came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taken {
    /// The same file again.
    Already,
    /// Nothing of this reader stood there.
    New,
    /// What the same reader gave on that day made room for it.
    InPlaceOf(Date),
}

impl Taken {
    /// In sentences; `now` says where the levels are seen, as `stand beside yours`.
    pub(crate) fn says(self, reader: &str, now: &str) -> String {
        let who = called(reader);
        match self {
            Self::Already => format!("These levels of {who} are taken in already, and count once."),
            Self::New => format!("The levels of {who} are taken in. They {now}."),
            Self::InPlaceOf(day) => {
                let day = spoken(day);
                format!(
                    "The levels of {who} are taken in, in place of those that the same reader gave on {day}. They {now}.{}",
                    if reader.trim().is_empty() { NAMELESS } else { "" }
                )
            }
        }
    }
}

const NAMELESS: &str = " Readers without a name count as one: if these are two, have each fill in a name and save again.";

/// Behind what is said of a page: that it does not say who asks, and how it would.
pub(crate) fn said_without_name(author: Option<&str>) -> &'static str {
    match author {
        Some(_) => "",
        None => " It does not say who asks: for that, set your name in Settings, or `name` in footbridge.toml, and write it again.",
    }
}

/// How a reader is called.
pub(crate) fn called(reader: &str) -> &str {
    if reader.trim().is_empty() { "another reader" } else { reader }
}

/// A reader is known by the name they gave; those who gave none cannot be told apart.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Of the reviews of a piece of writing those that stand: the last one that a reader gave each text.
pub(crate) fn standing(reviews: &[Review]) -> Vec<&Review> {
    let has_made_room = |(at, review): (usize, &Review)| reviews[at + 1..].iter().any(|later| takes_the_place(later, review));
    reviews.iter().enumerate().filter(|given| !has_made_room(*given)).map(|(_, review)| review).collect()
}

/// What a review that comes in does to those that stand.
pub(crate) fn taken(standing: &[&Review], review: &Review) -> Taken {
    let former = standing.iter().filter(|there| takes_the_place(review, there)).max_by_key(|there| there.on);
    match former {
        Some(former) if *former == review => Taken::Already,
        Some(former) => Taken::InPlaceOf(former.on),
        None => Taken::New,
    }
}

fn takes_the_place(later: &Review, former: &Review) -> bool {
    later.scored.answer == former.scored.answer && is_same(&later.reviewer, &former.reviewer)
}

impl App {
    /// Who asks a reader, as the profile has it; `None` when it has no name.
    pub(crate) fn name_for_readers(&self) -> Result<Option<String>, Trouble> {
        self.with_learner(|learner| Some(learner.profile.name.clone()).filter(|name| !name.is_empty()))
    }
}
