use serde::Serialize;
use utoipa::ToSchema;

/// How likely recall is by kind of question, and how often that came true.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReadinessView {
    /// The answer: "Least likely to be recalled in a week: “Data”, 71 %".
    pub answer: String,
    /// Kinds of cards.
    pub kinds: Vec<ReadinessKindView>,
    /// Recalls that were predicted from what came before them.
    pub predicted: u32,
    /// How often predictions came true, by their chance.
    pub bands: Vec<BandView>,
    /// Answered cards that a figure needs at least.
    pub least_cards: u32,
    /// Predictions that a share needs at least.
    pub least_predictions: u32,
    /// Which parameters of memory hold, and why.
    pub parameters: String,
}

/// One kind of cards.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReadinessKindView {
    /// Id: a kind of questions, `lesson`, `mistake` or `own`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Cards of it.
    pub cards: u32,
    /// Those that were answered.
    pub answered: u32,
    /// Mean chance of recall in a week in a hundred, without further recall, of the answered ones; `None` when these are too few.
    pub chance: Option<u8>,
    /// The same of weeks past, the earliest first; the last is today.
    pub history: Vec<ReadinessPointView>,
    /// Recalls of the kind that were predicted from what came before them.
    pub predicted: u32,
    /// Those that were recalled.
    pub recalled: u32,
    /// "81 % predicted, 75 % recalled (9 of 12, between 47 % and 91 %)", or of how few how many were recalled.
    pub came_true: String,
}

/// One day of the history.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReadinessPointView {
    /// The day.
    pub day: String,
    /// Cards answered by then.
    pub answered: u32,
    /// Chance in a hundred of recall a week after the day, without further recall; `None` when these are too few.
    pub chance: Option<u8>,
}

/// Predictions whose chance lies in one band.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BandView {
    /// Chance in a hundred, from.
    pub from: u8,
    /// To, included.
    pub to: u8,
    /// Predictions.
    pub predicted: u32,
    /// Those that were recalled.
    pub recalled: u32,
    /// "84 % were recalled (21 of 25, between 65 % and 94 %)", or of how few how many were recalled.
    pub says: String,
}

/// What a refit of the parameters found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RefitView {
    /// All of it in words.
    pub says: String,
    /// Recalls so far.
    pub recalls: u32,
    /// Those that were predicted from what came before them.
    pub predicted: u32,
    /// Mean log loss of the published parameters; `None` when there are too few recalls.
    pub published_loss: Option<f64>,
    /// Mean log loss of one's own.
    pub own_loss: Option<f64>,
    /// One's own hold.
    pub own: bool,
}

/// Interviews ahead. Private.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct InterviewsView {
    /// The answer: "1 interview ahead".
    pub answer: String,
    /// The interviews, the nearest first.
    pub interviews: Vec<InterviewView>,
    /// That an interview may be missing, because an application cannot be read.
    pub unreadable: Option<String>,
}

/// One interview, and what recall will be like on its day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct InterviewView {
    /// The company.
    pub company: String,
    /// The day.
    pub on: String,
    /// Days until then.
    pub days: u32,
    /// The kind of company, as in "a fintech"; empty when it was not said, and every question may come.
    pub asks_as: String,
    /// Whether the minutes until then suffice, with figures.
    pub answer: String,
    /// They do.
    pub enough: bool,
    /// Minutes of recall until then, a quarter of each day.
    pub minutes: u32,
    /// Minutes on each day that would suffice; `None` when they suffice already, or none would.
    pub needed: Option<u32>,
    /// Kinds of questions that such a company asks.
    pub kinds: Vec<InterviewKindView>,
}

/// One kind of questions in an interview.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct InterviewKindView {
    /// Id.
    pub kind: String,
    /// Title.
    pub title: String,
    /// Its share of an interview's questions, in a hundred.
    pub share: u8,
    /// Questions of it that such a company asks, all of which count.
    pub questions: u32,
    /// Those that were answered.
    pub answered: u32,
    /// Chance in a hundred that a question is recalled on the day without further recall; one never answered counts as none.
    pub before: Option<u8>,
    /// The same after the recalls that fit until then.
    pub after: Option<u8>,
}
