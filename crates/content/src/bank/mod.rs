//! Banks: interview questions with what is evaluated, a framework, mistakes, and four anchors.

mod likeness;
mod proof;
mod read;
mod sentences;

pub use proof::{BankPromise, Differs, prove_banks};
pub(crate) use read::bank;

use footbridge_arithmetic::is_within;
use footbridge_verdict::ExerciseId;
use serde::Deserialize;
use std::ops::Range;

/// Kinds of interview questions. A closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BankKind {
    /// How a system holds together, grows and breaks.
    SystemDesign,
    /// What to build, for whom, and how to tell.
    ProductSense,
    /// APIs from the client's side and from ours.
    ApiTechnical,
    /// SQL, pipelines, metrics, experiments.
    Data,
    /// What was done, and what came of it.
    Behavioural,
    /// Short timed items: a constraint, an objection, a decision, said to somebody in few words.
    Translation,
}

impl BankKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::SystemDesign, Self::ProductSense, Self::ApiTechnical, Self::Data, Self::Behavioural, Self::Translation];

    /// The word in files and commands, and the name of the bank's file.
    pub fn word(self) -> &'static str {
        match self {
            Self::SystemDesign => "system-design",
            Self::ProductSense => "product-sense",
            Self::ApiTechnical => "api-technical",
            Self::Data => "data",
            Self::Behavioural => "behavioural",
            Self::Translation => "translation",
        }
    }

    /// How the ids of its questions begin.
    fn prefix(self) -> &'static str {
        match self {
            Self::SystemDesign => "sd-",
            Self::ProductSense => "ps-",
            Self::ApiTechnical => "api-",
            Self::Data => "data-",
            Self::Behavioural => "beh-",
            Self::Translation => "tr-",
        }
    }
}

/// Kinds of companies that ask. A closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CompanyKind {
    /// Its product is an API.
    DeveloperPlatform,
    /// It rents out infrastructure.
    Cloud,
    /// Many products, many teams.
    LargeTech,
    /// It moves money.
    Fintech,
    /// It brings two sides together.
    Marketplace,
    /// It sells software by subscription.
    Saas,
    /// It is young and small.
    Startup,
}

impl CompanyKind {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::DeveloperPlatform, Self::Cloud, Self::LargeTech, Self::Fintech, Self::Marketplace, Self::Saas, Self::Startup];

    /// The word in files and commands.
    pub fn word(self) -> &'static str {
        match self {
            Self::DeveloperPlatform => "developer-platform",
            Self::Cloud => "cloud",
            Self::LargeTech => "large-tech",
            Self::Fintech => "fintech",
            Self::Marketplace => "marketplace",
            Self::Saas => "saas",
            Self::Startup => "startup",
        }
    }

    /// One of them in a sentence.
    pub fn spoken(self) -> &'static str {
        match self {
            Self::DeveloperPlatform => "a developer platform",
            Self::Cloud => "a cloud provider",
            Self::LargeTech => "a large technology company",
            Self::Fintech => "a fintech",
            Self::Marketplace => "a marketplace",
            Self::Saas => "a SaaS company",
            Self::Startup => "a startup",
        }
    }
}

/// The questions of one kind.
#[derive(Debug, Clone)]
pub struct Bank {
    /// Which.
    pub kind: BankKind,
    /// Title.
    pub title: String,
    /// The questions, in the order of the file.
    pub questions: Vec<BankQuestion>,
}

impl Bank {
    /// The file it stands in.
    pub fn file(&self) -> String {
        format!("banks/{}.toml", self.kind.word())
    }
}

/// One interview question.
#[derive(Debug, Clone)]
pub struct BankQuestion {
    /// Permanent id.
    pub id: ExerciseId,
    /// Of which bank.
    pub kind: BankKind,
    /// As an interviewer says it, in Markdown.
    pub ask: String,
    /// Minutes that a real interview gives it.
    pub minutes: u16,
    /// Words and time that are asked for, in a short timed item.
    pub limit: Option<BankLimit>,
    /// Skills it asks for.
    pub skills: Vec<ExerciseId>,
    /// Companies that ask such questions.
    pub companies: Vec<CompanyKind>,
    /// Whether it is answered by telling something that happened.
    pub is_story: bool,
    /// What the interviewer looks for.
    pub evaluates: Vec<String>,
    /// Steps of a strong answer.
    pub framework: Vec<String>,
    /// What goes wrong.
    pub mistakes: Vec<String>,
    /// What the interviewer asks next.
    pub follow_ups: Vec<String>,
    /// An exercise whose engine judges the answer to this very question.
    pub answered_in: Option<ExerciseId>,
    /// An exercise that practises the same, where none judges the answer itself.
    pub practised_in: Option<ExerciseId>,
    /// What an answer says that is poor, mixed, good, excellent.
    pub anchors: [String; 4],
    /// What of it is computed.
    pub number: Option<BankNumber>,
    /// Where it stands in its file, in bytes.
    pub place: Range<usize>,
    /// All variants, the first included. Only the question in the pack holds them, and only when it varies.
    pub variants: Vec<BankQuestion>,
}

/// What a short timed item asks for at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankLimit {
    /// Words.
    pub words: u16,
    /// Seconds.
    pub seconds: u16,
}

/// The part of an answer that is a number.
#[derive(Debug, Clone)]
pub struct BankNumber {
    /// What is to be computed.
    pub ask: String,
    /// The right number, as it is written.
    pub answer: String,
    /// Its unit.
    pub unit: String,
    /// How far off it may be, as a share of the answer.
    pub tolerance: f64,
    /// How it comes about.
    pub reckoning: String,
}

impl BankNumber {
    /// The right number; `None` for what is written but is no number, which the reader reports.
    pub fn value(&self) -> Option<f64> {
        self.answer.parse().ok().filter(|value: &f64| value.is_finite())
    }

    /// Whether a number is near enough.
    pub fn accepts(&self, given: f64) -> bool {
        self.value().is_some_and(|right| is_within(given, right, self.tolerance))
    }
}

impl BankQuestion {
    /// A variant, from 0; after the last comes the first again. A question that does not vary is its own only variant.
    pub fn variant(&self, number: usize) -> &Self {
        match self.variants.len() {
            0 => self,
            count => &self.variants[number % count],
        }
    }

    /// The variants to be proven: itself, when it does not vary.
    pub fn each_variant(&self) -> &[Self] {
        if self.variants.is_empty() { std::slice::from_ref(self) } else { &self.variants }
    }
}
