use super::{Draft, Least, Rule};
use crate::read::item::Item;
use crate::read::label::Label;
use crate::read::{Section, number, phrase};
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// At least three errors, each with its status and what to do, and no example that shows an error which the list does not know. Whoever
/// reads the page at night has a status and no time.
pub(crate) const RULE: Rule = Rule {
    code: "prose-error-table",
    holds: "At least 3 errors, each with a status from 400 to 599 and what to do; every such status that an example shows is listed.",
    why: "Whoever reads this at night has a status in hand and needs to know what to do.",
    find,
};

const WHAT_TO_DO: Label = &[
    "what to do",
    "do",
    "remedy",
    "action",
    "fix",
    "how to fix",
    "resolution",
    "solution",
    "next step",
    "retry",
    "what you do",
    "handling",
    "how to handle",
];

/// Verbs of a remedy.
const REMEDIES: &[&str] = &[
    "retry", "retries", "repeat", "wait", "send", "check", "make", "create", "use", "read", "ask", "correct", "fix", "change", "add",
    "remove", "renew", "call", "contact", "see", "log in", "sign", "generate", "rotate", "refresh", "try", "never", "do not", "don't",
    "shorten", "split", "reduce", "slow", "get", "include", "set", "pass", "provide", "choose", "pick", "upgrade", "request", "show",
    "stop", "look", "fetch", "list", "write", "give", "confirm", "top up", "tell", "report", "treat", "back off", "lower", "raise", "buy",
    "pay",
];

const FEWEST: Least = Least {
    count: 3,
    one: "item with a status from 400 to 599",
    many: "items with a status from 400 to 599",
    help: "Write a table: status and code, why it comes, what to do.",
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let items = section.items(&[WHAT_TO_DO]);
    let errors: Vec<&Item<'_>> =
        items.iter().filter(|item| !statuses(item.text()).is_empty() || !statuses(item.group).is_empty()).collect();
    let mut findings = draft.too_few(&RULE, section, errors.len(), &FEWEST);
    for error in errors.iter().filter(|error| !says_what_to_do(error)) {
        let message = format!("The error “{}” does not say what to do.", error.name());
        findings.push(
            draft
                .error(&RULE, error.span.clone(), message)
                .help("Add what the caller does next: wait how long, send what, or never retry."),
        );
    }
    let listed: Vec<u16> = statuses(&section.prose().text);
    let mut told = Vec::new();
    for (status, span) in &draft.examples().statuses {
        if *status >= 400 && !listed.contains(status) && !told.contains(status) {
            told.push(*status);
            let message = format!("An example shows {status}; “{}” does not list it.", section.heading);
            findings.push(draft.error(&RULE, span.clone(), message).help(format!("Add {status} with why it comes and what to do.")));
        }
    }
    findings
}

fn statuses(text: &str) -> Vec<u16> {
    let whole = number::numbers(text)
        .into_iter()
        .flat_map(|found| text[found.range].split(|c: char| !c.is_ascii_digit()).map(str::to_owned).collect::<Vec<String>>());
    whole.filter(|digits| digits.len() == 3).filter_map(|digits| digits.parse().ok()).filter(|status| (400..600).contains(status)).collect()
}

fn says_what_to_do(error: &Item<'_>) -> bool {
    let labelled = error.value(WHAT_TO_DO).is_some_and(|value| word_count(&value.text) >= 2);
    let text = error.text();
    labelled || (word_count(text) >= 5 && (phrase::holds(text, REMEDIES) || clauses(text) >= 2))
}

/// Clauses of two words or more in one line: the first says why it comes, the second what to do. Cells of a table are lines.
fn clauses(text: &str) -> usize {
    let in_line = |line: &str| line.replace(['—', '–', ';', ':'], ". ").split(". ").filter(|clause| word_count(clause) >= 2).count();
    text.lines().map(in_line).max().unwrap_or(0)
}
