//! What the writer says of the figures: the order, the sums, the flip, what would change it, what is not known.

use super::fields::{Fields, Findings, Shape, is_placeholder, text};
use super::node::{Kind, Node};
use super::values::{Bounds, figure};
use crate::decision::{Method, Stated, StatedFigure, StatedFlip, Written};
use crate::number::Number;

const SUMS: Shape =
    Shape { what: "a list of sums", shared: &[], keys: &["must", "should", "could"], required: &["must", "should", "could"] };
const FLIP: Shape = Shape { what: "a flip", shared: &[], keys: &["option", "figure", "weight", "to", "first"], required: &["to"] };

const ANY: Bounds = Bounds { least: Number::whole(0), most: Number::whole(1_000_000_000), above_zero: false, percent: true };

/// Keys that a method does not have are told by its shape, and are not there for it.
pub(super) fn stated(fields: &Fields<'_>, method: &Method, findings: &mut Findings<'_>) -> Stated {
    let is_moscow = matches!(method, Method::Moscow { .. });
    Stated {
        ranking: texts(fields, "ranking", findings),
        sums: fields.get("sums").and_then(|node| sums(node, findings)),
        flip: fields.get("flip").and_then(|node| flip(node, is_moscow, findings)),
        would_change: fields.text("would_change", findings),
        not_known: texts(fields, "not_known", findings),
        review: fields.text("review", findings),
        locked: fields.text("locked", findings),
    }
}

/// A list of texts; one text stands for a list of one.
fn texts(fields: &Fields<'_>, key: &str, findings: &mut Findings<'_>) -> Vec<Written<String>> {
    if let Some(Node { kind: Kind::Text(_), .. }) = fields.get(key) {
        return fields.text(key, findings).into_iter().collect();
    }
    let nodes = fields.list(key, findings);
    nodes.iter().filter_map(|node| text(node, &format!("An entry of `{key}`"), findings)).collect()
}

fn sums(node: &Node, findings: &mut Findings<'_>) -> Option<[Written<Number>; 3]> {
    let own = Fields::open(node, &SUMS, findings)?;
    let mut sum = |key: &str| figure(own.get(key)?, &format!("The sum of {key}"), ANY, findings);
    let (must, should, could) = (sum("must"), sum("should"), sum("could"));
    Some([must?, should?, could?])
}

fn flip(node: &Node, is_moscow: bool, findings: &mut Findings<'_>) -> Option<StatedFlip> {
    let own = Fields::open(node, &FLIP, findings)?;
    let to = figure(own.get("to")?, "The value of the flip", ANY, findings);
    let first = own.text("first", findings);
    let (option, changed, weight) = (own.text("option", findings), own.text("figure", findings), own.text("weight", findings));
    let is_open = ["option", "figure", "weight"].iter().any(|key| own.get(key).and_then(Node::as_text).is_some_and(is_placeholder));
    let changed = match (option, changed, weight) {
        // What is not filled in is told as that, and not as a figure that is missing too.
        _ if is_open => return None,
        (None, None, Some(weight)) if !is_moscow => StatedFigure::Weight(weight),
        (None, Some(figure), None) if is_moscow && super::options::same(&figure, "capacity") => StatedFigure::Capacity,
        (Some(option), Some(figure), None) => StatedFigure::Of(option, figure),
        _ => {
            let help = if is_moscow {
                "Write `figure: capacity`, or `option` with `figure: effort`, and `to`."
            } else {
                "Write `option` and `figure`, or `weight` with the name of a criterion; then `to` and `first`."
            };
            findings.error_with_help("decide-flip-shape", "The flip does not name one figure.", &node.span, help);
            return None;
        }
    };
    Some(StatedFlip { figure: changed, to: to?, first, span: node.span.clone() })
}
