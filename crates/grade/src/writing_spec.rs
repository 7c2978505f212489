use crate::spec::typed;
use footbridge_content::{Exercise, Kind};
use footbridge_diagnostic::Diagnostic;
use footbridge_prose::Artifact;
use serde::Deserialize;

/// `[write]`: the structure a piece of writing must have.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WriteSpec {
    /// The kind of document, whose sections and rules come with it.
    #[serde(default)]
    pub artifact: Option<String>,
    /// How long it may be.
    pub words: Option<WordsSpec>,
    /// Sections it must have, in any order.
    #[serde(default, rename = "section")]
    pub sections: Vec<SectionSpec>,
    /// What no program judges.
    #[serde(default, rename = "criterion")]
    pub criteria: Vec<Criterion>,
    /// What must not stand in the text.
    #[serde(default, rename = "forbid")]
    pub forbidden: Vec<ForbiddenSpec>,
    /// Facts without which the text would mislead.
    #[serde(default, rename = "require")]
    pub required: Vec<RequiredSpec>,
}

/// Something of the material that does harm when it is sent.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForbiddenSpec {
    /// Words or phrases, in any case.
    pub words: Vec<String>,
    /// Why it must not be sent.
    pub why: String,
}

/// A fact of the material.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequiredSpec {
    /// One of these words or phrases stands in the text, in any case.
    pub any_of: Vec<String>,
    /// What it is, with its article.
    pub what: String,
    /// Why the text misleads without it.
    pub why: String,
}

/// `words`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordsSpec {
    /// At least.
    #[serde(default)]
    pub min: usize,
    /// At most.
    pub max: Option<usize>,
}

/// One section.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionSpec {
    /// Its heading.
    pub heading: String,
    /// The question it answers.
    pub asks: String,
    /// At least so many words.
    #[serde(default)]
    pub min_words: usize,
    /// What must be in it.
    #[serde(default)]
    pub needs: Vec<NeedSpec>,
}

/// Something that must be in a section.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeedSpec {
    /// One of these words.
    #[serde(default)]
    pub any_of: Vec<String>,
    /// A number.
    #[serde(default)]
    pub number: bool,
    /// A link.
    #[serde(default)]
    pub link: bool,
    /// What it is, in words: "a reason".
    pub what: String,
}

/// `[roadmap]`: what a roadmap must hold beyond the rules that all roadmaps share.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoadmapSpec {
    /// At least so many outcomes.
    #[serde(default)]
    pub min_outcomes: usize,
    /// At least so many bets.
    #[serde(default)]
    pub min_bets: usize,
    /// At most so many bets.
    pub max_bets: Option<usize>,
    /// At least so many things left out.
    pub min_not_doing: Option<usize>,
    /// At least so many risks.
    #[serde(default)]
    pub min_risks: usize,
    /// At least so many assumptions.
    #[serde(default)]
    pub min_assumptions: usize,
    /// At least so many sources.
    #[serde(default)]
    pub min_sources: usize,
    /// What no program judges.
    #[serde(default, rename = "criterion")]
    pub criteria: Vec<Criterion>,
}

/// One line of a rubric: what a person judges, with an example of an answer at each of four levels.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Id inside the exercise.
    pub id: String,
    /// What is judged.
    pub title: String,
    /// The question a reader asks.
    pub asks: String,
    /// What a poor answer does.
    pub poor: String,
    /// What a mixed answer does.
    pub mixed: String,
    /// What a good answer does.
    pub good: String,
    /// What an excellent answer does.
    pub excellent: String,
}

impl Criterion {
    /// The four anchors, the lowest level first.
    pub fn anchors(&self) -> [&str; 4] {
        [&self.poor, &self.mixed, &self.good, &self.excellent]
    }
}

#[derive(Deserialize)]
struct WriteToml {
    write: WriteSpec,
}

#[derive(Deserialize)]
struct RoadmapToml {
    roadmap: RoadmapSpec,
}

/// Types `[write]`.
pub fn read_write(exercise: &Exercise) -> Result<WriteSpec, Diagnostic> {
    let spec = typed::<WriteToml>(&exercise.spec)?.write;
    let fault = |code: &str, message: String| Err(Diagnostic::error(code, message).at(&exercise.spec.file, 0..0));
    if let Some(name) = spec.artifact.as_deref().filter(|name| Artifact::from_id(name).is_none()) {
        let known: Vec<&str> = Artifact::ALL.iter().map(|artifact| artifact.id()).collect();
        return fault("artifact-unknown", format!("There is no artifact `{name}`; there are {}.", known.join(", ")));
    }
    sound_criteria(exercise, &spec.criteria)?;
    Ok(spec)
}

/// Types `[roadmap]`.
pub fn read_roadmap(exercise: &Exercise) -> Result<RoadmapSpec, Diagnostic> {
    let spec = typed::<RoadmapToml>(&exercise.spec)?.roadmap;
    sound_criteria(exercise, &spec.criteria)?;
    Ok(spec)
}

/// The rubric of an exercise; empty when it has none.
pub fn read_criteria(exercise: &Exercise) -> Result<Vec<Criterion>, Diagnostic> {
    match exercise.kind {
        Kind::Write => read_write(exercise).map(|spec| spec.criteria),
        Kind::Roadmap => read_roadmap(exercise).map(|spec| spec.criteria),
        Kind::Lesson | Kind::Sql | Kind::Read | Kind::Choice | Kind::Numeric => Ok(Vec::new()),
    }
}

fn sound_criteria(exercise: &Exercise, criteria: &[Criterion]) -> Result<(), Diagnostic> {
    let fault = |code: &str, message: String| Err(Diagnostic::error(code, message).at(&exercise.spec.file, 0..0));
    for (at, criterion) in criteria.iter().enumerate() {
        let id = &criterion.id;
        if criteria[..at].iter().any(|earlier| earlier.id == *id) {
            return fault("criterion-twice", format!("The criterion `{id}` stands twice."));
        }
        let anchors = criterion.anchors();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(is_plain) {
            return fault("criterion-id", format!("`{id}` is no id of a criterion: lower-case letters, digits and hyphens make one."));
        }
        if anchors.iter().any(|anchor| anchor.trim().is_empty()) {
            return fault("criterion-anchor", format!("The criterion `{id}` lacks one of its four anchors."));
        }
        if anchors.iter().enumerate().any(|(level, anchor)| anchors[..level].contains(anchor)) {
            return fault("criterion-anchor", format!("Two anchors of the criterion `{id}` are the same."));
        }
    }
    Ok(())
}
