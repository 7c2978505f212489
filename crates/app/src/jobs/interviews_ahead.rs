use super::application_acts::furthest_interview;
use super::application_files::{Shelf, Shelved};
use crate::App;
use footbridge_jobs::{ApplicationFile, Entry, StageName};
use jiff::civil::Date;

/// A conversation that is agreed on and still to come. Its company stays in the private part of the folder and on the learner's own screens.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct InterviewAhead {
    /// Stands for the application's file in an address.
    pub(crate) application: String,
    pub(crate) company: String,
    pub(crate) on: Date,
    /// Whose kind of questions to expect; empty when nothing is said of it.
    pub(crate) company_kind: String,
}

impl Shelf {
    /// Interviews of open applications within a year of a day, that day included, the nearest first.
    pub(crate) fn interviews_ahead(&self, day: Date) -> Vec<InterviewAhead> {
        self.ahead(day, |_| true)
    }

    /// The same, of what was written down before that day.
    fn interviews_ahead_on_the_morning_of(&self, day: Date) -> Vec<InterviewAhead> {
        self.ahead(day, |entry| entry.on < day)
    }

    fn ahead(&self, day: Date, is_known: impl Fn(&Entry) -> bool) -> Vec<InterviewAhead> {
        let within_a_year = day..=furthest_interview(day);
        let ahead = |Shelved { id, file, .. }: &Shelved| {
            let known = ApplicationFile { history: file.history.iter().filter(|entry| is_known(entry)).cloned().collect(), ..file.clone() };
            let application = known.application("");
            let agreed = known.history.iter().rposition(|entry| entry.interview.is_some())?;
            let interview = application.interview.clone().filter(|interview| within_a_year.contains(&interview.on))?;
            let is_held = known.history[agreed..].iter().any(|entry| is_interview(entry) && entry.on >= interview.on);
            (!application.is_over() && !is_held).then(|| InterviewAhead {
                application: id.clone(),
                company: application.company,
                on: interview.on,
                company_kind: interview.company_kind,
            })
        };
        let mut ahead: Vec<InterviewAhead> = self.known.iter().filter_map(ahead).collect();
        ahead.sort_by(|a, b| (a.on, &a.company).cmp(&(b.on, &b.company)));
        ahead
    }
}

impl App {
    /// Interviews that are still to come; none when the folder cannot be read.
    pub(crate) fn interviews_ahead(&self) -> Vec<InterviewAhead> {
        self.shelf().map_or_else(|_| Vec::new(), |shelf| shelf.interviews_ahead(self.today()))
    }

    /// Those that were still to come on the morning of a day, as far as they were known then.
    pub(crate) fn interviews_ahead_on_the_morning_of(&self, day: Date) -> Vec<InterviewAhead> {
        self.shelf_in_folder().map_or_else(|_| Vec::new(), |shelf| shelf.interviews_ahead_on_the_morning_of(day))
    }
}

/// Whether an entry says that there was an interview.
pub(crate) fn is_interview(entry: &Entry) -> bool {
    matches!(entry.stage, Some(StageName::Interview | StageName::Final))
}
