use super::prose::Block;
use serde::Serialize;
use utoipa::ToSchema;

/// The whole way.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PathView {
    /// "First interview by 2 June 2027", or what stands in the way.
    pub answer: String,
    /// "162 hours in all · 6 a week · started 1 December".
    pub reckoning: String,
    /// First day of the plan.
    pub start: String,
    /// Last day.
    pub ends: Option<String>,
    /// Today, and the week of the plan it falls in (fractional, from 0).
    pub today: String,
    /// Weeks in all.
    pub weeks: u32,
    /// The five steps with their bars.
    pub steps: Vec<StepView>,
    /// Every week with its work, dated.
    pub plan_weeks: Vec<WeekView>,
    /// What moved since Monday.
    pub moved: Vec<MovedView>,
    /// What is said about the target date.
    pub target: Option<String>,
    /// Interviews that are agreed on, the nearest first: work for it comes first.
    pub interviews: Vec<InterviewAheadView>,
    /// Conflicts between sources, resolved in the open.
    pub conflicts: Vec<ConflictView>,
    /// How the total comes about, and what would be cut.
    pub details: super::person::ReckoningView,
}

/// One of the five steps of the path.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StepView {
    /// Id.
    pub id: String,
    /// 1 to 5.
    pub number: u8,
    /// Title.
    pub title: String,
    /// What it is for.
    pub summary: Vec<Block>,
    /// "Weeks 1–8" as the guide has it.
    pub weeks_in_guide: String,
    /// First planned or worked day.
    pub first: Option<String>,
    /// Last planned day.
    pub last: Option<String>,
    /// Minutes in all.
    pub minutes: u32,
    /// Minutes of what is passed.
    pub minutes_done: u32,
    /// What it asks for.
    pub work: Vec<StepWorkView>,
    /// Its milestone.
    pub milestone: MilestoneView,
}

/// One line of a step's work.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StepWorkView {
    /// What.
    pub title: String,
    /// Lessons and exercises that do it.
    pub items: Vec<PlannedItemView>,
    /// The learner's own record that does it too.
    pub record: Option<RecordView>,
    /// Named resources.
    pub resources: Vec<ResourceView>,
}

/// Something to read, watch or join.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResourceView {
    /// Title.
    pub title: String,
    /// By whom.
    pub by: String,
    /// Address.
    pub url: String,
    /// `course`, `video`, `text`, `tool`, `community`, `event`.
    pub kind: String,
    /// Costs nothing.
    pub free: bool,
    /// What it is good for.
    pub note: String,
}

/// A milestone, computed from evidence.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MilestoneView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Step it belongs to.
    pub step: String,
    /// Planned date; of one that is reached, the day since when it is.
    pub date: Option<String>,
    /// Reached.
    pub reached: bool,
    /// The weakest of what it is reached by: `verified`, `structure-verified` or `self-reported`; nothing until then.
    pub proof: Option<super::ExerciseState>,
    /// What it needs.
    pub needs: Vec<PlannedItemView>,
    /// The learner's own record that alone reaches it; `None` when what it needs does.
    pub record: Option<RecordView>,
}

/// An interview that is agreed on, for the learner's own screens alone.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct InterviewAheadView {
    /// With whom.
    pub company: String,
    /// Where its application is.
    pub opens: String,
    /// The day.
    pub on: String,
    /// "It is on Monday 14 December 2026, in 16 days."
    pub says: String,
    /// How much of the work that prepares for it is planned before the day, of the nearest that is not today.
    pub prepares: Option<String>,
}

/// What a learner's own record says was done: conversations, published pieces, researched companies, interviews.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RecordView {
    /// How many there are.
    pub done: u32,
    /// How many are wanted.
    pub of: u32,
    /// Of what: "companies researched".
    pub what: String,
    /// Both in words.
    pub says: String,
    /// The screen the record is kept on.
    pub opens: String,
}

/// A lesson or exercise as the plan has it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlannedItemView {
    /// Id of the lesson or exercise.
    pub id: String,
    /// Title.
    pub title: String,
    /// `lesson`, `sql`, `read`, `choice`, `numeric`, `write`.
    pub kind: String,
    /// Track title.
    pub track: String,
    /// Minutes: of the whole item, or of today's part.
    pub minutes: u32,
    /// Where it stands.
    pub state: super::ExerciseState,
    /// Planned first day.
    pub first: Option<String>,
    /// Planned last day.
    pub last: Option<String>,
    /// Why it stands where it stands: one sentence.
    pub why: String,
    /// It comes before its turn, for an interview that is agreed on: private, as the interview is.
    pub before_interview: bool,
    /// Where it opens in the app: `/work/<id>` or `/lesson/<id>`.
    pub opens: String,
}

/// One week of the plan.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WeekView {
    /// From 1.
    pub number: u32,
    /// Monday, or the first day.
    pub from: String,
    /// Sunday.
    pub to: String,
    /// Minutes planned.
    pub minutes: u32,
    /// Minutes there are.
    pub available: u32,
    /// "Load, capacity and what breaks first": the titles of those weeks of the learning plan that begin in this one.
    pub title: Option<String>,
    /// Interview questions of that week of the learning plan.
    pub questions: Vec<String>,
    /// What is done in it.
    pub items: Vec<PlannedItemView>,
}

/// What moved.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MovedView {
    /// What.
    pub title: String,
    /// From which day; `None` for new work.
    pub from: Option<String>,
    /// To which day; `None` when cut.
    pub to: Option<String>,
    /// Why.
    pub why: String,
}

/// Sources that disagree.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ConflictView {
    /// About what.
    pub about: String,
    /// Who says what, and what we do about it.
    pub says: Vec<Block>,
}
