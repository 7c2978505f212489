//! What only asks whether there is a value, not which one: `EXISTS`, `count(x)`, `x IS NULL`.

use super::super::window::named;
use super::scope::{Resolve, Resolved};
use crate::database::TableFacts;
use sqlparser::ast::{
    BinaryOperator, DataType, DuplicateTreatment, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments, GroupByExpr, Ident,
    Query, SelectItem, SetExpr, UnaryOperator, Value,
};

/// `EXISTS` asks whether there is a row, not what is in it.
pub(super) fn select_nothing(subquery: &mut Query) {
    let SetExpr::Select(select) = subquery.body.as_mut() else { return };
    let groups = matches!(&select.group_by, GroupByExpr::Expressions(keys, _) if !keys.is_empty());
    let is_plain = |item: &SelectItem| match item {
        SelectItem::UnnamedExpr(expr) => matches!(expr, Expr::Identifier(_) | Expr::CompoundIdentifier(_)) || is_constant(expr),
        _ => false,
    };
    if !groups && select.having.is_none() && select.projection.iter().all(is_plain) {
        select.projection = vec![SelectItem::UnnamedExpr(Expr::Value(Value::Null.into()))];
    }
}

/// `count(x)` counts the rows in which there is an `x`.
pub(super) fn settle_count(function: &mut Function, column: &Resolve<'_>, tables: &[TableFacts]) {
    let is_count = named(function) == "count";
    let FunctionArguments::List(list) = &mut function.args else { return };
    let [FunctionArg::Unnamed(argument @ FunctionArgExpr::Expr(_))] = list.args.as_mut_slice() else { return };
    let FunctionArgExpr::Expr(counted) = argument else { return };
    if !is_count || list.duplicate_treatment == Some(DuplicateTreatment::Distinct) {
        return;
    }
    settle(counted, column, tables);
    if is_constant(counted) {
        *argument = FunctionArgExpr::Wildcard;
    }
}

/// The column on which alone it depends whether the expression is empty; one column for another of the same relation, when neither is
/// ever empty: both are there, or the whole row is missing.
pub(super) fn settle(expr: &mut Expr, column: &Resolve<'_>, tables: &[TableFacts]) {
    while let Some(inner) = empty_with(expr) {
        *expr = inner.clone();
    }
    let Some(Resolved { alias, table, place }) = column(expr) else { return };
    let never_null = &tables[table].never_null;
    if let Some(first) = never_null.first().filter(|_| never_null.contains(&tables[table].columns[place].name)) {
        *expr = Expr::CompoundIdentifier(vec![Ident::new(alias), Ident::new(first)]);
    }
}

/// The part of an expression that is empty exactly when the whole is.
fn empty_with(expr: &Expr) -> Option<&Expr> {
    use BinaryOperator::{Eq, Gt, GtEq, Lt, LtEq, Minus, Multiply, NotEq, Plus};
    match expr {
        Expr::Nested(inner) | Expr::UnaryOp { op: UnaryOperator::Minus | UnaryOperator::Not, expr: inner } => Some(inner),
        // Other casts may fail.
        Expr::Cast { expr: inner, data_type: DataType::Varchar(_) | DataType::Text, .. } => Some(inner),
        Expr::BinaryOp { left, op: Eq | NotEq | Lt | LtEq | Gt | GtEq | Plus | Minus | Multiply, right } => {
            match (is_constant(left), is_constant(right)) {
                (false, true) => Some(left),
                (true, false) => Some(right),
                _ => None,
            }
        }
        Expr::Between { expr: inner, low, high, .. } => (is_constant(low) && is_constant(high)).then_some(inner),
        Expr::InList { expr: inner, list, .. } => list.iter().all(is_constant).then_some(inner),
        Expr::Function(function) if matches!(named(function).as_str(), "round" | "abs" | "lower" | "upper" | "length" | "date_trunc") => {
            let FunctionArguments::List(list) = &function.args else { return None };
            let mut varying = None;
            for argument in &list.args {
                let FunctionArg::Unnamed(FunctionArgExpr::Expr(argument)) = argument else { return None };
                if !is_constant(argument) && varying.replace(argument).is_some() {
                    return None;
                }
            }
            varying.filter(|_| function.over.is_none())
        }
        _ => None,
    }
}

/// A value that stands in the query and is not empty.
fn is_constant(expr: &Expr) -> bool {
    match expr {
        Expr::Value(value) => value.value != Value::Null,
        Expr::TypedString(_) | Expr::Interval(_) | Expr::IsNull(_) | Expr::IsNotNull(_) => true,
        _ => false,
    }
}
