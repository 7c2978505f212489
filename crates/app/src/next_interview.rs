//! The nearest interview that is agreed on: what prepares for it comes before all other work.

use crate::course::Course;
use crate::jobs::InterviewAhead;
use crate::planning::Planned;
use crate::view::NextInterviewView;
use footbridge_content::Pack;
use footbridge_planner::{Deadline, Item};
use footbridge_verdict::ExerciseId;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What the day is called in reasons. The company is not named: the plan is shown in more places than the applications are.
const CALLED: &str = "your interview";

/// The work that is wanted before the nearest interview, the shortest first: where not all of it fits, as much as can be is whole. On the day
/// itself it is too late for any.
pub(crate) fn deadline(course: &Course, ahead: &[InterviewAhead], today: Date) -> Option<Deadline> {
    let ahead = ahead.iter().find(|ahead| ahead.on > today)?;
    let mut items: Vec<ExerciseId> = prepares(&course.pack).cloned().collect();
    items.sort_by_key(|id| course.pack.exercise(id.as_str()).map(|exercise| exercise.minutes));
    (!items.is_empty()).then(|| Deadline { what: CALLED.to_owned(), on: ahead.on, items })
}

fn prepares(pack: &Pack) -> impl Iterator<Item = &ExerciseId> {
    let work = pack.path.steps.iter().flat_map(|step| &step.work).filter(|work| work.before_interview);
    work.flat_map(|work| &work.items).map(|id| id.as_ref())
}

/// What leads to an interview, and is in the same step, is waited for no longer by what prepares for it.
pub(crate) fn waits_no_longer(pack: &Pack, items: &mut [Item]) {
    let prepares: BTreeSet<&ExerciseId> = prepares(pack).collect();
    let step_of = |id: &ExerciseId| pack.path.step_of(id.as_str()).map(|step| step.number);
    for item in items.iter_mut().filter(|item| prepares.contains(&item.id)) {
        item.requires.retain(|id| prepares.contains(id) || step_of(id) != Some(item.step));
    }
}

/// The nearest interview and what prepares for it; `None` when none is agreed on.
pub(crate) fn next_interview_view(planned: &Planned) -> Option<NextInterviewView> {
    let ahead = planned.records.interviews_ahead.first()?;
    let plan = planned.plan.as_ref().ok();
    Some(NextInterviewView {
        company: ahead.company.clone(),
        on: ahead.on.to_string(),
        says: format!("It is on {}, {}.", ahead.on.strftime("%A %-d %B %Y"), until((ahead.on - planned.request.today).get_days())),
        prepares: plan.and_then(|plan| plan.deadline.as_ref()).filter(|deadline| deadline.on == ahead.on).map(ToString::to_string),
    })
}

fn until(days: i32) -> String {
    match days {
        ..=0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    }
}
