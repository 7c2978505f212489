//! What scheduling goes by: the parameters that hold, and the interviews that are agreed on.

use super::cards::{CardOf, Source};
use crate::App;
use crate::jobs::InterviewAhead;
use crate::learner::Learner;
use crate::mock::OF_A_COMPANY;
use crate::planning::local_date;
use footbridge_content::{BankQuestion, CompanyKind};
use footbridge_journal::Refitted;
use footbridge_recall::{INTERVIEW_TARGET, Model, PUBLISHED_TARGET};
use jiff::civil::Date;

/// An interview ahead, with the kind of company that asks in it; as private as that.
pub(crate) struct Booked {
    pub(crate) company: String,
    pub(crate) on: Date,
    /// `None` when nothing, or nothing known, is said of it: whatever companies ask may come.
    pub(crate) kind: Option<CompanyKind>,
}

impl Booked {
    /// Whether such a company asks a question, of the kinds that its interviews are made of.
    pub(super) fn asks(&self, question: &BankQuestion) -> bool {
        OF_A_COMPANY.iter().any(|(kind, _)| *kind == question.kind) && self.kind.is_none_or(|kind| question.companies.contains(&kind))
    }
}

/// What scheduling goes by.
pub(crate) struct Schedule {
    published: Model,
    /// Parameters since a day, `None` for the published ones; the earliest first.
    own: Vec<(Date, Option<Model>)>,
    pub(super) booked: Vec<Booked>,
}

impl Schedule {
    /// The model that holds now.
    pub(super) fn model(&self) -> &Model {
        self.own.last().and_then(|(_, model)| model.as_ref()).unwrap_or(&self.published)
    }

    /// The model by which the recalls of a day were predicted: one that was fitted on that day has seen some of them.
    pub(super) fn model_before(&self, day: Date) -> &Model {
        self.model_on(day.yesterday().unwrap_or(day))
    }

    /// The model that held at the end of a day.
    pub(super) fn model_on(&self, day: Date) -> &Model {
        let until = self.own.partition_point(|(since, _)| *since <= day);
        self.own[..until].last().and_then(|(_, model)| model.as_ref()).unwrap_or(&self.published)
    }

    /// The chance of recall at which a card is due.
    pub(super) fn target(&self, source: &Source<'_>) -> f32 {
        match source {
            Source::Bank(question) if self.booked.iter().any(|booked| booked.asks(question)) => INTERVIEW_TARGET,
            Source::Bank(_) | Source::Question { .. } | Source::Mistake { .. } | Source::Own(_) => PUBLISHED_TARGET,
        }
    }

    /// The same of a card that is new: until an interview, cards of one's own come in turn with its questions.
    pub(super) fn target_when_new(&self, source: &Source<'_>) -> f32 {
        if self.takes_turns(source) { INTERVIEW_TARGET } else { self.target(source) }
    }

    /// Whether a new card takes turns with the questions of an interview that is booked.
    pub(super) fn takes_turns(&self, source: &Source<'_>) -> bool {
        matches!(source, Source::Own(_)) && !self.booked.is_empty()
    }
}

impl App {
    /// Interviews that are still to come. They are read before the learner is looked at, since both look at the folder.
    pub(crate) fn booked(&self) -> Vec<Booked> {
        let booked = |ahead: InterviewAhead| Booked {
            on: ahead.on,
            kind: self.kind_of_company(&ahead.company_kind).or_else(|| self.kind_of_company(&ahead.company)),
            company: ahead.company,
        };
        self.interviews_ahead().into_iter().map(booked).collect()
    }
}

pub(super) fn schedule(learner: &Learner, booked: Vec<Booked>) -> Schedule {
    let own = learner.state.refits.iter().map(|(at, refitted)| (local_date(*at), own_model(refitted)));
    Schedule { published: Model::published(), own: own.collect(), booked }
}

fn own_model(refitted: &Refitted) -> Option<Model> {
    Model::new(&refitted.parameters?.map(|parameter| parameter as f32 / 1e4)).ok()
}

/// Whether a card is one of those that an interview may ask for.
pub(super) fn is_asked_in(card: &CardOf<'_>, booked: &Booked) -> bool {
    matches!(&card.source, Source::Bank(question) if booked.asks(question))
}

#[cfg(test)]
mod tests {
    use super::Schedule;
    use footbridge_recall::Model;
    use jiff::civil::date;

    #[test]
    fn what_was_fitted_on_a_day_predicts_from_the_next_day_on() {
        let fitted = date(2026, 3, 10);
        let schedule = Schedule { published: Model::published(), own: vec![(fitted, Some(Model::published()))], booked: Vec::new() };
        let is_own = |model: &Model| !std::ptr::eq(model, &raw const schedule.published);
        assert!(is_own(schedule.model_on(fitted)) && !is_own(schedule.model_before(fitted)));
        assert!(is_own(schedule.model_before(date(2026, 3, 11))));
    }
}
