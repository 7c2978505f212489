//! Why the first option of a matrix is first, and how far what is not known could change that, in sentences.

use footbridge_decide::{Changed, Factor, Flip, Lead, Scored, Unknown, spoken};
use footbridge_diagnostic::listed;

/// A part of the lead that is smaller is not told.
const LEAST_PART: f64 = 0.005;

pub(crate) const NOT_KNOWN: &str = "not known";

/// A value of an option as it is read: a range, one number, or that nothing is known.
pub(crate) fn value_words(scored: &Scored, option: usize, value: usize) -> String {
    if scored.is_unknown(option, value) {
        return NOT_KNOWN.to_owned();
    }
    format!("{}{}", scored.options[option].values[value].value, unit(scored, value))
}

/// What a figure is called: a criterion or a factor of RICE.
pub(crate) fn figure_name(scored: &Scored, value: usize) -> &str {
    scored.criteria.get(value).map_or_else(|| Factor::ALL[value].word(), |criterion| criterion.name.as_str())
}

/// What stands behind a figure of an option: confidence is in per cent.
fn unit(scored: &Scored, value: usize) -> &'static str {
    if scored.criteria.is_empty() && Factor::ALL[value] == Factor::Confidence { "\u{202f}%" } else { "" }
}

/// From which value of a figure to which a flip goes.
pub(crate) fn flip_ends(scored: &Scored, flip: &Flip) -> (String, String) {
    let unit = match flip.changed {
        Changed::Weight(_) => "",
        Changed::Value(_, value) => unit(scored, value),
    };
    (format!("{}{unit}", flip.from), format!("{}{unit}", spoken(flip.to)))
}

/// What gives the first its lead over the second, and what takes some of it back.
pub(crate) fn lead_words(scored: &Scored, lead: &Lead) -> Vec<String> {
    let (first, second) = (&scored.options[lead.first].name, &scored.options[lead.second].name);
    let mut parts: Vec<(usize, f64)> = lead.parts.iter().copied().enumerate().filter(|(_, part)| part.abs() >= LEAST_PART).collect();
    parts.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
    let told = |(criterion, part): &(usize, f64)| {
        let values = [lead.first, lead.second].map(|option| value_words(scored, option, *criterion));
        format!("{} from `{}` ({} against {})", spoken(part.abs()), scored.criteria[*criterion].name, values[0], values[1])
    };
    let side = |gains: bool| parts.iter().filter(|(_, part)| (*part > 0.0) == gains).map(told).collect::<Vec<_>>();
    let (gains, losses) = (side(true), side(false));
    let ahead = spoken(lead.parts.iter().sum());
    let mut words = vec![format!("`{first}` is {ahead} ahead of `{second}`: {}.", listed(gains))];
    if !losses.is_empty() {
        words.push(format!("Against it, `{second}` takes back {}.", listed(losses)));
    }
    words
}

/// Where an option could stand, as far as nothing is known of it.
pub(crate) fn unknown_words(scored: &Scored, unknown: &Unknown) -> String {
    let criteria = listed(unknown.criteria.iter().map(|criterion| format!("`{}`", scored.criteria[*criterion].name)));
    let place = if unknown.worst.1 == unknown.best.1 {
        format!("in place {} either way", unknown.best.1)
    } else {
        format!("in place {} to {}", unknown.best.1, unknown.worst.1)
    };
    let (worst, best) = (spoken(unknown.worst.0), spoken(unknown.best.0));
    let is = if unknown.criteria.len() == 1 { "is" } else { "are" };
    format!(
        "{criteria} of `{}` {is} not known: it scores {worst} to {best}, {place}, the others at their likely values.",
        scored.options[unknown.option].name
    )
}

/// Beyond which share of all weights the rival of a flip is first; empty where no weight is changed.
pub(crate) fn wins_words(scored: &Scored, flip: &Flip) -> String {
    let Changed::Weight(criterion) = flip.changed else { return String::new() };
    let rest: f64 = scored.criteria.iter().enumerate().filter(|(at, _)| *at != criterion).map(|(_, of)| of.weight.likely.as_f64()).sum();
    let share = |weight: f64| spoken((weight / (weight + rest) * 1_000.0).round() / 10.0);
    let now = flip.from.as_f64();
    let side = if flip.to > now { "over" } else { "under" };
    format!(
        "`{}` wins if `{}` weighs {side} {}\u{202f}% of the whole; now it weighs {}\u{202f}%.",
        scored.options[flip.rival].name,
        scored.criteria[criterion].name,
        share(flip.to),
        share(now)
    )
}
