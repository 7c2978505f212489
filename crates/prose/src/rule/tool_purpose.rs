use super::{Draft, Least, Rule};
use crate::read::item::Item;
use crate::read::{Section, phrase};
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// At least three tools, each with what it was used for. A list of names is on every job advert; what each is for shows where the work really
/// happens.
pub(crate) const RULE: Rule = Rule {
    code: "prose-tool-purpose",
    holds: "At least 3 items, each with what it is for.",
    why: "A list of names says nothing; what each is for shows where the work happens.",
    find,
};

const FEWEST: Least = Least { count: 3, one: "item", many: "items", help: "Write each tool as a list item or a row of its own." };

/// A name and a purpose take at least so many words.
const FEWEST_WORDS: usize = 3;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let items = section.items(&[]);
    let mut findings = draft.too_few(&RULE, section, items.len(), &FEWEST);
    for item in items.iter().filter(|item| !says_what_for(item)) {
        let message = format!("The tool “{}” does not say what it is used for.", item.name());
        findings.push(
            draft
                .error(&RULE, item.span.clone(), message)
                .help("Add what it was used for: “Grafana: to see whether the deployment is through”."),
        );
    }
    findings
}

fn says_what_for(item: &Item<'_>) -> bool {
    let text = item.text();
    let has_purpose = text.contains([':', '—', '–', '(', '\n', '='])
        || text.contains(" - ")
        || phrase::holds(text, &["for", "to", "when", "where", "because", "is", "shows", "runs", "holds"]);
    word_count(text) >= FEWEST_WORDS && has_purpose
}
