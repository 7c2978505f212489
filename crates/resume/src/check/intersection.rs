use super::Subject;
use super::words::{PRODUCT, TECHNICAL, mentions};
use footbridge_diagnostic::Diagnostic;

/// Only one of the two sides. These roles are where technology and product meet: a résumé that shows one side is sorted to the other pile.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let content = subject.content;
    if content.sections.is_empty() {
        return Vec::new();
    }
    let header = [&content.basics.label, &content.basics.summary].into_iter().flatten();
    let in_entries = content.all_entries().flat_map(|entry| {
        let lists = entry.keywords.iter().chain(&entry.roles).chain(entry.bullets.iter().map(|bullet| &bullet.written));
        [&entry.title, &entry.area, &entry.summary].into_iter().flatten().chain(lists)
    });
    let (mut technical, mut product) = (false, false);
    for written in header.chain(in_entries) {
        technical |= mentions(&written.text, TECHNICAL);
        product |= mentions(&written.text, PRODUCT);
    }
    let mut found = Vec::new();
    if !technical {
        let finding = subject.advice("resume-intersection", "Nothing here says what you know of technology.", 0..0);
        found.push(finding.help("Name the APIs, queries, data and systems you worked with, in the bullets where you used them."));
    }
    if !product {
        let finding = subject.advice("resume-intersection", "Nothing here says what you know of product work.", 0..0);
        found.push(finding.help("Say whom it was for, what you decided, and what changed for them."));
    }
    found
}
