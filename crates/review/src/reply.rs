use crate::{LONGEST_NAME, LONGEST_NOTE, LONGEST_QUOTE};
use footbridge_diagnostic::{Diagnostic, nearest};
use footbridge_verdict::{AnswerHash, ExerciseId};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The largest reply that is read, in bytes.
pub const LARGEST_REPLY: usize = 256 * 1024;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The exercise that was judged.
    pub exercise: ExerciseId,
    /// The hash of the text that was read.
    pub answer: AnswerHash,
    /// What the reader calls themselves.
    pub reviewer: String,
    /// The day they read it.
    pub on: Date,
    /// What they gave, in the order of the page; at least one.
    pub scores: Vec<ScoreGiven>,
    /// What they want to say besides; may be empty.
    pub note: String,
}

/// One score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreGiven {
    /// The criterion's id.
    pub criterion: String,
    /// From 1 (poor) to 4 (excellent).
    pub level: u8,
    /// The words of the piece that speak for it; may be empty.
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyJson {
    format: u32,
    exercise: String,
    answer: String,
    #[serde(default)]
    reviewer: String,
    on: String,
    scores: BTreeMap<String, ScoreJson>,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScoreJson {
    level: i64,
    #[serde(default)]
    because: String,
}

/// What a file says it is about, whatever else is wrong with it; `None` when it cannot be read.
pub fn reply_about(bytes: &[u8]) -> Option<String> {
    let read: ReplyJson = (bytes.len() <= LARGEST_REPLY).then(|| serde_json::from_slice(bytes).ok())??;
    Some(one_line(&read.exercise))
}

/// Reads a reply about one exercise, of which `ids` can be judged. `file` is the name findings point at; all faults are told at once.
pub fn read_reply(bytes: &[u8], file: &str, exercise: &ExerciseId, ids: &[&str]) -> Result<Reply, Vec<Diagnostic>> {
    let fault = |code: &str, message: String| Diagnostic::error(code, message).at(file, 0..0);
    if bytes.len() > LARGEST_REPLY {
        return Err(vec![fault("review-size", format!("A review has at most {} KiB.", LARGEST_REPLY / 1024))]);
    }
    let read: ReplyJson = serde_json::from_slice(bytes).map_err(|error| {
        let finding = fault("review-shape", no_review(bytes, &error));
        vec![finding.help("Ask for the file that the page saves; it ends in .json.")]
    })?;
    let mut found = Vec::new();
    if read.format != 1 {
        found.push(fault("review-format", format!("This review has format {}; this Footbridge reads format 1.", read.format)));
    }
    if read.exercise != exercise.as_str() {
        found.push(fault("review-other", format!("This review is about `{}`, not about `{exercise}`.", one_line(&read.exercise))));
    }
    let answer = AnswerHash::read(&read.answer).ok();
    if answer.is_none() {
        let message = if read.answer.is_empty() {
            "It does not say which text was read.".to_owned()
        } else {
            format!("`{}` is no hash of a text that was read.", one_line(&read.answer))
        };
        found.push(fault("review-answer", message));
    }
    let on = read.on.parse::<Date>().ok();
    if on.is_none() {
        found.push(fault("review-date", format!("“{}” is no date.", one_line(&read.on))));
    }
    let texts = [("reviewer", &read.reviewer, LONGEST_NAME), ("note", &read.note, LONGEST_NOTE)].into_iter();
    let quotes = read.scores.values().map(|score| ("because", &score.because, LONGEST_QUOTE));
    for (name, text, longest) in texts.chain(quotes) {
        if text.chars().count() > longest {
            found.push(fault("review-length", format!("`{name}` has more than {longest} characters.")));
        }
    }
    found.extend(score_faults(&read.scores, ids, &fault));
    let (Some(answer), Some(on), true) = (answer, on, found.is_empty()) else { return Err(found) };
    let scores = ids.iter().filter_map(|id| {
        let score = read.scores.get(*id)?;
        let level = u8::try_from(score.level).ok()?;
        Some(ScoreGiven { criterion: (*id).to_owned(), level, because: printable(&score.because) })
    });
    Ok(Reply {
        exercise: exercise.clone(),
        answer,
        reviewer: one_line(&read.reviewer),
        on,
        scores: scores.collect(),
        note: printable(&read.note),
    })
}

fn no_review(bytes: &[u8], error: &serde_json::Error) -> String {
    if bytes.trim_ascii_start().starts_with(b"<") {
        return "This is a page, not the file that a review page saves.".to_owned();
    }
    if !error.is_data() {
        return format!("This is no review: it cannot be read from line {}, character {} on.", error.line(), error.column());
    }
    let why: String = one_line(&error.to_string()).chars().take(200).collect();
    format!("This is no review: {why}.")
}

fn score_faults(scores: &BTreeMap<String, ScoreJson>, ids: &[&str], fault: &dyn Fn(&str, String) -> Diagnostic) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if scores.is_empty() {
        found.push(fault("review-empty", "No criterion was scored.".to_owned()));
    }
    for (id, score) in scores {
        if !ids.contains(&id.as_str()) {
            let finding = fault("review-criterion", format!("There is no criterion `{}`.", one_line(id)));
            found.push(match nearest(id, ids.iter().copied()) {
                Some(meant) => finding.help(format!("Is `{meant}` meant? The rubric may have changed since the page was made.")),
                None => finding.help("The rubric may have changed since the page was made: make a new page."),
            });
        }
        if !(1..=4).contains(&score.level) {
            found.push(fault("review-level", format!("The level of `{}` is {}; levels go from 1 to 4.", one_line(id), score.level)));
        }
    }
    found
}

/// Text from outside on one line, for a message.
fn one_line(text: &str) -> String {
    printable(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without control characters, which a terminal would obey, and without marks that hide text or turn it around.
fn printable(text: &str) -> String {
    let hides = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let stays = |c: &char| *c == '\n' || *c == '\t' || !(c.is_control() || hides(*c));
    text.chars().filter(stays).collect::<String>().trim().to_owned()
}
