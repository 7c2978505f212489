//! Answers to other exercises that a text takes its figures from. A check keeps which ones it was, so that judging again finds the same.

use crate::App;
use footbridge_content::Exercise;
use footbridge_diagnostic::{Diagnostic, counted};
use footbridge_journal::{AnswerFile, Checked};
use footbridge_verdict::AnswerHash;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What a check looked at besides its own answer.
#[derive(Debug, Default)]
pub(crate) struct Cited(RefCell<BTreeMap<String, AnswerHash>>);

impl Cited {
    /// As files of the check, named after the exercise they belong to.
    pub(crate) fn files(self) -> impl Iterator<Item = AnswerFile> {
        self.0.into_inner().into_iter().map(|(name, hash)| AnswerFile { name, hash })
    }
}

impl App {
    /// The kept answer of the last pass of an exercise.
    pub(crate) fn last_pass(&self, exercise: &Exercise, cited: &Cited) -> Option<String> {
        let hash = self.with_learner(|learner| Some(learner.state.work(&exercise.id)?.passes().next_back()?.checked.answer.clone()));
        let hash = hash.ok().flatten()?;
        let text = self.kept_text(exercise, &hash)?;
        cited.0.borrow_mut().insert(name(exercise), hash);
        Some(text)
    }

    /// What is wrong with the figures that a text takes from the learner's queries. When they cannot be compared here, that is said of them.
    pub(crate) fn cited_figures(&self, text: &str, file: &str) -> Vec<Diagnostic> {
        let compared = self.grader.cited(&self.course.pack, text, file, &|other| self.last_pass(other, &Cited::default()));
        compared.unwrap_or_else(|failure| {
            let help = "`footbridge doctor` says what is missing on this machine.";
            uncompared(text, file).into_iter().map(|finding| finding.note(failure.to_string()).help(help)).collect()
        })
    }

    /// The kept answer of an exercise that a check took its figures from.
    pub(crate) fn cited_by(&self, checked: &Checked, exercise: &Exercise) -> Option<String> {
        let file = checked.files.iter().find(|file| file.name == name(exercise))?;
        self.kept_text(exercise, &file.hash)
    }
}

/// What can be said of a text's references without the queries they cite.
pub(crate) fn uncompared(text: &str, file: &str) -> Vec<Diagnostic> {
    let (references, mut found) = footbridge_prose::references(text, file);
    found.extend(references.first().map(|first| {
        let figures = counted(
            references.len(),
            "figure cites a query and was not compared with it",
            "figures cite queries and were not compared with them",
        );
        Diagnostic::advice("reference-not-compared", format!("{figures}.")).at(file, first.span.clone())
    }));
    found
}

fn name(exercise: &Exercise) -> String {
    format!("{}/{}", exercise.id, exercise.kind.answer_file())
}
