use super::{Draft, Rule};
use crate::document::Block;
use crate::read::{Section, acronym, phrase};
use crate::text::{sentences, word_count};
use footbridge_diagnostic::Diagnostic;
use std::collections::HashSet;
use std::ops::Range;

/// No word of engineering and no acronym without an explanation in the same sentence. A reader who has to ask what a word means does not ask;
/// they postpone.
pub(crate) const RULE: Rule = Rule {
    code: "prose-executive-words",
    holds: "No word of engineering and no acronym without an explanation directly behind it: brackets, a dash, “that is”, “which”.",
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
    "docker",
    "rollback",
    "failover",
    "database index",
    "orm",
    "race condition*",
    "garbage collect*",
    "asynchronous*",
    "mutex",
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

/// Words that engineering shares with the rest of the world: ships have containers and markets regressions. Told, and never refused.
const AMBIGUOUS: &[&str] = &["thread*", "pod", "pods", "container*", "node", "nodes", "regression*", "cluster*", "partition*"];

/// Words that may stand between a word and its explanation: "the cache hit rate (how often …)".
const MOST_BETWEEN: usize = 2;

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
        for (word, at) in phrase::all(block.text(), AMBIGUOUS) {
            if seen.insert(word) && !is_explained(block.text(), &at) {
                let message = format!("“{}” means something else to an executive than to an engineer.", &block.text()[at.clone()]);
                findings
                    .push(draft.advice(&RULE, block.prose.origin(at), message).help("When the engineer's meaning is meant, explain it."));
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
    let help = "Say it in the words of the business, or explain it directly behind the word, in brackets or with “that is”.";
    draft.error(&RULE, block.prose.origin(at), message).help(help)
}

/// Brackets, a dash, or "that is" directly behind the word, or the word itself in brackets behind what it means.
fn is_explained(text: &str, at: &Range<usize>) -> bool {
    let sentence = sentences(text).into_iter().find(|sentence| sentence.start <= at.start && at.end <= sentence.end);
    let Some(sentence) = sentence else { return false };
    let after = &text[at.end..sentence.end];
    let before = &text[sentence.start..at.start];
    let in_brackets = before.rfind('(').is_some_and(|open| {
        let between = &before[open + 1..];
        open > 1 && !between.contains(')') && word_count(between) <= MOST_BETWEEN
    });
    let is_near = |at: usize| {
        let between = &after[..at];
        word_count(between) <= MOST_BETWEEN && !between.contains([';', ':', '.', ')'])
    };
    let marks = ["(", " — ", " – ", " - "].iter().filter_map(|mark| after.find(mark));
    let told = phrase::all(after, EXPLANATIONS);
    in_brackets || marks.chain(told.iter().map(|(_, at)| at.start)).any(is_near)
}
