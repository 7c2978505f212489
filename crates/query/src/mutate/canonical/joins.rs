//! Outer joins that are none: their added rows are rejected, or there are none.

use super::super::window::named;
use super::scope::Scope;
use crate::database::TableFacts;
use sqlparser::ast::{
    BinaryOperator, Expr, FunctionArg, FunctionArgExpr, FunctionArguments, Join, JoinConstraint, JoinOperator, Select, UnaryOperator,
};
use std::collections::HashSet;

/// The four kinds of join with a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Inner,
    Left,
    Right,
    Full,
}

/// What holds for the rows that the joins so far give.
struct SoFar {
    /// Relations that may be missing in a row.
    missing: HashSet<usize>,
    /// Relations that have every row of their table.
    whole: HashSet<usize>,
}

/// Writes every join as the narrowest kind that gives the same.
pub(super) fn simplify(select: &mut Select, scope: &Scope, tables: &[TableFacts]) {
    let rejected: HashSet<usize> = match &select.selection {
        Some(condition) => rejects(condition, scope, tables),
        None => HashSet::new(),
    };
    let [from] = select.from.as_mut_slice() else { return };
    if from.joins.iter().any(|join| kind_of(join).is_none()) {
        return;
    }
    let mut so_far = SoFar { missing: HashSet::new(), whole: HashSet::from([0]) };
    for (at, join) in from.joins.iter_mut().enumerate() {
        let Some((kind, on)) = kind_of(join) else { return };
        let right = at + 1;
        let narrow = narrowed(kind, (0..right).any(|left| rejected.contains(&left)), rejected.contains(&right));
        let (left_has_match, right_has_match) = matches_by_reference(&on, right, scope, tables, &so_far);
        let narrow = narrowed(narrow, right_has_match, left_has_match);
        join.join_operator = match narrow {
            Kind::Inner => JoinOperator::Inner(JoinConstraint::On(on)),
            Kind::Left => JoinOperator::Left(JoinConstraint::On(on)),
            Kind::Right => JoinOperator::Right(JoinConstraint::On(on)),
            Kind::Full => JoinOperator::FullOuter(JoinConstraint::On(on)),
        };
        so_far.join(narrow, right, left_has_match);
    }
}

/// The kind without the rows of the right side that have no match, without those of the left side, or without both.
fn narrowed(kind: Kind, without_right: bool, without_left: bool) -> Kind {
    match (kind, without_right, without_left) {
        (Kind::Inner, ..) | (Kind::Left, _, true) | (Kind::Right, true, _) | (Kind::Full, true, true) => Kind::Inner,
        (Kind::Left, _, false) | (Kind::Full, true, false) => Kind::Left,
        (Kind::Right, false, _) | (Kind::Full, false, true) => Kind::Right,
        (Kind::Full, false, false) => Kind::Full,
    }
}

impl SoFar {
    fn join(&mut self, kind: Kind, right: usize, left_has_match: bool) {
        match kind {
            Kind::Inner if !left_has_match => self.whole.clear(),
            Kind::Inner => {}
            Kind::Left => _ = self.missing.insert(right),
            Kind::Right => {
                self.missing.extend(0..right);
                self.whole = HashSet::from([right]);
            }
            Kind::Full => {
                self.missing.extend(0..=right);
                self.whole.insert(right);
            }
        }
    }
}

fn kind_of(join: &Join) -> Option<(Kind, Expr)> {
    let (kind, constraint) = match &join.join_operator {
        JoinOperator::Join(on) | JoinOperator::Inner(on) => (Kind::Inner, on),
        JoinOperator::Left(on) | JoinOperator::LeftOuter(on) => (Kind::Left, on),
        JoinOperator::Right(on) | JoinOperator::RightOuter(on) => (Kind::Right, on),
        JoinOperator::FullOuter(on) => (Kind::Full, on),
        _ => return None,
    };
    let JoinConstraint::On(on) = constraint else { return None };
    Some((kind, on.clone()))
}

/// Whether every row of the left side finds one on the right, and every row of the right side one on the left, because the condition is
/// a reference of one table to the other and nothing else.
fn matches_by_reference(on: &Expr, right: usize, scope: &Scope, tables: &[TableFacts], so_far: &SoFar) -> (bool, bool) {
    let Expr::BinaryOp { left: one, op: BinaryOperator::Eq, right: other } = on else { return (false, false) };
    let (Some(one), Some(other)) = (column(one, scope), column(other, scope)) else { return (false, false) };
    let mut found = (false, false);
    for ((child, here), (parent, there)) in [(&one, &other), (&other, &one)] {
        let (Some(child_table), Some(parent_table)) = (scope.relations[*child].1, scope.relations[*parent].1) else { continue };
        let refers = tables[child_table].references.iter().any(|reference| {
            reference.table == tables[parent_table].name && reference.columns == [here.clone()] && reference.to == [there.clone()]
        });
        if !refers || !tables[child_table].never_null.contains(here) || child == parent {
            continue;
        }
        found.0 |= *parent == right && *child < right && !so_far.missing.contains(child);
        found.1 |= *child == right && *parent < right && so_far.whole.contains(parent);
    }
    found
}

fn column(expr: &Expr, scope: &Scope) -> Option<(usize, String)> {
    let Expr::CompoundIdentifier(path) = expr else { return None };
    let [alias, name] = path.as_slice() else { return None };
    let at = scope.relations.iter().position(|(known, _)| known.eq_ignore_ascii_case(&alias.value))?;
    Some((at, name.value.to_lowercase()))
}

/// The relations without which the condition is never true.
fn rejects(condition: &Expr, scope: &Scope, tables: &[TableFacts]) -> HashSet<usize> {
    use BinaryOperator::{And, Eq, Gt, GtEq, Lt, LtEq, NotEq, Or};
    let strict = |expr: &Expr| empties(expr, scope, tables);
    match condition {
        Expr::Nested(inner) => rejects(inner, scope, tables),
        Expr::BinaryOp { left, op: And, right } => &rejects(left, scope, tables) | &rejects(right, scope, tables),
        Expr::BinaryOp { left, op: Or, right } => &rejects(left, scope, tables) & &rejects(right, scope, tables),
        Expr::BinaryOp { left, op: Eq | NotEq | Lt | LtEq | Gt | GtEq, right } => &strict(left) | &strict(right),
        Expr::Between { expr, .. } | Expr::InList { expr, .. } | Expr::Like { expr, .. } | Expr::IsNotNull(expr) => strict(expr),
        _ => HashSet::new(),
    }
}

/// The relations without which the value is empty.
fn empties(expr: &Expr, scope: &Scope, tables: &[TableFacts]) -> HashSet<usize> {
    let of = |expr: &Expr| empties(expr, scope, tables);
    match expr {
        Expr::Identifier(_) | Expr::CompoundIdentifier(_) => {
            let name = scope.relation_of(expr, tables);
            name.and_then(|name| scope.relations.iter().position(|(known, _)| known == name)).into_iter().collect()
        }
        Expr::Nested(inner) | Expr::UnaryOp { op: UnaryOperator::Minus, expr: inner } | Expr::Extract { expr: inner, .. } => of(inner),
        Expr::Cast { expr: inner, .. } => of(inner),
        Expr::BinaryOp {
            left,
            op: BinaryOperator::Plus | BinaryOperator::Minus | BinaryOperator::Multiply | BinaryOperator::Divide | BinaryOperator::Modulo,
            right,
        } => &of(left) | &of(right),
        Expr::Function(function)
            if matches!(named(function).as_str(), "date_trunc" | "date_part" | "lower" | "upper" | "abs" | "round") =>
        {
            let FunctionArguments::List(list) = &function.args else { return HashSet::new() };
            let arguments = list.args.iter().filter_map(|argument| match argument {
                FunctionArg::Unnamed(FunctionArgExpr::Expr(expr)) => Some(of(expr)),
                _ => None,
            });
            arguments.flatten().collect()
        }
        _ => HashSet::new(),
    }
}
