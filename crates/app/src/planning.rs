use crate::before_interview::deadline;
use crate::course::{Course, opens};
use crate::learner::Learner;
use crate::profile::Profile;
use crate::reckoning::reckoning;
use crate::records::{Records, Replaced, Stead};
use crate::retests::retests;
use crate::view::{ExerciseState, PlannedItemView, ProfileView, ReckoningView};
use crate::{App, Trouble};
use footbridge_content::{Exercise, Fluency as SkillFluency, Kind, Pack};
pub(crate) use footbridge_diagnostic::hours;
use footbridge_journal::State;
use footbridge_planner::{
    AtOwnPace, Calendar, Done, Fluency, Item, Pace, PastWeek, Plan, PlanError, Reason, Request, TargetAnswer, Weekly, monday_of, plan,
    spoken,
};
use footbridge_verdict::{ExerciseId, Proof};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The plan of a learner, with what it was made from.
pub(crate) struct Planned {
    pub(crate) request: Request,
    pub(crate) plan: Result<Plan, PlanError>,
    pub(crate) records: Records,
    /// What the record has done.
    replaced: BTreeMap<ExerciseId, Replaced>,
}

impl Planned {
    /// Week of the plan that holds a day, from 1.
    pub(crate) fn week_of(&self, day: Date) -> u32 {
        u32::from(self.request.calendar.week_of(day))
    }

    /// Weeks from the start to the end of the plan.
    pub(crate) fn weeks(&self) -> u32 {
        self.plan.as_ref().map_or(0, |plan| self.week_of(plan.ends))
    }

    /// Where an exercise stands; what the record has done is as good as a text about it.
    pub(crate) fn state_of(&self, exercise: &Exercise, state: &State, today: Date) -> ExerciseState {
        let is_done_otherwise = || self.replaced.get(&exercise.id).is_some_and(|replaced| replaced.by != Stead::OtherPiece);
        match state_of(exercise, state, today) {
            ExerciseState::ToDo | ExerciseState::InHand if is_done_otherwise() => ExerciseState::SelfReported,
            other => other,
        }
    }
}

/// Makes the plan of a state on a day.
pub(crate) fn make(course: &Course, profile: &Profile, state: &State, records: Records, today: Date) -> Planned {
    let calendar = Calendar { start: profile.start, minutes: profile.minutes, days_off: profile.days_off.clone() };
    let replaced = records.replaced(course);
    let mut done = done(course, state);
    let is_open = |id: &ExerciseId| state.work(id).is_none_or(|work| work.best_proof().is_none());
    let on_record = replaced.iter().filter(|(id, _)| is_open(id));
    done.extend(on_record.map(|(id, replaced)| Done { item: id.clone(), on: replaced.since.filter(|_| replaced.by == Stead::SameWork) }));
    let items = course.items().to_vec();
    let deadline = deadline(course, &records.interviews_ahead, today);
    let pace = pace(&calendar, &items, &done, today);
    let reserved = retests(course, state, &calendar, today).minutes;
    let request = Request { items, calendar, done, reserved, today, target: profile.target_date, deadline, pace };
    let plan = plan(&request);
    Planned { request, plan, records, replaced }
}

impl App {
    /// The plan of the learner as the folder says now; made once for one state, day and record.
    pub(crate) fn planned(&self, learner: &Learner) -> Arc<Planned> {
        let (records, today) = (self.records(learner), self.today());
        let mut kept = learner.planned.borrow_mut();
        match &*kept {
            Some(planned) if planned.request.today == today && planned.records == records => Arc::clone(planned),
            _ => Arc::clone(kept.insert(Arc::new(make(&self.course, &learner.profile, &learner.state, records, today)))),
        }
    }

    /// What the way takes for somebody with these answers.
    pub fn reckon(&self, view: &ProfileView) -> Result<ReckoningView, Trouble> {
        let profile = Profile::from_view(view)?;
        let today = self.today();
        let planned = match self.onboarded()? {
            true => self.with_learner(|learner| make(&self.course, &profile, &learner.state, self.records(learner), today))?,
            false => make(&self.course, &profile, &State::fold(Vec::new()), Records::default(), today),
        };
        Ok(ReckoningView { shared: profile.names_a_company(), ..reckoning(&self.course, &planned) })
    }
}

/// Every item of the path, in its order.
pub(crate) fn items(pack: &Pack) -> Vec<Item> {
    let path = &pack.path;
    let needed: Vec<&str> = path.steps.iter().flat_map(|step| &step.milestone.needs).map(|id| id.as_ref().as_str()).collect();
    let core = |id: &str| path.weeks.iter().any(|week| week.concept.as_ref().as_str() == id || week.project.as_ref().as_str() == id);
    let mut items: Vec<Item> = pack
        .exercises
        .iter()
        .filter_map(|exercise| {
            let id = exercise.id.as_str();
            let (week, step) = (path.week_of(id)?, path.step_of(id)?);
            let weekly = exercise.weekly.then_some(Weekly { from: step.weeks.from, to: step.weeks.to });
            let optional_rank = match (core(id) || needed.contains(&id), path.weeks.iter().any(|learning| learning.number == week)) {
                (true, _) => None,
                (false, false) => Some(1),
                (false, true) => Some(2),
            };
            Some(Item {
                id: exercise.id.clone(),
                title: exercise.title.clone(),
                minutes: exercise.minutes,
                requires: exercise.requires.clone(),
                week,
                step: step.number,
                fluency: fluency(pack, exercise),
                weekly,
                optional_rank,
            })
        })
        .collect();
    let order = order_in_path(pack);
    items.sort_by_key(|item| (item.week, order.get(item.id.as_str()).copied()));
    items
}

/// Where each item is first named in the path.
pub(crate) fn order_in_path(pack: &Pack) -> BTreeMap<&str, usize> {
    let path = &pack.path;
    let weeks = path.weeks.iter().flat_map(|week| std::iter::once(&week.concept).chain(&week.practice).chain([&week.project]));
    let steps = path.steps.iter().flat_map(|step| &step.work).flat_map(|work| &work.items);
    let mut order = BTreeMap::new();
    for (at, id) in weeks.chain(steps).enumerate() {
        order.entry(id.as_ref().as_str()).or_insert(at);
    }
    order
}

fn fluency(pack: &Pack, exercise: &Exercise) -> Fluency {
    let first = exercise.skills.iter().find_map(|skill| pack.skill(skill.as_str()));
    match (first.map(|skill| skill.fluency), exercise.track.as_str()) {
        (Some(SkillFluency::SystemDesign), _) | (None, "system-design") => Fluency::SystemDesign,
        (Some(SkillFluency::Apis), _) | (None, "apis") => Fluency::Apis,
        (Some(SkillFluency::Data), _) | (None, "sql") => Fluency::Data,
        (Some(SkillFluency::Communication) | None, _) => Fluency::Communication,
    }
}

fn done(course: &Course, state: &State) -> Vec<Done> {
    let mut done = Vec::new();
    for (id, work) in &state.exercises {
        let weekly = course.pack.exercise(id.as_str()).is_some_and(|exercise| exercise.weekly);
        let days = work.passes().map(|pass| local_date(pass.at));
        let counted: Vec<Date> = if weekly { days.collect() } else { days.take(1).collect() };
        done.extend(counted.into_iter().map(|on| Done { item: id.clone(), on: Some(on) }));
    }
    done
}

/// The day of an instant in the system's time zone.
pub(crate) fn local_date(instant: jiff::Timestamp) -> Date {
    instant.to_zoned(jiff::tz::TimeZone::system()).date()
}

/// Whole weeks since the start: minutes there were, minutes of planned work finished.
fn pace(calendar: &Calendar, items: &[Item], done: &[Done], today: Date) -> Pace {
    let minutes: BTreeMap<&str, u32> = items.iter().map(|item| (item.id.as_str(), u32::from(item.minutes))).collect();
    let mut weeks = Vec::new();
    // A week that began before the start is no whole one.
    let mut monday = monday_of(calendar.start.saturating_add(6.days()));
    while monday < monday_of(today) {
        let days: Vec<Date> = (0..7).map(|day| monday.saturating_add(day.days())).collect();
        let finished = done.iter().filter(|done| done.on.is_some_and(|on| days.contains(&on)));
        weeks.push(PastWeek {
            available: days.iter().map(|day| u32::from(calendar.minutes_on(*day))).sum(),
            finished: finished.filter_map(|done| minutes.get(done.item.as_str())).sum(),
        });
        monday = monday.saturating_add(7.days());
    }
    Pace { weeks }
}

/// Two dates with "and"; the year is said once when it is the same.
pub(crate) fn span_words(from: Date, to: Date) -> String {
    if from.year() == to.year() {
        format!("{} and {}", from.strftime("%-d %B"), spoken(to))
    } else {
        format!("{} and {}", spoken(from), spoken(to))
    }
}

/// What the end is said to be: by the plan, and by the learner's own pace when enough weeks have passed.
pub(crate) fn pace_words(plan: &Plan) -> String {
    let ends = format!("Ends on {} as planned", spoken(plan.ends));
    match plan.at_own_pace {
        AtOwnPace::TooEarly { weeks, needed } => format!("{ends}. Your own pace shows after {needed} whole weeks; {weeks} have passed."),
        AtOwnPace::NoEnd { .. } => format!("{ends}. {}", plan.at_own_pace),
        AtOwnPace::Between { p50, p90, .. } => format!("{ends}; at your own pace between {}.", span_words(p50, p90)),
    }
}

/// The target in words, when there is one.
pub(crate) fn target_words(plan: &Plan) -> Option<String> {
    plan.target.as_ref().map(TargetAnswer::to_string)
}

/// Where an exercise stands.
pub(crate) fn state_of(exercise: &Exercise, state: &State, today: Date) -> ExerciseState {
    let Some(work) = state.work(&exercise.id) else { return ExerciseState::ToDo };
    let this_week = |date: Date| monday_of(date) == monday_of(today);
    if exercise.weekly && !work.passes().any(|pass| this_week(local_date(pass.at))) {
        return if work.touched_at().is_some_and(|at| this_week(local_date(at))) { ExerciseState::InHand } else { ExerciseState::ToDo };
    }
    work.best_proof().map_or(ExerciseState::InHand, |proof| ExerciseState::of_pass(exercise, proof))
}

/// An item as the plan has it.
pub(crate) fn item_view(course: &Course, planned: &Planned, exercise: &Exercise, learner: &Learner) -> PlannedItemView {
    let today = planned.request.today;
    let placed = planned.plan.as_ref().ok().and_then(|plan| plan.items.iter().find(|placed| placed.id == exercise.id));
    let state = planned.state_of(exercise, &learner.state, today);
    let is_other = planned.replaced.get(&exercise.id).is_some_and(|replaced| replaced.by == Stead::OtherPiece);
    let recorded = planned.replaced.get(&exercise.id).filter(|_| !is_other).map(|replaced| replaced.since);
    let passed = learner.state.work(&exercise.id).and_then(|work| work.passes().next().map(|pass| local_date(pass.at)));
    let why = match (placed, passed) {
        (Some(placed), _) if placed.weekly => "It comes back every week.".to_owned(),
        (Some(placed), _) => placed.reason.to_string(),
        (None, Some(day)) => format!("Passed on {}.", spoken(day)),
        (None, None) if is_other => "Another piece that you published counts in its place.".to_owned(),
        (None, None) if let Some(Some(day)) = recorded => format!("On record since {}.", spoken(day)),
        (None, None) if recorded.is_some() => "On record.".to_owned(),
        (None, None) if exercise.beside_plan => "Practice beside the plan.".to_owned(),
        (None, None) => "Not in the plan.".to_owned(),
    };
    PlannedItemView {
        id: exercise.id.to_string(),
        title: exercise.title.clone(),
        kind: exercise.kind.word().to_owned(),
        track: course.track_title(exercise),
        minutes: u32::from(exercise.minutes),
        state,
        first: placed.map(|placed| placed.first).or(passed).or(recorded.flatten()).map(|date| date.to_string()),
        last: placed.map(|placed| placed.last).or(passed).or(recorded.flatten()).map(|date| date.to_string()),
        why,
        before_interview: placed.is_some_and(|placed| matches!(placed.reason, Reason::BeforeDeadline { .. })),
        opens: opens(exercise),
    }
}

/// The most that a pass of an exercise can be.
pub(crate) fn passes_as(exercise: &Exercise) -> ExerciseState {
    let rests_on_word = exercise.kind == Kind::Write && exercise.proof == Proof::SelfReported;
    ExerciseState::of_pass(exercise, if rests_on_word { Proof::SelfReported } else { Proof::Verified })
}
