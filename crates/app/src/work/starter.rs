//! What an answer begins with, and what the right one is, written out so that any editor will do.

use crate::course::questions_of;
use crate::publishing::unpublished;
use footbridge_content::{Exercise, Kind};
use footbridge_diagnostic::Diagnostic;
use footbridge_grade::{QuestionKind, label};
use std::fmt::Write as _;

/// What the editor opens with. Questions are written out as comments, so that they can be answered in any editor.
pub(crate) fn starter(exercise: &Exercise) -> Result<String, Diagnostic> {
    if matches!(exercise.kind, Kind::Sql | Kind::Write | Kind::Roadmap | Kind::Decide) {
        return Ok(unpublished(exercise));
    }
    let questions = questions_of(exercise)?;
    let mut text = String::new();
    let comment = |text: &mut String, words: &str| {
        for line in words.trim().lines() {
            writeln!(text, "# {line}").expect("writing to a String cannot fail");
        }
    };
    for question in &questions {
        comment(&mut text, &question.ask);
        match &question.kind {
            QuestionKind::Options { options, several } => {
                for (at, option) in options.iter().enumerate() {
                    comment(&mut text, &format!("  {}  {}", label(at), option.text.trim().replace('\n', " ")));
                }
                if *several {
                    comment(&mut text, "  Choose all that are right, as in [\"a\", \"c\"]");
                }
            }
            QuestionKind::Number { unit, .. } if unit.is_empty() => comment(&mut text, "  A number"),
            QuestionKind::Number { unit, .. } => comment(&mut text, &format!("  A number, {unit}")),
        }
        let blank = if matches!(question.kind, QuestionKind::Options { several: true, .. }) { "[]" } else { "\"\"" };
        writeln!(text, "{} = {blank}\n", question.id).expect("writing to a String cannot fail");
    }
    Ok(text)
}

/// The right answers to questions, each with its reckoning or reason.
pub(super) fn answers_in_words(exercise: &Exercise) -> Result<String, Diagnostic> {
    let mut text = String::new();
    for question in questions_of(exercise)? {
        let line = match &question.kind {
            QuestionKind::Number { answer, unit, reckoning, .. } if unit.is_empty() => {
                format!("{} = {answer}  # {reckoning}", question.id)
            }
            QuestionKind::Number { answer, unit, reckoning, .. } => format!("{} = {answer}  # in {unit}. {reckoning}", question.id),
            QuestionKind::Options { options, .. } => {
                let right = options.iter().enumerate().filter(|(_, option)| option.right);
                let labels: Vec<String> = right.clone().map(|(at, _)| format!("\"{}\"", label(at))).collect();
                let why: Vec<&str> = right.map(|(_, option)| option.feedback.as_str()).collect();
                let labels = if labels.len() == 1 { labels.concat() } else { format!("[{}]", labels.join(", ")) };
                format!("{} = {labels}  # {}", question.id, why.join(" "))
            }
        };
        writeln!(text, "{}", line.replace('\n', " ")).expect("writing to a String cannot fail");
    }
    Ok(text)
}
