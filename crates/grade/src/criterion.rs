use crate::roadmap_spec::read_roadmap;
use crate::write_spec::read_write;
use footbridge_content::{Exercise, Kind};
use footbridge_diagnostic::Diagnostic;
use serde::Deserialize;
use toml::Spanned;

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

/// The rubric of an exercise; empty when it has none.
pub fn read_criteria(exercise: &Exercise) -> Result<Vec<Criterion>, Vec<Diagnostic>> {
    match exercise.kind {
        Kind::Write => read_write(exercise).map(|spec| spec.criteria),
        Kind::Roadmap => read_roadmap(exercise).map(|spec| spec.criteria.into_iter().map(Spanned::into_inner).collect()),
        Kind::Lesson | Kind::Sql | Kind::Read | Kind::Choice | Kind::Numeric | Kind::Decide => Ok(Vec::new()),
    }
}

/// What keeps people from scoring by a rubric: ids that cannot be told apart, and anchors that are missing or the same.
pub(crate) fn faults_of_criteria(exercise: &Exercise, criteria: &[Spanned<Criterion>]) -> Vec<Diagnostic> {
    let fault_of = |(at, written): (usize, &Spanned<Criterion>)| {
        let (code, message) = fault(written.as_ref(), &criteria[..at])?;
        Some(Diagnostic::error(code, message).at(&exercise.spec.file, exercise.spec.place(written.span())))
    };
    criteria.iter().enumerate().filter_map(fault_of).collect()
}

fn fault(criterion: &Criterion, earlier: &[Spanned<Criterion>]) -> Option<(&'static str, String)> {
    let id = &criterion.id;
    if earlier.iter().any(|earlier| earlier.as_ref().id == *id) {
        return Some(("criterion-twice", format!("The criterion `{id}` stands twice.")));
    }
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(is_plain) {
        return Some(("criterion-id", format!("`{id}` is no id of a criterion: lower-case letters, digits and hyphens make one.")));
    }
    let anchors = criterion.anchors();
    if anchors.iter().any(|anchor| anchor.trim().is_empty()) {
        return Some(("criterion-anchor", format!("The criterion `{id}` lacks one of its four anchors.")));
    }
    let are_same = anchors.iter().enumerate().any(|(level, anchor)| anchors[..level].contains(anchor));
    are_same.then(|| ("criterion-anchor", format!("Two anchors of the criterion `{id}` are the same.")))
}
