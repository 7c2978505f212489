use super::applications::ApplicationDueView;
use super::path::{MilestoneView, PlannedItemView};
use serde::Serialize;
use utoipa::ToSchema;

/// The first screen.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TodayView {
    /// Today.
    pub date: String,
    /// Week of the plan, from 1; `None` before the start.
    pub week: Option<u32>,
    /// Weeks in all.
    pub weeks: u32,
    /// The answer: "55 minutes planned today".
    pub answer: String,
    /// "Ends 2 June at the planned pace, 30 June at yours."
    pub pace: String,
    /// What to do today, the first thing first. Work in hand comes before new work.
    pub items: Vec<PlannedItemView>,
    /// When `items` is empty: why, and what comes next.
    pub empty: Option<String>,
    /// When `items` is empty: the next work of the plan. It can be begun before its day.
    pub next: Option<PlannedItemView>,
    /// The next milestone that is not reached.
    pub milestone: Option<MilestoneView>,
    /// The last verdict, when there is one.
    pub last_verdict: Option<LastVerdictView>,
    /// How many cards are due and in how many minutes they fit: "12 cards are due; 8 of them fit into 15 min today."; `None` when none is.
    pub recall: Option<String>,
    /// How this week stands with people, in one sentence that names nobody; `None` as long as there are no contacts.
    pub people: Option<String>,
    /// Who waits to hear from the learner, the longest due first; the first few.
    pub people_due: Vec<super::people::DueView>,
    /// Whom to write to for the first time: the first few, as long as this week asks for somebody.
    pub people_suggested: Vec<super::people::SuggestedView>,
    /// Interviews that are agreed on, the nearest first.
    pub interviews: Vec<super::InterviewAheadView>,
    /// What it is time for about applications, the longest due first.
    pub applications: Vec<ApplicationDueView>,
    /// A passed exercise that is to be shown once more today, counted apart; the plan leaves its minutes free.
    pub retest: Option<RetestView>,
    /// What is offered anew this week, once it was done for the first time; nothing is owed.
    pub challenge: Option<ChallengeView>,
}

/// A passed exercise that comes back with other numbers after 14 days.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RetestView {
    /// Exercise.
    pub id: String,
    /// Title.
    pub title: String,
    /// Minutes.
    pub minutes: u32,
    /// When it was passed, and what became of an earlier re-test.
    pub why: String,
    /// What the plan leaves to it today.
    pub room: String,
    /// Where it opens.
    pub opens: String,
    /// What to type.
    pub command: String,
    /// Its new numbers are in hand.
    pub begun: bool,
    /// How many wait for another day: there is one a day.
    pub waiting: u32,
}

/// Something offered, not planned.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChallengeView {
    /// Title.
    pub title: String,
    /// What it is about this week.
    pub says: String,
    /// Minutes.
    pub minutes: u32,
    /// Where it opens.
    pub opens: String,
}

/// The last verdict.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LastVerdictView {
    /// Exercise.
    pub exercise: String,
    /// Its title.
    pub title: String,
    /// `pass`, `revise`, `unreadable`, `not-run`.
    pub outcome: String,
    /// One sentence.
    pub summary: String,
    /// When.
    pub at: String,
}
