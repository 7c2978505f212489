use super::Subject;
use footbridge_diagnostic::Diagnostic;

const MOST_WORDS: usize = 70;

/// No summary, or a long one. Somebody who comes from another job needs two sentences that say why they are right for this one; more are
/// not read.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    match &subject.content.basics.summary {
        None => {
            let finding = subject.advice("resume-summary", "There is no summary.", 0..0);
            vec![
                finding.help(
                    "Two sentences in `basics.summary`: what you bring from where you are, and which product problems you want to own.",
                ),
            ]
        }
        Some(summary) => {
            let words = summary.text.split_whitespace().count();
            let long = (words > MOST_WORDS).then(|| {
                let finding = subject.advice(
                    "resume-summary",
                    format!("The summary has {words} words; the first thirty are read."),
                    summary.span.clone(),
                );
                finding.help("Keep two or three sentences; what can be counted belongs into the bullets.")
            });
            Vec::from_iter(long)
        }
    }
}
