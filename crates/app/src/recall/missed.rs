//! What the learner got wrong: the checks in the journal, with the answers as they were kept.

use crate::App;
use crate::folder::path as inside;
use crate::planning::local_date;
use crate::variants::variant_of;
use crate::view::MissedView;
use crate::work::{language_of, missed_path};
use footbridge_content::Exercise;
use footbridge_grade::{Answered, Choice, label, read_answers};
use footbridge_journal::{Attempt, Work};
use footbridge_verdict::{AnswerHash, FindingKind, Outcome};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A wrong answer.
#[derive(Debug, Clone)]
pub(super) struct Missed {
    /// The day it was checked.
    pub(super) on: Date,
    /// Its verdict's sentence.
    summary: String,
    answer: AnswerHash,
    /// The letters or the number that were given, when it was an answer to a question.
    given: Option<String>,
}

/// What was missed in an exercise.
#[derive(Debug, Default)]
pub(super) struct MissedIn<'a> {
    /// The questions that were answered wrong, by their ids, with the variant they were asked in and the last wrong answer.
    pub(super) questions: BTreeMap<String, (&'a Exercise, Missed)>,
    /// The last wrong answer that cannot be told by questions.
    pub(super) whole: Option<Missed>,
}

impl App {
    /// What was missed in an exercise, from its checks.
    pub(super) fn missed_in<'a>(&'a self, exercise: &'a Exercise, work: &Work) -> MissedIn<'a> {
        let mut missed = MissedIn::default();
        for attempt in work.attempts.iter().filter(|attempt| attempt.checked.outcome == Outcome::Revise) {
            let text = if exercise.kind.asks_questions() { self.missed_text(exercise, &attempt.checked.answer) } else { None };
            let Some(text) = text else {
                missed.whole = Some(told(attempt, None));
                continue;
            };
            let variant = variant_of(exercise, &attempt.checked);
            for (id, given) in self.wrong_questions(variant, &text) {
                missed.questions.insert(id, (variant, told(attempt, Some(given))));
            }
        }
        missed
    }

    /// The questions of an answer that are answered wrong, not those left open, each with what was given.
    fn wrong_questions(&self, variant: &Exercise, text: &str) -> Vec<(String, String)> {
        let given = read_answers(text).unwrap_or_default();
        let checked = self.grader.check(&self.course.pack, variant, text, &|_| None);
        let essential = checked.verdict.findings.into_iter().filter(|finding| finding.kind == FindingKind::Essential);
        let mut wrong: Vec<(String, String)> =
            essential.filter_map(|finding| finding.part).filter_map(|id| Some((id.clone(), words(given.get(&id)?.as_ref())?))).collect();
        wrong.dedup();
        wrong
    }

    /// A wrong answer as it was kept; `None` when it was not, as before answers were kept.
    pub(super) fn missed_text(&self, exercise: &Exercise, answer: &AnswerHash) -> Option<String> {
        let bytes = self.world.disk.read(&inside(&missed_path(exercise, answer))).ok()?;
        if AnswerHash::of(&bytes) == *answer { String::from_utf8(bytes).ok() } else { None }
    }

    /// A wrong answer as it is shown again.
    pub(super) fn missed_view(&self, exercise: &Exercise, missed: &Missed, options: &[Choice]) -> MissedView {
        let (text, language) = match &missed.given {
            Some(given) => (with_their_words(given, options), ""),
            None => (self.missed_text(exercise, &missed.answer).unwrap_or_default(), language_of(exercise.kind)),
        };
        MissedView { on: missed.on.to_string(), summary: missed.summary.clone(), text, language: language.to_owned() }
    }
}

fn told(attempt: &Attempt, given: Option<String>) -> Missed {
    let checked = &attempt.checked;
    Missed { on: local_date(attempt.at), summary: checked.summary.clone(), answer: checked.answer.clone(), given }
}

/// Letters with what their options say, one a line; anything else as it is.
fn with_their_words(given: &str, options: &[Choice]) -> String {
    let line = |letter: &str| {
        let option = options.iter().enumerate().find(|(at, _)| label(*at) == letter);
        option.map_or_else(|| letter.to_owned(), |(_, option)| format!("{letter}  {}", footbridge_prose::plain_text(&option.text).trim()))
    };
    given.split(", ").map(line).collect::<Vec<_>>().join("\n")
}

/// Letters or a number as they were given; `None` when nothing was.
fn words(answered: &Answered) -> Option<String> {
    match answered {
        Answered::Labels(labels) if labels.is_empty() => None,
        Answered::Labels(labels) => Some(labels.join(", ")),
        Answered::Number(number) => Some(number.to_string()),
    }
}
