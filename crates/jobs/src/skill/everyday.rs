//! Words of the craft that are everyday words too.
//!
//! In a job description `rest` is what the others do, `retention` is of data or of staff, and `networking` is of computers. Each line here
//! is a mistake that was made once.

/// Names that count only as they are written: lower case they are everyday words.
const EVERYDAY: [&str; 28] = [
    "rest",
    "go",
    "r",
    "c",
    "d",
    "rice",
    "rust",
    "swift",
    "dart",
    "ruby",
    "spring",
    "express",
    "react",
    "flask",
    "spark",
    "hive",
    "helm",
    "chef",
    "aha",
    "elm",
    "julia",
    "segment",
    "linear",
    "node",
    "heap",
    "sentry",
    "honeycomb",
    "apollo",
];

/// What must stand in the same sentence for a word to mean what the craft means by it, and what must not.
pub(super) struct Company {
    word: &'static str,
    /// One of these, in lower case, anywhere in the sentence.
    needs: &'static [&'static str],
    /// None of these.
    unless: &'static [&'static str],
}

impl Company {
    /// Whether a sentence in lower case lets the word stand.
    pub(super) fn fits(&self, lower: &str) -> bool {
        let needed = self.needs.is_empty() || self.needs.iter().any(|word| lower.contains(word));
        needed && !self.unless.iter().any(|word| lower.contains(word))
    }
}

const fn needs(word: &'static str, needs: &'static [&'static str]) -> Company {
    Company { word, needs, unless: &[] }
}

const fn unless(word: &'static str, unless: &'static [&'static str]) -> Company {
    Company { word, needs: &[], unless }
}

const SQL: &[&str] = &["sql", "query", "queries", "database", "postgres"];
const KNOWLEDGE: &[&str] = &[
    "experience",
    "knowledge",
    "understand",
    "familiar",
    "comfortable",
    "proficien",
    "fluen",
    "background",
    "exposure",
    "expertise",
    "grasp",
    "literacy",
    "hands-on",
    "have built",
    "have shipped",
    "have managed",
    "have worked",
];
const CARDS: &[&str] = &[
    "payment",
    "card ",
    "cards",
    "issuer",
    "settlement",
    "chargeback",
    "capture",
    "decline",
    "acquir",
    "authorization decision",
    "authorisation decision",
    "authorization rate",
    "authorisation rate",
];
/// What needs are written down as.
const WRITTEN: &[&str] = &["requirement", "stories", "specification"];
/// What has no opinion that could be won.
const THINGS: &[&str] = &[
    "alignment to ",
    "alignment with regulat",
    "alignment with polic",
    "alignment with standard",
    "align with regulat",
    "align to ",
    "aligning to ",
];
const HTTP: &[&str] = &["http", "api", "request", "rest "];
const TELEMETRY: &[&str] =
    &["logs", "logging", "traces", "tracing", "monitoring", "observab", "prometheus", "grafana", "alerting", "telemetry"];
const GIT: &[&str] = &["git", "pull request", "merge", "repositor", "version control", "source control"];

const COMPANY: [Company; 82] = [
    // Keywords of SQL. Most are words of every other sentence about queries and databases too.
    needs("select", &["sql"]),
    needs("where", &["sql"]),
    needs("order by", SQL),
    needs("group by", SQL),
    needs("count", &["sql"]),
    needs("having", &["sql"]),
    needs("join", SQL),
    needs("over", &["sql"]),
    needs("lag", &["sql"]),
    needs("null", &["sql"]),
    needs("filter", &["sql"]),
    needs("aggregate", &["sql"]),
    needs("duplicates", &["data", "sql", "record"]),
    // The web. Nearly every description says that the company has APIs; what asks for the skill speaks of somebody's knowledge.
    needs("apis", KNOWLEDGE),
    needs("headers", HTTP),
    needs("callback", HTTP),
    needs("cursor", HTTP),
    needs("claims", &["token", "jwt"]),
    needs("endpoints", &["api", "rest ", "http", "service", "parameters"]),
    needs("sunset", &["api", "version", "legacy", "sdk", "deprecat", "endpoint"]),
    needs("fetch", &["javascript", "typescript"]),
    // A card is authorised too.
    unless("authorization", CARDS),
    unless("authorisation", CARDS),
    // Running systems.
    needs("metrics", TELEMETRY),
    needs("logs", &["metrics", "traces", "tracing", "monitoring", "observab"]),
    needs("tail", &["latency", "percentile", "p99"]),
    needs("redundancy", &["system", "region", "availab", "fail", "downtime", "infrastructure"]),
    needs("hops", HTTP),
    needs("sizing", &["capacity", "load", "server", "traffic"]),
    needs("purge", &["cache", "cdn"]),
    unless("monitoring", &["kpi", "progress", "budget"]),
    unless("requests per second", &["answers", "handles", "serves", "processes"]),
    unless(
        "availability",
        &["sla, ", "slos, ", "subject to availability", "your availability", "availability to travel", "availability to work"],
    ),
    needs("incident", &["calm", "lead", "handle", "run ", "manage", "response", "command", "review"]),
    unless("downtime", &["zero downtime", "zero-downtime", "without downtime"]),
    unless("tls", &["mutual tls"]),
    // Who reads a page has not written it.
    unless("api docs", &["read api docs", "reading api docs", "read our"]),
    unless("docs", &["read api docs", "reading api docs", "read our", "read the"]),
    unless("sdk", &["our sdk", "legacy sdk"]),
    // Data.
    needs("schema", &["data", "sql", "relational", "table"]),
    unless("retention", &["data retention", "log retention", "employee", "staff", "talent", "retention polic", "retention bonus"]),
    needs("significance", &["test", "experiment", "statistic", "power"]),
    // Version control.
    needs("branch", GIT),
    needs("commit", GIT),
    needs("diff", GIT),
    needs("collection", &["postman"]),
    // Writing and product.
    needs("proposal", &["design", "technical", "rfc", "engineer"]),
    needs("translation", &["technical", "engineering", "business"]),
    needs("must have", &["moscow"]),
    needs("trade off", &["decid", "ambig", "incomplete"]),
    // What is aligned to a rule or a strategy asks nobody to agree.
    unless("alignment", THINGS),
    unless("align", THINGS),
    unless("aligning", THINGS),
    needs("aligned", &["stakeholder", "team", "leader", "keep", "partner"]),
    needs(
        "both technical",
        &["audience", "stakeholder", "people", "team", "colleague", "partner", "communicat", "explain", "speak", "talk"],
    ),
    unless("translate complex", WRITTEN),
    unless("translating complex", WRITTEN),
    unless("translate business", WRITTEN),
    unless("translating business", WRITTEN),
    unless("user needs", &["translat"]),
    unless("user feedback", &["based on user"]),
    needs("decision making", &["ambig", "incomplete", "uncertain", "data"]),
    needs("empathy", &["developer", "engineer", "user"]),
    needs("boundaries", &["time", "saying no"]),
    needs("say no", &["time", "focus", "calendar", "meeting"]),
    needs("saying no", &["time", "focus", "calendar", "meeting"]),
    needs("dependencies", &["team", "launch", "release", "roadmap"]),
    needs("portfolio", &["writing", "public", "published", "case stud", "work sample", "your work"]),
    needs("networking", &["linkedin", "events and communit", "professional network"]),
    unless("quota", &["sales quota", "quota carrying", "quota-carrying"]),
    unless("roadmap", &["career roadmap"]),
    // Words of the application itself: they ask for no skill.
    needs("contacts", NEVER),
    needs("outreach", NEVER),
    needs("cv", NEVER),
    needs("résumé", NEVER),
    needs("resume", NEVER),
    needs("cover letter", NEVER),
    needs("job postings", NEVER),
    needs("technical interview", NEVER),
    needs("behavioural interview", NEVER),
    needs("behavioral interview", NEVER),
    needs("system design interview", NEVER),
];

/// Stands in no sentence.
const NEVER: &[&str] = &["\0"];

/// Whether a word, in lower case, counts only as a name.
pub(super) fn is_everyday(lower: &str) -> bool {
    EVERYDAY.contains(&lower)
}

/// What a word, in lower case, needs around it.
pub(super) fn company_of(lower: &str) -> Option<&'static Company> {
    COMPANY.iter().find(|company| company.word == lower)
}
