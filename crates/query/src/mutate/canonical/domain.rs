//! Columns that take only certain values, and what a comparison with constants asks of them.

use super::super::parse_expr;
use super::scope::{Resolve, Resolved};
use crate::database::TableFacts;
use sqlparser::ast::{BinaryOperator, Expr, Value};
use std::collections::HashMap;

/// A range of whole numbers with more values than this is not written out.
const MOST_VALUES: i64 = 1_000;

/// A value of a closed column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Constant {
    Number(i64),
    Text(String),
}

/// For each table and column the only values it takes, as a check of the data set closes them.
pub(super) struct Domains(HashMap<(usize, usize), Vec<Constant>>);

impl Domains {
    pub(super) fn of(tables: &[TableFacts]) -> Self {
        let mut found = HashMap::new();
        for (at, table) in tables.iter().enumerate() {
            for (name, values) in table.checks.iter().filter_map(|check| closed(&parse_expr(check)?)) {
                if let Some(place) = table.columns.iter().position(|column| column.name.eq_ignore_ascii_case(&name)) {
                    found.insert((at, place), values);
                }
            }
        }
        Self(found)
    }

    /// A comparison of a closed column with constants as the list of the values that fulfil it.
    pub(super) fn listed(&self, expr: &Expr, column: &Resolve<'_>) -> Option<Expr> {
        let (compared, asks) = comparison(expr)?;
        let Resolved { table, place, .. } = column(compared)?;
        let values = self.0.get(&(table, place))?;
        // A comparison of a number with a text is for the engine to judge.
        let kinds_agree = |constant: &Constant| {
            matches!((constant, &values[0]), (Constant::Number(_), Constant::Number(_)) | (Constant::Text(_), Constant::Text(_)))
        };
        if !asks.constants().into_iter().all(kinds_agree) {
            return None;
        }
        let list = values.iter().filter(|value| asks.of(value)).map(written).collect();
        Some(Expr::InList { expr: Box::new(compared.clone()), list, negated: false })
    }
}

/// What a comparison asks of the value of its column.
enum Asks {
    Compared(BinaryOperator, Constant),
    Between(Constant, Constant, bool),
    Among(Vec<Constant>, bool),
}

impl Asks {
    fn constants(&self) -> Vec<&Constant> {
        match self {
            Self::Compared(_, constant) => vec![constant],
            Self::Between(low, high, _) => vec![low, high],
            Self::Among(list, _) => list.iter().collect(),
        }
    }

    fn of(&self, value: &Constant) -> bool {
        match self {
            Self::Compared(BinaryOperator::Eq, constant) => value == constant,
            Self::Compared(BinaryOperator::NotEq, constant) => value != constant,
            Self::Compared(BinaryOperator::Lt, constant) => value < constant,
            Self::Compared(BinaryOperator::LtEq, constant) => value <= constant,
            Self::Compared(BinaryOperator::Gt, constant) => value > constant,
            Self::Compared(_, constant) => value >= constant,
            Self::Between(low, high, negated) => (low <= value && value <= high) != *negated,
            Self::Among(list, negated) => list.contains(value) != *negated,
        }
    }
}

/// The column and the question, when it is a column that is compared with constants, the column first.
fn comparison(expr: &Expr) -> Option<(&Expr, Asks)> {
    use BinaryOperator::{Eq, Gt, GtEq, Lt, LtEq, NotEq};
    match expr {
        Expr::BinaryOp { left, op: op @ (Eq | NotEq | Lt | LtEq | Gt | GtEq), right } => {
            Some((left, Asks::Compared(op.clone(), constant(right)?)))
        }
        Expr::Between { expr, negated, low, high } => Some((expr, Asks::Between(constant(low)?, constant(high)?, *negated))),
        Expr::InList { expr, list, negated } => Some((expr, Asks::Among(list.iter().map(constant).collect::<Option<_>>()?, *negated))),
        _ => None,
    }
}

/// The column that a check closes, and its values.
fn closed(check: &Expr) -> Option<(String, Vec<Constant>)> {
    let (Expr::Identifier(name), asks) = comparison(check)? else { return None };
    let mut values = match asks {
        Asks::Among(list, false) => list,
        Asks::Between(Constant::Number(low), Constant::Number(high), false) if low <= high && high - low < MOST_VALUES => {
            (low..=high).map(Constant::Number).collect()
        }
        _ => return None,
    };
    values.sort();
    (!values.is_empty()).then(|| (name.value.clone(), values))
}

fn constant(expr: &Expr) -> Option<Constant> {
    let Expr::Value(value) = expr else { return None };
    match &value.value {
        Value::Number(digits, _) => Some(Constant::Number(digits.parse().ok()?)),
        Value::SingleQuotedString(text) => Some(Constant::Text(text.clone())),
        _ => None,
    }
}

fn written(constant: &Constant) -> Expr {
    Expr::Value(match constant {
        Constant::Number(number) => Value::Number(number.to_string(), false).into(),
        Constant::Text(text) => Value::SingleQuotedString(text.clone()).into(),
    })
}
