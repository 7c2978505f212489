//! How the totals of a plan come about: every figure with its summands.

use crate::course::Course;
use crate::planning::{Planned, hours};
use crate::view::{CutView, FigureView, PartView, ReckoningLine, ReckoningView};
use footbridge_planner::{Plan, PlanError, Request, Total, plan, spoken};
use std::collections::{BTreeMap, BTreeSet};

/// Names of the days, Monday first, as the minutes of a week are kept.
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Sittings named behind the end of a plan.
const LAST_SITTINGS: usize = 5;

/// How the whole comes about, in words and numbers.
pub(crate) fn reckoning(course: &Course, planned: &Planned) -> ReckoningView {
    let minutes_a_week = planned.request.calendar.minutes_a_week();
    let plan = match &planned.plan {
        Ok(plan) => plan,
        Err(error) => return no_reckoning(minutes_a_week, error),
    };
    let total = plan.reckoning.planned.minutes;
    ReckoningView {
        answer: format!("{} of work: at {} a week it ends on {}.", hours(total), hours(minutes_a_week), spoken(plan.ends)),
        minutes: total,
        minutes_a_week,
        weeks: planned.weeks(),
        ends: Some(plan.ends.to_string()),
        target: plan.target.as_ref().map(ToString::to_string),
        figures: figures(course, planned, plan),
        lines: lines(course, planned, plan),
        cuts: cuts(course, plan),
        problem: None,
        shared: None,
    }
}

fn no_reckoning(minutes_a_week: u32, error: &PlanError) -> ReckoningView {
    ReckoningView {
        answer: "There is no plan yet.".to_owned(),
        minutes: 0,
        minutes_a_week,
        weeks: 0,
        ends: None,
        target: None,
        figures: Vec::new(),
        lines: Vec::new(),
        cuts: Vec::new(),
        problem: Some(error.to_string()),
        shared: None,
    }
}

/// The steps, and what is counted beside them.
fn lines(course: &Course, planned: &Planned, plan: &Plan) -> Vec<ReckoningLine> {
    let reckoning = &plan.reckoning;
    let line = |title: &str, total: &Total, how: String, parts: Vec<PartView>| ReckoningLine {
        title: title.to_owned(),
        items: total.items,
        minutes: total.minutes,
        how,
        parts,
    };
    let mut lines: Vec<ReckoningLine> = Vec::new();
    for (number, total) in &reckoning.steps {
        let average = total.minutes / total.items.max(1);
        let how = format!("{} pieces of work, {average} minutes each on average", total.items);
        lines.push(line(&step_title(course, *number), total, how, pieces(planned, plan, *number)));
    }
    if reckoning.weekly.minutes > 0 {
        let weeks = plan.sessions.iter().filter_map(|session| session.occurrence).collect::<BTreeSet<_>>().len();
        let how = if weeks == 1 { "once".to_owned() } else { format!("once in each of {weeks} weeks") };
        lines.push(line("Of that, what comes back every week", &reckoning.weekly, how, Vec::new()));
    }
    if reckoning.done.minutes > 0 {
        lines.push(line("Done already", &reckoning.done, "not in the total".to_owned(), Vec::new()));
    }
    lines
}

fn step_title(course: &Course, number: u8) -> String {
    let step = course.pack.path.steps.iter().find(|step| step.number == number);
    step.map_or_else(|| format!("Step {number}"), |step| format!("Step {number}: {}", step.title))
}

/// The pieces of work of one step with the minutes that the plan holds of each.
fn pieces(planned: &Planned, plan: &Plan, step: u8) -> Vec<PartView> {
    let mut minutes: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for session in &plan.sessions {
        let (sum, weeks) = minutes.entry(session.item.as_str()).or_default();
        *sum += u32::from(session.minutes);
        *weeks += u32::from(session.occurrence.is_some());
    }
    let in_step = planned.request.items.iter().filter(|item| item.step == step);
    in_step
        .filter_map(|item| {
            let (sum, weeks) = minutes.get(item.id.as_str())?;
            let label = if *weeks > 1 { format!("{}, {weeks} times", item.title) } else { item.title.clone() };
            Some(PartView { label, value: hours(*sum) })
        })
        .collect()
}

/// The figures a learner is told, each with how it comes about.
fn figures(course: &Course, planned: &Planned, plan: &Plan) -> Vec<FigureView> {
    let part = |label: String, value: String| PartView { label, value };
    let reckoning = &plan.reckoning;
    let calendar = &planned.request.calendar;
    let steps = reckoning.steps.iter().map(|(number, total)| part(step_title(course, *number), hours(total.minutes)));
    let days = DAYS.iter().zip(calendar.minutes).map(|(day, minutes)| part((*day).to_owned(), hours(u32::from(minutes))));
    let off = calendar.days_off.iter().filter(|day| **day >= calendar.start && **day <= plan.ends).count();
    let last = &plan.sessions[plan.sessions.len().saturating_sub(LAST_SITTINGS)..];
    let title = |id: &str| course.pack.exercise(id).map_or_else(|| id.to_owned(), |exercise| exercise.title.clone());
    let figure = |label: &str, value: String, how: String, parts: Vec<PartView>| FigureView { label: label.to_owned(), value, how, parts };
    let mut figures = vec![
        figure(
            "In all",
            hours(reckoning.planned.minutes),
            "The minutes of all work that is not done yet. What comes back every week counts once for each week.".to_owned(),
            steps.collect(),
        ),
        figure("A week", hours(calendar.minutes_a_week()), "The minutes you gave to each day.".to_owned(), days.collect()),
        figure(
            "Weeks",
            planned.weeks().to_string(),
            format!("Calendar weeks from {} to {}, the first and the last included.", spoken(calendar.start), spoken(plan.ends)),
            vec![
                part("Days off among them".to_owned(), off.to_string()),
                part("Time there is from today on".to_owned(), hours(reckoning.available)),
                part("Of that planned".to_owned(), hours(reckoning.planned.minutes)),
                part(
                    "Left over: too short for a sitting, or before work that must wait".to_owned(),
                    hours(reckoning.available.saturating_sub(reckoning.planned.minutes)),
                ),
            ],
        ),
        figure(
            "Ends",
            spoken(plan.ends),
            "The day of the last sitting. These are the last ones:".to_owned(),
            last.iter().map(|session| part(title(session.item.as_str()), spoken(session.date))).collect(),
        ),
    ];
    if !plan.cuts.is_empty() {
        let minutes: u32 = plan.cuts.iter().map(|cut| cut.minutes).sum();
        let how =
            without_cuts(&planned.request, plan).map_or_else(String::new, |ends| format!(" Without all of it the plan ends on {ends}."));
        figures.push(figure(
            "Could be cut",
            hours(minutes),
            format!("No milestone waits for these, so they go first, in this order.{how}"),
            plan.cuts.iter().map(|cut| part(cut.title.clone(), hours(cut.minutes))).collect(),
        ));
    }
    figures
}

/// When the plan would end if everything were cut that could be.
fn without_cuts(request: &Request, full: &Plan) -> Option<String> {
    let is_cut = |id: &footbridge_verdict::ExerciseId| full.cuts.iter().any(|cut| cut.id == *id);
    let mut items = request.items.clone();
    items.retain(|item| !is_cut(&item.id));
    for item in &mut items {
        item.requires.retain(|id| !is_cut(id));
    }
    let shorter = Request { items, ..request.clone() };
    plan(&shorter).ok().map(|plan| spoken(plan.ends))
}

fn cuts(course: &Course, plan: &Plan) -> Vec<CutView> {
    let why = |id: &str| {
        let weekly = course.pack.exercise(id).is_some_and(|exercise| exercise.weekly);
        if weekly { "it comes back every week and no milestone waits for it" } else { "no milestone waits for it" }
    };
    plan.cuts.iter().map(|cut| CutView { title: cut.title.clone(), minutes: cut.minutes, why: why(cut.id.as_str()).to_owned() }).collect()
}
