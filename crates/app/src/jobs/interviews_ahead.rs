use super::application_acts::furthest_interview;
use super::application_files::{Shelf, Shelved};
use crate::App;
use jiff::civil::Date;

/// A conversation that is agreed on and still to come. Its company stays in the private part of the folder and on the learner's own screens.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct InterviewAhead {
    pub(crate) company: String,
    pub(crate) on: Date,
    /// Whose kind of questions to expect; empty when nothing is said of it.
    pub(crate) company_kind: String,
    /// The day on which it was written down.
    pub(crate) since: Date,
}

impl Shelf {
    /// Interviews of open applications within a year, today's included, the nearest first.
    pub(crate) fn interviews_ahead(&self, today: Date) -> Vec<InterviewAhead> {
        let within_a_year = today..=furthest_interview(today);
        let ahead = |shelved: &Shelved| {
            let application = shelved.application();
            let agreed = shelved.file.history.iter().rfind(|entry| entry.interview.is_some())?;
            let interview = application.interview.clone().filter(|interview| within_a_year.contains(&interview.on))?;
            (!application.is_over()).then(|| InterviewAhead {
                company: application.company,
                on: interview.on,
                company_kind: interview.company_kind,
                since: agreed.on,
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
}
