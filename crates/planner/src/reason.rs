use crate::Fluency;
use crate::calendar::spoken_in_passing;
use footbridge_verdict::ExerciseId;
use jiff::civil::Date;
use std::fmt;

/// A prerequisite that is itself still planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// Its id.
    pub id: ExerciseId,
    /// Its title.
    pub title: String,
    /// The day it is planned to be finished.
    pub finished: Date,
}

/// Why an item stands where it stands. `Display` writes the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A deadline asks for it.
    BeforeDeadline {
        /// What is on that day.
        what: String,
        /// The day.
        on: Date,
        /// First day of the work.
        day: Date,
    },
    /// A deadline asked for it, and this part found no room before its day.
    AfterDeadline {
        /// What is on that day.
        what: String,
        /// The day.
        on: Date,
        /// Day of this part.
        day: Date,
    },
    /// Pulled to the front, so that the first days hold every fluency a newcomer must meet.
    OpensFluency {
        /// Which fluency it opens.
        fluency: Fluency,
        /// First day.
        day: Date,
    },
    /// Pulled to the front because something that opens a fluency needs it.
    NeededToOpen {
        /// Title of what needs it.
        title: String,
        /// First day.
        day: Date,
    },
    /// Comes back every week.
    EveryWeek {
        /// First day.
        day: Date,
    },
    /// Its turn in the path, once its latest prerequisite is finished.
    AfterPrerequisite {
        /// Week of the path.
        week: u16,
        /// The prerequisite that finishes last.
        after: After,
        /// First day.
        day: Date,
    },
    /// Its turn in the path; nothing else holds it back.
    InOrder {
        /// Week of the path.
        week: u16,
        /// First day.
        day: Date,
    },
}

impl Reason {
    /// The same reason for a later part of the work, which stands on another day.
    pub(crate) fn on_day(&self, later: Date) -> Self {
        let mut reason = self.clone();
        match &mut reason {
            Self::BeforeDeadline { what, on, .. } if later >= *on => {
                return Self::AfterDeadline { what: std::mem::take(what), on: *on, day: later };
            }
            Self::BeforeDeadline { day, .. }
            | Self::AfterDeadline { day, .. }
            | Self::OpensFluency { day, .. }
            | Self::NeededToOpen { day, .. }
            | Self::EveryWeek { day }
            | Self::AfterPrerequisite { day, .. }
            | Self::InOrder { day, .. } => *day = later,
        }
        reason
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BeforeDeadline { what, on, day } => {
                write!(f, "Because it prepares for {what} on {}, and {} has room.", spoken_in_passing(*on), spoken_in_passing(*day))
            }
            Self::AfterDeadline { what, on, day } => {
                write!(f, "Because it was begun before {what} on {}, and {} has room.", spoken_in_passing(*on), spoken_in_passing(*day))
            }
            Self::OpensFluency { fluency, day } => write!(
                f,
                "Because the first days should already hold system design, APIs and communication: this opens {}, and {} has room.",
                fluency.words(),
                spoken_in_passing(*day)
            ),
            Self::NeededToOpen { title, day } => {
                write!(f, "Because “{title}” in the first days needs it, and {} has room.", spoken_in_passing(*day))
            }
            Self::EveryWeek { day } => write!(f, "Because it comes back every week; {} has room.", spoken_in_passing(*day)),
            Self::AfterPrerequisite { week, after, day } => write!(
                f,
                "Because week {week} of the path builds on “{}”, finished on {}, and {} has room.",
                after.title,
                spoken_in_passing(after.finished),
                spoken_in_passing(*day)
            ),
            Self::InOrder { week, day } => {
                write!(f, "Because week {week} of the path comes next, and {} has room.", spoken_in_passing(*day))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn reasons_read_as_sentences() {
        let day = date(2027, 1, 12);
        let id = ExerciseId::new("sql-joins").unwrap();
        let after = After { id, title: "Joins".to_owned(), finished: date(2027, 1, 11) };
        let said: Vec<String> = [
            Reason::BeforeDeadline { what: "your interview".to_owned(), on: date(2027, 1, 18), day },
            Reason::BeforeDeadline { what: "your interview".to_owned(), on: date(2027, 1, 11), day: date(2027, 1, 8) }.on_day(day),
            Reason::OpensFluency { fluency: Fluency::Apis, day },
            Reason::NeededToOpen { title: "Teardown".to_owned(), day },
            Reason::EveryWeek { day },
            Reason::AfterPrerequisite { week: 7, after, day },
            Reason::InOrder { week: 7, day },
        ]
        .iter()
        .map(Reason::to_string)
        .collect();
        insta::assert_snapshot!(said.join("\n"), @r"
        Because it prepares for your interview on Monday 18 January, and Tuesday 12 January has room.
        Because it was begun before your interview on Monday 11 January, and Tuesday 12 January has room.
        Because the first days should already hold system design, APIs and communication: this opens APIs, and Tuesday 12 January has room.
        Because “Teardown” in the first days needs it, and Tuesday 12 January has room.
        Because it comes back every week; Tuesday 12 January has room.
        Because week 7 of the path builds on “Joins”, finished on Monday 11 January, and Tuesday 12 January has room.
        Because week 7 of the path comes next, and Tuesday 12 January has room.
        ");
    }
}
