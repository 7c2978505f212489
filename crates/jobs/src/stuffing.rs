//! Words of a description that were put into a résumé instead of evidence. People who read résumés see it, and trust the rest less.

use crate::description::{Kind, Requirement};
use crate::matching::{Coverage, Line};
use footbridge_diagnostic::Diagnostic;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// A word may stand this often whatever the length.
const OFTEN: usize = 8;
/// More than this share of all words is too much for one.
const SHARE: f64 = 0.025;
/// So often in one line is too often, unless the line is long.
const OFTEN_IN_A_LINE: usize = 5;
/// A line is long for a word that is at most this share of it.
const SHARE_OF_A_LINE: f64 = 0.125;
/// So often one behind the other says nothing.
const IN_A_ROW: usize = 3;
/// As many words of the description that stand in lists alone, with nothing that shows them, look like stuffing; fewer are told as advice.
const UNSHOWN: usize = 4;
/// As many short parts one behind the other are a list, whatever they name.
const PARTS_OF_A_LIST: usize = 4;
/// A part of a list has no more words than this.
const WORDS_OF_A_PART: usize = 3;
/// As many words of the description in a line that says nothing about them are a heap.
const HEAP: usize = 10;
/// As many words in a row are copied, not written.
const COPIED: usize = 9;

/// Everything that looks like stuffing, by place. `coverage` says what shows the requirements besides the résumé; `file` is the name
/// findings point at. None of it is judged: a finding says what stands there and what to do instead. What is only advice is no stuffing.
pub fn stuffing(resume: &str, requirements: &[Requirement], coverage: &Coverage, file: &str) -> Vec<Diagnostic> {
    let words = words(resume);
    let skills = || requirements.iter().enumerate().filter(|(_, requirement)| requirement.kind == Kind::Skill);
    let is_shown = |at: &usize| matches!(coverage.lines.get(*at), Some(Line::Shown { .. }));
    let asked: BTreeSet<Vec<String>> = skills().map(|(_, requirement)| lower_words(&requirement.words)).collect();
    let evident = skills().filter(|(at, _)| is_shown(at)).map(|(_, requirement)| lower_words(&requirement.words)).collect();
    let lines = lines(resume, &asked);
    // Of one word, what the whole text says goes before what one line says.
    let mut of_words = repeated_in_a_line(&lines, file);
    of_words.extend(repeated(&words, &asked, file));
    let mut findings: Vec<Diagnostic> = of_words.into_values().collect();
    findings.extend(heaps(&lines, file));
    findings.extend(unshown(&lines, &evident, file));
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

fn lower_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.lower).collect()
}

/// For each of the words asked for, where among these it begins.
fn places<'a>(words: &[Word], asked: &'a BTreeSet<Vec<String>>) -> BTreeMap<&'a Vec<String>, Vec<usize>> {
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
    places
}

fn repeated<'a>(words: &[Word], asked: &'a BTreeSet<Vec<String>>, file: &str) -> BTreeMap<&'a Vec<String>, Diagnostic> {
    let too_often = |count: usize, length: usize| count > OFTEN && (count * length) as f64 > SHARE * words.len() as f64;
    places(words, asked)
        .into_iter()
        .filter(|(asked, places)| too_often(places.len(), asked.len()))
        .map(|(asked, places)| {
            let last = places.last().copied().unwrap_or_default();
            let message = format!("“{}” stands {} times among {} words.", asked.join(" "), places.len(), words.len());
            let finding = Diagnostic::warning("jobs-stuffing-repeated", message)
                .at(file, words[last].span.start..words[last + asked.len() - 1].span.end)
                .note("A reader notices, and the tenth time shows nothing that the third did not.")
                .help("Keep the two or three lines that show it with a result, and say the others without the word.");
            (asked, finding)
        })
        .collect()
}

/// A line of the résumé, and the words of the description in it.
struct Named<'a> {
    /// Without the white space behind it.
    span: Range<usize>,
    words: Vec<Word>,
    /// How many words stand behind a label such as `Skills:`; all where none stands.
    behind_label: usize,
    /// Whether it names one thing behind the other: `Skills: REST, on-call, PRDs, SQL`.
    is_enumeration: bool,
    /// For each, the words of the line at which it begins.
    asked: BTreeMap<&'a Vec<String>, Vec<usize>>,
}

impl Named<'_> {
    /// It only names things, or more than half of it is words that were asked for: nothing is said about them.
    fn is_list(&self) -> bool {
        self.is_enumeration || self.asked_for_most()
    }

    fn asked_for_most(&self) -> bool {
        self.asked.iter().map(|(asked, places)| asked.len() * places.len()).sum::<usize>() * 2 > self.behind_label
    }

    fn is_heap(&self) -> bool {
        self.asked_for_most() && self.asked.len() >= HEAP
    }
}

fn lines<'a>(resume: &str, asked: &'a BTreeSet<Vec<String>>) -> Vec<Named<'a>> {
    let mut start = 0;
    let read = |line: &str| {
        let span = start..start + line.trim_end().len();
        start += line.len();
        let of_line = words(line);
        let words: Vec<Word> =
            of_line.into_iter().map(|word| Word { span: span.start + word.span.start..span.start + word.span.end, ..word }).collect();
        Named {
            span,
            asked: places(&words, asked),
            words,
            behind_label: lower_words(behind_label(line)).len(),
            is_enumeration: is_enumeration(line),
        }
    };
    resume.split_inclusive('\n').map(read).collect()
}

fn behind_label(line: &str) -> &str {
    line.split_once(':').map_or(line, |(_, behind)| behind)
}

fn is_enumeration(line: &str) -> bool {
    let parts: Vec<&str> =
        behind_label(line).split([',', ';', '|', '•', '·']).filter(|part| part.contains(char::is_alphanumeric)).collect();
    let is_short = |part: &&str| part.split_whitespace().count() <= WORDS_OF_A_PART;
    let deeds = parts.iter().filter(|part| tells_a_deed(part)).count();
    parts.len() >= PARTS_OF_A_LIST && parts.iter().all(is_short) && deeds * 2 <= parts.len()
}

/// Whether a part of a line says that something was done: `fixed Kafka`. A word alone, or one that only praises what follows, does not.
fn tells_a_deed(part: &str) -> bool {
    const DONE: [&str; 30] = [
        "began", "bought", "brought", "built", "cut", "did", "drew", "drove", "found", "gave", "grew", "held", "kept", "led", "made",
        "met", "put", "ran", "read", "rebuilt", "rewrote", "sent", "set", "sold", "spoke", "taught", "took", "won", "wrote", "sped",
    ];
    const PRAISES: [&str; 12] = [
        "advanced",
        "applied",
        "automated",
        "certified",
        "distributed",
        "embedded",
        "experienced",
        "hosted",
        "managed",
        "related",
        "skilled",
        "versioned",
    ];
    let lower = part.trim().to_lowercase();
    let mut words = lower.split_whitespace().skip_while(|word| matches!(*word, "and" | "then" | "i"));
    let first = words.next().unwrap_or_default();
    words.next().is_some() && (DONE.contains(&first) || first.ends_with("ed") && !first.contains('-') && !PRAISES.contains(&first))
}

/// One word many times in one line, or several times one behind the other.
fn repeated_in_a_line<'a>(lines: &[Named<'a>], file: &str) -> BTreeMap<&'a Vec<String>, Diagnostic> {
    let in_a_row = |asked: &Vec<String>, places: &[usize]| {
        places.windows(IN_A_ROW).any(|run| run.windows(2).all(|pair| pair[1] == pair[0] + asked.len()))
    };
    let too_often = |line: &Named<'_>, asked: &Vec<String>, places: &[usize]| {
        let share = (places.len() * asked.len()) as f64 / line.words.len() as f64;
        in_a_row(asked, places) || places.len() >= OFTEN_IN_A_LINE && share > SHARE_OF_A_LINE
    };
    let mut told: BTreeMap<&Vec<String>, Diagnostic> = BTreeMap::new();
    for line in lines {
        for (asked, places) in line.asked.iter().filter(|(asked, places)| too_often(line, asked, places)) {
            told.entry(asked).or_insert_with(|| {
                let message = format!("“{}” stands {} times in this line.", asked.join(" "), places.len());
                Diagnostic::warning("jobs-stuffing-repeated", message)
                    .at(file, line.span.clone())
                    .note("A reader notices, and the tenth time shows nothing that the third did not.")
                    .help("Say it once, with what you did and what came of it.")
            });
        }
    }
    told
}

/// Lines that hold many words of the description and neither a number nor a sentence.
fn heaps(lines: &[Named<'_>], file: &str) -> Vec<Diagnostic> {
    let told = |line: &Named<'_>| {
        let message = format!("This line names {} things that the description asks for and says nothing about them.", line.asked.len());
        Diagnostic::warning("jobs-stuffing-heap", message)
            .at(file, line.span.clone())
            .note("A list of words shows that the description was read, not that the work was done.")
            .help("Keep a short list of tools, and show each of the others in a line with what you did and what came of it.")
    };
    lines.iter().filter(|line| line.is_heap()).map(told).collect()
}

/// Words of the description that stand in lists alone, and that neither another line of the résumé nor anything else shows.
fn unshown(lines: &[Named<'_>], evident: &BTreeSet<Vec<String>>, file: &str) -> Option<Diagnostic> {
    let of = |is_meant: fn(&Named<'_>) -> bool| -> BTreeSet<&Vec<String>> {
        lines.iter().filter(|line| is_meant(line)).flat_map(|line| line.asked.keys().copied()).collect()
    };
    let listed = of(|line| line.is_list() && !line.is_heap());
    let said = of(|line| !line.is_list());
    let bare: BTreeSet<&Vec<String>> = listed.iter().copied().filter(|asked| !said.contains(asked) && !evident.contains(*asked)).collect();
    let line = lines.iter().find(|line| line.is_list() && line.asked.keys().any(|asked| bare.contains(asked)))?;
    let names = footbridge_diagnostic::listed(bare.iter().map(|asked| format!("“{}”", asked.join(" "))));
    let are = if bare.len() == 1 { "is" } else { "are" };
    let them = if bare.len() == 1 { "it" } else { "them" };
    let message =
        format!("{names} {are} asked for and only listed: no line says what you did with {them}, and no evidence of yours shows {them}.");
    let looks_like_stuffing = bare.len() >= UNSHOWN && bare.len() * 2 > listed.len();
    let finding = if looks_like_stuffing {
        Diagnostic::warning("jobs-stuffing-unshown", message)
            .note("A list of words shows that the description was read, not that the work was done.")
    } else {
        Diagnostic::advice("jobs-only-listed", message)
            .note("A short list of tools is no stuffing; what nobody can see in it is overlooked.")
    };
    let help = "Show each that you know in a line with what you did and what came of it, and leave out the others. The list of what is not shown yet names the work that proves each word.";
    Some(finding.at(file, line.span.clone()).help(help))
}

fn copied(words: &[Word], requirements: &[Requirement], file: &str) -> Vec<Diagnostic> {
    let mut runs: HashMap<&[String], ()> = HashMap::new();
    let quotes: Vec<Vec<String>> = requirements.iter().map(|requirement| lower_words(&requirement.quote)).collect();
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
