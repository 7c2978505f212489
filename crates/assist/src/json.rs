//! Parts of a reply in JSON. A part that is missing or of another kind is empty; the shape is judged afterwards, for both forms in one way.

use crate::parts::{DraftQuestion, DraftTool, DraftWeek};
use serde_json::Value;

/// Where in a reply its JSON stops being JSON.
pub(crate) struct Unread {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// The object of a reply: the first that begins a line or a fence, whatever stands before and behind it.
pub(crate) fn object(text: &str) -> Option<Result<Value, Unread>> {
    let start = beginning(text)?;
    let read = serde_json::Deserializer::from_str(&text[start..]).into_iter().next()?;
    Some(read.map_err(|error| unread(text, start, &error)))
}

fn beginning(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let brace = line.find('{').filter(|brace| {
            let before = line[..*brace].trim();
            before.is_empty() || before.starts_with("```")
        });
        if let Some(brace) = brace {
            return Some(start + brace);
        }
        start += line.len();
    }
    None
}

/// Lines and columns count from the beginning of the reply, not of the object.
fn unread(text: &str, start: usize, error: &serde_json::Error) -> Unread {
    let before = &text[..start];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let indent = if error.line() == 1 { start - line_start } else { 0 };
    Unread { line: before.matches('\n').count() + error.line(), column: indent + error.column() }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A text, or a list of texts one a line.
fn text(value: &Value, key: &str) -> String {
    match value.get(key) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Array(items)) => {
            items.iter().filter_map(Value::as_str).map(|item| format!("- {}", item.trim())).collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    }
}

fn texts(value: &Value, key: &str) -> Vec<String> {
    list(value, key).iter().filter_map(Value::as_str).map(|text| text.trim().to_owned()).collect()
}

pub(crate) fn weeks(value: &Value) -> Vec<DraftWeek> {
    let week = |week: &Value| DraftWeek {
        span: 0..0,
        number: None,
        title: text(week, "title"),
        concept: text(week, "concept"),
        project: text(week, "project"),
        resources: texts(week, "resources"),
        questions: texts(week, "questions"),
    };
    list(value, "weeks").iter().map(week).collect()
}

pub(crate) fn questions(value: &Value) -> Vec<DraftQuestion> {
    let question = |question: &Value| DraftQuestion {
        span: 0..0,
        number: None,
        kind: text(question, "kind"),
        question: text(question, "question"),
        evaluates: text(question, "evaluates"),
        framework: text(question, "framework"),
        mistakes: text(question, "mistakes"),
        follow_up: text(question, "follow_up"),
    };
    list(value, "questions").iter().map(question).collect()
}

pub(crate) fn prepare_first(value: &Value) -> String {
    text(value, "prepare_first")
}

/// Criteria with their weights, tools, and the recommendation.
pub(crate) fn evaluation(value: &Value) -> (Vec<(String, String)>, Vec<DraftTool>, String) {
    let plain =
        |value: &Value, key: &str| value.get(key).and_then(Value::as_f64).map_or_else(|| text(value, key), |number| number.to_string());
    let criteria: Vec<(String, String)> =
        list(value, "criteria").iter().map(|criterion| (text(criterion, "name"), plain(criterion, "weight"))).collect();
    let tool = |tool: &Value| {
        let scores = list(tool, "scores");
        let of = |(name, _): &(String, String)| {
            let score = scores.iter().find(|score| text(score, "criterion").eq_ignore_ascii_case(name));
            score.map_or_else(Default::default, |score| (plain(score, "score"), text(score, "reason")))
        };
        DraftTool { name: text(tool, "name"), scores: criteria.iter().map(of).collect() }
    };
    (criteria.clone(), list(value, "tools").iter().map(tool).collect(), text(value, "recommendation"))
}
