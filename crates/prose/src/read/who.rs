//! Who is named: a person, a team, a role.

use super::date;
use super::phrase::{self, is_one_of};
use crate::text::sentences;

/// Words for a person or a group at work.
const ROLES: &[&str] = &[
    "accounting",
    "analyst",
    "analysts",
    "architect",
    "architects",
    "auditor",
    "author",
    "board",
    "ceo",
    "cfo",
    "chair",
    "ciso",
    "committee",
    "compliance",
    "coo",
    "council",
    "counsel",
    "cpo",
    "cto",
    "customer success",
    "designer",
    "designers",
    "developer",
    "developers",
    "director",
    "engineer",
    "engineering",
    "engineers",
    "finance",
    "founder",
    "founders",
    "group",
    "guild",
    "head of",
    "infrastructure",
    "lead",
    "leads",
    "legal",
    "maintainer",
    "maintainers",
    "manager",
    "managers",
    "marketing",
    "on-call",
    "operations",
    "ops",
    "owner",
    "partner",
    "pm",
    "procurement",
    "qa",
    "sales",
    "security",
    "squad",
    "sre",
    "sres",
    "staff",
    "support",
    "team",
    "teams",
    "tpm",
    "vendor",
    "vp",
    "people",
    "platform",
    "product",
    "data",
    "design",
    "payments",
    "billing",
    "identity",
    "research",
    "infra",
];

/// Verbs of those who answer for something.
const ANSWERS: &[&str] = &[
    "answers",
    "answer",
    "decides",
    "decide",
    "owns",
    "own",
    "checks",
    "check",
    "confirms",
    "confirm",
    "asks",
    "ask",
    "will",
    "to",
    "must",
    "reports",
    "report",
    "sends",
    "send",
    "writes",
    "write",
    "adds",
    "add",
    "delivers",
    "builds",
    "tests",
    "reviews",
    "signs",
    "approves",
    "measures",
    "runs",
    "publishes",
    "calls",
    "meets",
    "presents",
    "shows",
    "proposes",
    "prepares",
    "and",
    "fixes",
    "replaces",
    "updates",
    "counts",
    "read",
    "reads",
    "collects",
    "draft",
    "drafts",
    "book",
    "books",
    "talk",
    "talks",
    "invites",
    "invite",
    "is responsible",
    "leads",
    "has",
];

/// Words that begin an item with a capital letter and name nobody.
const NOBODY: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "it", "there", "none", "no", "yes", "not", "nothing", "open", "done", "proposal",
    "answer", "answered", "due", "by", "until", "before", "after", "if", "when", "what", "who", "how", "why", "which", "where", "is",
    "are", "does", "do", "can", "may", "must", "should", "shall", "will", "would", "could", "in", "on", "at", "to", "for", "from", "of",
    "and", "or", "but", "so", "as", "with", "without", "all", "each", "every", "week", "day", "date", "status", "owner", "today",
    "tomorrow", "next", "end", "target", "note",
];

/// Words beside a name.
const SMALL: &[&str] = &["by", "due", "until", "on", "before", "the", "our", "with", "owner", "and", "of", "for"];

/// Words of a name or of the title of a role.
const LONGEST_NAME: usize = 4;

/// Whether somebody is named who does or answers something: `@mention`, a name or team between commas or brackets, or as the subject of a
/// sentence. Questions are not looked at: who is asked about is not who answers.
pub(crate) fn is_named(text: &str) -> bool {
    mentions(text)
        || sentences(text)
            .into_iter()
            .map(|at| &text[at])
            .filter(|sentence| !sentence.ends_with('?'))
            .any(|sentence| is_subject(sentence) || segments(sentence).enumerate().any(|(index, segment)| is_name(segment, index == 0)))
}

/// Whether a role or a person is mentioned anywhere.
pub(crate) fn holds_role(text: &str) -> bool {
    mentions(text)
        || phrase::holds(text, ROLES)
        || phrase::holds(text, &["on call", "pager", "pagerduty", "rota", "channel", "pages", "paged"])
}

/// Whether a value that is to say who says so: anything with a letter that is no date.
pub(crate) fn is_value(text: &str) -> bool {
    let without_dates = date::dates(text).into_iter().rev().fold(text.to_owned(), |mut text, at| {
        text.replace_range(at, "");
        text
    });
    words(&without_dates).any(|word| word.starts_with(char::is_alphabetic) && !is_nobody(word))
}

fn mentions(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric()) && text[at + 1..].starts_with(char::is_alphabetic)
    })
}

/// "The payments team adds …", "Security answers …", "We ask …", "Priya decides …".
fn is_subject(sentence: &str) -> bool {
    let words: Vec<&str> = words(sentence).take(7).collect();
    let Some(first) = words.first() else { return false };
    if is_one_of(first, &["we", "i"]) {
        return words.len() > 1;
    }
    let start = usize::from(is_one_of(first, &["the", "our", "my"]));
    (start + 1..words.len().min(start + 5)).any(|verb| {
        let subject = &words[start..verb];
        let is_somebody =
            subject.last().is_some_and(|last| is_role(last)) || (subject.len() <= 2 && subject.iter().all(|word| is_proper(word)));
        is_somebody && is_one_of(words[verb], ANSWERS)
    })
}

fn segments(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split(['(', ')', '[', ']', '—', '–', ';', ',', '|', '→', '\n', '•', '·', ':'])
        .flat_map(|piece| piece.split(" - "))
        .flat_map(|piece| piece.split(". "))
}

/// A short stretch that is nothing but a name, or ends in the word for a group. The first stretch of a sentence begins with a capital letter in
/// any case and has to be a role.
fn is_name(segment: &str, is_first: bool) -> bool {
    let until = date::first(segment).map_or(segment.len(), |date| date.start);
    let words: Vec<&str> = words(&segment[..until]).filter(|word| !is_one_of(word, SMALL)).collect();
    if words.is_empty() || words.len() > LONGEST_NAME {
        return false;
    }
    let is_part_of_name = |word: &&str| is_role(word) || (!is_first && is_proper(word));
    words.iter().all(is_part_of_name) || words.last().is_some_and(|word| is_one_of(word, &["team", "lead", "squad"]))
}

fn is_nobody(word: &str) -> bool {
    is_one_of(word, NOBODY) || date::is_calendar_name(word)
}

fn is_role(word: &str) -> bool {
    ROLES.iter().any(|role| phrase::end_of(word, 0, role) == Some(word.len()))
}

fn is_proper(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !is_nobody(word)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')' | '/' | '&' | '|'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::is_named;

    #[test]
    fn somebody_is_named_in_many_ways() {
        for (text, named) in [
            ("May answers be kept 30 days? Security answers by 12 May.", true),
            ("Does redelivery count as billable? Finance, by 20 May; proposal: no.", true),
            ("Is 31 hours enough? We ask the five pilot customers by 15 May.", true),
            ("Add an alert on queue age (Priya, 12 May)", true),
            ("Add an alert on queue age — payments team — 12 May", true),
            ("Add an alert, @ravi, 12 May", true),
            ("The platform team adds an alert by 12 May.", true),
            ("Add an alert by 12 May. Payments lead.", true),
            ("Does finance need it? By 12 May.", false),
            ("Add an alert by 12 May", false),
            ("Monitoring, by 12 May", false),
            ("Is it enough? Proposal: no, by 12 May.", false),
            ("The alert is added by 12 May.", false),
        ] {
            assert_eq!(is_named(text), named, "{text:?}");
        }
    }
}
