//! Constants: a number one up or down, a moment a day or a second off, another text.

use super::grain::is_grain;
use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan};
use sqlparser::ast::{DataType, Expr, Interval, TypedString, Value};

pub(super) fn of(expr: &Expr) -> Vec<Expr> {
    match expr {
        Expr::Value(value) => match &value.value {
            Value::Number(digits, long) => {
                let number = |digits: String| Expr::Value(Value::Number(digits, *long).into());
                numbers(digits).into_iter().map(number).collect()
            }
            Value::SingleQuotedString(text) => texts(text).into_iter().map(quoted).collect(),
            Value::Boolean(value) => vec![Expr::Value(Value::Boolean(!value).into())],
            _ => Vec::new(),
        },
        Expr::TypedString(typed) => {
            let Value::SingleQuotedString(text) = &typed.value.value else { return Vec::new() };
            let is_day = matches!(typed.data_type, DataType::Date);
            let with = |text| Expr::TypedString(TypedString { value: Value::SingleQuotedString(text).into(), ..typed.clone() });
            moments(text, is_day).into_iter().map(with).collect()
        }
        Expr::Interval(interval) => {
            let Expr::Value(value) = interval.value.as_ref() else { return Vec::new() };
            let Value::SingleQuotedString(text) = &value.value else { return Vec::new() };
            let Some((amount, unit)) = amount(text) else { return Vec::new() };
            let with = |amount: i64| Expr::Interval(Interval { value: Box::new(quoted(format!("{amount}{unit}"))), ..interval.clone() });
            vec![with(amount - 1), with(amount + 1)]
        }
        _ => Vec::new(),
    }
}

fn numbers(digits: &str) -> Vec<String> {
    if let Ok(whole) = digits.parse::<i64>() {
        return vec![(whole - 1).to_string(), (whole + 1).to_string()];
    }
    let Ok(number) = digits.parse::<f64>() else { return Vec::new() };
    let places = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    [number * 0.9, number * 1.1].into_iter().map(|number| format!("{number:.*}", places + 1)).collect()
}

fn texts(text: &str) -> Vec<String> {
    if is_grain(text) || amount(text).is_some() {
        return Vec::new();
    }
    let moments = moments(text, false);
    if moments.is_empty() { vec![format!("{text}_")] } else { moments }
}

/// A day before and after; for a moment also a second before and after.
fn moments(text: &str, is_day: bool) -> Vec<String> {
    let days = [1.day(), -1.day()];
    let as_day = if is_day || !text.contains(':') { text.parse::<Date>().ok() } else { None };
    if let Some(date) = as_day {
        return days.into_iter().filter_map(|span| Some(date.checked_add(span).ok()?.to_string())).collect();
    }
    let Ok(moment) = text.replace(' ', "T").parse::<DateTime>() else { return Vec::new() };
    let seconds: [Span; 2] = [1.second(), -1.second()];
    let other = |span: Span| Some(moment.checked_add(span).ok()?.to_string().replace('T', " "));
    days.into_iter().chain(seconds).filter_map(other).collect()
}

/// `7 days` as 7 and ` days`.
fn amount(text: &str) -> Option<(i64, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '-')?;
    let unit = &text[end..];
    let known = ["second", "minute", "hour", "day", "week", "month", "year"];
    let is_unit = known.iter().any(|known| unit.trim().trim_end_matches('s').eq_ignore_ascii_case(known));
    Some((text[..end].parse().ok().filter(|_| is_unit)?, unit))
}

fn quoted(text: String) -> Expr {
    Expr::Value(Value::SingleQuotedString(text).into())
}
