use crate::Checked;
use crate::answers::{Answered, FILE, read_answers};
use crate::spec::{Choice, Near, Question, QuestionKind, read_questions};
use footbridge_content::Exercise;
use footbridge_diagnostic::{Diagnostic, nearest};
use footbridge_verdict::{Finding, FindingKind, Outcome, Verdict};
use toml::Spanned;

pub(crate) fn check(exercise: &Exercise, text: &str) -> Checked {
    let questions = match read_questions(exercise) {
        Ok(questions) => questions,
        Err(finding) => return Checked::faulty_exercise([finding]),
    };
    let answers = match read_answers(text) {
        Ok(answers) => answers,
        Err(found) => return Checked::unreadable("The answers cannot be read.", found),
    };
    let mut findings = Vec::new();
    let mut right = 0;
    for question in &questions {
        let judged = judge(question, answers.get(&question.id));
        right += usize::from(judged.iter().all(|finding| finding.kind != FindingKind::Essential));
        findings.extend(judged);
    }
    let known: Vec<&str> = questions.iter().map(|question| question.id.as_str()).collect();
    let strangers: Vec<Finding> =
        answers.iter().filter(|(id, _)| !known.contains(&id.as_str())).map(|(id, answer)| stranger(id, answer, &known)).collect();
    let total = questions.len();
    let outcome = if right == total && strangers.is_empty() { Outcome::Pass } else { Outcome::Revise };
    let summary = match strangers.len() {
        0 => format!("{right} of {total} questions are right."),
        1 => format!("{right} of {total} questions are right, and one answer belongs to no question."),
        more => format!("{right} of {total} questions are right, and {more} answers belong to no question."),
    };
    findings.extend(strangers);
    Checked::new(Verdict { outcome, summary, findings })
}

/// Judges an answer to one question as a person types it: `b`, `a, c`, `43.2 minutes`. `None` when there is no such question.
pub fn check_question(exercise: &Exercise, id: &str, typed: &str) -> Option<Verdict> {
    let question = read_questions(exercise).ok()?.into_iter().find(|question| question.id == id)?;
    // One line without a comment: what is typed is a value, never more keys.
    let typed = typed.lines().next().unwrap_or_default().split('#').next().unwrap_or_default();
    let answers = read_answers(&format!("{id} = {}\n", typed.trim()));
    let Ok(answers) = answers else {
        return Some(Verdict::new(Outcome::Unreadable, "This is neither a letter, a list of letters nor a number."));
    };
    let findings = judge(&question, answers.get(id));
    let is_right = findings.iter().all(|finding| finding.kind != FindingKind::Essential);
    let (outcome, summary) = if is_right { (Outcome::Pass, "Right.") } else { (Outcome::Revise, "Not right.") };
    Some(Verdict { outcome, summary: summary.to_owned(), findings })
}

fn stranger(id: &str, answer: &Spanned<Answered>, known: &[&str]) -> Finding {
    let finding = Diagnostic::error("answer-unknown-question", format!("There is no question `{id}`.")).at(FILE, answer.span());
    let diagnostic = match nearest(id, known.iter().copied()) {
        Some(meant) => finding.help(format!("Did you mean `{meant}`?")),
        None => finding,
    };
    Finding { kind: FindingKind::Essential, diagnostic, part: None }
}

fn judge(question: &Question, answer: Option<&Spanned<Answered>>) -> Vec<Finding> {
    let place = |finding: Diagnostic| match answer {
        Some(answer) => finding.at(FILE, answer.span()),
        None => finding,
    };
    let about = |kind, diagnostic| Finding { kind, diagnostic: place(diagnostic), part: Some(question.id.clone()) };
    let wrong = |code: &str, message: String| vec![about(FindingKind::Essential, Diagnostic::error(code, message))];
    match (&question.kind, answer.map(Spanned::as_ref)) {
        (_, None) => wrong("answer-missing", "This question has no answer yet.".to_owned()),
        (_, Some(Answered::Labels(labels))) if labels.is_empty() => wrong("answer-missing", "This question has no answer yet.".to_owned()),
        (QuestionKind::Options { options, several }, Some(Answered::Labels(chosen))) => match judge_options(options, *several, chosen) {
            Ok(praise) => {
                praise.into_iter().map(|says| about(FindingKind::Celebratory, Diagnostic::advice("answer-right", says))).collect()
            }
            Err(faults) => faults.into_iter().map(|says| about(FindingKind::Essential, Diagnostic::error("answer-wrong", says))).collect(),
        },
        (QuestionKind::Number { answer, unit, allowed, reckoning, near }, Some(Answered::Number(given))) => {
            if (given - answer).abs() <= *allowed {
                let says = if reckoning.is_empty() { "Right.".to_owned() } else { reckoning.clone() };
                return vec![about(FindingKind::Celebratory, Diagnostic::advice("answer-right", says))];
            }
            wrong("answer-wrong", wrong_number(*given, *answer, unit, near))
        }
        (QuestionKind::Options { .. }, Some(Answered::Number(_))) => {
            wrong("answer-shape", "This question is answered with a letter, as in `\"b\"`.".to_owned())
        }
        (QuestionKind::Number { unit, .. }, Some(Answered::Labels(_))) => {
            let unit = if unit.is_empty() { String::new() } else { format!(" of {unit}") };
            wrong("answer-shape", format!("This question is answered with a number{unit}."))
        }
    }
}

fn judge_options(options: &[Choice], several: bool, chosen: &[String]) -> Result<Vec<String>, Vec<String>> {
    let labels: Vec<String> = (0..options.len()).map(label).collect();
    if let Some(stranger) = chosen.iter().find(|label| !labels.contains(label)) {
        return Err(vec![format!("There is no option `{stranger}`; the options are {}.", labels.join(", "))]);
    }
    if !several && chosen.len() > 1 {
        return Err(vec![format!("One option is asked for; {} are chosen.", chosen.len())]);
    }
    let picked = || options.iter().zip(&labels).filter(|(_, label)| chosen.contains(label)).map(|(option, _)| option);
    let mut faults: Vec<String> = picked().filter(|option| !option.right).map(|option| option.feedback.clone()).collect();
    let left_out = options.iter().zip(&labels).filter(|(option, label)| option.right && !chosen.contains(label)).count();
    if faults.is_empty() && left_out > 0 {
        faults.push(format!(
            "What you chose is right, and {left_out} more {}.",
            if left_out == 1 { "belongs to it" } else { "belong to it" }
        ));
    }
    if faults.is_empty() { Ok(picked().map(|option| option.feedback.clone()).collect()) } else { Err(faults) }
}

fn wrong_number(given: f64, answer: f64, unit: &str, near: &[Near]) -> String {
    let same = |value: f64| (given - value).abs() <= value.abs().max(1e-9) * 0.005;
    let off = |slip: &&Near| (given - slip.value).abs();
    let nearest = near.iter().filter(|slip| same(slip.value)).min_by(|a, b| off(a).total_cmp(&off(b)));
    // A figure nearer to the right one than to any slip is no slip.
    if let Some(slip) = nearest.filter(|slip| off(slip) < (given - answer).abs()) {
        return slip.feedback.clone();
    }
    let unit = if unit.is_empty() { String::new() } else { format!("\u{202f}{unit}") };
    if given != 0.0 && answer != 0.0 {
        for (factor, words) in [(1000.0, "1,000 times"), (100.0, "100 times"), (60.0, "60 times"), (10.0, "10 times")] {
            if same(answer * factor) {
                return format!("{given}{unit} is {words} too large: check the units.");
            }
            if same(answer / factor) {
                return format!("{given}{unit} is {words} too small: check the units.");
            }
        }
    }
    // A day is no amount.
    if let Some(place) = unit.trim_start().strip_prefix("day of ") {
        return format!("Day {given} of {place} is too {}.", if given > answer { "late" } else { "early" });
    }
    format!("{given}{unit} is too {}.", if given > answer { "large" } else { "small" })
}

/// The label of an option by its place: a, b, c …
pub fn label(place: usize) -> String {
    char::from(b'a' + u8::try_from(place).unwrap_or(25).min(25)).to_string()
}

/// The right answers to all questions.
pub fn right_answers(questions: &[Question]) -> Vec<(String, Answered)> {
    let right = |question: &Question| match &question.kind {
        QuestionKind::Number { answer, .. } => Answered::Number(*answer),
        QuestionKind::Options { options, .. } => {
            Answered::Labels(options.iter().enumerate().filter(|(_, option)| option.right).map(|(place, _)| label(place)).collect())
        }
    };
    questions.iter().map(|question| (question.id.clone(), right(question))).collect()
}
