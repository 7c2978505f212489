//! Aggregates: another one, with and without `DISTINCT`, without `FILTER`.

use super::window::{named, renamed};
use sqlparser::ast::{DuplicateTreatment, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments};

pub(super) fn of(expr: &Expr) -> Vec<Expr> {
    let Expr::Function(function) = expr else { return Vec::new() };
    let name = named(function);
    let others: &[&str] = match name.as_str() {
        "sum" => &["avg", "max", "count"],
        "avg" => &["sum", "max", "median"],
        "min" => &["max"],
        "max" => &["min"],
        "count" => &["sum"],
        "median" => &["avg"],
        "percentile_cont" | "quantile_cont" => &[],
        "approx_distinct" => &["count"],
        "stddev" | "stddev_samp" => &["stddev_pop"],
        "var" | "var_samp" => &["var_pop"],
        _ => return Vec::new(),
    };
    let mut found: Vec<Function> = others.iter().map(|other| renamed(function, other)).collect();
    found.extend(other_duplicates(function, &name));
    if function.filter.is_some() {
        found.push(Function { filter: None, ..function.clone() });
    }
    if name == "count" && function.over.is_none() {
        found.extend(counting_rows(function));
    }
    found.into_iter().map(Expr::Function).collect()
}

/// `DISTINCT` added, or taken away.
fn other_duplicates(function: &Function, name: &str) -> Option<Function> {
    let FunctionArguments::List(list) = &function.args else { return None };
    let counts_rows = matches!(list.args.as_slice(), [FunctionArg::Unnamed(FunctionArgExpr::Wildcard)]);
    if counts_rows || !matches!(name, "count" | "sum" | "avg") || function.over.is_some() {
        return None;
    }
    let mut list = list.clone();
    list.duplicate_treatment = match list.duplicate_treatment {
        Some(DuplicateTreatment::Distinct) => None,
        _ => Some(DuplicateTreatment::Distinct),
    };
    Some(Function { args: FunctionArguments::List(list), ..function.clone() })
}

/// `count(*)` for `count(x)`.
fn counting_rows(function: &Function) -> Option<Function> {
    let FunctionArguments::List(list) = &function.args else { return None };
    if matches!(list.args.as_slice(), [FunctionArg::Unnamed(FunctionArgExpr::Wildcard)]) {
        return None;
    }
    let mut list = list.clone();
    list.duplicate_treatment = None;
    list.args = vec![FunctionArg::Unnamed(FunctionArgExpr::Wildcard)];
    Some(Function { args: FunctionArguments::List(list), ..function.clone() })
}
