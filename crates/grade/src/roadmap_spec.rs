use crate::criterion::{Criterion, faults_of_criteria};
use crate::spec::typed;
use footbridge_content::Exercise;
use footbridge_diagnostic::Diagnostic;
use serde::Deserialize;
use toml::Spanned;

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
    pub criteria: Vec<Spanned<Criterion>>,
}

#[derive(Deserialize)]
struct RoadmapToml {
    roadmap: RoadmapSpec,
}

/// Types `[roadmap]`.
pub fn read_roadmap(exercise: &Exercise) -> Result<RoadmapSpec, Vec<Diagnostic>> {
    let spec = typed::<RoadmapToml>(&exercise.spec).map_err(|finding| vec![finding])?.roadmap;
    let faults = faults_of_criteria(exercise, &spec.criteria);
    if faults.is_empty() { Ok(spec) } else { Err(faults) }
}
