use super::{Draft, Rule, absent};
use crate::read::denial::is_denied;
use crate::read::entry::entries;
use crate::read::{Section, phrase};
use footbridge_diagnostic::Diagnostic;

/// The timeline shows when it was noticed and when it was over. The two stretches between — how long nobody knew, how long it took then — are
/// what the actions have to shorten.
pub(crate) const RULE: Rule = Rule {
    code: "prose-timeline-turns",
    holds: "When it was noticed (detected, alert …) and when it was over (resolved, mitigated …).",
    why: "How long nobody knew and how long it took then are what the actions have to shorten.",
    find,
};

const NOTICED: &[&str] = &[
    "detected",
    "detects",
    "noticed",
    "notices",
    "alert*",
    "paged",
    "pages",
    "alarm*",
    "reported",
    "reports",
    "discovered",
    "spotted",
    "spots",
];

/// These notice something only where trouble is named: "support sees the release" notices nothing.
const SEEN: &[&str] = &["sees", "saw", "found", "fires", "fired"];

const TROUBLE: &[&str] = &[
    "cause",
    "complaint*",
    "error*",
    "fail*",
    "fault*",
    "incident",
    "monitor*",
    "outage",
    "page",
    "pager",
    "probe*",
    "problem*",
    "refus*",
    "spike*",
    "ticket*",
    "timeout*",
    "wrong",
];

const OVER: &[&str] = &[
    "resolved",
    "mitigated",
    "ended",
    "ends",
    "restored",
    "recovered",
    "recovers",
    "fixed",
    "back to normal",
    "over",
    "closed",
    "healthy",
    "all clear",
    "stable",
    "back below",
    "back up",
];

/// Words between a denial and what it denies: "not yet restored".
const REACH_OF_A_DENIAL: usize = 2;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let timed: Vec<String> = entries(section).into_iter().filter(|entry| entry.at.is_some()).map(|entry| entry.text).collect();
    let any = |tells: fn(&str) -> bool| timed.iter().any(|entry| tells(entry));
    let missing = absent([(any(is_noticed), "when it was noticed"), (any(is_over), "when it was over")]);
    let help = "Begin an entry with its time and say it there: detected, noticed, paged, an alert fires; \
                resolved, mitigated, restored, fixed, healthy again.";
    draft.unsaid(&RULE, section, &missing, help)
}

fn is_noticed(entry: &str) -> bool {
    says(entry, NOTICED).next().is_some() || (says(entry, SEEN).next().is_some() && phrase::holds(entry, TROUBLE))
}

fn is_over(entry: &str) -> bool {
    says(entry, OVER).any(|(word, end)| word != "over" || is_at_an_end(&entry[end..]))
}

/// "It is over", and not "over 40 % of calls" or "over the limit".
fn is_at_an_end(behind: &str) -> bool {
    let next = behind.trim_start();
    !next.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '$' | '€' | '£' | '₹' | '~'))
        || phrase::longest_at(next, 0, &["after", "at", "by", "for", "since"]).is_some()
}

/// The words that an entry says and does not deny, with the places where they end.
fn says<'a>(entry: &'a str, words: &'a [&'a str]) -> impl Iterator<Item = (&'a str, usize)> {
    phrase::all(entry, words).into_iter().filter(|(_, at)| !is_denied(entry, at.start, REACH_OF_A_DENIAL)).map(|(word, at)| (word, at.end))
}
