//! `date_diff('day', from, to)`: how many times the unit's boundary is crossed, as DuckDB counts.
//!
//! From 23:59 to 00:01 is one day; a week begins on Monday.

use datafusion::arrow::array::{ArrayRef, AsArray, Int64Array};
use datafusion::arrow::compute::{DatePart, date_part};
use datafusion::arrow::datatypes::{DataType, Int32Type, TimeUnit, TimestampMicrosecondType};
use datafusion::common::{exec_err, plan_err};
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility};
use datafusion::scalar::ScalarValue;
use std::sync::Arc;

pub(super) fn date_diff() -> ScalarUDF {
    let signature = Signature::user_defined(Volatility::Immutable);
    ScalarUDF::new_from_impl(DateDiff { signature, aliases: vec!["datediff".to_owned()] })
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct DateDiff {
    signature: Signature,
    aliases: Vec<String>,
}

const INSTANT: DataType = DataType::Timestamp(TimeUnit::Microsecond, None);

impl ScalarUDFImpl for DateDiff {
    fn name(&self) -> &'static str {
        "date_diff"
    }

    fn aliases(&self) -> &[String] {
        &self.aliases
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        let instant = |given: &DataType| given.is_temporal() || given.is_string() || given.is_null();
        match given {
            [unit, from, to] if (unit.is_string() || unit.is_null()) && instant(from) && instant(to) => {
                Ok(vec![DataType::Utf8, INSTANT, INSTANT])
            }
            _ => plan_err!("'date_diff' takes other arguments"),
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Int64)
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let [unit, instants @ ..] = arguments.args.as_slice() else { return exec_err!("'date_diff' takes other arguments") };
        let ColumnarValue::Scalar(ScalarValue::Utf8(Some(unit))) = unit else {
            return exec_err!("'date_diff' takes a constant argument first");
        };
        let scalar = instants.iter().all(|instant| matches!(instant, ColumnarValue::Scalar(_)));
        let instants = ColumnarValue::values_to_arrays(instants)?;
        let (from, to) = (number(unit, &instants[0])?, number(unit, &instants[1])?);
        let crossed: Int64Array = from.iter().zip(to.iter()).map(|(from, to)| to?.checked_sub(from?)).collect();
        match scalar {
            true => ScalarValue::try_from_array(&crossed, 0).map(ColumnarValue::Scalar),
            false => Ok(ColumnarValue::Array(Arc::new(crossed))),
        }
    }
}

/// The number of each instant's unit, counted from some fixed one.
fn number(unit: &str, instants: &ArrayRef) -> Result<Int64Array> {
    const SECOND: i64 = 1_000_000;
    const DAY: i64 = 86_400 * SECOND;
    let unit = unit.trim().to_lowercase();
    let years = |per_year: i64, part: Option<DatePart>| -> Result<Int64Array> {
        let year = date_part(instants, DatePart::Year)?;
        let within = part.map(|part| date_part(instants, part)).transpose()?;
        let within = |row: usize| within.as_ref().map_or(0, |within| i64::from(within.as_primitive::<Int32Type>().value(row)));
        let rows = year.as_primitive::<Int32Type>().iter().enumerate();
        Ok(rows.map(|(row, year)| Some(i64::from(year?) * per_year + within(row))).collect())
    };
    let fixed = |length: i64, shift: i64| -> Result<Int64Array> {
        let instants = instants.as_primitive::<TimestampMicrosecondType>();
        Ok(instants.iter().map(|instant| Some((instant? + shift).div_euclid(length))).collect())
    };
    let unit = match unit.as_str() {
        "ms" => "millisecond",
        "us" => "microsecond",
        other => other.strip_suffix('s').unwrap_or(other),
    };
    match unit {
        "decade" => years(1, None).map(|years| years.unary(|year: i64| year.div_euclid(10))),
        "year" | "yr" => years(1, None),
        "quarter" => years(4, Some(DatePart::Quarter)),
        "month" | "mon" => years(12, Some(DatePart::Month)),
        // The first day of the count was a Thursday.
        "week" => fixed(7 * DAY, 3 * DAY),
        "day" => fixed(DAY, 0),
        "hour" | "hr" => fixed(3_600 * SECOND, 0),
        "minute" | "min" => fixed(60 * SECOND, 0),
        "second" | "sec" => fixed(SECOND, 0),
        "millisecond" => fixed(1_000, 0),
        "microsecond" => fixed(1, 0),
        _ => exec_err!("Date part '{unit}' not supported"),
    }
}
