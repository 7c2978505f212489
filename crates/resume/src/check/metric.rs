use super::{Subject, called};
use footbridge_diagnostic::Diagnostic;

const NUMBER_WORDS: [&str; 20] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "half", "halved", "twice",
    "doubled", "tripled", "quarter", "dozen", "zero",
];

/// No number in any bullet of a job. What was done is a claim; by how much makes it one that can be asked about.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let without =
        subject.jobs().iter().filter(|job| !job.bullets.is_empty() && !job.bullets.iter().any(|bullet| has_number(&bullet.written.text)));
    let found = without.map(|job| {
        let message = format!("No bullet of the job {} has a number.", called(job));
        let finding = subject.advice("resume-metric", message, job.bullets[0].written.span.clone());
        finding.help("Give at least one: how many users, how much faster, from what to what, in which time. An honest estimate with “about” is fine.")
    });
    found.collect()
}

/// A number that measures something: not a year, not a name as p95 or S3.
fn has_number(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || "()[]–—;:/".contains(c)).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_year =
            word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|byte| byte.is_ascii_digit());
        let measures = word.starts_with(|c: char| c.is_numeric()) && !is_year;
        measures || NUMBER_WORDS.iter().any(|number| word.eq_ignore_ascii_case(number))
    })
}
