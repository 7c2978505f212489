use super::WorkView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The rubric of a piece of writing: what no program judges.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RubricView {
    /// The criteria.
    pub criteria: Vec<CriterionView>,
    /// The text as it is was scored by its author. Only then is shown what others gave.
    pub scored: bool,
    /// What others said besides their scores; empty until the author has scored.
    pub reviews: Vec<ReviewView>,
    /// Reviews that wait to be shown until the author has scored.
    pub waiting: u32,
}

/// One criterion.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CriterionView {
    /// Id.
    pub id: String,
    /// What is judged.
    pub title: String,
    /// The question a reader asks.
    pub asks: String,
    /// The four levels, the lowest first.
    pub levels: Vec<LevelView>,
    /// What the author gave the text as it is; `None` when it changed since, or was never scored.
    pub own: Option<ScoreView>,
    /// What others gave; empty until the author has scored.
    pub others: Vec<ScoreView>,
}

/// One level.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LevelView {
    /// From 1 to 4.
    pub number: u8,
    /// `poor`, `mixed`, `good`, `excellent`.
    pub name: String,
    /// What an answer at this level does.
    pub anchor: String,
}

/// One score.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ScoreView {
    /// From 1 to 4.
    pub level: u8,
    /// The words that speak for it.
    pub because: String,
    /// Who gave it: "you", or what a reader calls themselves.
    pub by: String,
}

/// What another person said about a text.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReviewView {
    /// What they call themselves.
    pub by: String,
    /// The day they read it.
    pub on: String,
    /// What they said besides their scores.
    pub note: String,
    /// They read the text as it is now.
    pub of_this_text: bool,
}

/// The author's own scores.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ScoresBody {
    /// One for each criterion.
    pub scores: Vec<ScoreBody>,
}

/// One score.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ScoreBody {
    /// Id of the criterion.
    pub criterion: String,
    /// From 1 to 4.
    pub level: u8,
    /// The words of the text that speak for it.
    #[serde(default)]
    pub because: String,
}

/// The page that goes to another reader.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReviewPageView {
    /// Where it was written, from the learner's folder.
    pub path: String,
    /// What to do with it.
    pub says: String,
}

/// A review of another reader, as it was taken in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReviewTakenView {
    /// Whose levels they are, and whether they take the place of former ones.
    pub says: String,
    /// The work with them.
    pub work: WorkView,
}

/// A reply as the browser hands it over.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ReviewBody {
    /// The text of the file that came back.
    pub text: String,
}
