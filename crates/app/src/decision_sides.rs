//! What speaks for an option and what against it: where it is better than every other, and where another is better.

use crate::decision_reasons::{figure_name, value_words};
use footbridge_decide::{Factor, Scored};

/// A figure of an option beside the best of all others in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Compared {
    pub(crate) value: usize,
    pub(crate) other: usize,
    /// By how much it is better, in what that adds to the score; below zero where the other is better.
    lead: f64,
}

/// The figure in which an option is furthest ahead of all others; `None` where it is ahead in none.
fn strength(scored: &Scored, option: usize) -> Option<Compared> {
    let own = |found: &Compared| scored.options[option].values[found.value].likely;
    let ahead = compared(scored, option).into_iter().filter(|found| found.lead > 0.0);
    ahead.max_by(|a, b| a.lead.total_cmp(&b.lead).then_with(|| own(a).cmp(&own(b))))
}

/// The figure in which an option is furthest behind another; `None` where it is behind in none.
pub(crate) fn weakness(scored: &Scored, option: usize) -> Option<Compared> {
    compared(scored, option).into_iter().filter(|found| found.lead < 0.0).min_by(|a, b| a.lead.total_cmp(&b.lead))
}

/// What speaks for an option and against it, as a sentence.
pub(crate) fn sides_words(scored: &Scored, option: usize) -> String {
    let told = |found: Compared| format!("{} is {}", figure_name(scored, found.value), value_words(scored, option, found.value));
    let against = |found: Compared| {
        let other = &scored.options[found.other].name;
        format!("{}, against {} of {other}", told(found), value_words(scored, found.other, found.value))
    };
    match (strength(scored, option), weakness(scored, option)) {
        (Some(strength), Some(weakness)) => format!("For it speaks that {}; but {}.", told(strength), against(weakness)),
        (Some(strength), None) => format!("For it speaks that {}; no figure speaks against it.", told(strength)),
        (None, Some(weakness)) => {
            let all = equal(scored, option).map_or_else(
                || "No figure of it is better than all others".to_owned(),
                |equal| format!("All its figures are {equal}: none speaks for it more than another"),
            );
            format!("{all}; against it speaks that {}.", against(weakness))
        }
        (None, None) => "No figure speaks for it or against it: none is better or worse than that of another.".to_owned(),
    }
}

/// Each known figure of an option beside the best that is known of others.
fn compared(scored: &Scored, option: usize) -> Vec<Compared> {
    let against_best = |value: usize| {
        let others = (0..scored.options.len()).filter(|other| *other != option && !scored.is_unknown(*other, value));
        others.map(|other| Compared { value, other, lead: lead(scored, value, option, other) }).min_by(|a, b| a.lead.total_cmp(&b.lead))
    };
    (0..scored.options[option].values.len()).filter(|value| !scored.is_unknown(option, *value)).filter_map(against_best).collect()
}

/// Factors multiply and scores add up, so the one is a ratio and the other a difference.
fn lead(scored: &Scored, value: usize, option: usize, other: usize) -> f64 {
    let likely = |at: usize| scored.options[at].values[value].likely;
    if likely(option) == likely(other) {
        return 0.0;
    }
    let (own, of_other) = (likely(option).as_f64(), likely(other).as_f64());
    match scored.criteria.get(value) {
        Some(criterion) => criterion.weight.likely.as_f64() * (own - of_other),
        None if Factor::ALL[value] == Factor::Effort => (of_other / own).ln(),
        None => (own / of_other).ln(),
    }
}

/// The score that all known figures of an option of a matrix share.
fn equal(scored: &Scored, option: usize) -> Option<String> {
    if scored.criteria.is_empty() {
        return None;
    }
    let mut known = (0..scored.options[option].values.len()).filter(|value| !scored.is_unknown(option, *value));
    let likely = |value: usize| scored.options[option].values[value].likely;
    let first = likely(known.next()?);
    known.all(|value| likely(value) == first).then(|| first.to_string())
}
