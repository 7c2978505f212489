//! Values a question speaks of: its numbers, moments and lengths of time.

use crate::mutate::parse;
use crate::table::Value;
use crate::walk;
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, ToSpan};
use sqlparser::ast::{self, Expr, Visitor};
use std::collections::HashSet;
use std::ops::ControlFlow;

const DAY: i64 = 86_400;

/// The constants of a query.
#[derive(Debug, Default)]
pub(super) struct Values {
    /// Names of columns.
    pub(super) names: HashSet<String>,
    pub(super) numbers: Vec<i64>,
    /// Dates and timestamps, as timestamps.
    pub(super) moments: Vec<Value>,
    /// Seconds to move a moment by: nothing, a second, a day, each interval of the query and a little off it.
    pub(super) offsets: Vec<i64>,
}

impl Values {
    pub(super) fn of(sql: &str) -> Self {
        let mut values = Self { offsets: vec![0, 0, 1, -1, DAY, -DAY, 7 * DAY], ..Self::default() };
        if let Ok(query) = parse(sql) {
            let _ = walk(&query, &mut values);
        }
        values
    }
}

impl Visitor for Values {
    type Break = ();
    fn pre_visit_expr(&mut self, expr: &Expr) -> ControlFlow<()> {
        match expr {
            Expr::Identifier(name) => drop(self.names.insert(name.value.to_lowercase())),
            Expr::CompoundIdentifier(path) => self.names.extend(path.last().map(|name| name.value.to_lowercase())),
            Expr::Value(value) => match &value.value {
                ast::Value::Number(digits, _) => self.numbers.extend(digits.parse::<i64>()),
                ast::Value::SingleQuotedString(text) => {
                    self.moments.extend(moment(text));
                    if let Some(seconds) = seconds(text) {
                        self.offsets.extend([seconds, -seconds, seconds + 1, seconds - 1, seconds + DAY, seconds - DAY]);
                    }
                }
                _ => {}
            },
            Expr::TypedString(typed) => {
                if let ast::Value::SingleQuotedString(text) = &typed.value.value {
                    self.moments.extend(moment(text));
                }
            }
            _ => {}
        }
        ControlFlow::Continue(())
    }
}

fn moment(text: &str) -> Option<Value> {
    let moment = text.replace(' ', "T").parse::<DateTime>().or_else(|_| text.parse::<Date>().map(|date| date.at(0, 0, 0, 0))).ok()?;
    Some(Value::Timestamp(moment.to_string()))
}

/// `7 days` in seconds; months and years count as 30 and 365 days.
fn seconds(text: &str) -> Option<i64> {
    let (amount, unit) = text.split_once(' ')?;
    let unit = match unit.trim_end_matches('s') {
        "second" => 1,
        "minute" => 60,
        "hour" => 3_600,
        "day" => DAY,
        "week" => 7 * DAY,
        "month" => 30 * DAY,
        "year" => 365 * DAY,
        _ => return None,
    };
    amount.parse::<i64>().ok()?.checked_mul(unit)
}

/// A day or moment as people write it, with a length of time added or taken away where they like: `2026-03-01 12:00:00 - 1 second`.
pub fn written_moment(text: &str) -> Option<Value> {
    let (start, offset) = match (text.split_once(" + "), text.split_once(" - ")) {
        (Some((start, length)), _) => (start, seconds(length.trim())?),
        (None, Some((start, length))) => (start, seconds(length.trim())?.checked_neg()?),
        (None, None) => (text, 0),
    };
    moved(&moment(start.trim())?, offset)
}

/// Seconds from 1970 to a day or moment, in whatever zone it is written.
pub(super) fn seconds_of(value: &Value) -> Option<f64> {
    let (Value::Date(text) | Value::Timestamp(text)) = value else { return None };
    let Value::Timestamp(text) = moment(text)? else { return None };
    let moment = text.parse::<DateTime>().ok()?;
    Some(moment.duration_since(DateTime::constant(1970, 1, 1, 0, 0, 0, 0)).as_secs_f64())
}

/// A date or timestamp moved by so many seconds; a date by whole days. `None` for anything else.
pub(super) fn moved(value: &Value, seconds: i64) -> Option<Value> {
    match value {
        Value::Date(text) => {
            let days = seconds.div_euclid(DAY);
            Some(Value::Date(text.parse::<Date>().ok()?.checked_add(days.days()).ok()?.to_string()))
        }
        Value::Timestamp(text) => {
            let moment = text.replace(' ', "T").parse::<DateTime>().ok()?;
            Some(Value::Timestamp(moment.checked_add(SignedDuration::from_secs(seconds)).ok()?.to_string()))
        }
        _ => None,
    }
}
