//! When to ask again.

use crate::application::{Application, StageName};
use jiff::ToSpan;
use jiff::civil::Date;

/// Something to do about an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Id of the application.
    pub application: String,
    /// Since when it is time.
    pub due: Date,
    /// What to do, in one sentence.
    pub what: &'static str,
    /// Whether somebody who is known there can help with it.
    pub through_somebody: bool,
}

/// A rule: days after the last sign of life, and what to do then.
struct Rule {
    after_days: i32,
    what: &'static str,
    through_somebody: bool,
}

const fn rule(after_days: i32, what: &'static str) -> Rule {
    Rule { after_days, what, through_somebody: false }
}

const fn through_somebody(after_days: i32, what: &'static str) -> Rule {
    Rule { through_somebody: true, ..rule(after_days, what) }
}

const CLOSE: Rule = rule(21, "Nobody has answered. Close it as “no answer”, or write to somebody else there.");

const FOUND: [Rule; 1] = [rule(7, "Apply, or drop it.")];
const APPLIED: [Rule; 3] = [
    through_somebody(10, "Ask whether it arrived, if you can through somebody you know there."),
    rule(10, "Ask once more, with one new thing: a piece you published, an exercise you passed."),
    CLOSE,
];
const SCREEN: [Rule; 3] = [rule(1, "Thank them, in two sentences."), rule(6, "Ask about the next step."), CLOSE];
const INTERVIEW: [Rule; 3] =
    [rule(1, "Thank each of them, with one thing you took from the conversation."), rule(6, "Ask when they decide."), CLOSE];
const OFFER: [Rule; 2] = [rule(2, "Answer the offer, or ask for the time you need."), rule(3, "Answer the offer.")];

const WAS_IT_HELD: &str = "Say how it went: move it to “interview”, or note the day to which it was moved.";

/// What comes due in a stage, one after the other; each follow-up since the stage began moves to the next.
fn rules(stage: StageName) -> &'static [Rule] {
    match stage {
        StageName::Found => &FOUND,
        StageName::Applied => &APPLIED,
        StageName::Screen | StageName::Exercise => &SCREEN,
        StageName::Interview | StageName::Final => &INTERVIEW,
        StageName::Offer => &OFFER,
        StageName::Accepted | StageName::Rejected | StageName::Withdrawn | StageName::NoAnswer => &[],
    }
}

/// Everything it is time for today, the longest due first. The clock runs from the current stage, and every follow-up and every new stage
/// resets it. A reminder that the person set stands instead of the rule until something happens on or after its day.
pub fn follow_ups(applications: &[Application], today: Date) -> Vec<FollowUp> {
    let mut due: Vec<FollowUp> =
        applications.iter().filter_map(|application| next(application, today)).filter(|follow_up| follow_up.due <= today).collect();
    due.sort_by(|a, b| (a.due, &a.application).cmp(&(b.due, &b.application)));
    due
}

fn next(application: &Application, today: Date) -> Option<FollowUp> {
    if application.is_over() {
        return None;
    }
    let stage = application.current()?;
    let since: Vec<Date> = application.followed_up.iter().map(|done| done.on).filter(|on| *on >= stage.on).collect();
    let last = since.iter().copied().max().unwrap_or(stage.on);
    // A day that was agreed on has passed, and nothing was written down since.
    let passed = |on: Date| on < today && on > last && application.remind_on.is_none_or(|reminder| reminder <= on);
    if let Some(interview) = application.interview.as_ref().filter(|interview| passed(interview.on)) {
        return Some(FollowUp {
            application: application.id.clone(),
            due: interview.on.saturating_add(1.day()),
            what: WAS_IT_HELD,
            through_somebody: false,
        });
    }
    let rules = rules(stage.name);
    let rule = rules.get(since.len()).or(rules.last())?;
    let reminder = application.remind_on.filter(|on| *on > last);
    let due = reminder.unwrap_or_else(|| last.saturating_add(rule.after_days.days()));
    Some(FollowUp { application: application.id.clone(), due, what: rule.what, through_somebody: rule.through_somebody })
}
