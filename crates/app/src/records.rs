//! What a learner's own record says was done, whatever was written about it: conversations, published pieces, researched companies,
//! interviews. A milestone that counts one of them is reached by nothing else.

use crate::App;
use crate::jobs::{InterviewAhead, is_interview};
use crate::learner::Learner;
use crate::people::conversations_held;
use crate::view::RecordView;
use footbridge_content::{Milestone, Record, StepWork};
use footbridge_jobs::Entry;
use footbridge_verdict::ExerciseId;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::num::NonZeroU8;

/// Everything that counts, with its days where they are known, the earliest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Records {
    conversations: Vec<Date>,
    published: Vec<Date>,
    /// A card says nothing of when it was filled.
    companies: usize,
    interviews: Vec<Date>,
    /// At least one is over.
    was_interviewed: bool,
    /// Those that are still to come, today's included, the nearest first.
    pub(crate) interviews_ahead: Vec<InterviewAhead>,
}

/// What a record did in the place of work.
pub(crate) struct Replaced {
    /// Since when, where that is known.
    pub(crate) since: Option<Date>,
    pub(crate) by: Stead,
}

/// How a record stands in the place of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stead {
    /// The work was done on that day.
    SameWork,
    /// An interview is no sitting: its day keeps its minutes.
    Event,
    /// Another piece counts in its place. This one was not written.
    OtherPiece,
}

impl Stead {
    fn of(record: Record) -> Self {
        match record {
            Record::Interviews => Self::Event,
            Record::Published => Self::OtherPiece,
            Record::Conversations | Record::Companies => Self::SameWork,
        }
    }
}

impl Records {
    /// The same as if these interviews were ahead.
    pub(crate) fn with_interviews_ahead(&self, interviews_ahead: Vec<InterviewAhead>) -> Self {
        Self { interviews_ahead, ..self.clone() }
    }

    /// The nearest interview ahead, when none was held before it.
    pub(crate) fn first_interview_ahead(&self) -> Option<&InterviewAhead> {
        self.interviews_ahead.first().filter(|_| !self.was_interviewed)
    }

    fn days(&self, record: Record) -> &[Date] {
        match record {
            Record::Conversations => &self.conversations,
            Record::Published => &self.published,
            Record::Companies => &[],
            Record::Interviews => &self.interviews,
        }
    }

    fn count(&self, record: Record) -> usize {
        match record {
            Record::Companies => self.companies,
            dated => self.days(dated).len(),
        }
    }

    pub(crate) fn is_complete(&self, record: Record, of: NonZeroU8) -> bool {
        self.count(record) >= usize::from(of.get())
    }

    /// The day on which so many were complete, where the record knows it.
    pub(crate) fn complete_on(&self, record: Record, of: NonZeroU8) -> Option<Date> {
        self.days(record).get(usize::from(of.get()) - 1).copied()
    }

    pub(crate) fn of_milestone(&self, milestone: &Milestone) -> Option<RecordView> {
        milestone.record().map(|(record, of)| self.view(record, of))
    }

    pub(crate) fn of_work(&self, work: &StepWork) -> Option<RecordView> {
        work.companies.map(|of| self.view(Record::Companies, of))
    }

    fn view(&self, record: Record, of: NonZeroU8) -> RecordView {
        let of = u32::from(of.get());
        let done = crate::words::count(self.count(record)).min(of);
        let (what, opens) = match record {
            Record::Conversations => ("conversations held and written down", "/people"),
            Record::Published => ("published pieces recorded with the text that passed", "/evidence"),
            Record::Companies => ("companies researched", "/companies"),
            Record::Interviews if of == 1 => ("interview on record in your applications", "/applications"),
            Record::Interviews => ("interviews on record in your applications", "/applications"),
        };
        RecordView { done, of, what: what.to_owned(), says: format!("{done} of {of} {what}"), opens: opens.to_owned() }
    }

    /// The work that the record has done: of as many texts as are counted each its own, of others all together.
    pub(crate) fn replaced(&self, course: &crate::course::Course) -> BTreeMap<ExerciseId, Replaced> {
        let mut replaced = BTreeMap::new();
        for step in &course.pack.path.steps {
            let milestone = step.milestone.record().map(|(record, of)| (record, of, &step.milestone.needs));
            let works = step.work.iter().filter_map(|work| Some((Record::Companies, work.companies?, &work.items)));
            for (record, of, items) in milestone.into_iter().chain(works) {
                let is_each = items.len() == usize::from(of.get());
                for (item, number) in items.iter().zip((1..=u8::MAX).filter_map(NonZeroU8::new)) {
                    let of = if is_each { number } else { of };
                    let by_record = || Replaced { since: self.complete_on(record, of), by: Stead::of(record) };
                    replaced.extend(self.is_complete(record, of).then(|| (item.as_ref().clone(), by_record())));
                }
            }
        }
        replaced
    }
}

impl App {
    /// What cannot be read counts for nothing here; its own screen tells what is wrong with it.
    pub(crate) fn records(&self, learner: &Learner) -> Records {
        let companies = self.cards_in_folder().map_or(0, |(cards, _)| cards.iter().filter(|kept| kept.card.missing().is_empty()).count());
        let shelf = self.shelf_in_folder().ok();
        let histories = || shelf.iter().flat_map(|shelf| &shelf.known).map(|application| application.file.history.as_slice());
        let mut interviews: Vec<Date> = histories().filter_map(interview_known_on).collect();
        interviews.sort_unstable();
        Records {
            conversations: conversations_held(&learner.state.people),
            published: self.publications(&learner.state).days(),
            companies,
            interviews,
            was_interviewed: histories().any(|history| was_interviewed(history, self.today())),
            interviews_ahead: shelf.map_or_else(Vec::new, |shelf| shelf.interviews_ahead(self.today())),
        }
    }
}

/// When an application first had an interview: a day agreed on, or a stage that is one.
fn interview_known_on(history: &[Entry]) -> Option<Date> {
    history.iter().filter(|entry| entry.interview.is_some() || is_interview(entry)).map(|entry| entry.on).min()
}

/// Whether an interview is over: by a stage that is one, or because the day agreed on has passed and was not moved before.
fn was_interviewed(history: &[Entry], today: Date) -> bool {
    let booked = history.iter().filter_map(|entry| Some((entry.on, entry.interview.as_ref()?.on)));
    let moved_on = booked.clone().skip(1).map(|(written, _)| Some(written)).chain([None]);
    let mut passed = booked.zip(moved_on).filter(|((_, day), moved)| *day < today && moved.is_none_or(|moved| moved > *day));
    history.iter().any(is_interview) || passed.next().is_some()
}
