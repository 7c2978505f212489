//! Skills by the words that stand for them.

use crate::description::everyday::{Company, company_of, is_everyday};
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// One skill, as the caller knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skill {
    /// The caller's id.
    pub id: String,
    /// What a person reads; it is not searched for.
    pub title: String,
    /// Words that stand for it. Two skills may share one. Upper case matters only where the word is an everyday one too: `REST`, `Go`.
    pub aliases: Vec<String>,
}

/// Skills, ready to be searched for.
pub(crate) struct Index<'a> {
    skills: &'a [Skill],
    words: Vec<Word>,
    searcher: Option<AhoCorasick>,
}

/// One alias in one spelling.
struct Word {
    /// As it must stand when it is an everyday word too.
    written: String,
    company: Option<&'static Company>,
    is_everyday: bool,
    skills: Vec<usize>,
}

/// A skill found in a stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) skill: usize,
    /// Bytes of the stretch.
    pub(crate) span: Range<usize>,
}

impl<'a> Index<'a> {
    pub(crate) fn of(skills: &'a [Skill]) -> Self {
        let mut by_word: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
        for (at, skill) in skills.iter().enumerate() {
            for written in skill.aliases.iter().flat_map(|alias| spellings(&flat(alias).text)) {
                let entry = by_word.entry(written.to_lowercase()).or_insert_with(|| (written, Vec::new()));
                if !entry.1.contains(&at) {
                    entry.1.push(at);
                }
            }
        }
        by_word.retain(|lower, _| lower.chars().any(char::is_alphanumeric));
        let searcher = AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(by_word.keys());
        let words = by_word.into_iter().map(|(lower, (written, skills))| {
            let (company, is_everyday) = (company_of(&lower), is_everyday(&lower));
            Word { written, company, is_everyday, skills }
        });
        // Building fails only beyond four thousand million states.
        Self { skills, words: words.collect(), searcher: searcher.ok() }
    }

    pub(crate) fn skill(&self, at: usize) -> &'a Skill {
        &self.skills[at]
    }

    /// Skills named in a stretch: a sentence or a line. What else stands in it shows what an ambiguous word means.
    pub(crate) fn mentions(&self, stretch: &str) -> Vec<Mention> {
        let Some(searcher) = &self.searcher else { return Vec::new() };
        let flat = flat(stretch);
        let lower = flat.text.to_lowercase();
        let shouted = is_shouted(&flat.text);
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        for hit in searcher.find_overlapping_iter(&flat.text) {
            let Some(end) = ends_at(&flat.text, hit.end()) else { continue };
            let word = &self.words[hit.pattern().as_usize()];
            if begins_at(&flat.text, hit.start())
                && word.case_fits(&flat, hit.start()..hit.end(), shouted)
                && word.company.is_none_or(|company| company.fits(&lower))
            {
                found.push((hit.pattern().as_usize(), hit.start()..end));
            }
        }
        let inside = |inner: &Range<usize>| {
            found.iter().any(|(_, outer)| outer.start <= inner.start && inner.end <= outer.end && outer.len() > inner.len())
        };
        let outermost = found.iter().filter(|(_, span)| !inside(span));
        let mut mentions: Vec<Mention> = outermost
            .flat_map(|(word, span)| {
                let span = flat.origin(span);
                self.words[*word].skills.iter().map(move |skill| Mention { skill: *skill, span: span.clone() })
            })
            .collect();
        mentions.sort_by_key(|mention| (mention.span.start, mention.skill));
        mentions
    }
}

impl Word {
    /// An everyday word counts only as it is written as a name, and not in a line that is all capitals.
    fn case_fits(&self, flat: &Flat, span: Range<usize>, shouted: bool) -> bool {
        if !self.is_everyday {
            return true;
        }
        let is_name = flat.text[span.clone()] == self.written && !shouted;
        let is_upper = self.written.chars().all(|letter| !letter.is_lowercase());
        is_name && !flat.is_tied(&span) && (is_upper && self.written.chars().count() > 1 || !begins_sentence(&flat.text, &span))
    }
}

/// `Swift action is needed`: at the beginning of a sentence a capital says nothing, unless a list goes on.
fn begins_sentence(text: &str, span: &Range<usize>) -> bool {
    let begins = text[..span.start].trim_end().is_empty() || text[..span.start].trim_end().ends_with(['.', '!', '?', ':']);
    let rest = text[span.end..].trim_start();
    let in_list = rest.is_empty()
        || rest.starts_with([',', ';', ')', '.', '('])
        || ["and ", "or ", "experience"].iter().any(|word| rest.starts_with(word));
    begins && !in_list
}

/// Text in which words are parted by single spaces, with a way back.
struct Flat {
    text: String,
    /// For each byte of `text` and its end, the byte it came from.
    from: Vec<usize>,
    /// Bytes of `text` that were hyphens or an ampersand.
    ties: Vec<usize>,
}

impl Flat {
    fn origin(&self, span: &Range<usize>) -> Range<usize> {
        self.from[span.start]..self.from[span.end]
    }

    /// Whether a hyphen or an ampersand binds the word to another: `Go-to-market`, `R&D`.
    fn is_tied(&self, span: &Range<usize>) -> bool {
        self.ties.iter().any(|tie| *tie + 1 == span.start || *tie == span.end)
    }
}

/// Hyphens, slashes and white space become single spaces: `event-driven`, `CI/CD` and `cross  functional` read alike.
fn flat(text: &str) -> Flat {
    let mut flat = Flat { text: String::with_capacity(text.len()), from: Vec::with_capacity(text.len() + 1), ties: Vec::new() };
    for (at, letter) in text.char_indices() {
        let hyphen = matches!(letter, '-' | '\u{2010}'..='\u{2013}');
        if hyphen || letter.is_whitespace() || matches!(letter, '/' | '_' | '\u{2014}') {
            if !flat.text.ends_with(' ') {
                if hyphen {
                    flat.ties.push(flat.text.len());
                }
                flat.text.push(' ');
                flat.from.push(at);
            }
            continue;
        }
        if letter == '&' {
            flat.ties.push(flat.text.len());
        }
        flat.text.push(letter);
        flat.from.extend(std::iter::repeat_n(at, letter.len_utf8()));
    }
    flat.from.push(text.len());
    flat
}

fn begins_at(text: &str, start: usize) -> bool {
    !text[..start].chars().next_back().is_some_and(|letter| letter.is_alphanumeric() || letter == '@')
}

/// Where a word ends that was found up to `end`: a plural and a version belong to it. `None` when it is part of a longer word.
fn ends_at(text: &str, end: usize) -> Option<usize> {
    let rest = &text[end..];
    let ends =
        |rest: &str| !rest.starts_with(|letter: char| letter.is_alphanumeric() || matches!(letter, '+' | '#')) || rest.starts_with("+ ");
    for plural in ["", "s", "es", "'s"] {
        if rest.strip_prefix(plural).is_some_and(ends) {
            return Some(end + plural.len());
        }
    }
    let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    ((1..=2).contains(&digits) && ends(&rest[digits..])).then_some(end + digits)
}

/// Three words or more, nearly all of them in capitals.
fn is_shouted(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1).collect();
    let loud = words.iter().filter(|word| !word.contains(char::is_lowercase)).count();
    words.len() >= 3 && loud * 10 >= words.len() * 7
}

/// British and American spellings, and plurals that change the word.
fn spellings(alias: &str) -> Vec<String> {
    const PAIRS: [(&str, &str); 8] = [
        ("isation", "ization"),
        ("ise", "ize"),
        ("ising", "izing"),
        ("elling", "eling"),
        ("elled", "eled"),
        ("our", "or"),
        ("ence", "ense"),
        ("ogue", "og"),
    ];
    let mut spellings = vec![alias.trim().to_owned()];
    for (british, american) in PAIRS {
        for (from, to) in [(british, american), (american, british)] {
            let ends = |word: &str| word.len() > from.len() + 3 && word.ends_with(from);
            if alias.split(' ').any(ends) {
                let words: Vec<String> = alias
                    .split(' ')
                    .map(|word| if ends(word) { format!("{}{to}", &word[..word.len() - from.len()]) } else { word.to_owned() })
                    .collect();
                spellings.push(words.join(" "));
            }
        }
    }
    let plurals: Vec<String> = spellings
        .iter()
        .filter_map(|word| {
            let stem = word.strip_suffix('y')?;
            stem.ends_with(|letter: char| letter.is_ascii_lowercase() && !"aeiou".contains(letter)).then(|| format!("{stem}ies"))
        })
        .collect();
    spellings.extend(plurals);
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skill(id: &str, aliases: &[&str]) -> Skill {
        Skill { id: id.to_owned(), title: id.to_owned(), aliases: aliases.iter().map(|&alias| alias.to_owned()).collect() }
    }

    #[test]
    fn words_are_found_as_names_and_not_as_parts_or_everyday_words() {
        let skills = [
            skill("rest", &["REST", "REST API"]),
            skill("go", &["Go"]),
            skill("r", &["R"]),
            skill("sql", &["SQL"]),
            skill("joins", &["JOIN"]),
            skill("events", &["event-driven"]),
            skill("prioritise", &["prioritisation"]),
            skill("stories", &["user story"]),
            skill("oauth", &["OAuth"]),
            skill("docs", &["API documentation"]),
            skill("git", &["Git", "commit"]),
            skill("swift", &["Swift"]),
            skill("metrics", &["metrics"]),
        ];
        let index = Index::of(&skills);
        for (text, found) in [
            ("REST and GraphQL", &["rest"][..]),
            ("RESTful", &[]),
            ("rest api", &["rest"]),
            ("the rest of the team", &[]),
            ("Rest assured", &[]),
            ("THE REST OF THE PROCESS", &[]),
            ("Go or Python", &["go"]),
            ("go, Go-to-market, Google, Golang", &[]),
            ("We work in Go.", &["go"]),
            ("R and Python", &["r"]),
            ("R&D, our R-series", &[]),
            ("sql, SQL's, NoSQL, MySQL", &["sql", "sql"]),
            ("a query with a join", &["joins"]),
            ("join our team", &[]),
            ("SELECT candidates JOIN us", &[]),
            ("event driven and Event-Driven", &["events", "events"]),
            ("prioritization", &["prioritise"]),
            ("user stories", &["stories"]),
            ("OAuth2/OIDC, OAuth 2.0", &["oauth", "oauth"]),
            ("REST API documentation", &["rest", "docs"]),
            ("commit to quality", &[]),
            ("commit to a Git branch", &["git", "git"]),
            ("Swift action", &[]),
            ("Swift, Kotlin", &["swift"]),
            ("success metrics", &[]),
            ("logs, metrics and traces", &["metrics"]),
            ("git@example.org", &["git"]),
            ("me@git.example.org", &[]),
        ] {
            let ids: Vec<&str> = index.mentions(text).iter().map(|mention| index.skill(mention.skill).id.as_str()).collect();
            assert_eq!(ids, found, "{text}");
        }
    }

    #[test]
    fn a_mention_has_the_place_it_came_from() {
        let skills = [skill("events", &["event-driven"])];
        let text = "Größe:  event–driven";
        let mention = &Index::of(&skills).mentions(text)[0];
        assert_eq!(&text[mention.span.clone()], "event–driven");
    }
}
