//! A number as it is said: `four hundred`, `two and a half million`, `minus one point five`.

use footbridge_diagnostic::nearest;

/// Words that add nothing to a number in front of them.
const HEDGES: [&str; 7] = ["about", "around", "roughly", "approximately", "circa", "some", "nearly"];

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const SCALES: [(&str, f64); 6] = [("thousand", 1e3), ("lakh", 1e5), ("million", 1e6), ("crore", 1e7), ("billion", 1e9), ("trillion", 1e12)];

/// Words of numbers that stand behind digits, too.
const BIG_WORDS: [&str; 4] = ["hundred", "thousand", "million", "billion"];

/// Scales as they are shortened behind digits. A small `m` is as often a minute or a metre.
const SHORT_SCALES: [(&str, f64); 6] = [("k", 1e3), ("K", 1e3), ("M", 1e6), ("mn", 1e6), ("Mio", 1e6), ("bn", 1e9)];

/// Shorter words are too easily the name of a unit: a `line` is no slip of `nine`.
const SHORTEST_SLIP: usize = 5;

/// The number that words say, with or without a unit behind it; `None` for anything else, and for more than one number.
pub(crate) fn number_in_words(text: &str) -> Option<f64> {
    let lower = text.to_lowercase();
    let mut words: Vec<&str> =
        lower.split(|letter: char| letter.is_whitespace() || letter == '-').filter(|word| !word.is_empty()).collect();
    while words.first().is_some_and(|first| HEDGES.contains(first)) {
        words.remove(0);
    }
    let sign = if words.first().is_some_and(|first| ["minus", "negative"].contains(first)) {
        words.remove(0);
        -1.0
    } else {
        1.0
    };
    let (value, unit) = spoken(&words)?;
    let is_one_number = unit.iter().all(|word| {
        Spoken::of(word).is_none() && !is_slip(word, words_of_numbers()) && !word.contains(|letter: char| letter.is_ascii_digit())
    });
    is_one_number.then_some(sign * value)
}

/// What the words behind digits multiply them by, 1 for a unit; `None` when they are no unit: a mistyped `thousand`, or more of the number.
pub(crate) fn scale_behind(words: &str) -> Option<f64> {
    let mut words = words.split_whitespace();
    let Some(first) = words.next() else { return Some(1.0) };
    let lower = first.to_lowercase();
    let short = SHORT_SCALES.iter().find(|(short, _)| *short == first).map(|(_, scale)| *scale);
    let scale = match (short, Spoken::of(&lower)) {
        (Some(scale), _) | (None, Some(Spoken::Scale(scale))) => scale,
        (None, Some(Spoken::Hundred)) => 100.0,
        (None, Some(Spoken::Small(_) | Spoken::Ten(_))) => return None,
        (None, _) => 1.0,
    };
    let is_more = |word: &str| Spoken::of(word).is_some() || is_slip(word, BIG_WORDS);
    let is_unit = !is_slip(&lower, BIG_WORDS) && !words.any(|word| is_more(&word.to_lowercase()));
    is_unit.then_some(scale)
}

/// What a word such as `million` or `millions` multiplies by.
pub(crate) fn scale_of(word: &str) -> Option<f64> {
    SCALES.iter().find(|(known, _)| is_one_or_more(word, known)).map(|(_, scale)| *scale)
}

fn is_one_or_more(word: &str, known: &str) -> bool {
    word == known || word.strip_suffix('s') == Some(known)
}

/// Words of numbers that a slip may be of.
fn words_of_numbers() -> impl Iterator<Item = &'static str> {
    SMALL.into_iter().chain(TENS).chain(BIG_WORDS).filter(|word| word.len() >= SHORTEST_SLIP)
}

/// Whether a word is none of these and nearly one of them.
fn is_slip(word: &str, words: impl IntoIterator<Item = &'static str>) -> bool {
    word.len() >= SHORTEST_SLIP && Spoken::of(word).is_none() && nearest(word, words).is_some()
}

/// What one word says of a number.
#[derive(Clone, Copy, PartialEq)]
enum Spoken {
    /// Below twenty.
    Small(f64),
    Ten(f64),
    Hundred,
    Scale(f64),
    Dozen,
    /// A half, a quarter or a third.
    Part(f64),
}

impl Spoken {
    fn of(word: &str) -> Option<Self> {
        let place = |list: &[&str]| list.iter().position(|known| *known == word).map(|at| at as f64);
        if let Some(small) = place(&SMALL) {
            return Some(Self::Small(small));
        }
        if let Some(ten) = place(&TENS) {
            return Some(Self::Ten((ten + 2.0) * 10.0));
        }
        if let Some(scale) = scale_of(word) {
            return Some(Self::Scale(scale));
        }
        match word {
            "hundred" | "hundreds" => Some(Self::Hundred),
            "dozen" | "dozens" => Some(Self::Dozen),
            "half" | "halves" => Some(Self::Part(0.5)),
            "quarter" | "quarters" => Some(Self::Part(0.25)),
            "third" | "thirds" => Some(Self::Part(1.0 / 3.0)),
            _ => None,
        }
    }
}

/// What was said so far: thousands and more that are done, and what stands before the next scale.
#[derive(Default)]
struct Sum {
    done: f64,
    /// The last scale: the next one is smaller.
    scale: Option<f64>,
    open: Option<f64>,
    /// What may still be added to `open`: below hundred after a hundred, below ten after a ten.
    below: f64,
}

impl Sum {
    /// Takes a word in; `None` when it cannot follow what was said.
    fn take(&mut self, word: Spoken) -> Option<()> {
        let open = self.open;
        match word {
            Spoken::Small(value) | Spoken::Ten(value) => {
                let fits = open.is_none() || (value > 0.0 && value < self.below);
                self.open = fits.then(|| open.unwrap_or(0.0) + value);
                self.below = if matches!(word, Spoken::Ten(_)) { 10.0 } else { 0.0 };
            }
            Spoken::Hundred => {
                self.open = Some(open.unwrap_or(1.0)).filter(|open| *open > 0.0 && *open < 100.0).map(|open| open * 100.0);
                self.below = 100.0;
            }
            Spoken::Dozen => {
                self.open = Some(open.unwrap_or(1.0) * 12.0);
                self.below = 0.0;
            }
            Spoken::Scale(scale) => {
                if self.scale.is_some_and(|last| scale >= last) {
                    return None;
                }
                self.done += open.unwrap_or(1.0) * scale;
                (self.scale, self.open, self.below) = (Some(scale), None, 0.0);
                return Some(());
            }
            Spoken::Part(part) => {
                self.open = Some(open.map_or(part, |open| open * part));
                self.below = 0.0;
            }
        }
        self.open.map(drop)
    }

    fn value(&self) -> f64 {
        self.done + self.open.unwrap_or(0.0)
    }
}

/// The number at the beginning, and the words behind it.
fn spoken<'w>(words: &'w [&'w str]) -> Option<(f64, &'w [&'w str])> {
    let mut sum = Sum::default();
    let mut at = 0;
    let mut said = false;
    while let Some(word) = words.get(at) {
        let next = words.get(at + 1).and_then(|next| Spoken::of(next));
        let behind = words.get(at + 2).and_then(|behind| Spoken::of(behind));
        match (*word, next) {
            // `two and a half million`: a part is added to what stands before it, of a scale that part of the scale.
            ("and", _) if said && matches!(words.get(at + 1), Some(&("a" | "one"))) && matches!(behind, Some(Spoken::Part(_))) => {
                let Some(Spoken::Part(part)) = behind else { return None };
                match (sum.open, sum.scale) {
                    (Some(open), _) => sum.open = Some(open + part),
                    (None, Some(scale)) => sum.open = Some(part * scale),
                    (None, None) => return None,
                }
                at += 3;
                continue;
            }
            ("and", Some(_)) if said => {}
            ("a" | "an", Some(_)) => {}
            // `a quarter of a million`, `half of`.
            ("of", _) if said && sum.done == 0.0 && matches!(words.get(at + 1), Some(&"a")) && matches!(behind, Some(Spoken::Scale(_))) => {
            }
            ("point", Some(Spoken::Small(_))) => {
                let digits = words[at + 1..].iter().map_while(|word| SMALL[..10].iter().position(|digit| digit == word));
                let (mut share, mut length) = (0.1, 0);
                let mut open = sum.open.unwrap_or(0.0);
                for digit in digits {
                    open += digit as f64 * share;
                    share /= 10.0;
                    length += 1;
                }
                (sum.open, sum.below, said) = (Some(open), 0.0, true);
                at += 1 + length;
                continue;
            }
            (word, _) => match Spoken::of(word) {
                Some(word) => {
                    sum.take(word)?;
                    said = true;
                }
                None => break,
            },
        }
        at += 1;
    }
    said.then(|| (sum.value(), &words[at..]))
}

#[cfg(test)]
mod tests {
    use super::number_in_words;

    #[test]
    fn numbers_are_read_as_they_are_said() {
        for (said, means) in [
            ("four hundred", 400.0),
            ("Four hundred ms", 400.0),
            ("a hundred and twenty", 120.0),
            ("two and a half million", 2.5e6),
            ("two million and a half", 2.5e6),
            ("half a million", 5e5),
            ("a quarter of a million users", 2.5e5),
            ("twenty-five percent", 25.0),
            ("one thousand three hundred and eighty-nine", 1_389.0),
            ("three lakh twenty thousand", 320_000.0),
            ("one point five", 1.5),
            ("zero point zero four", 0.04),
            ("minus three", -3.0),
            ("about two dozen", 24.0),
            ("three quarters", 0.75),
            ("one and a half hours", 1.5),
            ("ten", 10.0),
            ("two millions", 2e6),
            ("forty-three thousand users", 43_000.0),
        ] {
            let read = number_in_words(said).unwrap_or(f64::NAN);
            assert!((read - means).abs() < 1e-9, "{said}: {read}");
        }
    }

    #[test]
    fn what_is_no_number_or_several_is_not_read() {
        for said in [
            "rather many",
            "",
            "a",
            "a and c",
            "and",
            "of",
            "point",
            "two or three",
            "one hundred or two",
            "five twenty",
            "two five",
            "half of us or ten",
            "two million three billion",
            "four 5",
        ] {
            assert_eq!(number_in_words(said), None, "{said}");
        }
    }

    #[test]
    fn a_mistyped_last_word_of_a_number_is_no_unit() {
        for slip in [
            "forty three thousnd",
            "four thousand five hunderd",
            "one milion",
            "a hundred and twelv",
            "two thousend calls",
            "four hundredth",
        ] {
            assert_eq!(number_in_words(slip), None, "{slip}");
        }
        for (said, means) in [("forty lines", 40.0), ("three hours", 3.0), ("two thousand milliseconds", 2_000.0), ("ten users", 10.0)] {
            assert_eq!(number_in_words(said), Some(means), "{said}");
        }
    }
}
