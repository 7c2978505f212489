//! How alike two questions are: the cosine between the words with content of what they ask and of how they are answered, rare words weighing
//! more (tf-idf; Salton and Buckley, 1988). It finds the same question in other words, which runs of words do not.

use std::collections::{BTreeMap, BTreeSet};

/// Words that hold a sentence together and say nothing of its matter.
const GRAMMAR: &str = "a an the and or but if of to in on at by for with from as is are was were be been being it its this that these those \
you your they them their we our us i he she his her not no so than then there here what which who whom whose when where how why do does did \
done have has had can could will would should may might must one two three four five into out over under up down off about after before \
between each every all any some more most many much few less least other another same own only also very just per";

const ENDINGS: [&str; 6] = ["ing", "ers", "er", "ed", "es", "s"];

/// Letters that stay when an ending is cut.
const LEAST_STEM: usize = 4;

/// A text as a direction: the numbers of its stems, in order, with their weights; its length is 1.
pub(super) type Direction = Vec<(usize, f64)>;

/// Texts as directions.
pub(super) fn directions<'a>(texts: impl Iterator<Item = Vec<&'a str>>) -> Vec<Direction> {
    let counted: Vec<BTreeMap<String, f64>> = texts.map(|texts| counts(&texts)).collect();
    let mut holds: BTreeMap<&str, f64> = BTreeMap::new();
    for stem in counted.iter().flat_map(BTreeMap::keys) {
        *holds.entry(stem).or_default() += 1.0;
    }
    let all = counted.len() as f64;
    let stems: BTreeMap<&str, (usize, f64)> =
        holds.iter().enumerate().map(|(number, (stem, holds))| (*stem, (number, ((all + 1.0) / (holds + 0.5)).ln()))).collect();
    let direction = |counts: &BTreeMap<String, f64>| {
        let weight = |(stem, count): (&String, &f64)| {
            let (number, rarity) = stems[stem.as_str()];
            (number, (1.0 + count.ln()) * rarity)
        };
        let mut weights: Direction = counts.iter().map(weight).collect();
        let length = weights.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
        weights.iter_mut().for_each(|(_, weight)| *weight /= length);
        weights
    };
    counted.iter().map(direction).collect()
}

/// From 0, nothing in common, to 1, the same words.
pub(super) fn cosine(one: &Direction, other: &Direction) -> f64 {
    let (mut at, mut sum) = (0, 0.0);
    for (stem, weight) in one {
        while other.get(at).is_some_and(|(number, _)| number < stem) {
            at += 1;
        }
        if let Some((number, of_other)) = other.get(at)
            && number == stem
        {
            sum += weight * of_other;
        }
    }
    sum
}

/// Whether a text holds a run of so many words of another. Figures are passed over: a reckoning begins with what is given.
pub(super) fn shares_run(text: &str, other: &str, length: usize) -> bool {
    let spoken = |text: &str| words(text).into_iter().filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())).collect::<Vec<_>>();
    let (text, other) = (spoken(text), spoken(other));
    let runs: BTreeSet<&[String]> = text.windows(length).collect();
    other.windows(length).any(|run| runs.contains(run))
}

fn counts(texts: &[&str]) -> BTreeMap<String, f64> {
    let mut counts = BTreeMap::new();
    for word in texts.iter().flat_map(|text| words(text)) {
        let has_content = word.len() > 1 && word.starts_with(char::is_alphabetic);
        if has_content && !GRAMMAR.split_ascii_whitespace().any(|known| known == word) {
            *counts.entry(stem(&word)).or_default() += 1.0;
        }
    }
    counts
}

fn words(text: &str) -> Vec<String> {
    let bare = text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'').filter(|word| !word.is_empty());
    bare.map(str::to_lowercase).collect()
}

fn stem(word: &str) -> String {
    let cut = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= LEAST_STEM));
    cut.unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{cosine, directions, shares_run};

    #[test]
    fn the_same_question_in_other_words_is_near_and_another_one_far() {
        let texts = [
            vec!["How fast does the error budget burn when 2 % of calls fail?", "Burning the budget: failing calls over allowed failures."],
            vec![
                "Of all calls 2 % fail. Say how quickly this burns the error budget.",
                "Budget burned: failed calls over the allowed ones.",
            ],
            vec!["Two vice presidents want March. What do you tell them?", "Name the date that holds and who waits."],
            vec!["Why do the clocks of a building disagree?", "Drift and correction."],
        ];
        let all = directions(texts.into_iter());
        assert!(cosine(&all[0], &all[1]) > 0.6, "{}", cosine(&all[0], &all[1]));
        assert!(cosine(&all[0], &all[2]) < 0.1, "{}", cosine(&all[0], &all[2]));
        assert!((cosine(&all[3], &all[3]) - 1.0).abs() < 1e-9);
        assert!(cosine(&all[3], &directions(std::iter::once(vec![""]))[0]).abs() < 1e-9);
    }

    #[test]
    fn a_run_of_words_is_found_whatever_its_case_and_punctuation() {
        assert!(shares_run("You would keep one counter for each key, in Redis.", "Keep one counter, for each key", 6));
        assert!(!shares_run("You would keep one counter for each key.", "Keep one counter for every key", 6));
        assert!(!shares_run("short", "short", 6));
        assert!(!shares_run("480 pages at 60 a minute", "480 pages at 60 a minute", 6));
    }
}
