//! A result as rows of values, free of any engine's types.

use std::fmt;

/// What came back: columns and rows, in the order the query gave them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The columns, left to right. Names may repeat, as SQL allows.
    pub columns: Vec<Column>,
    /// The rows; each has exactly one value per column.
    pub rows: Vec<Vec<Value>>,
}

/// One column of a table or of a result.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Column {
    /// Its name, without the table.
    pub name: String,
    /// What it holds.
    pub data_type: DataType,
}

/// What a column holds, in the words a learner knows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum DataType {
    /// True or false.
    Boolean,
    /// Whole numbers of any width.
    Integer,
    /// Binary floating point numbers.
    Float,
    /// Exact decimal numbers.
    Decimal,
    /// Text.
    Text,
    /// A calendar day.
    Date,
    /// A day and a time, with or without a zone.
    Timestamp,
    /// A time of day.
    Time,
    /// A length of time.
    Interval,
    /// A list of values.
    List,
    /// Anything else, by the engine's name for it. A column of nothing but `NULL` literals is `Other("null")`.
    Other(String),
}

impl DataType {
    /// The type with this name; any other name is one of the engine's own.
    pub fn named(name: &str) -> Self {
        match name {
            "boolean" => Self::Boolean,
            "integer" => Self::Integer,
            "float" => Self::Float,
            "decimal" => Self::Decimal,
            "text" => Self::Text,
            "date" => Self::Date,
            "timestamp" => Self::Timestamp,
            "time" => Self::Time,
            "interval" => Self::Interval,
            "list" => Self::List,
            _ => Self::Other(name.to_owned()),
        }
    }
}

impl fmt::Display for DataType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Float => "float",
            Self::Decimal => "decimal",
            Self::Text => "text",
            Self::Date => "date",
            Self::Timestamp => "timestamp",
            Self::Time => "time",
            Self::Interval => "interval",
            Self::List => "list",
            Self::Other(name) => name,
        })
    }
}

/// One value of a result.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// No value: neither zero nor the empty text.
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A floating point number.
    Float(f64),
    /// A decimal number in plain digits, for example `12.50`; also a whole number too large for 64 bits.
    Decimal(String),
    /// Text.
    Text(String),
    /// A day, as `2013-01-31`.
    Date(String),
    /// A day and a time, as `2013-01-31T05:15:00`, with the zone when it has one.
    Timestamp(String),
    /// Anything else, as the engine writes it.
    Other(String),
}

impl Value {
    /// Whether this is `NULL`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value as a number, when it is one.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "a comparison within a tolerance does not need more than 53 bits")]
            Self::Integer(number) => Some(*number as f64),
            Self::Float(number) => Some(*number),
            Self::Decimal(digits) => digits.parse().ok(),
            _ => None,
        }
    }
}

/// The value as a person reads it: `NULL` spelled out, timestamps with a space, floats without noise.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("NULL"),
            Self::Boolean(value) => write!(f, "{value}"),
            Self::Integer(value) => write!(f, "{value}"),
            Self::Float(value) => write_float(f, *value),
            Self::Timestamp(value) => f.write_str(&value.replacen('T', " ", 1)),
            Self::Decimal(value) | Self::Text(value) | Self::Date(value) | Self::Other(value) => f.write_str(value),
        }
    }
}

fn write_float(f: &mut fmt::Formatter<'_>, value: f64) -> fmt::Result {
    let size = value.abs();
    if value.is_finite() && size != 0.0 && !(1e-5..1e15).contains(&size) {
        return write!(f, "{value:e}");
    }
    if value.is_finite() && value.fract() == 0.0 { write!(f, "{value:.1}") } else { write!(f, "{value}") }
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn values_are_shown_as_a_person_reads_them() {
        for (value, shown) in [
            (Value::Null, "NULL"),
            (Value::Text(String::new()), ""),
            (Value::Float(0.1 + 0.2), "0.30000000000000004"),
            (Value::Float(3.0), "3.0"),
            (Value::Float(1e300), "1e300"),
            (Value::Float(f64::NAN), "NaN"),
            (Value::Integer(-7), "-7"),
            (Value::Timestamp("2013-01-31T05:15:00".into()), "2013-01-31 05:15:00"),
            (Value::Decimal("12.50".into()), "12.50"),
        ] {
            assert_eq!(value.to_string(), shown);
        }
    }
}
