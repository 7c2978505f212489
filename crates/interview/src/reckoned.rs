//! Which steps of a strong answer are sums, and the figures that answer them in any words.

use crate::said::Claim;
use crate::transcript::sentences;
use crate::words::{content, contents, is_figure, words};
use crate::{Number, Question};
use footbridge_arithmetic::{ROUNDING, equalities, is_within, numbers};
use std::collections::BTreeSet;

/// A step that begins with one of these is a sum.
const RECKONS: &str = "reckon compute calculate divide multiply solve count sum subtract";

/// From this on nobody says a figure by chance.
const SMALLEST_PRECISE: f64 = 1_000.0;

/// What one sum of the reckoning comes to, and the words that say what it is.
struct Sum {
    value: f64,
    of: BTreeSet<String>,
}

/// The places of the claims that answer a sum by its result, for each step; none for what is no sum, and where no claim says the result.
pub(crate) fn reckoned(question: &Question, claims: &[Claim]) -> Vec<Vec<usize>> {
    let Some(number) = &question.number else { return vec![Vec::new(); question.framework.len()] };
    let given = numbers(&question.ask);
    let results = results(number);
    let sums: Vec<usize> = (0..question.framework.len()).filter(|step| reckons(&question.framework[*step])).collect();
    let alone = if sums.is_empty() { written_as_one(question).or_else(|| nearest(question, &results)) } else { None };
    let result_of = |step: usize| {
        if alone == Some(step) {
            return results.last();
        }
        let nth = sums.iter().position(|sum| *sum == step);
        match nth {
            // The last sum comes to what was asked for, those before it to the results in their order.
            Some(nth) if nth + 1 == sums.len() => results.last(),
            Some(nth) => results.get(nth).filter(|_| nth + 1 < results.len()),
            None => named(&question.framework[step], &results),
        }
    };
    let answer = |step: usize| {
        let result = result_of(step).filter(|result| !given.iter().any(|given| is_within(*given, result.value, 0.0)));
        let Some(result) = result else { return Vec::new() };
        let says = |claim: &Claim| {
            let is_result = |said: f64| is_within(said, result.value, number.tolerance.max(ROUNDING));
            (is_precise(result.value) || is_said_of(claim, &result.of)) && numbers(&claim.quote).into_iter().any(is_result)
        };
        (0..claims.len()).filter(|at| says(&claims[*at])).collect()
    };
    (0..question.framework.len()).map(answer).collect()
}

fn is_precise(value: f64) -> bool {
    value.abs() >= SMALLEST_PRECISE
}

fn is_said_of(claim: &Claim, of: &BTreeSet<String>) -> bool {
    let is_percent = claim.quote.contains('%') && content("percent").is_some_and(|percent| of.contains(&percent));
    is_percent || claim.content.intersection(of).next().is_some()
}

/// Where no step says that it is a sum: the only one that is written as one, or asks for a formula.
fn written_as_one(question: &Question) -> Option<usize> {
    let is_written = |step: &String| step.contains(['×', '÷', '√']) || words(step).iter().any(|word| word == "formula");
    let mut written = question.framework.iter().enumerate().filter(|(_, step)| is_written(step)).map(|(at, _)| at);
    written.next().filter(|_| written.next().is_none())
}

/// Where none is written as one: the step that shares most words with what is to be computed.
fn nearest(question: &Question, results: &[Sum]) -> Option<usize> {
    let of = &results.last()?.of;
    let shared = |step: &String| plain(step).collect::<BTreeSet<_>>().intersection(of).count();
    let steps = question.framework.iter().map(shared).enumerate().rev();
    steps.max_by_key(|(_, shared)| *shared).filter(|(_, shared)| *shared > 1).map(|(step, _)| step)
}

fn reckons(step: &str) -> bool {
    words(step).first().is_some_and(|first| RECKONS.split_ascii_whitespace().any(|known| known == first))
}

/// The result that a step names in front of its colon, as the reckoning does.
fn named<'r>(step: &str, results: &'r [Sum]) -> Option<&'r Sum> {
    let (head, _) = step.split_once(':')?;
    let head: BTreeSet<String> = plain(head).collect();
    results.iter().find(|result| !head.is_empty() && head.is_subset(&result.of))
}

/// The results of the reckoning in their order; the last is what was asked for.
fn results(number: &Number) -> Vec<Sum> {
    let mut found: Vec<Sum> = Vec::new();
    for sentence in sentences(&number.reckoning) {
        for sum in equalities(&sentence, ROUNDING).held {
            found.push(Sum { value: sum.right, of: plain(&sentence).collect() });
        }
    }
    found.retain(|result| !is_within(result.value, number.right, number.tolerance));
    found.push(Sum { value: number.right, of: plain(&number.of).collect() });
    found
}

fn plain(text: &str) -> impl Iterator<Item = String> {
    contents(text).into_iter().filter(|word| !is_figure(word))
}
