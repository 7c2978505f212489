//! Parts of a reply in JSON. A part that is missing or of another kind is empty; the shape is judged afterwards, for both forms in one way.

use crate::parts::{DraftQuestion, DraftTool, DraftWeek};
use serde_json::Value;

/// The object of a reply: the whole text, or what stands in its first fence.
pub(crate) fn object(text: &str) -> Option<Result<Value, serde_json::Error>> {
    let bare = text.trim();
    let inner = match bare.strip_prefix("```") {
        Some(fenced) => fenced.split_once('\n').map_or("", |(_, inner)| inner).split("```").next().unwrap_or_default().trim(),
        None => bare,
    };
    inner.starts_with('{').then(|| serde_json::from_str(inner))
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
