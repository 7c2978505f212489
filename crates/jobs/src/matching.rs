//! What is asked for beside what shows it. There is no score: what is covered is counted, and every line can be read.

use crate::description::{Must, Requirement};
use crate::skill::{Index, Skill};
use std::collections::HashMap;

/// Something that shows what a person can do: a passed exercise, a piece of writing, a line of a résumé.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The caller's id.
    pub id: String,
    /// What a person reads.
    pub title: String,
    /// Ids of the skills it proves.
    pub skills: Vec<String>,
    /// Its text; the lines that are quoted come from here.
    pub text: String,
}

/// Something that can be worked to close a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// The caller's id.
    pub id: String,
    /// What a person reads.
    pub title: String,
    /// Ids of the skills it trains.
    pub skills: Vec<String>,
}

/// Requirements with what shows them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Every requirement that is a skill, in the order of the text.
    pub matched: Vec<Matched>,
    /// Places of the other requirements, for the person to judge: years, degree, place, language.
    pub by_hand: Vec<usize>,
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
    /// Shown by something.
    pub covered: u32,
    /// All.
    pub of: u32,
}

/// One requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// Its place among the requirements.
    pub requirement: usize,
    /// What shows it, the best first, at most three; empty for a gap.
    pub shown: Vec<Shown>,
    /// For a gap, ids of the work that would close it, in the caller's order.
    pub closed_by: Vec<String>,
}

/// What shows a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Id of the evidence.
    pub evidence: String,
    /// The line that names the skill; the title where no line does.
    pub quote: String,
    /// Whether a line names it. What nobody can read in the text is overlooked: say it in the piece.
    pub is_named: bool,
    /// Whether the evidence proves the skill, or only names it.
    pub is_proven: bool,
}

/// Most evidence quoted for one requirement.
const MOST_SHOWN: usize = 3;

/// Lays requirements beside evidence. Proof that names the skill comes before proof that does not, and that before a mere mention.
pub fn cover(requirements: &[Requirement], evidence: &[Evidence], work: &[Work], skills: &[Skill]) -> Coverage {
    let index = Index::of(skills);
    let lines: Vec<HashMap<&str, &str>> = evidence.iter().map(|evidence| naming_lines(&index, &evidence.text)).collect();
    let mut coverage = Coverage::default();
    for (at, requirement) in requirements.iter().enumerate() {
        let Some(skill) = requirement.skill.as_deref() else {
            coverage.by_hand.push(at);
            continue;
        };
        let mut shown: Vec<Shown> =
            evidence.iter().zip(&lines).filter_map(|(evidence, lines)| shown(evidence, lines.get(skill).copied(), skill)).collect();
        shown.sort_by_key(|shown| (!shown.is_proven, !shown.is_named));
        shown.truncate(MOST_SHOWN);
        let count = match requirement.must {
            Must::Must => &mut coverage.must,
            Must::Nice => &mut coverage.nice,
            Must::Unclear => &mut coverage.unclear,
        };
        count.of += 1;
        count.covered += u32::from(!shown.is_empty());
        let trains = |work: &&Work| shown.is_empty() && work.skills.iter().any(|trained| trained == skill);
        let closed_by = work.iter().filter(trains).map(|work| work.id.clone()).collect();
        coverage.matched.push(Matched { requirement: at, shown, closed_by });
    }
    coverage
}

fn shown(evidence: &Evidence, line: Option<&str>, skill: &str) -> Option<Shown> {
    let is_proven = evidence.skills.iter().any(|proven| proven == skill);
    let quote = line.or(is_proven.then_some(evidence.title.as_str()))?;
    Some(Shown { evidence: evidence.id.clone(), quote: quote.to_owned(), is_named: line.is_some(), is_proven })
}

/// For each skill the first line that names it.
fn naming_lines<'a>(index: &Index<'a>, text: &'a str) -> HashMap<&'a str, &'a str> {
    let mut lines: HashMap<&str, &str> = HashMap::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        for mention in index.mentions(line) {
            lines.entry(&index.skill(mention.skill).id).or_insert(line);
        }
    }
    lines
}
