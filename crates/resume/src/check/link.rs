use super::Subject;
use crate::content::Written;
use footbridge_diagnostic::Diagnostic;

/// A link that is not `https`. A browser warns before it opens plain `http`, and a link without a scheme leads nowhere in a PDF.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let basics = &subject.content.basics;
    let profiles = basics.profiles.iter().filter_map(|profile| profile.url.as_ref());
    let entries = subject.content.all_entries().filter_map(|entry| entry.link.as_ref());
    let links: Vec<&Written> = basics.url.iter().chain(profiles).chain(entries).collect();
    let found = links.into_iter().filter(|link| !link.text.starts_with("https://")).map(|link| {
        let finding = subject.advice("resume-link", "This link is not https.", link.span.clone());
        let without_scheme = link.text.split_once("://").map_or(link.text.as_str(), |(_, rest)| rest);
        finding.help(format!(
            "Write https://{} if the page has it; open it once to be sure.",
            without_scheme.chars().take(80).collect::<String>()
        ))
    });
    found.collect()
}
