use super::Subject;
use super::words::{PRODUCT, TECHNICAL, mentions};
use footbridge_diagnostic::Diagnostic;

/// Neither the role below the name nor the latest title says anything technical. Both are what a search for these roles looks at first.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let label = subject.content.basics.label.as_ref();
    let latest = subject.jobs().first().and_then(|job| job.title.as_ref());
    let titles: Vec<_> = label.into_iter().chain(latest).collect();
    let Some(first) = titles.first() else { return Vec::new() };
    if titles.iter().any(|title| mentions(&title.text, TECHNICAL)) {
        return Vec::new();
    }
    let finding = subject.advice("resume-title", "Neither your role nor your latest title says anything technical.", first.span.clone());
    let finding = match titles.iter().any(|title| mentions(&title.text, PRODUCT)) {
        true => finding.note("A search for technical product roles looks for words as API, platform, data or developer here."),
        false => finding.note("A search for technical product roles looks for words as product, API, platform, data or developer here."),
    };
    vec![finding.help("A title must stay as it was; `basics.label` is yours: say what you do, as “Product manager, payments API”.")]
}
