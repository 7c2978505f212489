//! Interviews that are agreed on: what prepares for the nearest one comes before all other work.

use crate::course::Course;
use crate::jobs::InterviewAhead;
use crate::planning::Planned;
use crate::view::InterviewAheadView;
use footbridge_planner::Deadline;
use footbridge_verdict::ExerciseId;
use jiff::civil::Date;

/// What the day is called in reasons. The company is not named: the plan is shown in more places than the applications are.
const CALLED: &str = "your interview";

/// The work that is wanted before the nearest interview, the shortest first: where not all of it fits, as much as can be is whole. On the day
/// itself it is too late for any.
pub(crate) fn deadline(course: &Course, ahead: &[InterviewAhead], today: Date) -> Option<Deadline> {
    let ahead = ahead.iter().find(|ahead| ahead.on > today)?;
    let work = course.pack.path.steps.iter().flat_map(|step| &step.work).filter(|work| work.before_interview);
    let mut items: Vec<ExerciseId> = work.flat_map(|work| &work.items).map(|id| id.as_ref().clone()).collect();
    items.sort_by_key(|id| course.pack.exercise(id.as_str()).map(|exercise| exercise.minutes));
    (!items.is_empty()).then(|| Deadline { what: CALLED.to_owned(), on: ahead.on, items })
}

/// Every interview ahead, the nearest first, with what prepares for the one that the plan is made for.
pub(crate) fn interview_views(planned: &Planned) -> Vec<InterviewAheadView> {
    let deadline = planned.plan.as_ref().ok().and_then(|plan| plan.deadline.as_ref());
    let view = |ahead: &InterviewAhead| InterviewAheadView {
        company: ahead.company.clone(),
        opens: format!("/applications?open={}", ahead.application),
        on: ahead.on.to_string(),
        says: format!("It is on {}, {}.", ahead.on.strftime("%A %-d %B %Y"), until((ahead.on - planned.request.today).get_days())),
        prepares: deadline.filter(|deadline| deadline.on == ahead.on).map(ToString::to_string),
    };
    planned.records.interviews_ahead.iter().map(view).collect()
}

fn until(days: i32) -> String {
    match days {
        ..=0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    }
}
