//! Words of a description that were put into a résumé instead of evidence. People who read résumés see it, and trust the rest less.

use crate::description::{Kind, Requirement};
use footbridge_diagnostic::Diagnostic;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// A word may stand this often whatever the length.
const OFTEN: usize = 8;
/// More than this share of all words is too much for one.
const SHARE: f64 = 0.025;
/// As many words of the description in a line that says nothing about them are a heap.
const HEAP: usize = 10;
/// As many words in a row are copied, not written.
const COPIED: usize = 9;

/// Everything that looks like stuffing, by place. `file` is the name findings point at. None of it is judged: a finding says what stands
/// there and what to do instead.
pub fn stuffing(resume: &str, requirements: &[Requirement], file: &str) -> Vec<Diagnostic> {
    let words = words(resume);
    let asked: BTreeSet<Vec<String>> = requirements
        .iter()
        .filter(|requirement| requirement.kind == Kind::Skill)
        .map(|requirement| self::words(&requirement.words).into_iter().map(|word| word.lower).collect())
        .collect();
    let mut findings = repeated(&words, &asked, file);
    findings.extend(heaps(resume, &asked, file));
    findings.extend(copied(&words, requirements, file));
    findings.extend(hidden(resume, file));
    findings.sort_by_key(|finding| finding.place.as_ref().map_or(0, |place| place.span.start));
    findings
}

struct Word {
    lower: String,
    span: Range<usize>,
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(begin)) => {
                words.push(Word { lower: text[begin..at].to_lowercase(), span: begin..at });
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn repeated(words: &[Word], asked: &BTreeSet<Vec<String>>, file: &str) -> Vec<Diagnostic> {
    let mut places: BTreeMap<&Vec<String>, Vec<usize>> = BTreeMap::new();
    let longest = asked.iter().map(Vec::len).max().unwrap_or_default();
    for at in 0..words.len() {
        for length in 1..=longest.min(words.len() - at) {
            let run: Vec<String> = words[at..at + length].iter().map(|word| word.lower.clone()).collect();
            if let Some(asked) = asked.get(&run) {
                places.entry(asked).or_default().push(at);
            }
        }
    }
    let too_often = |count: usize, length: usize| count > OFTEN && (count * length) as f64 > SHARE * words.len() as f64;
    places
        .into_iter()
        .filter(|(asked, places)| too_often(places.len(), asked.len()))
        .map(|(asked, places)| {
            let last = places.last().copied().unwrap_or_default();
            let message = format!("“{}” stands {} times among {} words.", asked.join(" "), places.len(), words.len());
            Diagnostic::warning("jobs-stuffing-repeated", message)
                .at(file, words[last].span.start..words[last + asked.len() - 1].span.end)
                .note("A reader notices, and the tenth time shows nothing that the third did not.")
                .help("Keep the two or three lines that show it with a result, and say the others without the word.")
        })
        .collect()
}

/// A line that holds many words of the description and neither a number nor a sentence.
fn heaps(resume: &str, asked: &BTreeSet<Vec<String>>, file: &str) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut start = 0;
    for line in resume.split_inclusive('\n') {
        let words: Vec<String> = words(line).into_iter().map(|word| word.lower).collect();
        let held = asked.iter().filter(|asked| words.windows(asked.len().max(1)).any(|window| window == asked.as_slice()));
        let (count, length) = held.fold((0, 0), |(count, length), asked| (count + 1, length + asked.len()));
        // More than half of the line is words that were asked for: nothing is said about them.
        if count >= HEAP && length * 2 > words.len() {
            let trimmed = line.trim_end().len();
            let message = format!("This line names {count} things that the description asks for and says nothing about them.");
            findings.push(
                Diagnostic::warning("jobs-stuffing-heap", message)
                    .at(file, start..start + trimmed)
                    .note("A list of words shows that the description was read, not that the work was done.")
                    .help("Keep a short list of tools, and show each of the others in a line with what you did and what came of it."),
            );
        }
        start += line.len();
    }
    findings
}

fn copied(words: &[Word], requirements: &[Requirement], file: &str) -> Vec<Diagnostic> {
    let mut runs: HashMap<&[String], ()> = HashMap::new();
    let quotes: Vec<Vec<String>> =
        requirements.iter().map(|requirement| self::words(&requirement.quote).into_iter().map(|word| word.lower).collect()).collect();
    for quote in &quotes {
        runs.extend(quote.windows(COPIED).map(|run| (run, ())));
    }
    let lower: Vec<String> = words.iter().map(|word| word.lower.clone()).collect();
    let mut findings = Vec::new();
    let mut at = 0;
    while at + COPIED <= lower.len() {
        if !runs.contains_key(&lower[at..at + COPIED]) {
            at += 1;
            continue;
        }
        let mut end = at + COPIED;
        while end < lower.len() && runs.contains_key(&lower[end + 1 - COPIED..=end]) {
            end += 1;
        }
        let message = format!("These {} words stand in the description in the same order.", end - at);
        findings.push(
            Diagnostic::warning("jobs-stuffing-copied", message)
                .at(file, words[at].span.start..words[end - 1].span.end)
                .note("Whoever wrote the description recognises it.")
                .help("Say in your own words what you did, with a number."),
        );
        at = end;
    }
    findings
}

/// Letters without width, of which a written text has none, or a few that shape its script.
fn hidden(resume: &str, file: &str) -> Option<Diagnostic> {
    let is_hidden = |letter: char| matches!(letter, '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{e0000}'..='\u{e007f}' | '\u{feff}');
    let mut hidden = resume.char_indices().skip(1).filter(|(_, letter)| is_hidden(*letter));
    let (first, letter) = hidden.next()?;
    let count = hidden.count() + 1;
    (count >= 3).then(|| {
        Diagnostic::warning("jobs-stuffing-hidden", format!("{count} letters that cannot be seen stand in the text."))
            .at(file, first..first + letter.len_utf8())
            .note("They come from copying, or were put there so that nobody sees them.")
            .help("Paste the text as plain text.")
    })
}
