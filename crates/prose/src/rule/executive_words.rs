use super::{Draft, Rule};
use crate::document::Block;
use crate::read::{Section, acronym, phrase};
use crate::text::sentences;
use footbridge_diagnostic::Diagnostic;
use std::collections::HashSet;
use std::ops::Range;

/// No word of engineering and no acronym without an explanation in the same sentence. A reader who has to ask what a word means does not ask;
/// they postpone.
pub(crate) const RULE: Rule = Rule {
    code: "prose-executive-words",
    holds: "No word of engineering and no acronym without an explanation in its sentence: brackets, a dash, “that is”, “which”.",
    why: "A reader who would have to ask what a word means does not ask, but postpones.",
    find,
};

const ENGINEERING: &[&str] = &[
    "p50",
    "p90",
    "p95",
    "p99",
    "throughput",
    "latency",
    "shard*",
    "replica*",
    "kubernetes",
    "idempoten*",
    "schema*",
    "endpoint*",
    "queue*",
    "cache*",
    "caching",
    "deadlock*",
    "thread*",
    "pod",
    "pods",
    "microservice*",
    "monolith*",
    "backend",
    "back-end",
    "front-end",
    "refactor*",
    "technical debt",
    "tech debt",
    "payload*",
    "webhook*",
    "middleware",
    "load balancer*",
    "container*",
    "docker",
    "cluster*",
    "node",
    "nodes",
    "partition*",
    "rollback",
    "failover",
    "database index",
    "orm",
    "race condition*",
    "garbage collect*",
    "asynchronous*",
    "mutex",
    "regression*",
    "repositor*",
    "deploy pipeline",
    "kafka",
    "redis",
    "postgres*",
    "serialization",
    "serialisation",
    "eventual consistency",
    "circuit breaker*",
    "backpressure",
    "cron",
    "rate limit*",
];

/// Acronyms that every executive uses.
const KNOWN: &[&str] = &[
    "AI", "API", "APIs", "CEO", "CFO", "CTO", "COO", "CPO", "EU", "EUR", "GBP", "HR", "ID", "INR", "IT", "KPI", "PDF", "PR", "ROI", "SLA",
    "UK", "US", "USA", "USD", "UTC", "VAT", "VP", "OK", "FAQ", "NDA", "CRM",
];

const EXPLANATIONS: &[&str] =
    &["that is", "meaning", "which means", "in other words", "in plain words", "which", "so called", "i.e", "that means", "or rather"];

fn find(draft: &Draft<'_>, _: &Section<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    for block in draft.document.paragraphs() {
        for (word, at) in phrase::all(block.text(), ENGINEERING) {
            if seen.insert(word) && !is_explained(block.text(), &at) {
                findings.push(finding(draft, block, at, "is a word of engineering"));
            }
        }
    }
    for (_, block, at) in acronym::undefined(draft.document, KNOWN) {
        if !is_explained(block.text(), &at) {
            findings.push(finding(draft, block, at, "is an acronym that nobody explains"));
        }
    }
    findings
}

fn finding(draft: &Draft<'_>, block: &Block, at: Range<usize>, what: &str) -> Diagnostic {
    let message = format!("“{}” {what}.", &block.text()[at.clone()]);
    let help = "Say it in the words of the business, or explain it in the same sentence, in brackets or with “that is”.";
    draft.error(&RULE, block.prose.origin(at), message).help(help)
}

/// Brackets, a dash, or "that is" behind the word in its sentence.
fn is_explained(text: &str, at: &Range<usize>) -> bool {
    let sentence = sentences(text).into_iter().find(|sentence| sentence.start <= at.start && at.end <= sentence.end);
    let Some(sentence) = sentence else { return false };
    let after = &text[at.end..sentence.end];
    let before = &text[sentence.start..at.start];
    let in_brackets = before.trim_end().ends_with('(') && before.len() > 2;
    in_brackets
        || after.contains('(')
        || [" — ", " – ", " - "].iter().any(|dash| after.contains(dash))
        || phrase::holds(after, EXPLANATIONS)
}
