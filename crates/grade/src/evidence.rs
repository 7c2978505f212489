//! What a figure rests on: words that stand in the material, and sums that add up.

use crate::decide_spec::WeakSpec;
use crate::material::{Material, is_same, numbers, quotes, told, with_shares};
use footbridge_arithmetic::{Equalities, ROUNDING as SIDES_ROUND, equalities};
use footbridge_decide::{Estimate, Number, Written};
use footbridge_diagnostic::{Diagnostic, counted, upper_first};
use std::collections::BTreeMap;
use std::ops::Range;

/// So many figures may rest on the same words.
const MOST_FOR_ONE_QUOTE: usize = 4;

/// Fewest words of a quote; one that holds a number may have one less.
const FEWEST_WORDS: usize = 3;

/// How far a sum may lie from the figure that is taken from it, as a share: rounding.
const ROUNDING: f64 = 0.01;

/// Numbers that convert units, whatever the brief says of them: halves and quarters, months, weeks, days, hours, minutes, per cent, thousands.
const CONVERSIONS: [f64; 14] = [0.25, 0.5, 1.0, 3.0, 4.0, 5.0, 7.0, 12.0, 24.0, 60.0, 100.0, 365.0, 1_000.0, 1_000_000.0];

/// One figure and the text beside it.
pub(crate) struct Cited<'a> {
    /// In the middle of a sentence: "the reach of `Sandbox`".
    pub(crate) whose: String,
    /// Where the figure stands.
    pub(crate) at: Range<usize>,
    /// The figure itself, where its likely value must come from the material.
    pub(crate) estimate: Option<&'a Estimate>,
    /// What it rests on.
    pub(crate) text: Option<&'a Written<String>>,
}

/// Looks evidence up, figure by figure.
pub(crate) struct Evidence<'m> {
    material: &'m Material,
    answer: &'m str,
    file: &'m str,
    /// How many figures rest on each quote.
    used: BTreeMap<String, usize>,
    /// Figures whose words stand in the material.
    pub(crate) cited: usize,
    /// Where figures stand whose evidence is at fault.
    pub(crate) faulty: Vec<Range<usize>>,
    pub(crate) found: Vec<Diagnostic>,
}

impl<'m> Evidence<'m> {
    pub(crate) fn new(material: &'m Material, answer: &'m str, file: &'m str) -> Self {
        Self { material, answer, file, used: BTreeMap::new(), cited: 0, faulty: Vec::new(), found: Vec::new() }
    }

    pub(crate) fn say(&mut self, finding: Diagnostic, span: &Range<usize>) {
        self.found.push(finding.at(self.file, span.clone()));
    }

    /// One figure: it cites, what it cites is there, and what it reckons adds up.
    pub(crate) fn of_figure(&mut self, cited: &Cited<'_>) {
        let before = self.found.len();
        self.look_up(cited);
        if self.found.len() > before {
            self.faulty.push(cited.at.clone());
        }
    }

    fn look_up(&mut self, cited: &Cited<'_>) {
        let Some(text) = cited.text else {
            let message = format!("Nothing is cited for {}.", cited.whose);
            let help = "Write under `evidence` (for a weight: `why`) the words of the material that it rests on, between quotation marks.";
            return self.say(Diagnostic::error("decide-no-evidence", message).help(help), &cited.at);
        };
        if !self.quotes_stand(text, &cited.whose) {
            return;
        }
        if self.sums_hold(text, cited) {
            self.cited += 1;
        }
        for (_, quote) in self.cites(text) {
            let uses = self.used.entry(plain(quote)).or_default();
            *uses += 1;
            if *uses == MOST_FOR_ONE_QUOTE + 1 {
                let message = format!("More than {MOST_FOR_ONE_QUOTE} figures rest on the same words: “{quote}”.");
                let help = "Look in the material for what each figure rests on, or say in `not_known` that nothing does.";
                self.say(Diagnostic::error("decide-quote-for-everything", message).help(help), &text.span);
            }
        }
    }

    /// The quotes of a text; a text without quotation marks that stands in the material is one as a whole.
    fn cites<'t>(&self, text: &'t str) -> Vec<(Range<usize>, &'t str)> {
        let cited = quotes(text);
        if cited.is_empty() && self.material.holds(text) { vec![(0..text.len(), text)] } else { cited }
    }

    /// Whether a text quotes, and every quote is long enough and stands in the material. What is wrong is told.
    pub(crate) fn quotes_stand(&mut self, text: &Written<String>, whose: &str) -> bool {
        let cited = self.cites(text);
        if cited.is_empty() {
            let message = format!("What is said for {whose} quotes nothing of the material.");
            let help = "Put the words it rests on between quotation marks, exactly as they stand there.";
            self.say(Diagnostic::error("decide-no-evidence", message).help(help), &text.span);
            return false;
        }
        let mut stand = true;
        for (place, quote) in cited {
            let words = quote.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            let is_short = words + usize::from(!numbers(quote).is_empty()) < FEWEST_WORDS;
            let finding = if !self.material.holds(quote) {
                let message = format!("“{quote}”, cited for {whose}, does not stand in the material.");
                let finding = Diagnostic::error("decide-quote-not-found", message);
                match self.material.nearest(quote) {
                    Some(line) => finding.note(format!("Nearest to it stands: “{line}”")),
                    None => finding.help("Quote words exactly as they stand there; `…` may leave some out."),
                }
            } else if is_short {
                let message = format!("“{quote}”, cited for {whose}, is too short to say what it is about.");
                Diagnostic::error("decide-quote-too-short", message).help("Quote three words or more, or two with a number.")
            } else {
                continue;
            };
            stand = false;
            let span = self.inside(text, &place);
            self.say(finding, &span);
        }
        stand
    }

    /// The bytes of a part of a text in the file; the whole text where it was written with escapes or over several lines.
    fn inside(&self, text: &Written<String>, part: &Range<usize>) -> Range<usize> {
        let written = self.answer.get(text.span.clone()).unwrap_or_default();
        match text.value.get(part.clone()).and_then(|part| Some((written.find(part)?, part.len()))) {
            Some((at, length)) => text.span.start + at..text.span.start + at + length,
            None => text.span.clone(),
        }
    }

    /// Whether the sums of a text add up, all numbers of it are known, and they give the figure.
    fn sums_hold(&mut self, text: &Written<String>, cited: &Cited<'_>) -> bool {
        let before = self.found.len();
        let Equalities { held, wrong, .. } = equalities(&with_shares(text), SIDES_ROUND);
        for sum in &wrong {
            let message = format!("`{}` does not add up: the left side gives {}.", sum.quote, told(rounded(sum.left)));
            self.say(Diagnostic::error("decide-sum-wrong", message).help(format!("Reckon {} again.", cited.whose)), &text.span);
        }
        let results: Vec<f64> = held.iter().chain(&wrong).map(|sum| sum.right).collect();
        let is_result = |number: f64| results.iter().any(|result| (number - result).abs() <= ROUNDING * result.abs());
        let cites = self.cites(text);
        let in_quotes: Vec<f64> = cites.iter().flat_map(|(_, quote)| numbers(quote)).map(|(_, number)| number).collect();
        let shares: Vec<f64> = cites.iter().flat_map(|(_, quote)| shares(quote)).collect();
        let own =
            cited.estimate.map_or_else(Vec::new, |estimate| [estimate.low, estimate.likely, estimate.high].map(Number::as_f64).to_vec());
        let is_own = |number: f64| own.iter().any(|own| is_same(*own, number));
        for (place, number) in numbers(text) {
            let is_quoted = cites.iter().any(|(quote, _)| quote.contains(&place.start));
            let is_known = is_quoted
                || self.material.has_number(number)
                || is_result(number)
                || is_own(number)
                || shares.iter().any(|share| is_same(*share, number))
                || CONVERSIONS.iter().any(|known| is_same(*known, number));
            if !is_known {
                let message =
                    format!("{} is reckoned with {}, which stands nowhere in the material.", upper_first(&cited.whose), told(number));
                let span = self.inside(text, &place);
                self.say(
                    Diagnostic::error("decide-number-from-nowhere", message).help("Cite where it comes from, or leave it out."),
                    &span,
                );
            }
        }
        let Some(likely) = cited.estimate.map(|estimate| estimate.likely.as_f64()) else { return self.found.len() == before };
        if self.found.len() == before && !is_result(likely) && !in_quotes.iter().any(|quoted| is_same(*quoted, likely)) {
            let message = format!("{} is {}, and nothing that is cited for it gives that.", upper_first(&cited.whose), told(likely));
            let help = "Quote the words that hold the number, or reckon it from them: `“114 a month”; 114 × 3 = 342`.";
            self.say(Diagnostic::error("decide-number-from-nowhere", message).help(help), &cited.at);
        }
        self.found.len() == before
    }

    /// Confidence above 50 % rests on more than what somebody says, and 100 % on something counted.
    pub(crate) fn of_confidence(&mut self, cited: &Cited<'_>, value: &Written<Estimate>, weak: &[WeakSpec]) {
        let Some(text) = cited.text else { return };
        let cites = self.cites(text);
        if value.likely <= Number::whole(50) || cites.is_empty() || !cites.iter().all(|(_, quote)| self.material.holds(quote)) {
            return;
        }
        let weakness = |quote: &str| {
            let is_within =
                |weak: &&WeakSpec| plain(weak.quote.as_ref()).contains(&plain(quote)) || plain(quote).contains(&plain(weak.quote.as_ref()));
            weak.iter().find(is_within)
        };
        let of_all: Option<Vec<&WeakSpec>> = cites.iter().map(|(_, quote)| weakness(quote)).collect();
        let message = format!("{} is {}\u{202f}%, which what is cited for it does not carry.", upper_first(&cited.whose), value.likely);
        if let Some(first) = of_all.and_then(|weak| weak.first().copied()) {
            let help = "Write 50 %, or cite something that was counted or tried.";
            self.say(Diagnostic::error("decide-confidence-unearned", message).note(first.says.clone()).help(help), &value.span);
        } else if value.likely == Number::whole(100) && !cites.iter().any(|(_, quote)| !numbers(quote).is_empty()) {
            let note = "100 % stands for something that was counted, and no number is cited.";
            let help = "Write 80 % or less, or cite the count.";
            self.say(Diagnostic::error("decide-confidence-unearned", message).note(note).help(help), &value.span);
        }
    }

    /// A text in the writer's own words: long enough, and every quote in it stands in the material.
    pub(crate) fn own_words(&mut self, text: &Written<String>, what: &str, fewest: usize) {
        let words = text.split_whitespace().count();
        if words < fewest {
            let message = format!("{} has {}.", upper_first(what), counted(words, "word", "words"));
            self.say(Diagnostic::error("decide-too-short", message).help(format!("{fewest} words are the least that say it.")), &text.span);
        } else if !quotes(text).is_empty() {
            self.quotes_stand(text, what);
        }
    }

    /// Whether a text is nothing but words of the material.
    pub(crate) fn is_of_the_material(&self, text: &str) -> bool {
        self.material.holds(text)
    }
}

/// What a quoted `20 %` may be written as in a sum: 0.2, and what is left of the whole, 0.8 and 80.
fn shares(quote: &str) -> Vec<f64> {
    let is_percent = |place: &Range<usize>| quote[place.end..].trim_start().starts_with('%');
    let percents = numbers(quote).into_iter().filter(|(place, _)| is_percent(place));
    percents.flat_map(|(_, percent)| [percent / 100.0, 1.0 - percent / 100.0, 100.0 - percent]).collect()
}

fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

/// Letters and digits in lower case, words parted by one space.
fn plain(text: &str) -> String {
    let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.join(" ")
}
