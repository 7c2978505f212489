//! Texts with a meaning: numbers, ranges, priorities.

use super::fields::{Findings, is_placeholder};
use super::meant;
use super::node::{Kind, Node};
use crate::decision::{Estimate, Priority, Written};
use crate::number::{NotRead, Number};
use footbridge_diagnostic::{Diagnostic, nearest};
use std::ops::Range;

/// What an estimate may be.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    /// No value lies below.
    pub(super) least: Number,
    /// No value lies above.
    pub(super) most: Number,
    /// The likely value must be above zero.
    pub(super) above_zero: bool,
    /// May be written with a per cent sign.
    pub(super) percent: bool,
}

/// One number, or three from low over likely to high: `3`, `2 – 3 – 6`, `[2, 3, 6]`. `whose` names it at the beginning of a sentence.
pub(super) fn estimate(node: &Node, whose: &str, bounds: Bounds, findings: &mut Findings<'_>) -> Option<Written<Estimate>> {
    let parts: Vec<(String, Range<usize>)> = match &node.kind {
        Kind::List(items) => items.iter().map(|item| (item.as_text().unwrap_or_default().to_owned(), item.span.clone())).collect(),
        Kind::Text(text) if is_placeholder(text) => {
            findings.error_with_help("decide-unfilled", format!("{whose} is not filled in."), &node.span, HOW);
            return None;
        }
        Kind::Text(text) => split(text).into_iter().map(|part| (part, node.span.clone())).collect(),
        Kind::Empty => {
            findings.error_with_help("decide-unfilled", format!("{whose} has no value."), &node.span, HOW);
            return None;
        }
        Kind::Map(_) => {
            findings.error_with_help("decide-wrong-shape", format!("{whose} should be a number or a range."), &node.span, HOW);
            return None;
        }
    };
    let meant = node.as_text().and_then(meant::range);
    let how = meant.map_or_else(|| HOW.to_owned(), |range| format!("Write `{range}`, with dashes, or with spaces around the hyphens."));
    let mut values = Vec::new();
    for (part, span) in &parts {
        values.push(or_told(number(part, whose, bounds, &how), span, findings)?);
    }
    let estimate = match values[..] {
        [value] => Estimate::exactly(value),
        [low, likely, high] => Estimate::new(low, likely, high),
        _ => {
            let message = format!("{whose} has {} values; a range has three: low, likely and high.", values.len());
            findings.error_with_help("decide-bad-range", message, &node.span, HOW);
            return None;
        }
    };
    if estimate.low > estimate.likely || estimate.likely > estimate.high {
        let message = format!("{whose} is not in order: {} – {} – {}.", estimate.low, estimate.likely, estimate.high);
        findings.error_with_help("decide-bad-range", message, &node.span, "Write the lowest first, then the likely one, then the highest.");
        return None;
    }
    if bounds.above_zero && estimate.likely <= Number::whole(0) {
        findings.error("decide-out-of-bounds", format!("{whose} must be above 0."), &node.span);
        return None;
    }
    Some(Written::new(estimate, node.span.clone()))
}

/// One number that is no estimate. `whose` names it at the beginning of a sentence.
pub(super) fn figure(node: &Node, whose: &str, bounds: Bounds, findings: &mut Findings<'_>) -> Option<Written<Number>> {
    let Some(text) = node.as_text() else {
        findings.error_with_help("decide-wrong-shape", format!("{whose} should be one number."), &node.span, ONE);
        return None;
    };
    if is_placeholder(text) {
        findings.error_with_help("decide-unfilled", format!("{whose} is not filled in."), &node.span, ONE);
        return None;
    }
    or_told(number(text, whose, bounds, ONE), &node.span, findings).map(|number| Written::new(number, node.span.clone()))
}

const ONE: &str = "Write a number, such as `412`.";
const HOW: &str = "Write a number, `3`, or a range from low over likely to high: `2 – 3 – 6`.";

/// At dashes, at hyphens between spaces, and at `..`.
fn split(text: &str) -> Vec<String> {
    let even = text.replace('—', "–").replace(" - ", "–").replace("..", "–");
    even.split('–').map(|part| part.trim().to_owned()).collect()
}

/// What was read; what could not be is told at its place.
fn or_told<T>(read: Result<T, Diagnostic>, span: &Range<usize>, findings: &mut Findings<'_>) -> Option<T> {
    read.map_err(|finding| findings.all.push(finding.at(findings.file, span.clone()))).ok()
}

/// `how` helps where nobody can say which number was meant.
fn number(text: &str, whose: &str, bounds: Bounds, how: &str) -> Result<Number, Diagnostic> {
    let bare = if bounds.percent { text.trim_end_matches('%').trim_end() } else { text };
    let bad = |message: String, help: &str| Err(Diagnostic::error("decide-bad-number", message).help(help));
    match Number::parse(bare) {
        Ok(number) if number < bounds.least || number > bounds.most => {
            let message = format!("{whose} is {number}; it lies between {} and {}.", bounds.least, bounds.most);
            Err(Diagnostic::error("decide-out-of-bounds", message))
        }
        Ok(number) => Ok(number),
        Err(NotRead::NoNumber) => {
            let meant = meant::number(bare).map(|digits| format!("Write `{digits}`, without a unit or marks between its digits."));
            bad(format!("`{text}` is no number, so {} cannot be read.", lower_first(whose)), meant.as_deref().unwrap_or(how))
        }
        Err(NotRead::TooFine) => bad(format!("`{text}` has more than three decimals."), "Round it."),
        Err(NotRead::TooLarge) => bad(format!("`{text}` is larger than 1000000000."), "Count in thousands or millions."),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

pub(super) fn priority(written: &Written<String>, findings: &mut Findings<'_>) -> Option<Written<Priority>> {
    let bare: String = written.value.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
    let bare = bare.trim_end_matches("have").trim_end_matches("thistime").trim_end_matches("have");
    let known =
        Priority::ALL.into_iter().find(|priority| bare == priority.word() || (bare.len() == 1 && priority.word().starts_with(bare)));
    if known.is_none() {
        let help = nearest(bare, Priority::ALL.map(Priority::word))
            .map_or_else(|| "It is `must`, `should`, `could` or `wont`.".to_owned(), |near| format!("Did you mean `{near}`?"));
        findings.error_with_help("decide-bad-priority", format!("`{}` is no priority.", written.value), &written.span, help);
    }
    known.map(|priority| Written::new(priority, written.span.clone()))
}
