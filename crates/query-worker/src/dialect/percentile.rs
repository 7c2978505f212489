//! What all percentiles have in common: the share that is asked for, and the values of each group.

use datafusion::arrow::array::{Array, ArrayRef, AsArray, BooleanArray};
use datafusion::arrow::datatypes::Float64Type;
use datafusion::common::plan_err;
use datafusion::error::Result;
use datafusion::logical_expr::function::AccumulatorArgs;
use datafusion::physical_expr::expressions::Literal;
use datafusion::scalar::ScalarValue;

/// The share that is asked for, the second argument of every percentile.
pub(super) fn share(arguments: &AccumulatorArgs) -> Result<f64> {
    match arguments.exprs[1].downcast_ref::<Literal>().map(Literal::value) {
        Some(ScalarValue::Float64(Some(share))) if (0.0..=1.0).contains(share) => Ok(*share),
        _ => plan_err!("Percentile value must be between 0.0 and 1.0"),
    }
}

pub(super) fn is_descending(arguments: &AccumulatorArgs) -> bool {
    arguments.order_bys.first().is_some_and(|order| order.options.descending)
}

/// The same share counted from the least value, whichever the order.
pub(super) fn share_from_least(arguments: &AccumulatorArgs) -> Result<f64> {
    let share = share(arguments)?;
    Ok(if is_descending(arguments) { 1.0 - share } else { share })
}

/// Hands over each value that is there and let through, with its group.
pub(super) fn each_value(values: &ArrayRef, groups: &[usize], filter: Option<&BooleanArray>, mut take: impl FnMut(usize, f64)) {
    let values = values.as_primitive::<Float64Type>();
    if filter.is_none() && values.null_count() == 0 {
        values.values().iter().zip(groups).for_each(|(value, group)| take(*group, *value));
        return;
    }
    for (at, (value, group)) in values.iter().zip(groups).enumerate() {
        let counts = filter.is_none_or(|filter| filter.is_valid(at) && filter.value(at));
        if let Some(value) = value.filter(|_| counts) {
            take(*group, value);
        }
    }
}
