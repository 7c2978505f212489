//! The entries of the lists: criteria and options of each method.

use super::fields::{Fields, Findings, Shape, text};
use super::node::{Entry, Kind, Node};
use super::values::{Bounds, estimate, figure, priority};
use crate::decision::{Criterion, Estimate, Factor, MoscowItem, Opt, Written};
use crate::number::Number;
use footbridge_diagnostic::{listed, nearest, upper_first};

const fn from_zero(most: i32) -> Bounds {
    Bounds { least: Number::whole(0), most: Number::whole(most), above_zero: false, percent: false }
}

/// Widest scale of a matrix.
const WIDEST: i32 = 1_000;

fn bounds(factor: Factor) -> Bounds {
    let above = |most: i32| Bounds { above_zero: true, ..from_zero(most) };
    match factor {
        Factor::Reach => above(1_000_000_000),
        Factor::Impact => above(10),
        Factor::Confidence => Bounds { percent: true, ..above(100) },
        Factor::Effort => above(100_000),
    }
}

const RICE_OPTION: Shape = Shape {
    what: "an option",
    shared: &[],
    keys: &["name", "reach", "impact", "confidence", "effort", "why", "evidence"],
    required: &["name", "reach", "impact", "confidence", "effort"],
};

pub(super) fn rice(fields: &Fields<'_>, findings: &mut Findings<'_>) -> Vec<Opt> {
    let mut options = Vec::new();
    for node in fields.list("options", findings) {
        let Some(own) = Fields::open(node, &RICE_OPTION, findings) else { continue };
        let name = own.text("name", findings);
        let values: Vec<_> = Factor::ALL.map(|factor| rice_value(&own, factor, findings)).into_iter().flatten().collect();
        let reasons = own.text("why", findings).map(|why| why.value);
        let evidence = evidence(&own, &Factor::ALL.map(Factor::word), findings);
        if let Some(name) = name.filter(|_| values.len() == Factor::ALL.len()) {
            options.push(Opt { name, values, reasons: vec![reasons], evidence });
        }
    }
    at_least_two(&options, |option| &option.name, fields, findings);
    options
}

/// The texts of `evidence`, in the order of the figures they are about.
fn evidence(own: &Fields<'_>, figures: &[&str], findings: &mut Findings<'_>) -> Vec<Option<Written<String>>> {
    let mut found = vec![None; figures.len()];
    for entry in own.named("evidence", "figure", findings) {
        let key = entry.key.as_text().unwrap_or_default();
        match figures.iter().position(|figure| same(figure, key)) {
            Some(at) if found[at].is_some() => {
                findings.error("decide-duplicate-key", format!("`{key}` stands twice in one place."), &entry.key.span);
            }
            Some(at) => found[at] = text(&entry.value, &format!("The evidence for {} of {}", figures[at], own.whose), findings),
            None => {
                let names = listed(figures.iter().map(|figure| format!("`{figure}`")));
                let help = nearest(key, figures.iter().copied())
                    .map_or_else(|| format!("There is evidence for {names}."), |near| format!("Did you mean `{near}`?"));
                findings.error_with_help("decide-unknown-figure", format!("`{key}` is no figure of {}.", own.whose), &entry.key.span, help);
            }
        }
    }
    found
}

fn rice_value(own: &Fields<'_>, factor: Factor, findings: &mut Findings<'_>) -> Option<Written<Estimate>> {
    let whose = format!("{} of {}", upper_first(factor.word()), own.whose);
    let value = estimate(own.get(factor.word())?, &whose, bounds(factor), findings)?;
    if factor == Factor::Effort && value.low <= Number::whole(0) {
        findings.error(
            "decide-out-of-bounds",
            format!("{whose} must be above 0, at its lowest too: the score is divided by it."),
            &value.span,
        );
        return None;
    }
    Some(value)
}

const CRITERION: Shape = Shape { what: "a criterion", shared: &[], keys: &["name", "weight", "why"], required: &["name", "weight"] };

pub(super) fn criteria(fields: &Fields<'_>, findings: &mut Findings<'_>) -> Vec<Criterion> {
    let mut criteria: Vec<Criterion> = Vec::new();
    for node in fields.list("criteria", findings) {
        let Some(own) = Fields::open(node, &CRITERION, findings) else { continue };
        let name = own.text("name", findings);
        let weight = own.get("weight").and_then(|node| {
            let bounds = Bounds { percent: true, ..from_zero(1_000_000) };
            estimate(node, &format!("The weight of {}", own.whose), bounds, findings)
        });
        let why = own.text("why", findings);
        if let Some(name) = name {
            // One that cannot be read is told, and nothing comes back; its scores are still known by its name.
            let weight = weight.unwrap_or_else(|| Written::new(Estimate::exactly(Number::whole(1)), own.at.clone()));
            criteria.push(Criterion { name, weight, why });
        }
    }
    repeated(criteria.iter().map(|criterion| &criterion.name), "criteria", findings);
    if criteria.is_empty() {
        findings.error_with_help(
            "decide-no-criteria",
            "There is no criterion to judge by.",
            &fields.at,
            "List them under `criteria`, each with `name` and `weight`.",
        );
    } else if criteria.iter().all(|criterion| criterion.weight.low <= Number::whole(0)) {
        let span = &criteria[0].weight.span;
        findings.error_with_help(
            "decide-no-weight",
            "No criterion is sure to have a weight above 0.",
            span,
            "Give at least one a weight whose lowest value is above 0.",
        );
    }
    criteria
}

/// `scale: [1, 5]`; that is also what holds when nothing is said.
pub(super) fn scale(fields: &Fields<'_>, findings: &mut Findings<'_>) -> (Number, Number) {
    let usual = (Number::whole(1), Number::whole(5));
    let Some(node) = fields.get("scale") else { return usual };
    let ends: Vec<Number> = match &node.kind {
        Kind::List(items) => items.iter().filter_map(|item| Number::parse(item.as_text()?).ok()).collect(),
        _ => Vec::new(),
    };
    let widest = Number::whole(WIDEST);
    match ends[..] {
        [low, high] if low < high && low >= Number::whole(-WIDEST) && high <= widest => (low, high),
        _ => {
            let help = format!("Write its lowest and its highest score, up to {WIDEST}: `scale: [1, 5]`.");
            findings.error_with_help("decide-bad-scale", "The scale has no two ends in order.", &node.span, help);
            usual
        }
    }
}

const MATRIX_OPTION: Shape =
    Shape { what: "an option", shared: &[], keys: &["name", "scores", "why", "evidence"], required: &["name", "scores"] };

pub(super) fn matrix(fields: &Fields<'_>, criteria: &[Criterion], scale: (Number, Number), findings: &mut Findings<'_>) -> Vec<Opt> {
    let mut options = Vec::new();
    for node in fields.list("options", findings) {
        let Some(own) = Fields::open(node, &MATRIX_OPTION, findings) else { continue };
        let name = own.text("name", findings);
        let entries = by_criterion(own.named("scores", "criterion", findings), criteria, findings);
        let bounds = Bounds { least: scale.0, most: scale.1, above_zero: false, percent: false };
        let mut values = Vec::new();
        let mut missing = Vec::new();
        for (at, criterion) in criteria.iter().enumerate() {
            match entries.iter().find(|(known, _)| *known == at) {
                Some((_, entry)) if is_not_known(&entry.value) => {
                    values.push(Written::new(Estimate::unknown(scale), entry.value.span.clone()));
                }
                Some((_, entry)) => {
                    values.extend(estimate(
                        &entry.value,
                        &format!("The score of {} for `{}`", own.whose, criterion.name),
                        bounds,
                        findings,
                    ));
                }
                None => missing.push(format!("`{}`", criterion.name)),
            }
        }
        if !missing.is_empty() && own.get("scores").is_some() {
            let message = format!("{} has no score for {}.", upper_first(&own.whose), listed(missing));
            findings.error_with_help("decide-missing-score", message, &own.at, "Where nothing is known, write `not known`.");
        }
        let mut reasons = vec![None; criteria.len()];
        for (at, entry) in by_criterion(own.named("why", "criterion", findings), criteria, findings) {
            reasons[at] = text(&entry.value, &format!("A reason of {}", own.whose), findings).map(|reason| reason.value);
        }
        let mut evidence = vec![None; criteria.len()];
        for (at, entry) in by_criterion(own.named("evidence", "criterion", findings), criteria, findings) {
            let whose = format!("The evidence of {} for `{}`", own.whose, criteria[at].name);
            evidence[at] = text(&entry.value, &whose, findings);
        }
        if let Some(name) = name.filter(|_| values.len() == criteria.len()) {
            options.push(Opt { name, values, reasons, evidence });
        }
    }
    at_least_two(&options, |option| &option.name, fields, findings);
    options
}

/// Words for a score of which nothing is known.
const NOT_KNOWN: [&str; 2] = ["not known", "unknown"];

fn is_not_known(node: &Node) -> bool {
    node.as_text().is_some_and(|text| NOT_KNOWN.iter().any(|words| text.eq_ignore_ascii_case(words)))
}

/// Entries under the criteria that their keys name, whatever their case.
fn by_criterion<'n>(entries: &'n [Entry], criteria: &[Criterion], findings: &mut Findings<'_>) -> Vec<(usize, &'n Entry)> {
    let mut known: Vec<(usize, &Entry)> = Vec::new();
    for entry in entries {
        let key = entry.key.as_text().unwrap_or_default();
        let same = |criterion: &Criterion| same(&criterion.name, key);
        match criteria.iter().position(same) {
            Some(at) if known.iter().any(|(seen, _)| *seen == at) => {
                findings.error("decide-duplicate-key", format!("`{key}` stands twice in one place."), &entry.key.span);
            }
            Some(at) => known.push((at, entry)),
            None => {
                let names = || criteria.iter().map(|criterion| criterion.name.as_str());
                let help = nearest(key, names()).map_or_else(
                    || format!("The criteria are {}.", listed(names().map(|name| format!("`{name}`")))),
                    |near| format!("Did you mean `{near}`?"),
                );
                findings.error_with_help("decide-unknown-criterion", format!("There is no criterion `{key}`."), &entry.key.span, help);
            }
        }
    }
    known
}

const ITEM: Shape = Shape {
    what: "an option",
    shared: &[],
    keys: &["name", "priority", "effort", "why", "evidence"],
    required: &["name", "priority", "effort"],
};

pub(super) fn moscow(fields: &Fields<'_>, findings: &mut Findings<'_>) -> Vec<MoscowItem> {
    let mut items = Vec::new();
    for node in fields.list("options", findings) {
        let Some(own) = Fields::open(node, &ITEM, findings) else { continue };
        let name = own.text("name", findings);
        let word = own.text("priority", findings);
        let priority = word.and_then(|word| priority(&word, findings));
        let whose = format!("Effort of {}", own.whose);
        let effort = own.get("effort").and_then(|node| estimate(node, &whose, from_zero(1_000_000), findings));
        let why = own.text("why", findings);
        let evidence = evidence(&own, &["priority", "effort"], findings);
        if let (Some(name), Some(priority), Some(effort)) = (name, priority, effort) {
            let mut evidence = evidence.into_iter();
            let evidence = [evidence.next().flatten(), evidence.next().flatten()];
            items.push(MoscowItem { name, priority, effort, why, evidence });
        }
    }
    at_least_two(&items, |item| &item.name, fields, findings);
    items
}

pub(super) fn capacity(fields: &Fields<'_>, findings: &mut Findings<'_>) -> Option<Written<Estimate>> {
    let bounds = Bounds { above_zero: true, ..from_zero(1_000_000_000) };
    estimate(fields.get("capacity")?, "The capacity", bounds, findings)
}

pub(super) fn capacity_evidence(fields: &Fields<'_>, findings: &mut Findings<'_>) -> Option<Written<String>> {
    evidence(fields, &["capacity"], findings).pop().flatten()
}

/// Whether any option of a matrix has a score.
pub(super) fn is_scored(fields: &Fields<'_>) -> bool {
    let Some(Node { kind: Kind::List(options), .. }) = fields.get("options") else { return false };
    let scores = options.iter().filter_map(|option| match &option.kind {
        Kind::Map(entries) => entries.iter().find(|entry| entry.key.as_text() == Some("scores")),
        _ => None,
    });
    let mut values = scores.flat_map(|scores| match &scores.value.kind {
        Kind::Map(entries) => entries.iter().map(|entry| &entry.value).collect(),
        _ => vec![&scores.value],
    });
    values.any(|value| {
        let is_figure = value.as_text().is_none_or(|text| text.contains(|letter: char| letter.is_ascii_digit()));
        (is_figure && !matches!(value.kind, Kind::Empty)) || is_not_known(value)
    })
}

/// Names are compared without case and white space around.
pub(super) fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

/// Names of options whose scores are still to come.
pub(super) fn names(fields: &Fields<'_>) -> Vec<Written<String>> {
    let Some(Node { kind: Kind::List(options), .. }) = fields.get("options") else { return Vec::new() };
    let name = |option: &Node| match &option.kind {
        Kind::Map(entries) => {
            let entry = entries.iter().find(|entry| entry.key.as_text() == Some("name"))?;
            Some(Written::new(entry.value.as_text()?.to_owned(), entry.value.span.clone()))
        }
        _ => None,
    };
    options.iter().filter_map(name).collect()
}

/// For how many people it is decided.
pub(super) fn team(fields: &Fields<'_>, findings: &mut Findings<'_>) -> Option<Number> {
    let bounds = Bounds { above_zero: true, least: Number::whole(1), ..from_zero(1_000_000) };
    figure(fields.get("team")?, "The team", bounds, findings).map(|team| team.value)
}

fn at_least_two<T>(options: &[T], name: impl Fn(&T) -> &Written<String>, fields: &Fields<'_>, findings: &mut Findings<'_>) {
    repeated(options.iter().map(name), "options", findings);
    let listed = match fields.get("options") {
        Some(Node { kind: Kind::List(items), .. }) => items.len(),
        _ => options.len(),
    };
    if listed < 2 {
        let help = "Doing nothing is an option too.";
        findings.error_with_help(
            "decide-few-options",
            "There is nothing to choose between: a decision has at least two options.",
            &fields.at,
            help,
        );
    }
}

fn repeated<'r>(names: impl Iterator<Item = &'r Written<String>>, what: &str, findings: &mut Findings<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for name in names {
        if seen.iter().any(|earlier| same(earlier, name)) {
            findings.error("decide-duplicate-name", format!("Two {what} are called `{name}`."), &name.span);
        }
        seen.push(name);
    }
}
