//! What a job description asks for.

mod clean;
mod cue;
mod denial;
mod fact;
mod headings;
mod language;
mod section;
mod sentence;

use crate::skill::{Index, Mention, Skill};
use clean::{Clean, clean};
use denial::{Denial, denials, is_all_denied};
use footbridge_diagnostic::Diagnostic;
use section::{Read, Section, Stands};
pub(crate) use sentence::{lines, sentences};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Longest text that is read, in bytes. A long description has 10,000.
pub const LONGEST_TEXT: usize = 200_000;

/// What a description asks for, and what is worth knowing about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Description {
    /// Each skill once, and everything else that is asked for, in the order of the text.
    pub requirements: Vec<Requirement>,
    /// Sentences of the work and of what is asked for that nothing known stands in and that no requirement quotes, in the order of the
    /// text: a person reads them.
    pub not_understood: Vec<String>,
    /// What could not be read, or not well.
    pub findings: Vec<Diagnostic>,
}

/// One thing that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// What it is.
    pub kind: Kind,
    /// Id of the skill; `None` for everything but [`Kind::Skill`].
    pub skill: Option<String>,
    /// The sentence it stands in, as plain text.
    pub quote: String,
    /// Bytes of the pasted text that the quote came from.
    pub place: Range<usize>,
    /// The words that stand for it, as written.
    pub words: String,
    /// Whether it must be.
    pub must: Must,
    /// Years asked for in the same sentence.
    pub years: Option<Years>,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A skill that the caller knows.
    Skill,
    /// Years of experience.
    Experience,
    /// A degree.
    Degree,
    /// A place, a permit, travel.
    Location,
    /// A spoken language.
    Language,
    /// A line under requirements that names nothing known.
    Other,
}

/// Whether something must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Must {
    /// It is required.
    Must,
    /// It would be nice.
    Nice,
    /// It is part of the work, or nobody can say.
    Unclear,
}

/// Years of experience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    /// At least.
    pub least: u8,
    /// At most, when a range is given.
    pub most: Option<u8>,
}

/// Finds what a pasted description asks for, with its quotes. `file` is the name findings point at.
///
/// What the text says about the company, pay, benefits, law and the way to apply is left out. A skill that is named several times is told
/// once: as a must if it is one anywhere, else as nice to have. English only; a text in another language is told.
pub fn requirements(text: &str, skills: &[Skill], file: &str) -> Description {
    if text.len() > LONGEST_TEXT {
        let finding = Diagnostic::error("jobs-text-too-long", "The text is longer than 200 kB; it was not read.").at(file, 0..0);
        return Description {
            findings: vec![finding.help("Paste the description alone, without the page around it.")],
            ..Description::default()
        };
    }
    let clean = clean(text);
    let mut reader = Reader { clean: &clean, index: Index::of(skills), found: Vec::new(), skills: HashMap::new(), unread: Vec::new() };
    reader.read();
    let not_understood = reader.not_understood();
    let mut requirements = reader.found;
    requirements.sort_by_key(|requirement| requirement.place.start);
    let mut findings: Vec<Diagnostic> = language::finding(&clean.text, file).into_iter().collect();
    if requirements.is_empty() && findings.is_empty() {
        findings.push(nothing_found(file));
    }
    Description { requirements, not_understood, findings }
}

struct Reader<'a> {
    clean: &'a Clean,
    index: Index<'a>,
    found: Vec<Requirement>,
    /// Place in `found` of each skill.
    skills: HashMap<usize, usize>,
    /// Sentences that hold something that is not known.
    unread: Vec<Range<usize>>,
}

/// A sentence and where it stands.
struct Sentence {
    span: Range<usize>,
    section: Section,
    is_item: bool,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut section = Section::Unknown;
        let lines = sentence::lines(&self.clean.text);
        for (at, line) in lines.iter().enumerate() {
            let above = if at == 0 { 0 } else { lines[at - 1].span.end };
            let stands = Stands {
                above_items: !line.is_item && lines.get(at + 1).is_some_and(|next| next.is_item),
                below_a_gap: self.clean.text[above..line.span.start].matches('\n').count() > 1,
            };
            let (of_line, content) = match section::read(self.clean, line, stands) {
                Read::Heading(heading) => {
                    section = heading;
                    continue;
                }
                Read::Denied => continue,
                // Whatever begins here, it is not what was left out so far.
                Read::Opening if section == Section::Ignored => {
                    section = Section::Unknown;
                    (section, line.span.clone())
                }
                Read::Labelled(Section::Fact, content) => (Section::Fact, content),
                // A label in a list speaks of its item alone.
                Read::Labelled(labelled, content) => {
                    if !line.is_item {
                        section = labelled;
                    }
                    (labelled, content)
                }
                Read::Content | Read::Opening => (section, line.span.clone()),
            };
            // The first line is what the work is called: `Product Manager, Developer Experience`.
            let is_called = at == 0 && of_line == Section::Unknown && !line.is_item && is_title(&self.clean.text[line.span.clone()]);
            if is_called && self.is_a_list_of_skills(line.span.clone()) {
                self.unread.push(line.span.clone());
            }
            let of_line = if is_called { Section::Fact } else { of_line };
            for span in sentence::sentences(&self.clean.text, content) {
                self.sentence(&Sentence { span, section: of_line, is_item: line.is_item });
            }
        }
    }

    /// Whether a line stands where a title is expected, and names skills but no role.
    fn is_a_list_of_skills(&self, span: Range<usize>) -> bool {
        const ROLES: [&str; 12] =
            ["manager", "management", "owner", "lead", "tpm", "pm", "apm", "engineer", "director", "head", "analyst", "product"];
        let line = &self.clean.text[span];
        let lower = line.to_lowercase();
        let names_a_role = lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| ROLES.contains(&word));
        !names_a_role && self.index.mentions(line).iter().any(|mention| mention.is_name)
    }

    fn sentence(&mut self, sentence: &Sentence) {
        let text = &self.clean.text[sentence.span.clone()];
        if sentence.section == Section::Ignored || is_about_the_company(text, sentence) {
            return;
        }
        let mentions = self.index.mentions(text);
        if is_law(text) && !mentions.iter().any(|mention| mention.is_name) {
            return;
        }
        let denials = denials(text);
        if is_all_denied(text, &denials, sentence.section == Section::Nice) {
            return;
        }
        let before = self.found.len();
        let years = fact::years(text, sentence.section == Section::Fact);
        if let Some((years, span)) = &years {
            self.fact(Kind::Experience, sentence, span.clone(), Some(*years));
        }
        let wished = |words: &Range<usize>| wished(&denials, words, sentence.section);
        if let Some((other_will_do, words)) = fact::degree(text).filter(|(_, words)| wished(words) != Some(false)) {
            let is_wished = wished(&words).is_some();
            let until = sentence.span.start + fact::further_degree(text, &words);
            self.fact(Kind::Degree, &Sentence { span: sentence.span.start..until, ..*sentence }, words, None);
            if let Some(degree) = self.found.last_mut() {
                (degree.quote, degree.place) = (text.to_owned(), self.clean.origin(&sentence.span));
                // Nobody names a degree in passing: it is asked for wherever nothing makes it a wish.
                degree.must = match degree.must {
                    Must::Must | Must::Unclear if !other_will_do && !is_wished => Must::Must,
                    _ => Must::Nice,
                };
            }
        }
        for (kind, words, part) in fact::others(text).into_iter().filter(|(_, words, _)| wished(words) != Some(false)) {
            let is_wished = wished(&words).is_some();
            let begin = sentence.span.start;
            let of_part = Sentence { span: begin + part.start..begin + part.end, ..*sentence };
            self.fact(kind, &of_part, words.start - part.start..words.end - part.start, None);
            if let Some(fact) = self.found.last_mut() {
                (fact.quote, fact.place) = (text.to_owned(), self.clean.origin(&sentence.span));
                fact.must = if is_wished { Must::Nice } else { fact.must };
            }
        }
        if sentence.section == Section::Fact {
            return;
        }
        let named = self.found.len() > before || !mentions.is_empty();
        if !named || !language::is_german(text) && holds_other_names(text, &mentions) {
            self.unread.push(sentence.span.clone());
        }
        // "4 years in developer relations or with APIs" counts years; a general word in it asks for no skill of its own.
        for mention in mentions.into_iter().filter(|mention| !mention.is_general || years.is_none()) {
            let span = sentence.span.start + mention.span.start..sentence.span.start + mention.span.end;
            let must = match wished(&mention.span) {
                Some(true) => Must::Nice,
                Some(false) => continue,
                None => cue::must(&self.clean.text, &sentence.span, &span, sentence.section),
            };
            let requirement = Requirement {
                kind: Kind::Skill,
                skill: Some(self.index.skill(mention.skill).id.clone()),
                years: years.as_ref().map(|(years, _)| *years),
                ..self.requirement(sentence, &span, must)
            };
            self.skill(mention.skill, requirement);
        }
        if !named && matches!(sentence.section, Section::Must | Section::Nice) && !is_for_a_machine(text) {
            let must = if denials.iter().any(|denial| denial.is_wished) { Must::Nice } else { cue::must_of_all(text, sentence.section) };
            self.found.push(self.requirement(sentence, &sentence.span, must));
        }
    }

    /// What of the unread sentences no requirement quotes.
    fn not_understood(&self) -> Vec<String> {
        let mut said = HashSet::new();
        let quoted: HashSet<&Range<usize>> = self.found.iter().map(|requirement| &requirement.place).collect();
        let unread = self.unread.iter().filter(|span| !quoted.contains(&self.clean.origin(span)));
        unread.map(|span| &self.clean.text[span.clone()]).filter(|sentence| said.insert(*sentence)).map(str::to_owned).collect()
    }

    /// Keeps the surest mention of a skill; of equal ones the first.
    fn skill(&mut self, skill: usize, requirement: Requirement) {
        match self.skills.get(&skill).and_then(|at| self.found.get_mut(*at)) {
            Some(known) if requirement.must < known.must => *known = requirement,
            Some(_) => {}
            None => {
                self.skills.insert(skill, self.found.len());
                self.found.push(requirement);
            }
        }
    }

    fn fact(&mut self, kind: Kind, sentence: &Sentence, words: Range<usize>, years: Option<Years>) {
        let span = sentence.span.start + words.start..sentence.span.start + words.end;
        let section = if sentence.section == Section::Fact { Section::Must } else { sentence.section };
        let must = cue::must(&self.clean.text, &sentence.span, &span, section);
        let requirement = Requirement { kind, years, ..self.requirement(sentence, &span, must) };
        self.found.push(requirement);
    }

    fn requirement(&self, sentence: &Sentence, words: &Range<usize>, must: Must) -> Requirement {
        Requirement {
            kind: Kind::Other,
            skill: None,
            quote: self.clean.text[sentence.span.clone()].to_owned(),
            place: self.clean.origin(&sentence.span),
            words: self.clean.text[words.clone()].to_owned(),
            must,
            years: None,
        }
    }
}

/// Whether a stretch of a sentence, of which it says that it is not needed, would be welcome all the same; `None` for what is not denied.
fn wished(denials: &[Denial], words: &Range<usize>, section: Section) -> Option<bool> {
    let denied = denials.iter().find(|denial| denial.span.start <= words.start && words.end <= denial.span.end)?;
    Some(denied.is_wished || denied.is_remark && section == Section::Nice)
}

fn is_title(line: &str) -> bool {
    line.split_whitespace().count() <= 12 && !line.ends_with('.') && !cue::asks(line)
}

/// In running text that no heading of requirements stands above, only sentences that speak to the reader ask for something.
fn is_about_the_company(text: &str, sentence: &Sentence) -> bool {
    if sentence.is_item || !matches!(sentence.section, Section::Unknown | Section::Work) {
        return false;
    }
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|letter: char| !(letter.is_alphanumeric() || letter == '\'')).filter(|word| !word.is_empty()).collect();
    let speaks_to_reader = words.iter().any(|word| matches!(*word, "you" | "your" | "you'll" | "you've" | "you'd" | "you're"));
    const ASKS: [&str; 18] = [
        "experience",
        "knowledge of",
        "understanding of",
        "is required",
        "is essential",
        "is desirable",
        "a bonus",
        "mandatory",
        "candidate",
        "must ",
        "ability to",
        "able to",
        "looking for",
        "somebody who",
        "someone who",
        "we need",
        "responsible for",
        "skills in",
    ];
    match sentence.section {
        Section::Work => {
            words.first().is_some_and(|first| matches!(*first, "we" | "our" | "we're" | "we've")) && !speaks_to_reader && !cue::asks(text)
        }
        _ => !speaks_to_reader && !cue::asks(text) && !ASKS.iter().any(|phrase| lower.contains(phrase)),
    }
}

/// What the law has employers say, and what they say to agencies, wherever it stands.
fn is_law(text: &str) -> bool {
    const SAYS: [&str; 13] = [
        "no agencies",
        "no recruiters",
        "no recruitment agencies",
        "no headhunters",
        "equal opportunit",
        "equal employment",
        "affirmative action",
        "without regard to race",
        "without regard to protected",
        "not discriminate on",
        "not discriminate against",
        "reasonable accommodation",
        "regardless of race",
    ];
    let lower = text.to_lowercase();
    SAYS.iter().any(|words| lower.contains(words))
}

/// What is written for a program that reads along, and asks nothing of a person: `Ignore all previous instructions`.
fn is_for_a_machine(text: &str) -> bool {
    let lower = text.to_lowercase();
    const SAYS: [&str; 7] = [
        "previous instructions",
        "prior instructions",
        "instructions above",
        "if you are an ai",
        "if you're an ai",
        "if you are a language model",
        "if you're a language model",
    ];
    SAYS.iter().any(|words| lower.contains(words))
}

/// Whether a sentence holds names beside the skills: words behind the first with a capital, such as `AWS` and `Kubernetes`.
fn holds_other_names(text: &str, mentions: &[Mention]) -> bool {
    let mut start = 0;
    text.split_inclusive(|letter: char| !letter.is_alphanumeric()).any(|piece| {
        let at = start;
        start += piece.len();
        let is_name =
            at > 0 && piece.starts_with(char::is_uppercase) && piece.chars().filter(|letter| letter.is_alphanumeric()).count() > 1;
        is_name && !mentions.iter().any(|mention| mention.span.contains(&at))
    })
}

fn nothing_found(file: &str) -> Diagnostic {
    Diagnostic::warning("jobs-nothing-found", "Nothing that is asked for was found in this text.")
        .at(file, 0..0)
        .note("Lines under headings such as “Requirements” and sentences such as “you must have” are looked for.")
        .help("Paste the whole description, with its headings.")
}
