use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the app is running on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SessionView {
    /// Version of Footbridge.
    pub version: String,
    /// The learner's folder.
    pub folder: String,
    /// Whether the folder has a profile. Without one, only onboarding, the guide and `Open my own file` are of use.
    pub onboarded: bool,
    /// Whether this is the sample learner.
    pub sample: bool,
    /// Today in the learner's time zone.
    pub today: String,
    /// Exercises passed and in all, for the rail.
    pub exercises_open: u32,
    /// Pieces of evidence, for the rail.
    pub evidence: u32,
    /// Anything about the folder that the learner should know: a torn line, a newer format. Shown on every screen until mended.
    pub notices: Vec<NoticeView>,
    /// Paths of the app's development pages exist.
    pub development: bool,
}

/// One sentence about the state of the folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct NoticeView {
    /// What is so.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

/// Who the learner is: the answers of onboarding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProfileView {
    /// Name on the portfolio; may be empty.
    #[serde(default)]
    pub name: String,
    /// `technical-skill`, `product-skill` or `something-else`.
    pub blocker: String,
    /// What the blocker is, in the learner's words, when it is something else.
    pub blocker_note: String,
    /// One of the ids of [`OnboardingChoices::backgrounds`].
    pub background: String,
    /// Free text.
    pub background_note: String,
    /// Minutes a day, Monday first.
    pub minutes: [u16; 7],
    /// First day.
    pub start: String,
    /// One of the ids of [`OnboardingChoices::regions`].
    pub region: String,
    /// Target roles, in the learner's words.
    pub targets: Vec<String>,
    /// Wished date of the first interview.
    pub target_date: Option<String>,
    /// Companies aimed at; kept under `private/`, never in the public journal.
    pub companies: Vec<String>,
    /// Days without work.
    pub days_off: Vec<String>,
}

/// What onboarding can be answered with.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OnboardingChoices {
    /// What stands in the way most: the first question.
    pub blockers: Vec<ChoiceView>,
    /// Where people come from.
    pub backgrounds: Vec<ChoiceView>,
    /// Where they want to work: decides which pay figures are shown.
    pub regions: Vec<ChoiceView>,
    /// Roles often aimed at; free text is welcome.
    pub targets: Vec<String>,
    /// A profile to start from: today, 6 hours a week.
    pub proposal: ProfileView,
}

/// One choice.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChoiceView {
    /// Id.
    pub id: String,
    /// What a person reads.
    pub label: String,
    /// One line of what follows from it.
    pub note: String,
}

/// What the way takes at these hours. Shown live while onboarding, and on Settings.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReckoningView {
    /// The sentence: "162 hours, first interview by 2 June 2027 at 6 hours a week."
    pub answer: String,
    /// Minutes in all.
    pub minutes: u32,
    /// Minutes a week at these hours.
    pub minutes_a_week: u32,
    /// Weeks from start to the end.
    pub weeks: u32,
    /// Last day of the plan; `None` without hours.
    pub ends: Option<String>,
    /// What is said about the target date, when there is one.
    pub target: Option<String>,
    /// The figures above in words, each with how it comes about.
    pub figures: Vec<FigureView>,
    /// How the total comes about.
    pub lines: Vec<ReckoningLine>,
    /// What would be cut first, in order.
    pub cuts: Vec<CutView>,
    /// Why the plan cannot be made, when it cannot.
    pub problem: Option<String>,
    /// What of the answers names a company and stands in the file that is shared with the folder.
    pub shared: Option<String>,
}

/// One summand.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReckoningLine {
    /// What it is: a step, or a kind of work in it.
    pub title: String,
    /// Pieces of work.
    pub items: u32,
    /// Minutes.
    pub minutes: u32,
    /// How it is reckoned: "12 lessons of 40 minutes on average".
    pub how: String,
    /// The pieces of work it is the sum of; empty for what is counted in another line too.
    pub parts: Vec<PartView>,
}

/// One figure and how it comes about.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FigureView {
    /// What it is: "In all".
    pub label: String,
    /// The figure with its unit.
    pub value: String,
    /// How it comes about, in a sentence.
    pub how: String,
    /// What it is made of.
    pub parts: Vec<PartView>,
}

/// One part of a figure.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartView {
    /// What.
    pub label: String,
    /// How much, with its unit, or when.
    pub value: String,
}

/// Something that would be cut when time is short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CutView {
    /// What.
    pub title: String,
    /// Minutes saved.
    pub minutes: u32,
    /// Why it goes first.
    pub why: String,
}
