use crate::learner::Learner;
use crate::path::milestone_view;
use crate::planning::{Planned, hours, item_view, local_date, pace_words, state_of};
use crate::view::{LastVerdictView, PlannedItemView, TodayView};
use crate::{App, Trouble};
use footbridge_planner::{Plan, spoken};
use jiff::civil::Date;

impl App {
    /// What to do today, and why.
    pub fn day(&self) -> Result<TodayView, Trouble> {
        self.with_learner(|learner| {
            let planned = self.planned(learner);
            match &planned.plan {
                Ok(plan) => self.day_of(learner, &planned, plan),
                Err(error) => {
                    TodayView { answer: "Nothing can be planned yet".to_owned(), empty: Some(error.to_string()), ..blank(self.today()) }
                }
            }
        })
    }

    fn day_of(&self, learner: &Learner, planned: &Planned, plan: &Plan) -> TodayView {
        let today = self.today();
        let mut items = self.items_of_day(learner, planned, plan, today);
        let minutes: u32 = items.iter().map(|item| item.minutes).sum();
        let planned_words = if minutes == 0 { "Nothing planned today".to_owned() } else { format!("{} planned today", hours(minutes)) };
        let answer = match self.in_hand(learner, planned, &items) {
            Some(item) => {
                items.insert(0, item);
                format!("{planned_words}, and something in hand")
            }
            None => planned_words,
        };
        let week = (today >= planned.request.calendar.start).then(|| planned.week_of(today));
        let steps = &self.course.pack.path.steps;
        let milestones = steps.iter().map(|step| milestone_view(&self.course, planned, step, learner));
        TodayView {
            date: today.to_string(),
            week,
            weeks: planned.weeks(),
            answer,
            pace: pace_words(plan),
            empty: items.is_empty().then(|| next_words(plan, today)),
            items,
            milestone: milestones.into_iter().find(|milestone| !milestone.reached),
            last_verdict: self.last_verdict(learner),
        }
    }

    fn items_of_day(&self, learner: &Learner, planned: &Planned, plan: &Plan, day: Date) -> Vec<PlannedItemView> {
        let mut items: Vec<PlannedItemView> = Vec::new();
        for session in plan.sessions.iter().filter(|session| session.date == day) {
            let Some(exercise) = self.course.pack.exercise(session.item.as_str()) else { continue };
            let mut view = item_view(&self.course, planned, exercise, learner);
            view.minutes = u32::from(session.minutes);
            if session.parts > 1 {
                view.why = format!("Part {} of {}. {}", session.part, session.parts, view.why);
            }
            items.push(view);
        }
        let in_hand = |item: &PlannedItemView| {
            let exercise = self.course.pack.exercise(&item.id);
            exercise.is_some_and(|exercise| state_of(exercise, &learner.state, day) == "in-hand")
        };
        let weekly = |item: &PlannedItemView| self.course.pack.exercise(&item.id).is_some_and(|exercise| exercise.weekly);
        items.sort_by_key(|item| (!in_hand(item), weekly(item)));
        items
    }

    /// What was worked on last and is not right yet, when today's plan does not hold it.
    fn in_hand(&self, learner: &Learner, planned: &Planned, of_today: &[PlannedItemView]) -> Option<PlannedItemView> {
        let touched = |work: &footbridge_journal::Work| work.last_attempt().map(|attempt| attempt.at).or(work.started_at);
        let open = learner.state.exercises.iter().filter(|(_, work)| work.best_proof().is_none());
        let (id, work) = open.max_by_key(|(_, work)| touched(work))?;
        if of_today.iter().any(|item| item.id == id.as_str()) {
            return None;
        }
        let exercise = self.course.pack.exercise(id.as_str())?;
        let day = spoken(local_date(touched(work)?));
        let why = match work.last_attempt() {
            Some(_) => format!("You checked it on {day}, and it is not right yet."),
            None => format!("You began it on {day}."),
        };
        Some(PlannedItemView { why, ..item_view(&self.course, planned, exercise, learner) })
    }

    fn last_verdict(&self, learner: &Learner) -> Option<LastVerdictView> {
        let attempts = learner.state.exercises.values().filter_map(|work| work.last_attempt());
        let last = attempts.max_by_key(|attempt| (attempt.at, attempt.event))?;
        let checked = &last.checked;
        let title = self.course.pack.exercise(checked.exercise.as_str()).map_or_else(|| checked.exercise.to_string(), |e| e.title.clone());
        Some(LastVerdictView {
            exercise: checked.exercise.to_string(),
            title,
            outcome: crate::work::outcome_id(checked.outcome).to_owned(),
            summary: checked.summary.clone(),
            at: last.at.to_string(),
        })
    }
}

fn next_words(plan: &Plan, today: Date) -> String {
    match plan.sessions.iter().find(|session| session.date > today) {
        Some(next) => format!("The next work is “{}” on {}.", next.title, spoken(next.date)),
        None => "Everything on the path is done.".to_owned(),
    }
}

fn blank(today: Date) -> TodayView {
    TodayView {
        date: today.to_string(),
        week: None,
        weeks: 0,
        answer: String::new(),
        pace: String::new(),
        items: Vec::new(),
        empty: None,
        milestone: None,
        last_verdict: None,
    }
}
