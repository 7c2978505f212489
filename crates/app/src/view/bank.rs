use super::{Block, LevelView};
use serde::Serialize;
use utoipa::ToSchema;

/// Interview questions, as many as fit what was asked for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BankView {
    /// The answer: "80 questions, 3 of them answered".
    pub answer: String,
    /// Kinds of questions with how many there are in all.
    pub kinds: Vec<BankKindView>,
    /// Kinds of companies that questions can be chosen by.
    pub companies: Vec<String>,
    /// The questions.
    pub questions: Vec<BankLineView>,
}

/// One kind of questions.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BankKindView {
    /// Id, for example `system-design`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Questions of it.
    pub questions: u32,
}

/// A question in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BankLineView {
    /// Id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// As it is asked, without markup.
    pub ask: String,
    /// Minutes a real interview gives it.
    pub minutes: u32,
    /// Ids of the skills it asks for.
    pub skills: Vec<String>,
    /// Kinds of companies that ask such questions.
    pub companies: Vec<String>,
    /// Week of the learning plan it belongs to.
    pub week: Option<u16>,
    /// Times it was answered.
    pub answered: u32,
    /// The last grade: `again`, `hard`, `good`, `easy`; empty before the first.
    pub grade: String,
}

/// One question.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BankQuestionView {
    /// In a list.
    pub line: BankLineView,
    /// As an interviewer says it.
    pub ask: Vec<Block>,
    /// What of it is computed, as a question; empty when nothing is.
    pub number_ask: String,
    /// Titles of the skills it asks for.
    pub skills: Vec<String>,
    /// The exercise in which it can be done.
    pub exercise: Option<ExerciseLinkView>,
    /// What a strong answer holds; only once it was answered, or when it was asked for.
    pub model: Option<ModelAnswerView>,
}

/// An exercise beside an interview question.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ExerciseLinkView {
    /// Title.
    pub title: String,
    /// The path of its screen.
    pub opens: String,
    /// An engine judges the answer to the question itself there; otherwise the exercise practises the same.
    pub answers: bool,
    /// What the link is, in words.
    pub says: String,
}

/// What a strong answer holds.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ModelAnswerView {
    /// Four answers, the poorest first.
    pub levels: Vec<LevelView>,
    /// What the interviewer looks for.
    pub evaluates: Vec<String>,
    /// Steps of a strong answer.
    pub framework: Vec<String>,
    /// What goes wrong.
    pub mistakes: Vec<String>,
    /// What is asked next.
    pub follow_ups: Vec<String>,
    /// How the number comes about; empty when there is none.
    pub reckoning: String,
}
