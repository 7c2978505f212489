//! Skills by the words that stand for them.

mod apart;
mod broad;
mod everyday;
mod phrase;

use crate::lower::same_length_lower;
use aho_corasick::{AhoCorasick, MatchKind};
use apart::{Apart, GAP};
use broad::is_broad;
use everyday::{Company, company_of, is_everyday};
use phrase::{phrases, singular_forms};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// One skill, as the caller knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skill {
    /// The caller's id.
    pub id: String,
    /// Words that stand for it. Two skills may share one. Upper case matters only where the word is an everyday one too: `REST`, `Go`.
    /// `retire … versions` is found with up to six words between its parts.
    pub aliases: Vec<String>,
}

/// Skills, ready to be searched for.
pub(crate) struct Index<'a> {
    skills: &'a [Skill],
    words: Vec<Word>,
    /// Places in `words` of names of two words, in lower case.
    pairs: HashMap<String, usize>,
    apart: Apart,
    searcher: Option<AhoCorasick>,
}

/// One alias in one spelling.
struct Word {
    /// As it must stand when it is an everyday word too.
    written: String,
    company: Option<&'static Company>,
    is_everyday: bool,
    /// It asks for its skills and names none of them.
    is_broad: bool,
    skills: Vec<usize>,
}

/// A skill found in a stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) skill: usize,
    /// Whether the word names the skill itself. `authentication` asks for OAuth, and who writes it has not spoken of OAuth.
    pub(crate) is_name: bool,
    /// Whether it is one general word, such as `authentication`, and no turn of speech of several.
    pub(crate) is_general: bool,
    /// Bytes of the stretch.
    pub(crate) span: Range<usize>,
}

impl<'a> Index<'a> {
    pub(crate) fn of(skills: &'a [Skill]) -> Self {
        let mut by_word: BTreeMap<String, Word> = BTreeMap::new();
        for (at, skill) in skills.iter().enumerate() {
            for alias in skill.aliases.iter().filter(|alias| !alias.contains(GAP)) {
                let is_broad = is_broad(alias);
                let single = singular(&flat(alias).text).filter(|_| !is_broad);
                for written in forms(&flat(alias).text).into_iter().chain(single) {
                    let lower = written.to_lowercase();
                    let (company, is_everyday) = (company_of(&lower), is_everyday(&lower));
                    let word = by_word.entry(lower).or_insert(Word { written, company, is_everyday, is_broad, skills: Vec::new() });
                    word.is_broad |= is_broad;
                    if !word.skills.contains(&at) {
                        word.skills.push(at);
                    }
                }
            }
        }
        by_word.retain(|lower, _| lower.chars().any(char::is_alphanumeric));
        let searcher = AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(by_word.keys());
        let of_two = |(at, lower): (usize, &String)| (lower.matches(' ').count() == 1).then(|| (lower.clone(), at));
        let pairs = by_word.keys().enumerate().filter_map(of_two).collect();
        let apart =
            Apart::of(skills.iter().enumerate().flat_map(|(at, skill)| skill.aliases.iter().map(move |alias| (at, alias.as_str()))));
        // Building fails only beyond four thousand million states.
        Self { skills, words: by_word.into_values().collect(), pairs, apart, searcher: searcher.ok() }
    }

    pub(crate) fn skill(&self, at: usize) -> &'a Skill {
        &self.skills[at]
    }

    /// Skills named in a stretch: a sentence or a line. What else stands in it shows what an ambiguous word means.
    pub(crate) fn mentions(&self, stretch: &str) -> Vec<Mention> {
        let Some(searcher) = &self.searcher else { return Vec::new() };
        let flat = flat(stretch);
        let lower = same_length_lower(&flat.text);
        let shouted = is_shouted(&flat.text);
        // What a word needs around it may be written with a hyphen or an article, which flat text has lost: `hands-on`, `our SDK`.
        let around = format!("{}\n{lower}", stretch.to_lowercase());
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        for hit in searcher.find_overlapping_iter(&flat.text) {
            let Some(end) = ends_at(&flat.text, hit.end()) else { continue };
            let word = &self.words[hit.pattern().as_usize()];
            if begins_at(&flat.text, hit.start())
                && word.case_fits(&flat, hit.start()..hit.end(), shouted)
                && word.company.is_none_or(|company| company.fits(&around))
            {
                found.push((hit.pattern().as_usize(), hit.start()..end));
            }
        }
        let apart = self.apart.found(&flat.text);
        let touches = |span: &Range<usize>| apart.iter().any(|whole| whole.span.start < span.end && span.start < whole.span.end);
        let written = found.len();
        found.extend(self.taken_apart(&lower, &around).into_iter().filter(|(_, span)| !touches(span)));
        let inside = |word: usize, inner: &Range<usize>| {
            // Of "REST and webhooks API" the REST API is put together, and webhooks are a name of their own between its words.
            let is_between = |at: usize, outer: &Range<usize>| {
                at >= written && outer.start < inner.start && inner.end < outer.end && !self.words[word].is_broad
            };
            // "APIs and webhooks" is one name of a skill, and webhooks are another skill's.
            let is_a_side = |at: usize, outer: &Range<usize>| {
                let (before, behind) = (&lower[outer.start..inner.start], &lower[inner.end..outer.end]);
                at < written
                    && !self.words[word].is_broad
                    && (before.ends_with(" and ") && behind.is_empty() || before.is_empty() && behind.starts_with(" and "))
            };
            let holds = |(at, (_, outer)): (usize, &(usize, Range<usize>))| {
                outer.start <= inner.start
                    && inner.end <= outer.end
                    && outer.len() > inner.len()
                    && !is_between(at, outer)
                    && !is_a_side(at, outer)
            };
            found.iter().enumerate().any(holds)
        };
        // What is spoken of as a whole says more than a general word in it: who explains something to stakeholders is not asked to win them.
        let is_less = |word: usize, span: &Range<usize>| inside(word, span) || self.words[word].is_broad && touches(span);
        let outermost = found.iter().filter(|(word, span)| !is_less(*word, span));
        let mut mentions: Vec<Mention> = outermost
            .flat_map(|(word, span)| {
                let span = flat.origin(span);
                let word = &self.words[*word];
                word.skills.iter().map(move |skill| Mention {
                    skill: *skill,
                    is_name: !word.is_broad,
                    is_general: word.is_broad,
                    span: span.clone(),
                })
            })
            .collect();
        let of_parts = |whole: &apart::Found<'_>| {
            let span = flat.origin(&whole.span);
            whole
                .skills
                .iter()
                .map(move |skill| Mention { skill: *skill, is_name: false, is_general: false, span: span.clone() })
                .collect::<Vec<_>>()
        };
        mentions.extend(apart.iter().flat_map(of_parts));
        mentions.sort_by_key(|mention| (mention.span.start, mention.skill));
        mentions.dedup_by(|later, first| later.skill == first.skill && later.span == first.span);
        mentions
    }
}

impl Index<'_> {
    /// Names whose words stand apart: `user and customer interviews`.
    fn taken_apart(&self, lower: &str, around: &str) -> Vec<(usize, Range<usize>)> {
        let known = |phrase: phrase::Phrase| {
            let at = singular_forms(&phrase.text).iter().find_map(|form| self.pairs.get(form).copied())?;
            self.words[at].company.is_none_or(|company| company.fits(around)).then_some((at, phrase.span))
        };
        phrases(lower).into_iter().filter_map(known).collect()
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

/// Words that stand between the others and mean nothing to a name: `review the code`.
const ARTICLES: [&str; 10] = ["the ", "a ", "an ", "our ", "your ", "their ", "its ", "these ", "those ", "this "];

/// Hyphens, slashes and white space become single spaces, and articles between words go: `event-driven`, `CI/CD`, `cross  functional` and
/// `review the code` read like their names.
fn flat(text: &str) -> Flat {
    let mut flat = Flat { text: String::with_capacity(text.len()), from: Vec::with_capacity(text.len() + 1), ties: Vec::new() };
    let mut skipped = 0;
    for (at, letter) in text.char_indices() {
        if at < skipped {
            continue;
        }
        if at > 0 && flat.text.ends_with(' ') {
            skipped = at + article(&text[at..]);
            if at < skipped {
                continue;
            }
        }
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

/// Length of an article and the space behind it; 0 where none stands.
fn article(rest: &str) -> usize {
    ARTICLES.iter().find(|article| rest.starts_with(**article)).map_or(0, |article| article.len())
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

/// An alias in every spelling, and as a verb in the forms that sentences of work use: `interview users`, `interviewing users`.
fn forms(alias: &str) -> Vec<String> {
    let mut forms = spellings(alias);
    let lower = alias.to_lowercase();
    // A word that needs others around it would be free of them in another form.
    if !is_everyday(&lower) && company_of(&lower).is_none() {
        forms.extend(forms.iter().flat_map(|form| inflected(form)).collect::<Vec<_>>());
    }
    forms
}

/// A name of several words without the plural of its last one: `user interviews` is spoken of as "user interview skills", too.
fn singular(alias: &str) -> Option<String> {
    let stem = alias.strip_suffix('s').filter(|stem| !stem.ends_with(['s', 'u', 'i', '\'']) && !stem.contains(char::is_uppercase))?;
    let last = stem.rsplit(' ').next().filter(|last| *last != stem && last.len() > 2)?;
    let singular = stem.strip_suffix("ie").filter(|_| last.len() > 4).map(|stem| format!("{stem}y"));
    Some(singular.unwrap_or_else(|| stem.to_owned()))
}

/// The first word with `-ing` and `-ed`. What is no verb gets forms that nobody writes, and they find nothing.
fn inflected(alias: &str) -> Vec<String> {
    let (verb, rest) = alias.split_at(alias.find(' ').unwrap_or(alias.len()));
    if verb.len() < 4 || !verb.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Vec::new();
    }
    let is_vowel = |letter: u8| b"aeiou".contains(&letter);
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    let mut forms = vec![format!("{stem}ing{rest}"), format!("{stem}ed{rest}")];
    match verb.as_bytes() {
        [.., before, b'y'] if !is_vowel(*before) => {
            forms = vec![format!("{verb}ing{rest}"), format!("{}ied{rest}", &verb[..verb.len() - 1])];
        }
        // "debug", "plan": the last letter is doubled.
        [.., first, vowel, last] if is_vowel(*vowel) && !is_vowel(*first) && !is_vowel(*last) => {
            let last = char::from(*last);
            forms.extend([format!("{verb}{last}ing{rest}"), format!("{verb}{last}ed{rest}")]);
        }
        _ => {}
    }
    forms
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
        Skill { id: id.to_owned(), aliases: aliases.iter().map(|&alias| alias.to_owned()).collect() }
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
            skill("research", &["interview users"]),
            skill("moves", &["migrate", "modify"]),
            skill("faults", &["debug"]),
            skill("apis", &["APIs"]),
            skill("sdks", &["SDK"]),
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
            ("interviewing users and interviewed users", &["research", "research"]),
            ("migrating, migrated, modified", &["moves", "moves", "moves"]),
            ("debugging", &["faults"]),
            ("experience with APIs", &["apis"]),
            ("our APIs serve banks", &[]),
            ("hands-on with APIs", &["apis"]),
            ("an SDK", &["sdks"]),
            ("who installs our SDK", &[]),
            ("interview our users, event and message driven", &["research", "events"]),
            ("GROẞ, event and message driven", &["events"]),
            ("documentation of your APIs, a/b", &["docs"]),
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
