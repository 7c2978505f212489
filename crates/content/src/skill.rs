use footbridge_verdict::ExerciseId;
use serde::Deserialize;
use toml::Spanned;

/// The fluencies of the role: a week mixes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fluency {
    /// System design.
    SystemDesign,
    /// APIs.
    Apis,
    /// Communication with stakeholders.
    Communication,
    /// Data.
    Data,
}

/// One skill of the graph.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// Permanent id.
    pub id: Spanned<ExerciseId>,
    /// What a person can do, as an instruction.
    pub title: String,
    /// Where it belongs, for grouping.
    pub area: Area,
    /// Which fluency it feeds.
    pub fluency: Fluency,
    /// Skills it rests on.
    #[serde(default)]
    pub requires: Vec<Spanned<ExerciseId>>,
    /// Other words for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What proves it.
    pub shown: String,
}

/// Groups of skills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// How systems hold together and break.
    SystemDesign,
    /// Contracts between systems.
    Apis,
    /// SQL, pipelines, metrics, experiments.
    Data,
    /// What it is like to build on the product.
    DeveloperExperience,
    /// Languages and tools read and written.
    Languages,
    /// Deciding what to build.
    Product,
    /// Working with people.
    Soft,
    /// Finding the work.
    Career,
}

impl Area {
    /// What a person reads.
    pub fn title(self) -> &'static str {
        match self {
            Self::SystemDesign => "System design",
            Self::Apis => "APIs",
            Self::Data => "Data",
            Self::DeveloperExperience => "Developer experience",
            Self::Languages => "Languages and tools",
            Self::Product => "Product",
            Self::Soft => "Working with people",
            Self::Career => "Finding the work",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SkillsToml {
    #[serde(default)]
    pub(crate) skill: Vec<Skill>,
}
