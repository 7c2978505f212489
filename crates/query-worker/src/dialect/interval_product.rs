//! `interval * n`, `n * interval` and `interval / n`.
//!
//! As in PostgreSQL, a part of a month is handed down as days of which a month has thirty, and a part of a day as hours.

use datafusion::arrow::array::{AsArray, IntervalMonthDayNanoArray};
use datafusion::arrow::datatypes::{DataType, Float64Type, IntervalMonthDayNano, IntervalMonthDayNanoType, IntervalUnit};
use datafusion::common::{DFSchema, exec_err};
use datafusion::error::Result;
use datafusion::logical_expr::planner::{ExprPlanner, PlannerResult, RawBinaryExpr};
use datafusion::logical_expr::{
    ColumnarValue, Expr, ExprSchemable, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility, cast, lit,
};
use datafusion::scalar::ScalarValue;
use datafusion::sql::sqlparser::ast::BinaryOperator;
use std::sync::{Arc, LazyLock};

/// Plans the operators where one side is a length of time and the other a number.
#[derive(Debug)]
pub(super) struct Product;

const LENGTH: DataType = DataType::Interval(IntervalUnit::MonthDayNano);

static TIMES: LazyLock<Arc<ScalarUDF>> = LazyLock::new(|| {
    let signature = Signature::exact(vec![LENGTH, DataType::Float64], Volatility::Immutable);
    Arc::new(ScalarUDF::new_from_impl(Times { signature }))
});

impl ExprPlanner for Product {
    fn plan_binary_op(&self, operation: RawBinaryExpr, schema: &DFSchema) -> Result<PlannerResult<RawBinaryExpr>> {
        if !matches!(operation.op, BinaryOperator::Multiply | BinaryOperator::Divide) {
            return Ok(PlannerResult::Original(operation));
        }
        let (Ok(left), Ok(right)) = (operation.left.get_type(schema), operation.right.get_type(schema)) else {
            return Ok(PlannerResult::Original(operation));
        };
        let RawBinaryExpr { op, left: first, right: second } = operation;
        let times = |length: Expr, factor: Expr| TIMES.call(vec![cast(length, LENGTH), cast(factor, DataType::Float64)]);
        Ok(match op {
            BinaryOperator::Multiply if is_length(&left) && right.is_numeric() => PlannerResult::Planned(times(first, second)),
            BinaryOperator::Multiply if left.is_numeric() && is_length(&right) => PlannerResult::Planned(times(second, first)),
            BinaryOperator::Divide if is_length(&left) && right.is_numeric() => {
                PlannerResult::Planned(times(first, lit(1.0) / cast(second, DataType::Float64)))
            }
            op => PlannerResult::Original(RawBinaryExpr { op, left: first, right: second }),
        })
    }
}

fn is_length(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Interval(_) | DataType::Duration(_))
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Times {
    signature: Signature,
}

impl ScalarUDFImpl for Times {
    fn name(&self) -> &'static str {
        "interval_times"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(LENGTH)
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let scalar = arguments.args.iter().all(|argument| matches!(argument, ColumnarValue::Scalar(_)));
        let [lengths, factors] = ColumnarValue::values_to_arrays(&arguments.args)?.try_into().or_else(|_| exec_err!("two arguments"))?;
        let (lengths, factors) = (lengths.as_primitive::<IntervalMonthDayNanoType>(), factors.as_primitive::<Float64Type>());
        let product = |(length, factor): (Option<IntervalMonthDayNano>, Option<f64>)| match (length, factor) {
            (Some(length), Some(factor)) => times(length, factor).map(Some),
            _ => Ok(None),
        };
        let products: IntervalMonthDayNanoArray = lengths.iter().zip(factors.iter()).map(product).collect::<Result<_>>()?;
        match scalar && !products.is_empty() {
            true => ScalarValue::try_from_array(&products, 0).map(ColumnarValue::Scalar),
            false => Ok(ColumnarValue::Array(Arc::new(products))),
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "each value is checked to be within its type first")]
fn times(length: IntervalMonthDayNano, factor: f64) -> Result<IntervalMonthDayNano> {
    const NANOSECONDS_A_DAY: f64 = 86_400e9;
    let months = f64::from(length.months) * factor;
    let days = f64::from(length.days) * factor + months.fract() * 30.0;
    let nanoseconds = length.nanoseconds as f64 * factor + days.fract() * NANOSECONDS_A_DAY;
    let small = |value: f64| value.is_finite() && value.abs() < f64::from(i32::MAX);
    if !small(months) || !small(days) || nanoseconds.abs() >= i64::MAX as f64 {
        return exec_err!("Interval overflow");
    }
    Ok(IntervalMonthDayNano::new(months.trunc() as i32, days.trunc() as i32, nanoseconds.round() as i64))
}
