/// Which of the three replies is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Twelve weeks.
    LearningPlan,
    /// Ten interview questions.
    Interview,
    /// A matrix of tools.
    Tools,
}

impl Asked {
    /// All, with the names of their prompts.
    pub const ALL: [(&'static str, Self); 3] =
        [("learning-plan", Self::LearningPlan), ("interview", Self::Interview), ("tools", Self::Tools)];

    /// By the name of the prompt.
    pub fn of(prompt: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(name, _)| *name == prompt).map(|(_, asked)| asked)
    }
}

/// A reply that has the right shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// Twelve weeks in order.
    LearningPlan(Vec<Week>),
    /// Ten questions.
    Interview(Interview),
    /// Tools against criteria.
    Tools(Evaluation),
}

/// One week of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Title.
    pub title: String,
    /// The one concept.
    pub concept: String,
    /// What is made.
    pub project: String,
    /// What to read or watch.
    pub resources: Vec<String>,
    /// Five interview questions.
    pub questions: Vec<String>,
}

/// Ten interview questions: 3 system design, 3 product sense, 2 API-specific technical, 2 behavioural.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    /// In the order of the interview.
    pub questions: Vec<Question>,
    /// Which of them to prepare first, and how.
    pub prepare_first: String,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionKind {
    /// A system to be designed.
    SystemDesign,
    /// A product to be judged.
    ProductSense,
    /// Something observed about an API.
    Api,
    /// Something the candidate did.
    Behavioural,
}

impl QuestionKind {
    /// All in the order of the interview, with their words and how many there must be.
    pub const ALL: [(Self, &'static str, usize); 4] = [
        (Self::SystemDesign, "system design", 3),
        (Self::ProductSense, "product sense", 3),
        (Self::Api, "API-specific technical", 2),
        (Self::Behavioural, "behavioural", 2),
    ];

    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = text.to_lowercase().replace(['-', '_'], " ");
        let has = |word: &str| text.contains(word);
        if has("system design") {
            Some(Self::SystemDesign)
        } else if has("product sense") {
            Some(Self::ProductSense)
        } else if has("behaviour") || has("behavior") {
            Some(Self::Behavioural)
        } else {
            has("api").then_some(Self::Api)
        }
    }

    pub(crate) fn words(self) -> &'static str {
        Self::ALL.into_iter().find(|(kind, ..)| *kind == self).map_or("", |(_, words, _)| words)
    }
}

/// One interview question with its three fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its kind.
    pub kind: QuestionKind,
    /// As it is asked.
    pub question: String,
    /// What the interviewer evaluates.
    pub evaluates: String,
    /// A strong answer framework.
    pub framework: String,
    /// Common mistakes.
    pub mistakes: String,
    /// What is asked when the answer was good.
    pub follow_up: String,
}

/// Tools against criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// Name and weight of each criterion.
    pub criteria: Vec<(String, f64)>,
    /// The tools.
    pub tools: Vec<Tool>,
    /// Which, and why.
    pub recommendation: String,
}

/// One tool.
#[derive(Debug, Clone, PartialEq)]
pub struct Tool {
    /// Name.
    pub name: String,
    /// One for each criterion.
    pub scores: Vec<Score>,
}

/// One score with its reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// From 1 to 5; `None` for "not known".
    pub score: Option<f64>,
    /// Why.
    pub reason: String,
}
