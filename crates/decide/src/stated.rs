//! Whether what the writer says of the figures is what they give: order, sums, flip, locked weights.

use crate::analysis::{Analysis, Ranked};
use crate::decision::{Decision, Factor, Method, MoscowItem, Priority, Scored, Stated, StatedFigure, StatedFlip, Written};
use crate::flip::{Changed, scores_at};
use crate::moscow::Capacity;
use crate::number::{Number, spoken};
use crate::rank::Formula;
use crate::seal::seal;
use footbridge_diagnostic::{Diagnostic, counted, listed, nearest};
use std::ops::Range;

/// How far a stated flip may lie from the exact one, as a share of it: what rounding to two digits leaves.
const ROUNDING: f64 = 0.02;

pub(crate) fn check(decision: &Decision, analysis: &Analysis) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut say = |finding: Diagnostic, span: &Range<usize>| found.push(finding.at(&decision.file, span.clone()));
    match (&decision.method, analysis) {
        (Method::Rice(scored), Analysis::Ranked(ranked)) => {
            of_scored(&Of { formula: Formula::Rice, scored, ranked }, &decision.stated, &mut say);
        }
        (Method::Matrix(scored), Analysis::Ranked(ranked)) => {
            of_scored(&Of { formula: Formula::Matrix, scored, ranked }, &decision.stated, &mut say);
            locked(scored, &decision.stated, &mut say);
        }
        (Method::Moscow { items, capacity, unit, .. }, Analysis::Capacity(analysis)) => {
            sums(unit, analysis, &decision.stated, &mut say);
            if let (Some(flip), Some(capacity)) = (&decision.stated.flip, capacity) {
                fits(items, capacity.likely, flip, &mut say);
            }
        }
        (Method::Rice(_) | Method::Matrix(_), Analysis::Capacity(_)) | (Method::Moscow { .. }, Analysis::Ranked(_)) => {}
    }
    found
}

struct Of<'a> {
    formula: Formula,
    scored: &'a Scored,
    ranked: &'a Ranked,
}

impl Of<'_> {
    fn option(&self, name: &str) -> Option<usize> {
        self.scored.options.iter().position(|option| same(&option.name, name))
    }

    fn unknown_option(&self, name: &str) -> Diagnostic {
        let names = || self.scored.options.iter().map(|option| option.name.as_str());
        unknown("decide-unknown-option", "option", name, &names().collect::<Vec<_>>())
    }
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn unknown(code: &str, what: &str, name: &str, names: &[&str]) -> Diagnostic {
    let help = nearest(name, names.iter().copied()).map_or_else(
        || format!("There are {}.", listed(names.iter().map(|name| format!("`{name}`")))),
        |near| format!("Did you mean `{near}`?"),
    );
    Diagnostic::error(code, format!("There is no {what} `{name}`.")).help(help)
}

fn of_scored(of: &Of<'_>, stated: &Stated, say: &mut impl FnMut(Diagnostic, &Range<usize>)) {
    ranking(of, &stated.ranking, say);
    if let Some(flip) = &stated.flip {
        level(of, flip, say);
    }
}

fn ranking(of: &Of<'_>, ranking: &[Written<String>], say: &mut impl FnMut(Diagnostic, &Range<usize>)) {
    if ranking.is_empty() {
        return;
    }
    let mut order: Vec<(usize, &Written<String>)> = Vec::new();
    for name in ranking {
        match of.option(name) {
            None => say(of.unknown_option(name), &name.span),
            Some(option) if order.iter().any(|(seen, _)| *seen == option) => {
                say(Diagnostic::error("decide-ranking-twice", format!("`{name}` stands twice in the ranking.")), &name.span);
            }
            Some(option) => order.push((option, name)),
        }
    }
    let left_out: Vec<String> = (0..of.scored.options.len())
        .filter(|option| !order.iter().any(|(listed, _)| listed == option))
        .map(|option| format!("`{}`", of.scored.options[option].name))
        .collect();
    if !left_out.is_empty() {
        let message = format!("The ranking leaves out {}.", listed(left_out));
        say(Diagnostic::error("decide-ranking-incomplete", message).help("Name every option, best first."), &ranking[0].span);
    }
    let wrong = order.windows(2).find(|pair| of.ranked.standings[pair[0].0].place > of.ranked.standings[pair[1].0].place);
    if let Some([(before, _), (after, name)]) = wrong {
        let score = |option: usize| spoken(of.ranked.standings[option].score);
        let message = format!(
            "The ranking puts `{}` before `{name}`; the figures give {} and {}.",
            of.scored.options[*before].name,
            score(*before),
            score(*after)
        );
        let help = "The ranking says what the figures give. If you decide otherwise, keep it and say so in `choice` and `because`.";
        say(Diagnostic::error("decide-ranking-differs", message).help(help), &name.span);
    }
}

/// Which input a stated flip means.
fn input(of: &Of<'_>, flip: &StatedFlip) -> Result<Changed, (Diagnostic, Range<usize>)> {
    let criteria: Vec<&str> = of.scored.criteria.iter().map(|criterion| criterion.name.as_str()).collect();
    match &flip.figure {
        StatedFigure::Weight(name) => match criteria.iter().position(|criterion| same(criterion, name)) {
            Some(criterion) => Ok(Changed::Weight(criterion)),
            None if criteria.is_empty() => {
                Err((Diagnostic::error("decide-flip-shape", "RICE has no weights: name an option and a figure."), name.span.clone()))
            }
            None => Err((unknown("decide-unknown-criterion", "criterion", name, &criteria), name.span.clone())),
        },
        StatedFigure::Of(option, figure) => {
            let number = of.option(option).ok_or_else(|| (of.unknown_option(option), option.span.clone()))?;
            let figures = if of.formula == Formula::Rice { Factor::ALL.map(Factor::word).to_vec() } else { criteria };
            let value = figures.iter().position(|known| same(known, figure));
            let value = value.ok_or_else(|| (unknown("decide-unknown-figure", "figure", figure, &figures), figure.span.clone()))?;
            Ok(Changed::Value(number, value))
        }
        StatedFigure::Capacity => Err((Diagnostic::error("decide-flip-shape", "Only MoSCoW has a capacity."), flip.span.clone())),
    }
}

fn level(of: &Of<'_>, flip: &StatedFlip, say: &mut impl FnMut(Diagnostic, &Range<usize>)) {
    let changed = match input(of, flip) {
        Ok(changed) => changed,
        Err((finding, span)) => return say(finding, &span),
    };
    let first = match flip.first.as_ref().map(|first| (of.option(first), first)) {
        Some((None, first)) => return say(of.unknown_option(first), &first.span),
        Some((Some(option), _)) => Some(option),
        None => None,
    };
    let mut possible = of.ranked.flips.iter().filter(|possible| possible.changed == changed).peekable();
    let what = named(of, changed);
    if possible.peek().is_none() {
        let message = format!("No value of {what} puts another option first.");
        return say(Diagnostic::error("decide-flip-changes-nothing", message).help("Look for a figure that does."), &flip.span);
    }
    let is_there = |to: f64| (flip.to.as_f64() - to).abs() <= ROUNDING * to.abs();
    match possible.find(|possible| is_there(possible.to)) {
        Some(found) => {
            let scores = scores_at(of.formula, of.scored, changed, found.to);
            // Several options may become level at once.
            let is_level = |option: usize| (scores[option] - scores[found.rival]).abs() <= 1e-9 * scores[found.rival].abs();
            let Some(first) = first.filter(|first| !is_level(*first)) else { return };
            let message = format!("Beyond {} another option than `{}` is first.", flip.to, of.scored.options[first].name);
            let span = flip.first.as_ref().map_or(&flip.span, |first| &first.span);
            say(Diagnostic::error("decide-flip-other-first", message).help("Reckon every option's score beyond that value."), span);
        }
        None => {
            let scores = scores_at(of.formula, of.scored, changed, flip.to.as_f64());
            let mut order: Vec<usize> = (0..scores.len()).collect();
            order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
            let told = |option: &usize| format!("`{}` has {}", of.scored.options[*option].name, spoken(scores[*option]));
            let message = format!("{} is no flip point of {what}: there {}.", flip.to, listed(order.iter().take(2).map(told)));
            let help = "At a flip point the first and another option are level. Set their two scores equal and solve for this one figure.";
            say(Diagnostic::error("decide-flip-not-level", message).help(help), &flip.to.span);
        }
    }
}

fn named(of: &Of<'_>, changed: Changed) -> String {
    match changed {
        Changed::Weight(criterion) => format!("the weight of `{}`", of.scored.criteria[criterion].name),
        Changed::Value(option, value) => {
            let option = &of.scored.options[option].name;
            match of.scored.criteria.get(value) {
                Some(criterion) => format!("the score of `{option}` for `{}`", criterion.name),
                None => format!("the {} of `{option}`", Factor::ALL[value].word()),
            }
        }
    }
}

fn locked(scored: &Scored, stated: &Stated, say: &mut impl FnMut(Diagnostic, &Range<usize>)) {
    let Some(locked) = &stated.locked else {
        let message = "The weights were not locked before anything was scored, so nobody can see whether they were bent to the scores.";
        let help = "Take the scores out for a moment: the seal to lock the weights with is then given.";
        let at = scored.criteria.first().map_or(0..0, |criterion| criterion.name.span.clone());
        return say(Diagnostic::advice("decide-not-locked", message).help(help), &at);
    };
    if locked.value != seal(&scored.criteria, scored.scale) {
        let message = "The criteria, their weights or the scale are others than those that were locked.";
        let note = "A weight that is changed once the scores are known can make any option win.";
        let help = "Put the locked weights back. If they were wrong, take all scores out, look the file over, lock the new weights, and score anew.";
        say(Diagnostic::error("decide-weights-changed", message).note(note).help(help), &locked.span);
    }
}

fn sums(unit: &str, analysis: &Capacity, stated: &Stated, say: &mut impl FnMut(Diagnostic, &Range<usize>)) {
    let Some(sums) = &stated.sums else { return };
    for ((sum, effort), priority) in sums.iter().zip(analysis.effort).zip(Priority::ALL) {
        if (sum.as_f64() - effort).abs() > 1e-6 {
            let message = format!("The sum of {} is {sum}; its efforts add up to {} {unit}.", priority.word(), spoken(effort));
            say(Diagnostic::error("decide-sum-differs", message).help("Add the likely efforts again."), &sum.span);
        }
    }
}

/// The capacity, or the effort of one must, at which the musts just fit.
fn fits(items: &[MoscowItem], capacity: Number, flip: &StatedFlip, say: &mut impl FnMut(Diagnostic, &Range<usize>)) {
    let musts = || items.iter().filter(|item| *item.priority == Priority::Must);
    let sum: f64 = musts().map(|item| item.effort.likely.as_f64()).sum();
    let (what, to) = match &flip.figure {
        StatedFigure::Capacity => ("the capacity".to_owned(), sum),
        StatedFigure::Of(option, figure) => {
            let Some(item) = items.iter().find(|item| same(&item.name, option)) else {
                let names: Vec<&str> = items.iter().map(|item| item.name.as_str()).collect();
                return say(unknown("decide-unknown-option", "option", option, &names), &option.span);
            };
            if !same(figure, "effort") {
                return say(unknown("decide-unknown-figure", "figure", figure, &["effort"]), &figure.span);
            }
            if *item.priority != Priority::Must {
                let message = format!("`{option}` is no must: however long it takes, the musts fit as before.");
                return say(
                    Diagnostic::error("decide-flip-changes-nothing", message).help("Name the effort of a must, or the capacity."),
                    &option.span,
                );
            }
            (format!("the effort of `{}`", item.name), item.effort.likely.as_f64() + capacity.as_f64() - sum)
        }
        StatedFigure::Weight(name) => {
            return say(Diagnostic::error("decide-flip-shape", "MoSCoW has no weights."), &name.span);
        }
    };
    if (flip.to.as_f64() - to).abs() > ROUNDING * to.abs() {
        let musts = counted(musts().count(), "must", "musts");
        let message = format!("{} is no flip point of {what}: there the {musts} do not just fill the capacity.", flip.to);
        let help = "Set the sum of the musts equal to the capacity and solve for this one figure.";
        say(Diagnostic::error("decide-flip-not-level", message).help(help), &flip.to.span);
    }
}
