use super::{Draft, Rule, listed};
use crate::read::item::Item;
use crate::read::label::Label;
use crate::read::{Section, date, who};
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// Every open question has somebody who answers it and a day. A question without both is still open at launch.
pub(crate) const RULE: Rule = Rule {
    code: "prose-open-question-owner",
    holds: "Each question has who answers it and a date, behind the question. “None” with a reason is an answer too.",
    why: "A question that nobody has to answer by a day is still open at launch.",
    find,
};

/// Labels for somebody.
pub(crate) const OWNER: Label = &[
    "owner",
    "who",
    "responsible",
    "assignee",
    "assigned to",
    "answered by",
    "answers",
    "decided by",
    "decider",
    "decision maker",
    "decides",
    "dri",
    "approver",
    "approved by",
    "with",
    "lead",
    "action owner",
];

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let questions = section.entries(&[OWNER, DATE]);
    questions.iter().filter(|question| !is_none(question.text())).filter_map(|question| judge(draft, question)).collect()
}

/// Labels for a day.
pub(crate) const DATE: Label = &["by", "due", "due date", "date", "until", "when", "by when", "deadline", "eta"];

fn judge(draft: &Draft<'_>, question: &Item<'_>) -> Option<Diagnostic> {
    let answer = behind_the_question(question.text());
    let mut missing = Vec::new();
    if !has_owner(question, answer) {
        missing.push("who answers it");
    }
    if date::first(answer).is_none() && !has_date(question) {
        missing.push("a date");
    }
    if missing.is_empty() {
        return None;
    }
    let message = format!("The question “{}” lacks {}.", question.name(), listed(&missing));
    Some(draft.error(&RULE, question.span.clone(), message).help("Write who answers and by when: “Owner: security team. By: 12 May.”"))
}

/// Who is asked about in a question does not answer it.
fn behind_the_question(text: &str) -> &str {
    text.rfind('?').map_or(text, |at| &text[at + 1..])
}

/// Somebody by label or by name.
pub(crate) fn has_owner(item: &Item<'_>, text: &str) -> bool {
    item.value(OWNER).is_some_and(|owner| who::is_value(&owner.text)) || who::is_named(text)
}

/// A day by label.
pub(crate) fn has_date(item: &Item<'_>) -> bool {
    item.value(DATE).is_some_and(|by| date::first(&by.text).is_some())
}

/// "None, because …": that there is nothing to ask is an answer when it has a reason.
fn is_none(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    (first.eq_ignore_ascii_case("none") || text.to_lowercase().starts_with("no open question")) && word_count(text) >= 4
}
