use super::fields::Fields;
use super::formula::{Condition, Count, Formula};
use super::rule::Hit;
use super::texts::{TextKind, Texts};
use crate::text::word_count;

/// A number reckoned from the whole document, and when it is too high or too low.
#[derive(Debug)]
pub(super) struct Metric {
    formula: Formula,
    condition: Condition,
}

/// Words with more letters are long.
const LONG: usize = 6;

/// Endings that make a word longer and not harder.
const ENDINGS: [&str; 3] = ["es", "ed", "ing"];

impl Metric {
    pub(super) fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (formula, condition) = (fields.text("formula").unwrap_or_default(), fields.text("condition").unwrap_or_default());
        let read = Formula::read(&formula).and_then(|formula| Ok(Self { formula, condition: Condition::read(&condition)? }));
        match read {
            Ok(metric) => Some(metric),
            Err(why) => {
                fields.advice("vale-unsupported", "formula", format!("{why} The rule is passed over."));
                None
            }
        }
    }

    pub(super) fn find(&self, texts: &Texts) -> Vec<Hit> {
        let counts = Counts::of(texts);
        let value = self.formula.value(&|count| counts.of_kind(count));
        let is_hit = counts.words > 0.0 && value.is_finite() && self.condition.holds(value);
        if is_hit { vec![Hit { span: 0..0, words: vec![format!("{value:.2}")] }] } else { Vec::new() }
    }
}

#[derive(Default)]
struct Counts {
    words: f64,
    sentences: f64,
    characters: f64,
    paragraphs: f64,
    syllables: f64,
    long_words: f64,
    complex_words: f64,
    polysyllabic_words: f64,
    headings: [f64; 6],
    quotes: f64,
    lists: f64,
    code_blocks: f64,
}

impl Counts {
    fn of(texts: &Texts) -> Self {
        let mut counts = Self { lists: texts.lists as f64, code_blocks: texts.code_blocks as f64, ..Self::default() };
        for text in &texts.all {
            match text.kind {
                TextKind::Heading(level) => {
                    counts.headings[usize::from(level.clamp(1, 6)) - 1] += 1.0;
                    continue;
                }
                TextKind::Quote => counts.quotes += 1.0,
                TextKind::Paragraph => counts.paragraphs += 1.0,
                TextKind::ListItem | TextKind::Cell => {}
            }
            counts.sentences += text.sentences.len() as f64;
            counts.words += word_count(&text.text) as f64;
            for word in
                text.text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| word.contains(char::is_alphanumeric))
            {
                counts.take(word);
            }
        }
        counts
    }

    fn take(&mut self, word: &str) {
        let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
        let syllables = syllables(word);
        self.characters += letters as f64;
        self.syllables += syllables as f64;
        self.long_words += f64::from(u8::from(letters > LONG));
        self.polysyllabic_words += f64::from(u8::from(syllables > 2));
        let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
        self.complex_words += f64::from(u8::from(syllables > 2 && self::syllables(stem) > 2));
    }

    fn of_kind(&self, count: Count) -> f64 {
        match count {
            Count::Words => self.words,
            Count::Sentences => self.sentences,
            Count::Characters => self.characters,
            Count::Paragraphs => self.paragraphs,
            Count::Syllables => self.syllables,
            Count::LongWords => self.long_words,
            Count::ComplexWords => self.complex_words,
            Count::PolysyllabicWords => self.polysyllabic_words,
            Count::Quotes => self.quotes,
            Count::Lists => self.lists,
            Count::CodeBlocks => self.code_blocks,
            Count::Headings(level) => self.headings.get(level).copied().unwrap_or(0.0),
        }
    }
}

/// Groups of vowels, without a silent e at the end; at least one.
fn syllables(word: &str) -> usize {
    let lower = word.to_lowercase();
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut count = 0;
    let mut inside = false;
    for c in lower.chars() {
        count += usize::from(is_vowel(c) && !inside);
        inside = is_vowel(c);
    }
    let silent = lower.ends_with('e') && !lower.ends_with("le") && count > 1;
    (count - usize::from(silent)).max(1)
}
