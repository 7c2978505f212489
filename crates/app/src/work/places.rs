//! Where answers stand in the learner's folder.

use footbridge_content::{Exercise, Kind};
use footbridge_verdict::AnswerHash;

/// The language of an answer, for colouring.
pub(crate) fn language_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Sql => "sql",
        Kind::Write => "markdown",
        Kind::Roadmap | Kind::Decide => "yaml",
        Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => "toml",
    }
}

/// The folder of an exercise's answers, from the learner's folder.
pub(crate) fn folder_of(exercise: &Exercise) -> String {
    let private = if exercise.private { "private/" } else { "" };
    format!("{private}work/{}/{}", exercise.track, exercise.id)
}

pub(crate) fn answer_path(exercise: &Exercise) -> String {
    format!("{}/{}", folder_of(exercise), exercise.kind.answer_file())
}

/// Where a draft of an earlier week waits.
pub(super) fn draft_path(exercise: &Exercise) -> String {
    format!("{}/drafts/{}.{}", folder_of(exercise), exercise.variant + 1, exercise.kind.extension())
}

/// Where the exact answer of a pass is kept.
pub(crate) fn kept_path(exercise: &Exercise, hash: &AnswerHash) -> String {
    format!("{}/passed/{}.{}", folder_of(exercise), hash.short(), exercise.kind.extension())
}

/// Where the exact text of a wrong answer is kept.
pub(crate) fn missed_path(exercise: &Exercise, hash: &AnswerHash) -> String {
    format!("{}/missed/{}.{}", folder_of(exercise), hash.short(), exercise.kind.extension())
}
