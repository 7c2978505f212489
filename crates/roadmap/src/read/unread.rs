use footbridge_diagnostic::Diagnostic;

/// What is said of something that stands in a file and is not in the roadmap that was read.
const CODES: [&str; 15] = [
    "roadmap-bad-confidence",
    "roadmap-bad-date",
    "roadmap-bad-horizon",
    "roadmap-bad-quarter",
    "roadmap-bad-size",
    "roadmap-csv-column",
    "roadmap-csv-head",
    "roadmap-csv-kind",
    "roadmap-csv-quote",
    "roadmap-duplicate-key",
    "roadmap-too-large",
    "roadmap-unfilled",
    "roadmap-unknown-key",
    "roadmap-untitled",
    "roadmap-wrong-shape",
];

/// Whether a finding of [`crate::read`] or [`crate::from_csv`] is about something that was left out because it could not be read. Whoever
/// writes the roadmap in another form has to tell it: it is not in there.
pub fn is_unread(finding: &Diagnostic) -> bool {
    CODES.contains(&finding.code.as_str())
}
