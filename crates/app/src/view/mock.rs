use super::{Block, ExerciseLinkView, LevelView, LimitView, ModelAnswerView, ScoreBody, ScoreView};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which questions a mock interview asks.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct MockWishBody {
    /// As a kind of companies asks, for example `fintech`, or a company that the Guide names or whose kind is known: ten questions, 3 system design, 3 product sense, 2 API technical, 2 behavioural.
    #[serde(default)]
    pub company: Option<String>,
    /// Only questions of one kind, for example `behavioural`; with a company, those that it asks.
    #[serde(default)]
    pub kind: Option<String>,
    /// How many of that kind; 3 unless said otherwise.
    #[serde(default)]
    pub questions: Option<u16>,
    /// Or the ten questions of a kept reply, by the name of its file below `private/replies`.
    #[serde(default)]
    pub reply: Option<String>,
    /// With the same interviews so far, the same seed chooses the same questions.
    #[serde(default)]
    pub seed: Option<u64>,
}

/// All mock interviews.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MocksView {
    /// The answer: "2 mock interviews, 7 of 13 questions scored".
    pub answer: String,
    /// The interviews, the latest first.
    pub mocks: Vec<MockLineView>,
    /// Minutes, rounded to ten, that the ten questions of a company take on average, as interviews give them.
    pub ten_minutes: u32,
    /// What one question takes, kind by kind.
    pub minutes: Vec<KindMinutesView>,
    /// The kind of company at which the next interview is booked.
    pub company: Option<String>,
    /// Kinds of companies.
    pub companies: Vec<String>,
    /// Kinds of questions.
    pub kinds: Vec<String>,
    /// Kept replies of a model that hold ten questions: names of files below `private/replies`.
    pub replies: Vec<String>,
    /// Own scores beside those of others, over all interviews.
    pub agreement: AgreementView,
    /// Files that cannot be read, and why.
    pub unreadable: Vec<String>,
}

/// What a question of one kind takes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct KindMinutesView {
    /// The kind.
    pub kind: String,
    /// The kind inside a sentence, as `API technical`.
    pub words: String,
    /// How many of the ten of a company are of it.
    pub of_ten: u32,
    /// Minutes that an interview gives one on average.
    pub minutes: u32,
}

/// An interview in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MockLineView {
    /// Id.
    pub id: String,
    /// The day.
    pub on: String,
    /// When it was begun that day, as `14:05`; `None` in files of earlier versions.
    pub at: Option<String>,
    /// What it is like: "Ten questions as a fintech asks them".
    pub about: String,
    /// Questions.
    pub questions: u32,
    /// Minutes that an interview gives them in all.
    pub minutes: u32,
    /// Of them, scored.
    pub scored: u32,
    /// Mean of the own levels, from 1 to 4.
    pub mean: Option<f64>,
}

/// One mock interview.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MockView {
    /// In a list.
    pub line: MockLineView,
    /// The file that holds it, from the learner's folder.
    pub path: String,
    /// The seed of its choice.
    pub seed: u64,
    /// What could not be chosen as wished; may be empty.
    pub says: String,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<MockQuestionView>,
    /// Own scores beside those of others.
    pub agreement: AgreementView,
    /// What readers said besides their scores, in the order in which it came.
    pub remarks: Vec<RemarkView>,
}

/// What a reader said of a whole interview.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RemarkView {
    /// How they are called.
    pub by: String,
    /// The day they read it.
    pub on: String,
    /// Their words.
    pub note: String,
}

/// One question of an interview.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MockQuestionView {
    /// Its number, from 1.
    pub number: u32,
    /// Id of the question.
    pub id: String,
    /// A language model wrote it and nobody reviewed it.
    pub unreviewed: bool,
    /// The title of its kind.
    pub kind: String,
    /// What is asked.
    pub ask: Vec<Block>,
    /// Minutes that an interview gives it.
    pub minutes: u32,
    /// What a short timed item allows.
    pub limit: Option<LimitView>,
    /// What is to be computed; may be empty.
    pub number_ask: String,
    /// Unit of that number.
    pub unit: String,
    /// `open`, `answered`, `scored`.
    pub state: String,
    /// What was said; empty while it is open.
    pub transcript: String,
    /// The number that was given; may be empty.
    pub given: String,
    /// How long the answer took, in seconds.
    pub seconds: Option<u32>,
    /// What is scored. Shown once there is an answer.
    pub criteria: Vec<MockCriterionView>,
    /// The question's own anchors, by which each criterion is scored. Shown once there is an answer; what an excellent one says comes with the
    /// model answer.
    pub levels: Vec<LevelView>,
    /// What a machine can check; shown once the answer is scored, so that it does not sway the scores.
    pub figures: Option<MockFiguresView>,
    /// What a strong answer holds; shown once the answer is scored.
    pub model: Option<ModelAnswerView>,
    /// The exercise in which it can be done; shown once the answer is scored.
    pub exercise: Option<ExerciseLinkView>,
}

/// One criterion of a question.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MockCriterionView {
    /// Id inside the interview, for example `q1-2`.
    pub id: String,
    /// What the interviewer looks for.
    pub title: String,
    /// The own level, with the words that speak for it.
    pub own: Option<ScoreView>,
    /// What others gave.
    pub others: Vec<ScoreView>,
}

/// What a machine can check of an answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MockFiguresView {
    /// Parts of a strong answer, with the words that answer them.
    pub parts: Vec<MockPartView>,
    /// How many were answered.
    pub answered: u32,
    /// What became of the number that was to be computed; empty when there was none.
    pub number: String,
    /// Sums in the answer that do not hold, each with what it comes to.
    pub wrong: Vec<String>,
    /// Sums that hold.
    pub held: Vec<String>,
    /// Fillers, the most frequent first: "um 3".
    pub fillers: Vec<String>,
    /// Fillers for each part that was answered.
    pub fillers_for_each_part: Option<f64>,
    /// Words and time of a short timed item beside what it allows; empty for any other question.
    pub limit: String,
    /// Without a direction: words, words a minute, fillers in a hundred words.
    pub words: u32,
    /// Words a minute; `None` when the time was not measured.
    pub pace: Option<f64>,
    /// Fillers in a hundred words. Padding lowers it, so it is no score.
    pub filler_share: Option<f64>,
    /// What was said and counts nothing.
    pub set_aside: Vec<SetAsideView>,
}

/// One part of a strong answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MockPartView {
    /// What it is.
    pub title: String,
    /// The words that answer it; empty when none do.
    pub quote: String,
    /// Seconds after the beginning, when the transcript marks times.
    pub at: Option<u32>,
}

/// Words that count nothing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SetAsideView {
    /// The words.
    pub quote: String,
    /// Why.
    pub why: String,
}

/// Own scores beside those of others.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ToSchema)]
pub struct AgreementView {
    /// Pairs: one criterion, scored by the learner and by somebody else.
    pub pairs: u32,
    /// Pairs of the same level.
    pub same: u32,
    /// Pairs whose levels lie one apart.
    pub one_apart: u32,
    /// Pairs whose levels lie two or three apart.
    pub more_apart: u32,
    /// Mean of own level minus theirs; above 0 the learner is kinder to themselves. `None` without a pair.
    pub mean_difference: Option<f64>,
    /// In words.
    pub says: String,
}

/// Scores of another reader, as they were taken in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MockTakenView {
    /// Whose levels they are, and whether they take the place of former ones.
    pub says: String,
    /// The interview with them.
    pub mock: MockView,
}

/// An answer to one question.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct MockAnswerBody {
    /// What was said, typed or pasted; `[02:15]` at the beginning of a line marks a time.
    pub transcript: String,
    /// The number, when one is asked for.
    #[serde(default)]
    pub given: String,
    /// How long the answer took, in seconds.
    #[serde(default)]
    pub seconds: Option<u32>,
}

/// Own scores for one question.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct MockScoresBody {
    /// One for each criterion, each above poor with words of the answer.
    pub scores: Vec<ScoreBody>,
}

/// A file that came back from another reader.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct MockReviewBody {
    /// The text of the file.
    pub file: String,
}
