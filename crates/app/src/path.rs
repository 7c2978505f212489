use crate::before_interview::interview_views;
use crate::course::Course;
use crate::learner::Learner;
use crate::markdown::blocks;
use crate::planning::{self, Planned, hours, item_view, span_words, state_of, target_words};
use crate::profile::Profile;
use crate::reckoning::reckoning;
use crate::records::Records;
use crate::view::{
    ConflictView, ExerciseState, MilestoneView, MovedView, PathView, PlannedItemView, ResourceView, StepView, StepWorkView, WeekView,
};
use crate::{App, Trouble};
use footbridge_content::{Conflict, Exercise, LearningWeek, Record, Resource, Step};
use footbridge_planner::{Plan, Reason, Session, compare, ics, monday_of, spoken};
use footbridge_verdict::ExerciseId;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

impl App {
    /// The whole way.
    pub fn path(&self) -> Result<PathView, Trouble> {
        self.with_learner(|learner| {
            let planned = self.planned(learner);
            let moved = planned.plan.as_ref().map_or_else(|_| Vec::new(), |plan| self.moved(learner, &planned, plan));
            PathView { moved, ..self.path_of(learner, &planned) }
        })
    }

    /// Every sitting of the plan as a calendar file.
    pub fn calendar(&self) -> Result<String, Trouble> {
        let now = (self.world.clock)().timestamp();
        self.with_learner(|learner| match &self.planned(learner).plan {
            Ok(plan) => {
                let mut sessions = plan.sessions.clone();
                sessions.iter_mut().for_each(|session| self.mask_private(session));
                Ok(ics::to_ics(&sessions, now))
            }
            Err(error) => Err(Trouble::asked(error.to_string()).because(error.clone())),
        })?
    }

    /// A calendar leaves the folder: of private work it shows that there is some, under a name that stays the same and says nothing.
    fn mask_private(&self, session: &mut footbridge_planner::Session) {
        if self.course.pack.exercise(session.item.as_str()).is_some_and(|exercise| exercise.private) {
            let hash = footbridge_verdict::AnswerHash::of(session.item.as_str().as_bytes());
            session.item =
                footbridge_verdict::ExerciseId::new(&format!("private-{}", hash.short())).expect("hexadecimal digits make an id");
            session.title = "Private work".to_owned();
        }
    }

    /// The way as it is planned now, without what moved since Monday.
    pub(crate) fn path_of(&self, learner: &Learner, planned: &Planned) -> PathView {
        let details = reckoning(&self.course, planned);
        let plan = planned.plan.as_ref().ok();
        let start = planned.request.calendar.start;
        let steps = &self.course.pack.path.steps;
        let step_views = steps.iter().map(|step| step_view(&self.course, planned, step, learner)).collect();
        PathView {
            answer: plan.map_or_else(|| "There is no plan yet".to_owned(), |plan| self.answer(planned, plan, learner)),
            reckoning: format!("{} to go · {} a week · from {}", hours(details.minutes), hours(details.minutes_a_week), spoken(start)),
            start: start.to_string(),
            ends: plan.map(|plan| plan.ends.to_string()),
            today: self.today().to_string(),
            weeks: planned.weeks(),
            steps: step_views,
            plan_weeks: plan.map_or_else(Vec::new, |plan| self.weeks(learner, planned, plan)),
            moved: Vec::new(),
            target: plan.and_then(target_words),
            interviews: interview_views(planned),
            conflicts: self.course.pack.path.conflicts.iter().map(conflict_view).collect(),
            details,
        }
    }

    fn answer(&self, planned: &Planned, plan: &Plan, learner: &Learner) -> String {
        let Some(last) = self.course.pack.path.steps.last() else { return format!("Ends on {}", spoken(plan.ends)) };
        let milestone = milestone_view(&self.course, planned, last, learner);
        let counts_interviews = last.milestone.record().is_some_and(|(record, _)| record == Record::Interviews);
        let first = planned.records.first_interview_ahead().filter(|_| counts_interviews);
        let title = first.map_or_else(|| milestone.title.clone(), |ahead| format!("{} for {}", milestone.title, spoken(ahead.on)));
        match (milestone.reached, plan.sessions.is_empty()) {
            (true, true) => return format!("{title}: done"),
            (true, false) => return format!("{title}. The plan goes on until {}", spoken(plan.ends)),
            (false, _) => {}
        }
        if plan.sessions.is_empty() {
            return format!("All work is done. Still open: {}", milestone.title);
        }
        use footbridge_planner::AtOwnPace;
        match plan.at_own_pace {
            AtOwnPace::Between { p50, p90, .. } => format!("First interview between {}", span_words(p50, p90)),
            AtOwnPace::TooEarly { .. } | AtOwnPace::NoEnd { .. } => format!("First interview by {}", spoken(plan.ends)),
        }
    }

    fn weeks(&self, learner: &Learner, planned: &Planned, plan: &Plan) -> Vec<WeekView> {
        let mut titled = BTreeSet::new();
        let week = |week: &footbridge_planner::CalendarWeek| {
            let sunday = week.monday.saturating_add(6.days());
            let in_week = |date: Date| date >= week.monday && date <= sunday;
            let mut items: Vec<PlannedItemView> = Vec::new();
            for session in plan.sessions.iter().filter(|session| in_week(session.date)) {
                match items.iter_mut().find(|item| item.id == session.item.as_str()) {
                    Some(item) => {
                        item.minutes += u32::from(session.minutes);
                        item.last = Some(session.date.to_string());
                    }
                    None => items.extend(self.course.pack.exercise(session.item.as_str()).map(|exercise| {
                        let mut view = item_view(&self.course, planned, exercise, learner);
                        view.minutes = u32::from(session.minutes);
                        if let Some(reason) = plan.reason_of(session) {
                            view.why = reason.to_string();
                        }
                        let too_late = |other: &&Session| {
                            in_week(other.date) && other.item == session.item && other.date > session.date && is_too_late(plan, other)
                        };
                        let late: u32 = plan.sessions.iter().filter(too_late).map(|other| u32::from(other.minutes)).sum();
                        if late > 0 && !is_too_late(plan, session) {
                            view.why.push_str(&format!(" {} of it stand after that day.", hours(late)));
                        }
                        view.first = Some(session.date.to_string());
                        view.last = view.first.clone();
                        if exercise.weekly {
                            view.state = state_of(exercise, &learner.state, week.monday);
                        }
                        view
                    })),
                }
            }
            let begins = |learning: &&LearningWeek| items.iter().any(|item| item.id == learning.concept.as_ref().as_str());
            let learning: Vec<&LearningWeek> =
                self.course.pack.path.weeks.iter().filter(begins).filter(|learning| titled.insert(learning.number)).collect();
            let titles: Vec<&str> = learning.iter().map(|learning| learning.title.as_str()).collect();
            WeekView {
                number: planned.week_of(week.monday),
                from: week.monday.max(planned.request.calendar.start).to_string(),
                to: sunday.to_string(),
                minutes: week.planned,
                available: week.available,
                title: (!titles.is_empty()).then(|| titles.join(" · ")),
                questions: learning.iter().flat_map(|learning| self.asked_in(learning)).collect(),
                items,
            }
        };
        // A first week whose days have all passed holds nothing to see.
        plan.reckoning.calendar_weeks.iter().skip_while(|week| week.available == 0).map(week).collect()
    }

    /// The questions of a week of the learning plan, as they are asked.
    fn asked_in(&self, learning: &LearningWeek) -> Vec<String> {
        learning.questions.iter().filter_map(|id| self.course.pack.question(id.as_ref().as_str())).map(|asked| asked.ask.clone()).collect()
    }

    /// What moved since Monday: the plan as it was then, of what was known and for the time there was, against the plan now.
    fn moved(&self, learner: &Learner, planned: &Planned, plan: &Plan) -> Vec<MovedView> {
        let monday = monday_of(self.today());
        let Ok(instant) = monday.to_zoned((self.world.clock)().time_zone().clone()) else { return Vec::new() };
        let before = learner.state_before(instant.timestamp());
        let Some(profile) = &before.profile else { return Vec::new() };
        let profile = Profile::from_journal(profile, &before.days_off);
        let records = planned.records.with_interviews_ahead(self.interviews_ahead_on_the_morning_of(monday));
        let Ok(old) = planning::make(&self.course, &profile, &before, records, monday).plan else {
            return Vec::new();
        };
        let moved = compare(&old, plan);
        let view = |moved: footbridge_planner::Moved| MovedView {
            title: moved.title,
            from: moved.from.map(|date| date.to_string()),
            to: moved.to.map(|date| date.to_string()),
            why: moved.reason.to_string(),
        };
        moved.into_iter().filter(|moved| moved.to.is_some() || !learner.has_passed(&moved.item)).map(view).collect()
    }
}

fn step_view(course: &Course, planned: &Planned, step: &Step, learner: &Learner) -> StepView {
    let today = planned.request.today;
    let own: Vec<&Exercise> = planned
        .request
        .items
        .iter()
        .filter(|item| item.step == step.number && item.weekly.is_none())
        .filter_map(|item| course.pack.exercise(item.id.as_str()))
        .collect();
    let views: Vec<PlannedItemView> = own.iter().map(|exercise| item_view(course, planned, exercise, learner)).collect();
    let is_done = |exercise: &&&Exercise| planned.state_of(exercise, &learner.state, today).is_done();
    let minutes = |exercises: &mut dyn Iterator<Item = &&Exercise>| exercises.map(|exercise| u32::from(exercise.minutes)).sum();
    let work = |work: &footbridge_content::StepWork| StepWorkView {
        title: work.title.clone(),
        items: named(course, work.items.iter().map(|id| id.as_ref().as_str()), planned, learner),
        record: planned.records.of_work(work),
        resources: work.resources.iter().map(resource_view).collect(),
    };
    StepView {
        id: step.id.as_ref().to_string(),
        number: step.number,
        title: step.title.clone(),
        summary: blocks(&step.summary),
        weeks_in_guide: match (step.ongoing, step.weeks.to) {
            (true, _) => "ongoing".to_owned(),
            (false, Some(to)) => format!("weeks {}–{to}", step.weeks.from),
            (false, None) => format!("week {} and after", step.weeks.from),
        },
        first: views.iter().filter_map(|view| view.first.clone()).min(),
        last: views.iter().filter_map(|view| view.last.clone()).max(),
        minutes: minutes(&mut own.iter()),
        minutes_done: minutes(&mut own.iter().filter(is_done)),
        work: step.work.iter().map(work).collect(),
        milestone: milestone_view(course, planned, step, learner),
    }
}

fn named<'a>(course: &Course, ids: impl Iterator<Item = &'a str>, planned: &Planned, learner: &Learner) -> Vec<PlannedItemView> {
    ids.filter_map(|id| course.pack.exercise(id)).map(|exercise| item_view(course, planned, exercise, learner)).collect()
}

/// Whether a step's milestone is reached: by the record it counts, else by the evidence of everything it needs. What comes back every week
/// is not asked for anew.
pub(crate) fn is_reached(step: &Step, learner: &Learner, records: &Records) -> bool {
    match step.milestone.record() {
        Some((record, of)) => records.is_complete(record, of),
        None => !step.milestone.needs.is_empty() && step.milestone.needs.iter().all(|id| learner.has_passed(id.as_ref())),
    }
}

/// A milestone: reached when the evidence of everything it needs stands.
pub(crate) fn milestone_view(course: &Course, planned: &Planned, step: &Step, learner: &Learner) -> MilestoneView {
    let needs = named(course, step.milestone.needs.iter().map(|id| id.as_ref().as_str()), planned, learner);
    let reached = is_reached(step, learner, &planned.records);
    let record = planned.records.of_milestone(&step.milestone);
    MilestoneView {
        id: step.milestone.id.as_ref().to_string(),
        title: step.milestone.title.clone(),
        step: step.title.clone(),
        date: match step.milestone.record() {
            Some((record, of)) if reached => planned.records.complete_on(record, of).map(|on| on.to_string()),
            _ => needs.iter().filter_map(|item| item.last.clone()).max(),
        },
        reached,
        proof: reached.then(|| if record.is_some() { ExerciseState::SelfReported } else { weakest(course, step, learner) }),
        record,
        needs,
    }
}

/// The weakest pass among what a milestone needs. What stands on record instead of a pass is the learner's own word.
fn weakest(course: &Course, step: &Step, learner: &Learner) -> ExerciseState {
    let of_need = |id: &ExerciseId| {
        let pass = learner.state.work(id).and_then(footbridge_journal::Work::best_proof);
        let exercise = course.pack.exercise(id.as_str());
        exercise.zip(pass).map_or(ExerciseState::SelfReported, |(exercise, proof)| ExerciseState::of_pass(exercise, proof))
    };
    step.milestone.needs.iter().map(|id| of_need(id.as_ref())).max().unwrap_or(ExerciseState::SelfReported)
}

pub(crate) fn resource_view(resource: &Resource) -> ResourceView {
    ResourceView {
        title: resource.title.clone(),
        by: resource.by.clone(),
        url: resource.url.as_ref().clone(),
        kind: resource.kind.word().to_owned(),
        free: resource.free,
        note: resource.note.clone(),
    }
}

pub(crate) fn conflict_view(conflict: &Conflict) -> ConflictView {
    ConflictView { about: conflict.about.clone(), says: blocks(&conflict.says) }
}

/// Whether a sitting stands behind the day for which its work was begun.
fn is_too_late(plan: &Plan, session: &Session) -> bool {
    matches!(plan.reason_of(session), Some(Reason::AfterDeadline { .. }))
}
