use super::{Draft, Rule, absent};
use crate::read::assigned::{DATE, OWNER, has_date, has_owner};
use crate::read::{Item, Section};
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// Every open question has somebody who answers it and a day. A question without both is still open at launch.
pub(crate) const RULE: Rule = Rule {
    code: "prose-open-question-owner",
    holds: "Each question has who answers it and a date, behind the question. “None” with a reason is an answer too.",
    why: "A question that nobody has to answer by a day is still open at launch.",
    find,
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let questions = section.entries(&[OWNER, DATE]);
    questions.iter().filter(|question| !is_none(question.text())).filter_map(|question| judge(draft, question)).collect()
}

fn judge(draft: &Draft<'_>, question: &Item<'_>) -> Option<Diagnostic> {
    let answer = behind_the_question(question.text());
    let missing = absent([(has_owner(question, answer), "who answers it"), (has_date(question, answer), "by when")]);
    if missing.is_empty() {
        return None;
    }
    let message = format!("The question “{}” does not say {}.", question.name(), missing.join(", nor "));
    Some(draft.error(&RULE, question.span.clone(), message).help("Write who answers and by when: “Owner: security team. By: 12 May.”"))
}

/// Who is asked about in a question does not answer it.
fn behind_the_question(text: &str) -> &str {
    text.rfind('?').map_or(text, |at| &text[at + 1..])
}

/// "None, because …": that there is nothing to ask is an answer when it has a reason.
fn is_none(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    (first.eq_ignore_ascii_case("none") || text.to_lowercase().starts_with("no open question")) && word_count(text) >= 4
}
