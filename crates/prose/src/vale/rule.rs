//! One rule of a style: its header, and what it looks for.

use super::capitalization::Capitalization;
use super::conditional::Conditional;
use super::consistency::Consistency;
use super::existence::Existence;
use super::fields::Fields;
use super::metric::Metric;
use super::occurrence::Occurrence;
use super::pattern::{Manner, Pattern, TooCostly, single};
use super::repetition::Repetition;
use super::scope::{self, Scope, Scoped};
use super::substitution::Substitution;
use super::texts::Texts;
use fancy_regex::Regex;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// More findings of one rule help nobody; the last says how many there are.
const MOST_FINDINGS: usize = 20;

/// One rule.
#[derive(Debug)]
pub(super) struct Rule {
    /// `Google.Passive`.
    pub(super) name: String,
    message: String,
    level: String,
    link: Option<String>,
    scopes: Vec<Scope>,
    limit: Option<usize>,
    check: Check,
}

#[derive(Debug)]
enum Check {
    Existence(Existence),
    Substitution(Substitution),
    Occurrence(Occurrence),
    Repetition(Repetition),
    Consistency(Consistency),
    Conditional(Conditional),
    Capitalization(Capitalization),
    Metric(Metric),
}

/// One place that a rule found, and what its message is filled with.
pub(super) struct Hit {
    /// Bytes of the answer.
    pub(super) span: Range<usize>,
    pub(super) words: Vec<String>,
}

/// Reads one file; `None` when its rule cannot be taken. All there is to say is added to `findings`.
pub(super) fn read(path: &str, text: &str, findings: &mut Vec<Diagnostic>) -> Option<Rule> {
    let mut fields = match Fields::read(path, text) {
        Ok(fields) => fields,
        Err(finding) => {
            findings.push(finding);
            return None;
        }
    };
    let rule = header(path, &mut fields);
    if rule.is_some() {
        fields.tell_unknown();
    }
    findings.append(&mut fields.findings);
    rule
}

fn header(path: &str, fields: &mut Fields<'_>) -> Option<Rule> {
    let extends = fields.text("extends").unwrap_or_default();
    let message = fields.text("message").unwrap_or_else(|| "“%s” is not in the style.".to_owned());
    let level = fields.text("level").unwrap_or_else(|| "warning".to_owned());
    let link = fields.text("link").filter(|link| !link.trim().is_empty());
    let limit = fields.number("limit").filter(|limit| *limit >= 1.0).map(|limit| limit as usize);
    // Known to Vale, and without meaning here.
    for key in ["description", "vocab", "name", "tests"] {
        fields.know(key);
    }
    let action = fields.inner("action", "name").unwrap_or_default();
    let scopes = scopes(fields)?;
    let check = match extends.as_str() {
        "existence" => Existence::read(fields).map(Check::Existence),
        "substitution" => Substitution::read(fields, action == "replace").map(Check::Substitution),
        "occurrence" => Occurrence::read(fields).map(Check::Occurrence),
        "repetition" => Repetition::read(fields).map(Check::Repetition),
        "consistency" => Consistency::read(fields).map(Check::Consistency),
        "conditional" => Conditional::read(fields).map(Check::Conditional),
        "capitalization" => Capitalization::read(fields).map(Check::Capitalization),
        "metric" => Metric::read(fields).map(Check::Metric),
        other => {
            let message = if other.is_empty() {
                "The rule says not what it extends; it is passed over.".to_owned()
            } else {
                format!("Rules that extend `{other}` are not supported; this one is passed over.")
            };
            fields.advice("vale-unsupported", "extends", message);
            None
        }
    }?;
    Some(Rule { name: name(path), message, level, link, scopes, limit, check })
}

/// `styles/Google/Passive.yml` is `Google.Passive`.
fn name(path: &str) -> String {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let mut parts = stem.rsplit('/');
    let file = parts.next().unwrap_or_default();
    parts.next().map_or_else(|| file.to_owned(), |style| format!("{style}.{file}"))
}

fn scopes(fields: &mut Fields<'_>) -> Option<Vec<Scope>> {
    let names = fields.list("scope");
    if names.is_empty() {
        return Some(vec![Scope::All]);
    }
    let (known, unknown): (Vec<&String>, Vec<&String>) = names.iter().partition(|name| scope::read(name.trim()).is_some());
    let scopes: Vec<Scope> = known.iter().filter_map(|name| scope::read(name.trim())).collect();
    let end = if scopes.is_empty() { "; the rule is passed over." } else { "." };
    for name in unknown {
        fields.advice("vale-unsupported", "scope", format!("The scope `{name}` is not supported{end}"));
    }
    if scopes.is_empty() {
        return None;
    }
    Some(scopes)
}

/// A pattern of several, or a finding that says which one is wrong.
pub(super) fn pattern(fields: &mut Fields<'_>, key: &str, patterns: &[String], manner: Manner) -> Option<Pattern> {
    match Pattern::new(patterns, manner) {
        Ok(pattern) => Some(pattern),
        Err((written, why)) => {
            unreadable_pattern(fields, key, &written, &why);
            None
        }
    }
}

/// One pattern with its groups, or a finding that says what is wrong with it. `written` is what stands in the file, `expression` what is made
/// of it.
pub(super) fn expression(fields: &mut Fields<'_>, key: &str, (written, expression): (&str, &str), ignore_case: bool) -> Option<Regex> {
    match single(expression, ignore_case) {
        Ok(regex) => Some(regex),
        Err(why) => {
            unreadable_pattern(fields, key, written, &why);
            None
        }
    }
}

fn unreadable_pattern(fields: &mut Fields<'_>, key: &str, written: &str, why: &str) {
    fields.advice("vale-unreadable", key, format!("The pattern `{written}` cannot be read: {why}. The rule is passed over."));
}

/// Words that a rule does not look at, each in its own case.
pub(super) fn exceptions(fields: &mut Fields<'_>) -> Option<Option<Pattern>> {
    let words = fields.list("exceptions");
    if words.is_empty() {
        return Some(None);
    }
    pattern(fields, "exceptions", &words, Manner { word: true, ignore_case: false }).map(Some)
}

/// Whether a match is one of the exceptions, or part of one: "Simple" in "Simple Queue Service".
pub(super) fn is_excepted(exceptions: Option<&Pattern>, text: &str, at: &Range<usize>) -> Result<bool, TooCostly> {
    let Some(exceptions) = exceptions else { return Ok(false) };
    let within = exceptions.find_all(text)?.iter().any(|(_, phrase)| phrase.start <= at.start && at.end <= phrase.end);
    Ok(within || exceptions.is_match(&text[at.clone()])?)
}

/// What a rule finds in a document.
pub(super) fn find(rule: &Rule, texts: &Texts, file: &str) -> Vec<Diagnostic> {
    let scoped = scope::select(texts, &rule.scopes);
    let hits = match &rule.check {
        Check::Existence(check) => each(&scoped, |text| check.find(text)),
        Check::Substitution(check) => each(&scoped, |text| check.find(text)),
        Check::Occurrence(check) => each(&scoped, |text| check.find(text)),
        Check::Repetition(check) => each(&scoped, |text| check.find(text)),
        Check::Capitalization(check) => each(&scoped, |text| check.find(text)),
        Check::Consistency(check) => check.find(&scoped),
        Check::Conditional(check) => check.find(&scoped),
        Check::Metric(check) => Ok(check.find(texts)),
    };
    match hits {
        Ok(hits) => told(rule, hits, file),
        Err(TooCostly) => {
            let message = format!("The style's rule {} takes too long on this text and is passed over.", rule.name);
            vec![Diagnostic::advice("prose-style", message).at(file, 0..0).help("Its pattern looks around without limit. Make it shorter.")]
        }
    }
}

fn each(scoped: &[Scoped<'_>], find: impl Fn(&Scoped<'_>) -> Result<Vec<Hit>, TooCostly>) -> Result<Vec<Hit>, TooCostly> {
    let mut hits = Vec::new();
    for text in scoped {
        hits.extend(find(text)?);
    }
    Ok(hits)
}

fn told(rule: &Rule, hits: Vec<Hit>, file: &str) -> Vec<Diagnostic> {
    let most = rule.limit.unwrap_or(MOST_FINDINGS).min(MOST_FINDINGS);
    let more = hits.len().saturating_sub(most);
    let mut findings: Vec<Diagnostic> = hits.into_iter().take(most).map(|hit| finding(rule, hit, file)).collect();
    if let (Some(last), true) = (findings.last_mut(), more > 0) {
        last.notes.push(format!("The rule finds {more} more."));
    }
    findings
}

fn finding(rule: &Rule, hit: Hit, file: &str) -> Diagnostic {
    let finding = Diagnostic::advice("prose-style", filled(&rule.message, &hit.words)).at(file, hit.span);
    let finding = finding.note(format!("The style's rule {} says so, as {}.", rule.name, level(&rule.level)));
    match &rule.link {
        Some(link) => finding.help(format!("See {}", link.trim())),
        None => finding,
    }
}

fn level(level: &str) -> &str {
    match level {
        "error" => "an error",
        "suggestion" => "a suggestion",
        _ => "a warning",
    }
}

/// `%s` and `%d` take the words in order, `%[2]s` the second.
fn filled(message: &str, words: &[String]) -> String {
    let mut text = String::new();
    let mut rest = message;
    let mut next = 0;
    while let Some(at) = rest.find('%') {
        text.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let indexed = after
            .strip_prefix('[')
            .and_then(|inner| inner.split_once(']'))
            .and_then(|(index, tail)| Some((index.parse::<usize>().ok()?, tail)));
        let (index, tail) = indexed.map_or((next, after), |(index, tail)| (index.saturating_sub(1), tail));
        let verb = tail.strip_prefix(['s', 'd', 'v', 'q']).filter(|_| index < words.len());
        match verb {
            Some(tail) => {
                text.push_str(&words[index]);
                next = index + 1;
                rest = tail;
            }
            None => {
                text.push('%');
                rest = after.strip_prefix('%').unwrap_or(after);
            }
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn messages_are_filled_as_they_are_written() {
        let words = ["use".to_owned(), "utilize".to_owned()];
        for (message, said) in [
            ("Use '%s' instead of '%s'.", "Use 'use' instead of 'utilize'."),
            ("Avoid '%[2]s'; use '%[1]s'.", "Avoid 'utilize'; use 'use'."),
            ("100 %% of %s and 5 %", "100 % of use and 5 %"),
            ("%s %s %s %", "use utilize %s %"),
            ("%[9]s %[", "%[9]s %["),
        ] {
            assert_eq!(filled(message, &words), said, "{message:?}");
        }
    }
}
