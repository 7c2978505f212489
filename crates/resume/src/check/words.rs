//! Words that show one side or the other. Beginnings of words, in lower case.

pub(super) const TECHNICAL: &[&str] = &[
    "api",
    "apis",
    "platform",
    "technical",
    "developer",
    "data",
    "infrastructure",
    "engineer",
    "engineering",
    "sdk",
    "cloud",
    "software",
    "backend",
    "back-end",
    "integration",
    "security",
    "machine",
    "analytics",
    "system",
    "architecture",
    "devops",
    "database",
    "sql",
    "python",
    "microservice",
    "latency",
    "webhook",
    "oauth",
    "rest",
    "graphql",
    "kubernetes",
    "aws",
    "azure",
    "gcp",
    "query",
    "pipeline",
];

pub(super) const PRODUCT: &[&str] = &[
    "product",
    "roadmap",
    "discovery",
    "prioriti",
    "stakeholder",
    "customer",
    "user",
    "interview",
    "pricing",
    "priced",
    "launch",
    "adoption",
    "requirement",
    "prd",
    "backlog",
    "retention",
    "conversion",
    "experiment",
    "hypothes",
    "persona",
];

/// Short words stand for themselves only; longer ones also for what they begin.
const WHOLE_UP_TO: usize = 4;

/// Whether a text has one of the words.
pub(super) fn mentions(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    text.split(|c: char| !c.is_alphanumeric() && c != '-').flat_map(|word| std::iter::once(word).chain(word.split('-'))).any(|word| {
        words.iter().any(|known| {
            if known.len() <= WHOLE_UP_TO { word == *known || word.strip_suffix('s') == Some(known) } else { word.starts_with(known) }
        })
    })
}
