use crate::advice;
use crate::artifact::Artifact;
use crate::document::{Block, Document};
use crate::export::{Target, export};
use crate::outline::templates;
use crate::read::section::{self, Section, normalised};
use crate::read::{date, number, placeholder, reason, status};
use crate::rule::{Draft, Rule};
use crate::rules::{Need, Rules, SectionRule, WordLimits};
use crate::vale;
use crate::word_list;
use crate::words::find_phrase;
use footbridge_diagnostic::{Diagnostic, counted, grouped, nearest};
use std::collections::HashSet;
use std::ops::Range;

/// What was found in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Words, without headings, front matter, HTML, placeholders and what the template left behind.
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

/// A section that an artifact, an exercise or both ask for.
struct Wanted {
    rule: SectionRule,
    /// Headings under which it is found, normalised.
    names: Vec<String>,
    rules: &'static [Rule],
}

/// A document with more headings is not searched further for one that was meant.
const MOST_HEADINGS: usize = 200;

/// Checks the shape of an answer and gives advice on its wording. `file` is the name findings point at.
pub fn check(answer: &str, file: &str, rules: &Rules) -> Report {
    let templates = templates(rules);
    let mut document = Document::read(answer);
    let is_empty = document.words() == 0;
    placeholder::clear(&mut document, &templates);
    let words = document.words();
    if rules.artifact == Some(Artifact::DecisionRecord) {
        status::promote(&mut document, answer, "Status");
    }
    let wanted = wanted(rules);
    let named: Vec<(&str, Vec<String>)> = wanted.iter().map(|one| (one.rule.heading.as_str(), one.names.clone())).collect();
    let sections = section::find_all(&document, &named);
    let mut findings = Vec::new();
    if is_empty {
        findings.push(empty(file, &wanted));
    } else {
        let draft = Draft::new(file, answer, &document, &sections);
        findings.extend(length(words, file, answer, rules));
        findings.extend(structure(&draft, &wanted, &templates));
        findings.extend(whole(&draft, rules.artifact));
        findings.extend(advice::all(&document, file));
        findings.extend(vale::find(&document, file, &rules.styles));
        findings.extend(word_list::find(&document, file));
        findings.extend(rules.post.and_then(|target| too_long_to_post(answer, file, target)));
        drop_repeated(&mut findings);
        findings.sort_by_key(|finding| (!finding.is_error(), place(finding)));
    }
    let sections = sections.iter().zip(&wanted).map(|(section, one)| SectionFound {
        heading: one.rule.heading.clone(),
        found: section.as_ref().map(|section| Found { span: section.span(), words: section.words() }),
    });
    let sections = sections.collect();
    Report { words, sections, findings: inside(findings, answer) }
}

/// The words that an answer needs so that none of its sections is too short.
pub fn fewest_words(rules: &Rules) -> usize {
    wanted(rules).iter().map(|one| one.rule.min_words as usize).sum()
}

/// The artifact's sections with what the exercise adds to them, then the exercise's own.
fn wanted(rules: &Rules) -> Vec<Wanted> {
    let mut wanted: Vec<Wanted> = rules.artifact.into_iter().flat_map(|artifact| artifact.kind().sections).map(asked).collect();
    for rule in &rules.sections {
        let name = normalised(&rule.heading);
        match wanted.iter_mut().find(|one| one.names.contains(&name)) {
            Some(one) => {
                one.rule.asks.clone_from(&rule.asks);
                one.rule.min_words = one.rule.min_words.max(rule.min_words);
                one.rule.needs.extend(rule.needs.iter().filter(|need| !one.rule.needs.contains(need)).cloned().collect::<Vec<_>>());
            }
            None => wanted.push(Wanted { rule: rule.clone(), names: vec![name], rules: &[] }),
        }
    }
    wanted
}

fn asked(asked: &'static crate::artifact::Asked) -> Wanted {
    let names = [&asked.heading].into_iter().chain(asked.synonyms).map(|name| normalised(name));
    // "Risk" and "Metric" are meant as "Risks" and "Metrics" are.
    let names = names.flat_map(|name| match name.strip_suffix('s') {
        Some(singular) if !name.ends_with("ss") => [singular.to_owned(), name],
        _ => [format!("{name}s"), name],
    });
    Wanted { rule: asked.section_rule(), names: names.collect(), rules: asked.rules }
}

/// What each section lacks, and what its rules say.
fn structure(draft: &Draft<'_>, wanted: &[Wanted], templates: &[Document]) -> Vec<Diagnostic> {
    let kept: HashSet<&str> = templates
        .iter()
        .flat_map(|template| &template.parts)
        .flat_map(|part| &part.blocks)
        .filter(|block| block.is_code())
        .map(Block::text)
        .collect();
    let mut findings = Vec::new();
    for (one, section) in wanted.iter().zip(draft.sections) {
        let Some(section) = section else {
            findings.push(missing(draft, one, wanted));
            continue;
        };
        if let Some(finding) = unfilled(draft, one, section, &kept) {
            findings.push(finding);
            continue;
        }
        findings.extend(judge(&one.rule, section, draft.file));
        if section.words() > 0 {
            findings.extend(one.rules.iter().flat_map(|rule| (rule.find)(draft, section)));
        }
    }
    findings
}

fn whole(draft: &Draft<'_>, artifact: Option<Artifact>) -> Vec<Diagnostic> {
    let rules = artifact.map_or(&[][..], |artifact| artifact.kind().rules);
    let document = Section::whole(draft.document);
    rules.iter().flat_map(|rule| (rule.find)(draft, &document)).collect()
}

/// An acronym that a rule of the artifact has told already is not told again as advice.
fn drop_repeated(findings: &mut Vec<Diagnostic>) {
    let told: Vec<Option<footbridge_diagnostic::Place>> =
        findings.iter().filter(|finding| finding.is_error()).map(|finding| finding.place.clone()).collect();
    findings.retain(|finding| finding.code != "prose-undefined-acronym" || !told.contains(&finding.place));
}

fn place(finding: &Diagnostic) -> usize {
    finding.place.as_ref().map_or(0, |place| place.span.start)
}

/// Places lie inside the answer and between its characters, whatever the Markdown reader says.
fn inside(mut findings: Vec<Diagnostic>, answer: &str) -> Vec<Diagnostic> {
    for place in findings.iter_mut().filter_map(|finding| finding.place.as_mut()) {
        let start = answer.floor_char_boundary(place.span.start);
        place.span = start..answer.ceil_char_boundary(place.span.end).max(start);
    }
    findings
}

impl Section<'_> {
    fn has(&self, need: &Need) -> bool {
        let text = self.text();
        match need {
            Need::AnyOf { words, .. } => words.iter().any(|phrase| find_phrase(&text, phrase).is_some()),
            Need::Reason { .. } => reason::is_given(&text),
            Need::Number { .. } => !number::numbers(&text).is_empty(),
            Need::Date { .. } => date::first(&text).is_some(),
            Need::Link { .. } => self.links().map(String::as_str).chain(text.split_whitespace()).any(is_web_address),
        }
    }
}

fn is_web_address(word: &str) -> bool {
    let host = ["https://", "http://"].iter().find_map(|scheme| word.find(scheme).map(|at| &word[at + scheme.len()..]));
    host.and_then(|rest| rest.split(['/', '?', '#']).next()).is_some_and(|host| {
        host.split_once('.').is_some_and(|(name, rest)| name.starts_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric))
    })
}

fn empty(file: &str, wanted: &[Wanted]) -> Diagnostic {
    let finding = Diagnostic::error("prose-empty", "The answer is empty.").at(file, 0..0);
    if wanted.is_empty() {
        return finding;
    }
    let headings: Vec<String> = wanted.iter().map(|one| format!("“{}”", one.rule.heading)).collect();
    finding.help(format!("Write under these headings: {}.", headings.join(", ")))
}

fn length(words: u32, file: &str, answer: &str, rules: &Rules) -> Option<Diagnostic> {
    let limits: WordLimits = rules.words.or_else(|| rules.artifact?.kind().words)?;
    let at_end = answer.trim_end().len();
    let note = "Headings and front matter are not counted.";
    if words < limits.min {
        let message = format!("The answer has {}; it needs at least {}.", words_counted(words), limits.min);
        return Some(Diagnostic::error("prose-too-few-words", message).at(file, at_end..at_end).note(note));
    }
    if words > limits.max {
        let message = format!("The answer has {}; {} is the most.", words_counted(words), limits.max);
        let help = format!("Cut {}: begin with sentences that repeat an earlier one.", words_counted(words - limits.max));
        return Some(Diagnostic::error("prose-too-many-words", message).at(file, at_end..at_end).note(note).help(help));
    }
    None
}

/// Words that are allowed may be characters that a place does not take.
fn too_long_to_post(answer: &str, file: &str, target: Target) -> Option<Diagnostic> {
    let exported = export(answer, target);
    let over = Some(exported.over()).filter(|over| *over > 0)?;
    let of = format!("{} of {} characters", grouped(exported.characters), grouped(exported.limit?));
    let message = format!("For a post on {} it is {} characters too long: {of}, spaces included.", target.name(), grouped(over));
    let at_end = answer.trim_end().len();
    Some(
        Diagnostic::advice("prose-too-long-to-post", message)
            .at(file, at_end..at_end)
            .help("As an article it fits as it is: on LinkedIn choose “Write article”. Cut only if it is to be a post."),
    )
}

fn words_counted(words: u32) -> String {
    counted(words, "word", "words")
}

fn missing(draft: &Draft<'_>, one: &Wanted, all: &[Wanted]) -> Diagnostic {
    let heading = &one.rule.heading;
    let finding = Diagnostic::error("prose-missing-section", format!("There is no section “{heading}”."))
        .note(format!("It answers: {}", one.rule.asks));
    let unknown = |(text, _): &(&str, Range<usize>)| !all.iter().any(|other| other.names.contains(&normalised(text)));
    let free: Vec<(&str, Range<usize>)> = section::headings(draft.document).take(MOST_HEADINGS).filter(unknown).collect();
    let names: Vec<String> = free.iter().map(|(text, _)| normalised(text)).collect();
    let holds = |name: &str, wanted: &str| name.len() > 3 && wanted.len() > 3 && (has_words(name, wanted) || has_words(wanted, name));
    let near = one.names.iter().find_map(|wanted| nearest(wanted, names.iter().map(String::as_str))).map(str::to_owned);
    let near = near.or_else(|| names.iter().find(|name| one.names.iter().any(|wanted| holds(name, wanted))).cloned());
    let near = near.and_then(|near| names.iter().position(|name| *name == near)).and_then(|at| free.get(at));
    if let Some((text, span)) = near {
        return finding.at(draft.file, span.clone()).help(format!("Is “{text}” meant? Then rename it to “{heading}”."));
    }
    if let Some(line) = section::bold_lines(draft.document).find(|line| one.names.contains(&normalised(line.text()))) {
        return finding
            .at(draft.file, line.span.clone())
            .help(format!("“{}” is bold text. Make it a heading: “## {heading}”.", line.text().trim()));
    }
    let at_end = draft.answer.trim_end().len();
    finding
        .at(draft.file, at_end..at_end)
        .help(format!("Add the heading “{heading}” and write at least {} under it.", words_counted(one.rule.min_words.max(1))))
}

fn has_words(name: &str, inner: &str) -> bool {
    format!(" {name} ").contains(&format!(" {inner} "))
}

/// A section in which nothing but the template or placeholders stand.
fn unfilled(draft: &Draft<'_>, one: &Wanted, section: &Section<'_>, kept: &HashSet<&str>) -> Option<Diagnostic> {
    let says_nothing = section.all_blocks().all(|block| block.is_void || (block.is_code() && kept.contains(block.text())));
    let mut words = section.all_blocks().map(|block| block.text());
    if !says_nothing || words.next().is_none() {
        return None;
    }
    let is_placeholder = !section.all_blocks().any(|block| block.text().contains(char::is_alphanumeric));
    let heading = &one.rule.heading;
    let message = if is_placeholder {
        format!("The section “{heading}” holds only placeholders.")
    } else {
        format!("The section “{heading}” still has the text of the template.")
    };
    let help = format!("Replace it with your answer to: {}", one.rule.asks);
    Some(Diagnostic::error("prose-unfilled-section", message).at(draft.file, section.span()).help(help))
}

fn judge(rule: &SectionRule, found: &Section<'_>, file: &str) -> Vec<Diagnostic> {
    let error = |code: &str, what: &str| Diagnostic::error(code, format!("The section “{}” {what}.", rule.heading)).at(file, found.span());
    let words = found.words();
    let mut findings = Vec::new();
    if words < rule.min_words {
        let what = format!("has {}; it needs {}", words_counted(words), rule.min_words);
        findings.push(error("prose-short-section", &what).help(format!("It answers: {}", rule.asks)));
    }
    for need in rule.needs.iter().filter(|need| words > 0 && !found.has(need)) {
        let finding = error("prose-section-lacks", &format!("lacks {}", need.what()));
        findings.push(match need {
            Need::AnyOf { words, .. } => finding.note(format!("None of these words stands in it: {}.", words.join(", "))),
            Need::Reason { .. } => finding.note(match reason::connective_in(&found.text()) {
                Some(word) => format!("“{word}” stands in it without a reason behind it."),
                None => "No reason is given with because, so that, due to, to avoid and the like.".to_owned(),
            }),
            Need::Number { .. } => finding.note("No number in digits stands in it."),
            Need::Date { .. } => finding.note("No date stands in it, such as 12 May 2026."),
            Need::Link { .. } => finding.note("No address that begins with https:// or http:// stands in it."),
        });
    }
    if words == 0 && rule.min_words == 0 && !rule.needs.is_empty() {
        let needs: Vec<&str> = rule.needs.iter().map(Need::what).collect();
        findings.push(error("prose-short-section", "is empty").help(format!("Write {}.", needs.join(" and "))));
    }
    findings
}
