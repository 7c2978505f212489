//! All applications with their history, to be printed: some offices ask for it.

use crate::application::{Application, FollowedUp, Reason, StageName};
use crate::funnel::{Step, funnel, reasons};
use jiff::civil::Date;

/// What is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// First and last day it covers: the first stage of all, and the day it was made.
    pub from: Option<Date>,
    /// The day it was made.
    pub until: Date,
    /// Applications, the latest beginning last.
    pub rows: Vec<Row>,
    /// How many are not over.
    pub open: u32,
    /// How many are over.
    pub over: u32,
    /// From stage to stage.
    pub steps: Vec<Step>,
    /// Why companies said no.
    pub reasons: Vec<(Reason, u32)>,
}

/// One application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Id of the application.
    pub application: String,
    /// Where.
    pub company: String,
    /// As what.
    pub role: String,
    /// Every stage with its day and the days until the next, or until the report for the last one that is no end.
    pub history: Vec<(StageName, Date, Option<i32>)>,
    /// When the person followed up, and how.
    pub followed_up: Vec<FollowedUp>,
    /// The day of the interview that was agreed on last, unless the application ended before it.
    pub interview_on: Option<Date>,
    /// The day on which the person wanted to be reminded last, unless the application ended before it.
    pub remind_on: Option<Date>,
    /// Every résumé that was sent, with its day; may be empty.
    pub resumes: String,
    /// Every letter that was sent, with its day; may be empty.
    pub letters: String,
    /// Why it ended, when the company ended it.
    pub reason: Option<Reason>,
    /// The company's words, when it said any.
    pub said: Option<String>,
}

/// Makes the report. Applications of which nothing is recorded stand last.
pub fn report(applications: &[Application], today: Date) -> Report {
    let mut sorted: Vec<&Application> = applications.iter().collect();
    let begins = |application: &Application| application.stages.iter().map(|stage| stage.on).min();
    sorted.sort_by_key(|application| {
        (begins(application).is_none(), begins(application), application.company.clone(), application.id.clone())
    });
    let over = applications.iter().filter(|application| application.is_over()).count();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Report {
        from: applications.iter().filter_map(begins).min(),
        until: today,
        rows: sorted.iter().map(|application| row(application, today)).collect(),
        open: count(applications.len() - over),
        over: count(over),
        steps: funnel(applications),
        reasons: reasons(applications),
    }
}

fn row(application: &Application, today: Date) -> Row {
    let mut stages = application.stages.clone();
    stages.sort_by_key(|stage| stage.on);
    let days = |at: usize, from: Date| {
        let until = stages.get(at + 1).map(|next| next.on).or((!stages[at].name.is_end()).then_some(today));
        until.map(|until| (until - from).get_days().max(0))
    };
    Row {
        application: application.id.clone(),
        company: application.company.clone(),
        role: application.role.clone(),
        history: stages.iter().enumerate().map(|(at, stage)| (stage.name, stage.on, days(at, stage.on))).collect(),
        followed_up: application.followed_up.clone(),
        interview_on: application.interview_on(),
        remind_on: application.reminder_on(),
        resumes: application.resumes_sent(),
        letters: application.letters_sent(),
        reason: application.rejection.as_ref().map(|rejection| rejection.reason),
        said: application.rejection.as_ref().map(|rejection| rejection.said.clone()).filter(|said| !said.is_empty()),
    }
}
