//! `time_bucket(width, instant)`: the start of the bucket an instant falls into, as TimescaleDB and DuckDB count.
//!
//! Buckets of whole months are counted from 1 January 2000, all others from Monday 3 January 2000, so that weeks begin on Monday.

use datafusion::arrow::datatypes::{DataType, IntervalUnit, TimeUnit};
use datafusion::common::{exec_err, plan_err};
use datafusion::error::Result;
use datafusion::functions::datetime::date_bin;
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility};
use datafusion::scalar::ScalarValue;

pub(super) fn time_bucket() -> ScalarUDF {
    ScalarUDF::new_from_impl(TimeBucket { signature: Signature::user_defined(Volatility::Immutable) })
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct TimeBucket {
    signature: Signature,
}

const WIDTH: DataType = DataType::Interval(IntervalUnit::MonthDayNano);
const INSTANT: DataType = DataType::Timestamp(TimeUnit::Nanosecond, None);

const FIRST_OF_MONTH: i64 = 946_684_800_000_000_000;
const MONDAY: i64 = 946_857_600_000_000_000;

impl ScalarUDFImpl for TimeBucket {
    fn name(&self) -> &'static str {
        "time_bucket"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        let instant =
            |given: &DataType| matches!(given, DataType::Date32 | DataType::Timestamp(..)) || given.is_string() || given.is_null();
        match given {
            [width, from @ ..] if from.len() <= 2 && !from.is_empty() && from.iter().all(instant) && is_width(width) => {
                Ok([vec![WIDTH], vec![INSTANT; from.len()]].concat())
            }
            _ => plan_err!("'time_bucket' takes other arguments"),
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(INSTANT)
    }

    fn invoke_with_args(&self, mut arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let Some(ColumnarValue::Scalar(ScalarValue::IntervalMonthDayNano(width))) = arguments.args.first() else {
            return exec_err!("'time_bucket' takes a constant argument first");
        };
        if arguments.args.len() == 2 {
            let origin = if width.is_some_and(|width| width.months != 0) { FIRST_OF_MONTH } else { MONDAY };
            arguments.args.push(ColumnarValue::Scalar(ScalarValue::TimestampNanosecond(Some(origin), None)));
        }
        date_bin().invoke_with_args(arguments)
    }
}

fn is_width(given: &DataType) -> bool {
    matches!(given, DataType::Interval(_) | DataType::Duration(_)) || given.is_string()
}
