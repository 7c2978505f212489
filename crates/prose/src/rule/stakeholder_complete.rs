use super::{Draft, Least, Rule, labels_listed};
use crate::read::item::Item;
use crate::read::label::{Label, Value};
use crate::read::{Section, phrase, reason};
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// At least three stakeholders, each with their position, the reason, and what would change it. Whoever knows only the position can only
/// argue; whoever knows what would change it can go and get that.
pub(crate) const RULE: Rule = Rule {
    code: "prose-stakeholder-complete",
    holds: "At least 3 stakeholders, each with Position, Because and Would change if.",
    why: "Who knows only the position can only argue; who knows what would change it can go and get that.",
    find,
};

/// What each stakeholder has.
pub(crate) const LABELS: [Label; 3] = [
    &["position", "stance", "view", "for or against"],
    &["because", "why", "concern", "concerns", "reason", "reasons"],
    &[
        "would change if",
        "changes their mind",
        "change their mind",
        "what would change it",
        "what would change their mind",
        "would change their mind",
        "what changes their mind",
        "would agree if",
        "would change",
    ],
];

const NAMES: [&str; 3] = ["Position", "Because", "Would change if"];

/// Words for a position.
const POSITIONS: &[&str] = &[
    "for",
    "against",
    "unsure",
    "supports",
    "opposes",
    "opposed",
    "neutral",
    "undecided",
    "in favour",
    "in favor",
    "sceptical",
    "skeptical",
    "mixed",
    "supportive",
    "on the fence",
];

/// Beginnings of a reason to be against it.
const FEARS: &[&str] = &["fears", "afraid", "worries", "worried", "concerned"];

const FEWEST: Least = Least {
    count: 3,
    one: "stakeholder",
    many: "stakeholders",
    help: "Write each as a list item, a row, or under a heading of their own.",
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let people = section.entries(&LABELS);
    let mut findings = draft.too_few(&RULE, section, people.len(), &FEWEST);
    for person in &people {
        let values = person.values(&LABELS);
        let says = |index: usize| match index {
            0 => position(person).is_some(),
            1 => values[1].as_ref().is_some_and(|value| word_count(&value.text) >= 2) || gives_reason(person, values[2].as_ref()),
            _ => values[2].as_ref().is_some_and(|value| word_count(&value.text) >= 2),
        };
        let missing: Vec<&str> = NAMES.into_iter().enumerate().filter(|(index, _)| !says(*index)).map(|(_, name)| name).collect();
        if !missing.is_empty() {
            let message = format!("The stakeholder “{}” lacks {}.", person.name(), labels_listed(&missing));
            let help = "Write: “Position: against. Because: the audit is in June. Would change if: it shipped behind a switch.”";
            findings.push(draft.error(&RULE, person.span.clone(), message).help(help));
        }
    }
    findings
}

/// A reason in a sentence. What would change a mind is none, whatever words it is said with.
fn gives_reason(person: &Item<'_>, would_change: Option<&Value>) -> bool {
    let text = would_change.map_or_else(|| person.text().to_owned(), |value| person.text_without(value));
    let fears = phrase::find(&text, FEARS).is_some_and(|at| word_count(&text[at.end..]) >= 2);
    fears || reason::is_given(&text)
}

/// The position of a stakeholder, by label or near the beginning: "Head of support — against", "Sales (for)".
pub(crate) fn position(person: &Item<'_>) -> Option<String> {
    let labelled = person.value(LABELS[0]).map(|value| value.text).filter(|text| phrase::holds(text, POSITIONS));
    labelled.or_else(|| {
        let beginning = person.text().split(' ').take(8).collect::<Vec<&str>>().join(" ");
        // "for" is too common a word to be taken anywhere.
        let alone = beginning
            .split(['(', ')', '—', '–', ',', '.', ';', ':', '\n'])
            .map(str::trim)
            .any(|piece| phrase::is_one_of(piece, &["for", "for it"]));
        (alone || phrase::holds(&beginning, &POSITIONS[1..])).then_some(beginning)
    })
}
