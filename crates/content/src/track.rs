use footbridge_verdict::ExerciseId;
use serde::Deserialize;
use toml::Spanned;

/// One track: a body of lessons and exercises.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    /// Permanent id, the folder's name.
    pub id: Spanned<ExerciseId>,
    /// Title.
    pub title: String,
    /// What it is for.
    pub summary: String,
    /// What a person can do at its end.
    #[serde(default)]
    pub goals: Vec<String>,
}
