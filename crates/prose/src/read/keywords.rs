//! Lists of keywords: the words that join sentences, and no sentence.

use super::phrase;
use crate::text::word_count;
use std::ops::Range;

/// Words that join sentences. Most of the words of a line being such, it is a list of them.
const JOINTS: &[&str] =
    &["because", "but", "cannot", "hence", "however", "reason", "since", "so", "so that", "therefore", "thus", "why", "would"];

/// Further words that say nothing when they stand alone. "Slow, costly, fragile" says something.
const EMPTY_ALONE: &[&str] =
    &["against", "another", "con", "cons", "cost", "costs", "may", "must", "never", "only", "risk", "should", "too"];

/// So many single words in a row may be a list of keywords.
const FEWEST_IN_A_ROW: usize = 3;

/// The text without its lines and rows of keywords.
pub(crate) fn without(text: &str) -> String {
    text.lines().filter(|line| !is_keywords(line)).map(without_rows).collect::<Vec<_>>().join("\n")
}

/// "Redis because but would cost too however": most words only join.
fn is_keywords(line: &str) -> bool {
    let mut joints: Vec<&str> = phrase::all(line, JOINTS).into_iter().map(|(word, _)| word).collect();
    joints.sort_unstable();
    joints.dedup();
    let words = word_count(line);
    // "Since we cannot" joins two times in three words and is a sentence.
    let could_be_a_list = joints.len() >= FEWEST_IN_A_ROW || words < FEWEST_IN_A_ROW;
    could_be_a_list && joints.len() * 2 > words.max(2)
}

/// "A tracing system. Because, but, would, cost": of a row of single words most say nothing alone, so the row goes and the name stays.
fn without_rows(line: &str) -> String {
    let mut kept = String::new();
    for row in clauses(line).chunk_by(|one, next| is_single(&line[one.clone()]) && is_single(&line[next.clone()])) {
        let empty = row.iter().filter(|clause| says_nothing(&line[(*clause).clone()])).count();
        if row.len() < FEWEST_IN_A_ROW || empty * 2 <= row.len() {
            kept.extend(row.iter().map(|clause| &line[clause.clone()]));
        }
    }
    kept
}

fn is_single(clause: &str) -> bool {
    word_count(clause) == 1
}

fn says_nothing(clause: &str) -> bool {
    let word = clause.trim_matches(|c: char| !c.is_alphanumeric());
    phrase::longest_at(word, 0, JOINTS).or_else(|| phrase::longest_at(word, 0, EMPTY_ALONE)) == Some(word.len())
}

/// The stretches of a line that end at a mark before white space, the mark and the space included.
fn clauses(line: &str) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for (at, _) in line.match_indices([',', ';', ':', '.']) {
        let rest = &line[at + 1..];
        let end = at + 1 + (rest.len() - rest.trim_start().len());
        if end > at + 1 || rest.is_empty() {
            clauses.push(start..end);
            start = end;
        }
    }
    if start < line.len() {
        clauses.push(start..line.len());
    }
    clauses
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn only_rows_of_words_that_say_nothing_go() {
        for (text, kept) in [
            ("Kafka. Rejected: slow, costly, fragile.", "Kafka. Rejected: slow, costly, fragile."),
            ("A tracing system. Because, but, would, cost, cannot, too.", "A tracing system. "),
            ("Redis because but would cost too however", ""),
            ("It is late, however, in June.", "It is late, however, in June."),
            ("Since we cannot.", "Since we cannot."),
            ("Because, so.", ""),
            ("It takes 1.5, 2.5 or 3.5 s, because of it.", "It takes 1.5, 2.5 or 3.5 s, because of it."),
            ("one\nwhy, so, hence\ntwo", "one\ntwo"),
        ] {
            assert_eq!(without(text), kept, "{text}");
        }
    }
}
