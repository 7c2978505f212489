//! Dates: another grain.

use super::window::named;
use sqlparser::ast::{DateTimeField, Expr, FunctionArg, FunctionArgExpr, FunctionArguments, Value};

/// From fine to coarse.
const GRAINS: [&str; 8] = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"];

pub(super) fn of(expr: &Expr) -> Vec<Expr> {
    match expr {
        Expr::Function(function) if matches!(named(function).as_str(), "date_trunc" | "date_part") => {
            let FunctionArguments::List(list) = &function.args else { return Vec::new() };
            let Some(FunctionArg::Unnamed(FunctionArgExpr::Expr(Expr::Value(grain)))) = list.args.first() else { return Vec::new() };
            let Value::SingleQuotedString(text) = &grain.value else { return Vec::new() };
            let other = |other: &str| {
                let mut function = function.clone();
                let mut list = list.clone();
                let text = Value::SingleQuotedString(other.to_owned()).into();
                list.args[0] = FunctionArg::Unnamed(FunctionArgExpr::Expr(Expr::Value(text)));
                function.args = FunctionArguments::List(list);
                Expr::Function(function)
            };
            neighbours(text).into_iter().map(other).collect()
        }
        Expr::Extract { field, syntax, expr } => {
            let others = [DateTimeField::Hour, DateTimeField::Day, DateTimeField::Month, DateTimeField::Minute];
            let other = |other: DateTimeField| Expr::Extract { field: other, syntax: syntax.clone(), expr: expr.clone() };
            others.into_iter().filter(|other| other != field).take(2).map(other).collect()
        }
        _ => Vec::new(),
    }
}

/// The next finer and the next coarser grain.
fn neighbours(grain: &str) -> Vec<&'static str> {
    let Some(at) = GRAINS.iter().position(|known| grain.eq_ignore_ascii_case(known)) else { return Vec::new() };
    [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| GRAINS.get(at).copied()).collect()
}

/// Whether a text names a grain, and so is no value of the data.
pub(super) fn is_grain(text: &str) -> bool {
    GRAINS.iter().any(|known| text.eq_ignore_ascii_case(known))
}
