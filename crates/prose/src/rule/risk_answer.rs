use super::{Draft, Least, Rule};
use crate::read::item::Item;
use crate::read::label::Label;
use crate::read::{Section, phrase};
use crate::text::{sentences, word_count};
use footbridge_diagnostic::Diagnostic;

/// Every risk has an answer. A list of fears asks the reader to worry; a risk with what is done about it asks them to agree.
pub(crate) const RULE: Rule = Rule {
    code: "prose-risk-answer",
    holds: "At least 2 items; each has a Mitigation, by label or in a sentence (“we will …”, “if it happens …”).",
    why: "A risk without an answer leaves the decision about it to the day it happens.",
    find,
};

const MITIGATION: Label = &["mitigation", "answer", "response", "guardrail", "countermeasure", "what we do", "prevention", "fallback"];

/// Beginnings of an answer in a sentence. An item that begins so belongs to the risk before it.
const BEGINNINGS: Label = &["we will", "so we", "if it happens"];

/// When an answer sets in.
const IN_THAT_CASE: &[&str] = &["if it happens", "if that happens", "in that case"];

/// What an answer is called or is for.
const AGAINST_IT: &[&str] = &[
    "guardrail",
    "to prevent this",
    "to prevent it",
    "to avoid this",
    "to avoid it",
    "to reduce this",
    "to reduce it",
    "to limit this",
    "to limit it",
    "against this",
    "mitigated by",
];

/// What "we" do that is the risk or a part of it, and what we are whether it happens or not.
const NO_ANSWER: &[&str] = &[
    "are", "believe", "can", "can't", "cannot", "could", "depend", "do not", "don't", "expect", "fail", "fear", "get", "have", "hold",
    "know", "lose", "may", "might", "miss", "need", "operate", "own", "owe", "rely", "see", "sell", "serve", "think", "want", "were",
    "would",
];

/// Words between "we" and what we do.
const ADVERBS: &[&str] = &["also", "always", "first", "still", "then", "therefore"];

const FEWEST: Least = Least { count: 2, one: "item", many: "items", help: "Write each risk as a list item or a row of its own." };

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let risks = section.entries(&[MITIGATION, BEGINNINGS]);
    let mut findings = draft.too_few(&RULE, section, risks.len(), &FEWEST);
    for risk in risks.iter().filter(|risk| !is_answered(risk)) {
        let message = format!("The risk “{}” has no “Mitigation”.", risk.name());
        findings.push(
            draft.error(&RULE, risk.span.clone(), message).help("Add “Mitigation:” and what you do before it happens or when it does."),
        );
    }
    findings
}

fn is_answered(risk: &Item<'_>) -> bool {
    let text = risk.text();
    let says_what_is_done = phrase::all(text, AGAINST_IT).iter().any(|(_, at)| is_told(&text[at.end..]));
    let in_that_case = phrase::all(text, IN_THAT_CASE).iter().any(|(_, at)| {
        let answer = text[at.end..].trim_start_matches(|c: char| !c.is_alphanumeric());
        // What we do then is looked at below.
        phrase::end_of(answer, 0, "we").is_none() && is_told(answer)
    });
    let behind_arrow = text.split_once(['→', '⇒']).is_some_and(|(_, answer)| is_told(answer));
    says_what_is_done || in_that_case || behind_arrow || we_act(text) || risk.value(MITIGATION).is_some_and(|value| is_told(&value.text))
}

/// "We cap it at 40 rows", "we will ask", "so we wait": what we do about it. "We will lose customers" is the risk again.
fn we_act(text: &str) -> bool {
    sentences(text).into_iter().map(|at| &text[at]).any(|sentence| {
        phrase::all(sentence, &["we"]).into_iter().any(|(_, at)| {
            let rest = &sentence[at.end..];
            let will = ["’ll", "'ll"].iter().find_map(|will| rest.strip_prefix(will));
            let will = will.or_else(|| phrase::end_of(rest.trim_start(), 0, "will").map(|end| &rest.trim_start()[end..]));
            let act = will.unwrap_or(rest).trim_start();
            let act = phrase::longest_at(act, 0, ADVERBS).map_or(act, |end| act[end..].trim_start());
            let is_answer = will.is_some() || leads_to_an_answer(&sentence[..at.start]);
            is_answer && act.starts_with(char::is_alphanumeric) && is_told(act) && phrase::longest_at(act, 0, NO_ANSWER).is_none()
        })
    })
}

/// Whether what stands before "we" makes it the beginning of an answer: nothing, the end of a clause, "so", "then", or the case that it is for.
fn leads_to_an_answer(before: &str) -> bool {
    if before.trim_end().ends_with([';', '–', '—']) {
        return true;
    }
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let ends_so = phrase::is_one_of(last, &["so", "then"]);
    before.is_empty() || ends_so || phrase::all(before, IN_THAT_CASE).iter().any(|(_, at)| at.end == before.len())
}

/// One word is no answer.
fn is_told(answer: &str) -> bool {
    word_count(answer) >= 2
}
