use crate::advice;
use crate::document::{Document, Part};
use crate::rules::{Need, Rules, SectionRule};
use footbridge_diagnostic::{Diagnostic, nearest};
use std::ops::Range;

/// What was found in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Words, without headings, front matter and HTML.
    pub words: u32,
    /// The sections asked for, in the order of the rules.
    pub sections: Vec<SectionFound>,
    /// Everything to say, by place: errors first, then advice.
    pub findings: Vec<Diagnostic>,
}

/// A section that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionFound {
    /// Heading as the rules write it.
    pub heading: String,
    /// `None` when the answer has no such heading.
    pub found: Option<Found>,
}

/// Where a section stands and how long it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Bytes of its heading.
    pub span: Range<usize>,
    /// Its words, those under its subheadings included.
    pub words: u32,
}

impl Report {
    /// Whether nothing that must be there is missing. Advice does not count.
    pub fn is_complete(&self) -> bool {
        !self.findings.iter().any(Diagnostic::is_error)
    }
}

/// Checks the shape of an answer and gives advice on its wording. `file` is the name findings point at.
pub fn check(answer: &str, file: &str, rules: &Rules) -> Report {
    let document = Document::read(answer);
    let words = document.words();
    let wanted: Vec<String> = rules.sections.iter().map(|rule| normalised(&rule.heading)).collect();
    let sections: Vec<Option<Section<'_>>> = wanted.iter().map(|wanted_one| section(&document, wanted_one, &wanted)).collect();
    let mut findings = Vec::new();
    if words == 0 {
        findings.push(empty(file, rules));
    } else {
        findings.extend(length(words, file, answer, rules));
        let starter = rules.starter.as_deref().map(Document::read);
        for ((rule, wanted_one), found) in rules.sections.iter().zip(&wanted).zip(&sections) {
            match found {
                None => findings.push(missing(rule, wanted_one, &wanted, &document, file, answer)),
                Some(found) => {
                    let template = starter.as_ref().and_then(|starter| section(starter, wanted_one, &wanted));
                    findings.extend(judge(rule, found, template.as_ref(), file));
                }
            }
        }
        findings.sort_by_key(|finding| finding.place.as_ref().map_or(0, |place| place.span.start));
        findings.extend(advice::all(&document, file));
    }
    let sections = rules.sections.iter().zip(sections).map(|(rule, section)| SectionFound {
        heading: rule.heading.clone(),
        found: section.map(|section| Found { span: section.span(), words: section.words() }),
    });
    Report { words, sections: sections.collect(), findings }
}

/// A heading that was asked for and everything under it: up to the next heading that is as high, or is asked for itself.
struct Section<'a> {
    parts: &'a [Part],
}

fn section<'a>(document: &'a Document, wanted: &str, all_wanted: &[String]) -> Option<Section<'a>> {
    let heading = |part: &'a Part| part.heading.as_ref();
    let start = document.parts.iter().position(|part| heading(part).is_some_and(|heading| normalised(&heading.text) == wanted))?;
    let level = heading(&document.parts[start])?.level;
    let ends =
        |part: &'a Part| heading(part).is_some_and(|heading| heading.level <= level || all_wanted.contains(&normalised(&heading.text)));
    let length = document.parts[start + 1..].iter().position(ends).map_or(document.parts.len() - start, |more| more + 1);
    Some(Section { parts: &document.parts[start..start + length] })
}

impl Section<'_> {
    fn span(&self) -> Range<usize> {
        self.parts.first().and_then(|part| part.heading.as_ref()).map_or(0..0, |heading| heading.span.clone())
    }

    fn words(&self) -> u32 {
        self.parts.iter().map(Part::words).sum()
    }

    fn text(&self) -> String {
        let texts = self.parts.iter().flat_map(|part| [&part.prose.text, &part.code.text]);
        let words: Vec<&str> = texts.flat_map(|text| text.split_whitespace()).collect();
        words.join(" ")
    }

    fn has(&self, need: &Need) -> bool {
        let text = self.text();
        match need {
            Need::AnyOf { words, .. } => words.iter().any(|phrase| holds_phrase(&text, phrase)),
            Need::Number { .. } => text.split_whitespace().any(is_number),
            Need::Link { .. } => {
                let links = self.parts.iter().flat_map(|part| &part.links).map(String::as_str);
                links.chain(text.split_whitespace()).any(is_web_address)
            }
        }
    }
}

/// Lower-case words without punctuation, and without a number in front: `2. Primary users:` is `primary users`.
fn normalised(heading: &str) -> String {
    let lower = heading.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        [first, rest @ ..] if !rest.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit()) => rest.join(" "),
        all => all.join(" "),
    }
}

fn holds_phrase(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (normalised_words(text), normalised_words(phrase));
    !phrase.is_empty() && text.windows(phrase.len()).any(|window| window == phrase)
}

fn normalised_words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .replace('’', "'")
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

pub(crate) fn is_number(word: &str) -> bool {
    word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| c.is_ascii_digit())
}

fn is_web_address(word: &str) -> bool {
    let host = ["https://", "http://"].iter().find_map(|scheme| word.find(scheme).map(|at| &word[at + scheme.len()..]));
    host.and_then(|rest| rest.split(['/', '?', '#']).next()).is_some_and(|host| {
        host.split_once('.').is_some_and(|(name, rest)| name.starts_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric))
    })
}

fn empty(file: &str, rules: &Rules) -> Diagnostic {
    let finding = Diagnostic::error("prose-empty", "The answer is empty.").at(file, 0..0);
    if rules.sections.is_empty() {
        return finding;
    }
    let headings: Vec<String> = rules.sections.iter().map(|rule| format!("“{}”", rule.heading)).collect();
    finding.help(format!("Write under these headings: {}.", headings.join(", ")))
}

fn length(words: u32, file: &str, answer: &str, rules: &Rules) -> Option<Diagnostic> {
    let limits = rules.words?;
    let at_end = answer.trim_end().len();
    let note = "Headings and front matter are not counted.";
    if words < limits.min {
        let message = format!("The answer has {}; it needs at least {}.", counted(words), limits.min);
        return Some(Diagnostic::error("prose-too-few-words", message).at(file, at_end..at_end).note(note));
    }
    if words > limits.max {
        let message = format!("The answer has {}; {} is the most.", counted(words), limits.max);
        let help = format!("Cut {}: begin with sentences that repeat an earlier one.", counted(words - limits.max));
        return Some(Diagnostic::error("prose-too-many-words", message).at(file, at_end..at_end).note(note).help(help));
    }
    None
}

fn counted(words: u32) -> String {
    if words == 1 { "1 word".to_owned() } else { format!("{words} words") }
}

fn missing(rule: &SectionRule, wanted: &str, all_wanted: &[String], document: &Document, file: &str, answer: &str) -> Diagnostic {
    let message = format!("There is no section “{}”.", rule.heading);
    let finding = Diagnostic::error("prose-missing-section", message).note(format!("It answers: {}", rule.asks));
    let free = || {
        document.parts.iter().filter_map(|part| part.heading.as_ref()).filter(|heading| !all_wanted.contains(&normalised(&heading.text)))
    };
    let names: Vec<String> = free().map(|heading| normalised(&heading.text)).collect();
    let holds = |name: &&String| name.len() > 3 && (name.contains(wanted) || wanted.contains(name.as_str()));
    let near = nearest(wanted, names.iter().map(String::as_str)).or_else(|| names.iter().find(holds).map(String::as_str));
    let near = near.and_then(|near| free().find(|heading| normalised(&heading.text) == near));
    match near {
        Some(near) => finding.at(file, near.span.clone()).help(format!("Is “{}” meant? Then rename it to “{}”.", near.text, rule.heading)),
        None => {
            let at_end = answer.trim_end().len();
            finding.at(file, at_end..at_end).help(format!(
                "Add the heading “{}” and write at least {} under it.",
                rule.heading,
                counted(rule.min_words.max(1))
            ))
        }
    }
}

fn judge(rule: &SectionRule, found: &Section<'_>, template: Option<&Section<'_>>, file: &str) -> Vec<Diagnostic> {
    let error = |code: &str, message: String| Diagnostic::error(code, message).at(file, found.span());
    let words = found.words();
    if words > 0 && template.is_some_and(|template| template.text() == found.text()) {
        let message = format!("The section “{}” still has the text of the template.", rule.heading);
        return vec![error("prose-unfilled-section", message).help(format!("Replace it with your answer to: {}", rule.asks))];
    }
    let mut findings = Vec::new();
    if words < rule.min_words {
        let message = format!("This section has {}; it needs {}.", counted(words), rule.min_words);
        findings.push(error("prose-short-section", message).help(format!("It answers: {}", rule.asks)));
    }
    for need in rule.needs.iter().filter(|need| words > 0 && !found.has(need)) {
        let finding = error("prose-section-lacks", format!("This section lacks {}.", need.what()));
        findings.push(match need {
            Need::AnyOf { words, .. } => finding.note(format!("None of these words stands in it: {}.", words.join(", "))),
            Need::Number { .. } => finding.note("No number in digits stands in it."),
            Need::Link { .. } => finding.note("No address that begins with https:// or http:// stands in it."),
        });
    }
    if words == 0 && rule.min_words == 0 && !rule.needs.is_empty() {
        let needs: Vec<&str> = rule.needs.iter().map(Need::what).collect();
        findings.push(error("prose-short-section", "This section is empty.".to_owned()).help(format!("Write {}.", needs.join(" and "))));
    }
    findings
}
