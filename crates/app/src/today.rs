use crate::before_interview::interview_views;
use crate::course::opens;
use crate::learner::Learner;
use crate::path::milestone_view;
use crate::planning::{Planned, hours, item_view, local_date, pace_words, state_of};
use crate::retests::retests;
use crate::view::{ChallengeView, ExerciseState, LastVerdictView, MilestoneView, PlannedItemView, TodayView};
use crate::{App, Trouble};
use footbridge_content::Exercise;
use footbridge_planner::{Plan, Reason, monday_of, spoken};
use jiff::civil::Date;

impl App {
    /// What to do today, and why.
    pub fn day(&self) -> Result<TodayView, Trouble> {
        let booked = self.booked();
        let day = self.with_learner(|learner| {
            let planned = self.planned(learner);
            let day = match &planned.plan {
                Ok(plan) => self.day_of(learner, &planned, plan),
                Err(error) => {
                    TodayView { answer: "Nothing can be planned yet".to_owned(), empty: Some(error.to_string()), ..blank(self.today()) }
                }
            };
            TodayView { recall: self.recall_in_a_sentence(learner, booked), ..day }
        })?;
        // Contacts that cannot be read stand in nobody's way here; a notice beside it tells what is wrong with them.
        let people = self.people_of_the_day().unwrap_or_default();
        Ok(TodayView {
            people: people.says,
            people_due: people.due,
            people_suggested: people.suggested,
            applications: self.applications_due(),
            ..day
        })
    }

    fn day_of(&self, learner: &Learner, planned: &Planned, plan: &Plan) -> TodayView {
        let today = self.today();
        let mut items = self.items_of_day(learner, planned, plan, today);
        let minutes: u32 = items.iter().map(|item| item.minutes).sum();
        let retest = retests(&self.course, &learner.state, &planned.request.calendar, today).view(&learner.state);
        let planned_words = match minutes {
            0 if retest.is_some() => "A re-test today".to_owned(),
            0 => "Nothing planned today".to_owned(),
            _ => format!("{} planned today", hours(minutes)),
        };
        let answer = match self.in_hand(learner, planned, &items) {
            Some(item) => {
                let first = items.iter().take_while(|planned| planned.before_interview && !item.before_interview).count();
                items.insert(first, item);
                format!("{planned_words}, and something in hand")
            }
            None => planned_words,
        };
        let week = (today >= planned.request.calendar.start).then(|| planned.week_of(today));
        let next = if items.is_empty() { self.next_work(learner, planned, plan, today) } else { None };
        let steps = &self.course.pack.path.steps;
        let mut milestones = steps.iter().map(|step| milestone_view(&self.course, planned, step, learner));
        let milestone = milestones.find(|milestone| !milestone.reached);
        let empty = items.is_empty().then(|| match (&next, &milestone) {
            (Some((day, next)), _) => format!("The next work is “{}” on {}.", next.title, spoken(*day)),
            (None, Some(MilestoneView { title, record: Some(record), .. })) => {
                format!("All work is done. Still open: {title}. {}.", record.says)
            }
            (None, _) => "Everything on the path is done.".to_owned(),
        });
        TodayView {
            date: today.to_string(),
            week,
            weeks: planned.weeks(),
            answer,
            pace: pace_words(plan),
            empty,
            next: next.map(|(_, next)| next),
            items,
            milestone,
            last_verdict: self.last_verdict(learner),
            retest,
            challenge: self.challenge(learner),
            recall: None,
            people: None,
            people_due: Vec::new(),
            people_suggested: Vec::new(),
            interviews: interview_views(planned),
            applications: Vec::new(),
        }
    }

    /// What is offered anew this week and not done yet. Nothing is owed: a week that passes without it is not counted anywhere.
    fn challenge(&self, learner: &Learner) -> Option<ChallengeView> {
        let mut offered = self.course.pack.exercises.iter().filter(|exercise| exercise.offered);
        let fresh = |exercise: &&Exercise| {
            let passed = learner.state.work(&exercise.id).and_then(|work| work.passes().next_back());
            // Before the first time it is ordinary work of the plan.
            passed.is_some_and(|pass| monday_of(local_date(pass.at)) != monday_of(self.today()))
        };
        offered.find(fresh).map(|exercise| {
            let variant = self.variant_in_hand(exercise, learner);
            // What is special about this week stands in the brief as a quotation.
            let special = variant.brief.lines().find_map(|line| line.strip_prefix("> ")).unwrap_or_default();
            ChallengeView {
                title: variant.title.clone(),
                says: footbridge_prose::plain_text(special).trim().to_owned(),
                minutes: u32::from(variant.minutes),
                opens: opens(variant),
            }
        })
    }

    /// The first work of the next day that has any.
    fn next_work(&self, learner: &Learner, planned: &Planned, plan: &Plan, today: Date) -> Option<(Date, PlannedItemView)> {
        let day = plan.sessions.iter().map(|session| session.date).find(|date| *date > today)?;
        Some((day, self.items_of_day(learner, planned, plan, day).into_iter().next()?))
    }

    fn items_of_day(&self, learner: &Learner, planned: &Planned, plan: &Plan, day: Date) -> Vec<PlannedItemView> {
        let mut items: Vec<PlannedItemView> = Vec::new();
        for session in plan.sessions.iter().filter(|session| session.date == day) {
            let Some(exercise) = self.course.pack.exercise(session.item.as_str()) else { continue };
            let mut view = item_view(&self.course, planned, exercise, learner);
            view.minutes = u32::from(session.minutes);
            let reason = plan.reason_of(session);
            view.before_interview = matches!(reason, Some(Reason::BeforeDeadline { .. }));
            if session.parts > 1 {
                let why = reason.map_or(view.why, |reason| reason.to_string());
                view.why = format!("Part {} of {}. {why}", session.part, session.parts);
            }
            items.push(view);
        }
        let in_hand = |item: &PlannedItemView| {
            let exercise = self.course.pack.exercise(&item.id);
            exercise.is_some_and(|exercise| state_of(exercise, &learner.state, day) == ExerciseState::InHand)
        };
        let weekly = |item: &PlannedItemView| self.course.pack.exercise(&item.id).is_some_and(|exercise| exercise.weekly);
        items.sort_by_key(|item| (!item.before_interview, !in_hand(item), weekly(item)));
        items
    }

    /// What was worked on last and is not right yet, when today's plan does not hold it.
    fn in_hand(&self, learner: &Learner, planned: &Planned, of_today: &[PlannedItemView]) -> Option<PlannedItemView> {
        let in_hand = |exercise: &Exercise| planned.state_of(exercise, &learner.state, self.today()) == ExerciseState::InHand;
        let worked_on = learner.state.exercises.iter().filter_map(|(id, work)| Some((self.course.pack.exercise(id.as_str())?, work)));
        let (exercise, work) = worked_on.filter(|(exercise, _)| in_hand(exercise)).max_by_key(|(_, work)| work.touched_at())?;
        if of_today.iter().any(|item| item.id == exercise.id.as_str()) {
            return None;
        }
        let day = |at| spoken(local_date(at));
        // A check that could not run says nothing about the answer.
        let why = match work.counted_attempts().next_back() {
            Some(attempt) => format!("You checked it on {}, and it is not right yet.", day(attempt.at)),
            None => format!("You began it on {}.", day(work.started_at?)),
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

fn blank(today: Date) -> TodayView {
    TodayView {
        date: today.to_string(),
        week: None,
        weeks: 0,
        answer: String::new(),
        pace: String::new(),
        items: Vec::new(),
        empty: None,
        next: None,
        milestone: None,
        last_verdict: None,
        retest: None,
        challenge: None,
        recall: None,
        people: None,
        people_due: Vec::new(),
        people_suggested: Vec::new(),
        interviews: Vec::new(),
        applications: Vec::new(),
    }
}
