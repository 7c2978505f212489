//! What is asked for beside what shows it. There is no score: what is proven and what is only mentioned are counted apart, and every line
//! can be read.

use crate::description::{Must, Requirement, lines, sentences};
use crate::lower::same_length_lower;
use crate::skill::{Index, Mention, Skill};
use std::collections::HashMap;
use std::ops::Range;

/// Something that shows what a person can do: a passed exercise, a piece of writing, a line of a résumé.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The caller's id.
    pub id: String,
    /// What a person reads.
    pub title: String,
    /// Ids of the skills it proves.
    pub skills: Vec<String>,
    /// What the person wrote; what is quoted comes from here. Headings, and what the person was given, are left out: they mention nothing.
    pub text: String,
}

/// Something that can be worked to close a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// The caller's id.
    pub id: String,
    /// Ids of the skills it trains.
    pub skills: Vec<String>,
}

/// Requirements with what shows them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// One for each requirement, in their order.
    pub lines: Vec<Line>,
    /// Of what must be.
    pub must: Count,
    /// Of what would be nice.
    pub nice: Count,
    /// Of what is only part of the work.
    pub unclear: Count,
}

/// How many of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Proven by some evidence.
    pub proven: u32,
    /// Named somewhere and proven by nothing.
    pub mentioned: u32,
    /// All that evidence can show.
    pub of: u32,
    /// Beside them, what only the person can judge.
    pub to_judge: u32,
}

/// What stands beside one requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// It is no skill but years, a degree, a place, a language: for the person to judge.
    ByHand,
    /// Something shows it.
    Shown {
        /// The best first, at most three and at least one.
        shown: Vec<Shown>,
        /// As long as nothing proves it: ids of the work that would, in the caller's order.
        closed_by: Vec<String>,
    },
    /// Nothing shows it.
    Gap {
        /// Ids of the work that would close it, in the caller's order.
        closed_by: Vec<String>,
    },
}

/// What shows a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Id of the evidence.
    pub evidence: String,
    /// The sentence that names the skill; the title where none does.
    pub quote: String,
    /// Whether a sentence names it. What nobody can read in the text is overlooked: say it in the piece.
    pub is_named: bool,
    /// Whether the evidence proves the skill, or only names it.
    pub is_proven: bool,
}

/// Most evidence quoted for one requirement.
const MOST_SHOWN: usize = 3;

/// Lays requirements beside evidence. Proof that names the skill comes before proof that does not, and that before a mere mention.
pub fn cover(requirements: &[Requirement], evidence: &[Evidence], work: &[Work], skills: &[Skill]) -> Coverage {
    let index = Index::of(skills);
    let named: Vec<HashMap<&str, &str>> = evidence.iter().map(|evidence| naming_sentences(&index, &evidence.text)).collect();
    let mut coverage = Coverage::default();
    for requirement in requirements {
        let count = match requirement.must {
            Must::Must => &mut coverage.must,
            Must::Nice => &mut coverage.nice,
            Must::Unclear => &mut coverage.unclear,
        };
        let Some(skill) = requirement.skill.as_deref() else {
            count.to_judge += 1;
            coverage.lines.push(Line::ByHand);
            continue;
        };
        let mut shown: Vec<Shown> =
            evidence.iter().zip(&named).filter_map(|(evidence, named)| shown(evidence, named.get(skill).copied(), skill)).collect();
        shown.sort_by_key(|shown| (!shown.is_proven, !shown.is_named));
        // One that names it stands among them: what nobody can read in any text is told.
        if let Some(at) = shown.iter().position(|shown| shown.is_named).filter(|at| *at >= MOST_SHOWN) {
            shown.swap(MOST_SHOWN - 1, at);
        }
        shown.truncate(MOST_SHOWN);
        count.of += 1;
        match shown.first() {
            Some(best) if best.is_proven => count.proven += 1,
            Some(_) => count.mentioned += 1,
            None => {}
        }
        let trains = |work: &&Work| work.skills.iter().any(|trained| trained == skill);
        let is_open = !shown.first().is_some_and(|best| best.is_proven);
        let closed_by = work.iter().filter(|_| is_open).filter(trains).map(|work| work.id.clone()).collect();
        coverage.lines.push(if shown.is_empty() { Line::Gap { closed_by } } else { Line::Shown { shown, closed_by } });
    }
    coverage
}

fn shown(evidence: &Evidence, sentence: Option<&str>, skill: &str) -> Option<Shown> {
    let is_proven = evidence.skills.iter().any(|proven| proven == skill);
    let quote = sentence.or(is_proven.then_some(evidence.title.as_str()))?;
    Some(Shown { evidence: evidence.id.clone(), quote: quote.to_owned(), is_named: sentence.is_some(), is_proven })
}

/// Whether the words are the name of something else: `the Slack of Write the Docs` documents nothing. Nobody writes what they did in capitals
/// around a small article.
fn is_a_title(sentence: &str, span: &Range<usize>) -> bool {
    let words: Vec<&str> = sentence[span.clone()].split_whitespace().collect();
    let (small, other): (Vec<&str>, Vec<&str>) = words.iter().copied().partition(|word| matches!(*word, "the" | "a" | "an"));
    let begins = sentence[..span.start].trim().is_empty();
    !begins && !small.is_empty() && other.len() > 1 && other.iter().all(|word| word.starts_with(char::is_uppercase))
}

/// Whether the words are said not to be: `they do not read changelogs`. Two words further on another thing is meant.
fn is_negated(sentence: &str, span: &Range<usize>) -> bool {
    const MOST_WORDS_BETWEEN: usize = 2;
    const NO: [&str; 6] = ["not", "never", "no", "without", "nobody", "neither"];
    let before = same_length_lower(&sentence[..span.start]);
    let thought = before.rsplit([',', ';', ':', '.', '–', '—', '(']).next().unwrap_or_default();
    let last: Vec<&str> = thought.split_whitespace().rev().take(MOST_WORDS_BETWEEN + 1).collect();
    let is_no = |word: &&str| NO.contains(word) || word.ends_with("n't") || word.ends_with("n’t");
    let only = |word: &&str| matches!(*word, "only" | "just" | "merely");
    last.iter().any(is_no) && !last.iter().any(only)
}

/// Whether the words say what others do: `the people who write API documentation`.
fn is_of_others(sentence: &str, span: &Range<usize>) -> bool {
    const OTHERS: [&str; 8] =
        ["people who ", "those who ", "developers who ", "engineers who ", "customers who ", "users who ", "teams who ", "teams that "];
    const OWN: [&str; 4] = [", ", " i ", " we ", " my "];
    let before = same_length_lower(&sentence[..span.start]);
    let begins = OTHERS.iter().filter_map(|words| before.rfind(words).map(|at| at + words.len())).max();
    begins.is_some_and(|at| !OWN.iter().any(|word| before[at - 1..].contains(word)))
}

/// For each skill the first sentence that names it. What stands in another sentence of a paragraph does not tell what a word means here.
fn naming_sentences<'a>(index: &Index<'a>, text: &'a str) -> HashMap<&'a str, &'a str> {
    let mut named: HashMap<&str, &str> = HashMap::new();
    for line in lines(text) {
        for span in sentences(text, line.span) {
            let sentence = &text[span];
            let shows = |mention: &Mention| {
                let span = &mention.span;
                mention.is_name && !is_a_title(sentence, span) && !is_of_others(sentence, span) && !is_negated(sentence, span)
            };
            for mention in index.mentions(sentence).into_iter().filter(shows) {
                named.entry(&index.skill(mention.skill).id).or_insert(sentence);
            }
        }
    }
    named
}
