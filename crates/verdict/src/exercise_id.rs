use serde::{Deserialize, Serialize};
use std::fmt;

/// The permanent name of a lesson, exercise, skill, step or milestone: lower-case words and digits joined by single hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ExerciseId(String);

/// The text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{written}` is not an id: ids are lower-case words and digits joined by single hyphens, at most 60 characters")]
pub struct BadExerciseId {
    /// What was written.
    pub written: String,
}

impl ExerciseId {
    /// Checks and keeps an id.
    pub fn new(text: &str) -> Result<Self, BadExerciseId> {
        let well_formed = text.len() <= 60
            && text.split('-').all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()));
        if well_formed { Ok(Self(text.to_owned())) } else { Err(BadExerciseId { written: text.to_owned() }) }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ExerciseId {
    type Error = BadExerciseId;
    fn try_from(text: String) -> Result<Self, BadExerciseId> {
        Self::new(&text)
    }
}

impl From<ExerciseId> for String {
    fn from(id: ExerciseId) -> Self {
        id.0
    }
}

impl fmt::Display for ExerciseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::ExerciseId;

    #[test]
    fn ids_are_safe_as_file_names() {
        for good in ["sql-joins", "week-09-project", "a"] {
            assert!(ExerciseId::new(good).is_ok(), "{good}");
        }
        for bad in ["", "-a", "a--b", "A", "../x", "a/b", "a b", "é", "con.", &"a".repeat(61)] {
            assert!(ExerciseId::new(bad).is_err(), "{bad}");
        }
    }
}
