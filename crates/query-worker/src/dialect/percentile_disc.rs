//! `percentile_disc(p) WITHIN GROUP (ORDER BY x)`, also called `quantile(x, p)`: the first value that at least a share `p` of all
//! values does not exceed. Unlike `percentile_cont` it is always one of the values, and they need not be numbers.

use super::percentile::{is_descending, share};
use datafusion::arrow::array::{Array, ArrayRef, AsArray, ListArray, UInt32Array};
use datafusion::arrow::buffer::OffsetBuffer;
use datafusion::arrow::compute::{SortOptions, concat, filter, is_not_null, sort_to_indices};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::{exec_err, plan_err};
use datafusion::error::Result;
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::utils::format_state_name;
use datafusion::logical_expr::{Accumulator, AggregateUDF, AggregateUDFImpl, Signature, Volatility};
use datafusion::scalar::ScalarValue;
use std::sync::Arc;

pub(super) fn percentile_disc() -> AggregateUDF {
    let aliases = ["quantile_disc", "quantile"].map(str::to_owned).to_vec();
    AggregateUDF::new_from_impl(PercentileDisc { signature: Signature::user_defined(Volatility::Immutable), aliases })
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct PercentileDisc {
    signature: Signature,
    aliases: Vec<String>,
}

impl AggregateUDFImpl for PercentileDisc {
    fn name(&self) -> &'static str {
        "percentile_disc"
    }

    fn aliases(&self) -> &[String] {
        &self.aliases
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        match given {
            [value, share] if share.is_numeric() => Ok(vec![value.clone(), DataType::Float64]),
            _ => plan_err!("'percentile_disc' takes other arguments"),
        }
    }

    fn return_type(&self, given: &[DataType]) -> Result<DataType> {
        Ok(given[0].clone())
    }

    fn supports_within_group_clause(&self) -> bool {
        true
    }

    fn state_fields(&self, arguments: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        let values = Field::new_list_field(arguments.input_fields[0].data_type().clone(), true);
        let name = format_state_name(arguments.name, self.name());
        Ok(vec![Arc::new(Field::new(name, DataType::List(Arc::new(values)), true))])
    }

    fn accumulator(&self, arguments: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        let share = share(&arguments)?;
        let order = SortOptions { descending: is_descending(&arguments), nulls_first: false };
        let data_type = arguments.expr_fields[0].data_type().clone();
        Ok(Box::new(Values { share, order, data_type, seen: Vec::new() }))
    }
}

/// All values of a group, without NULL.
#[derive(Debug)]
struct Values {
    share: f64,
    order: SortOptions,
    data_type: DataType,
    seen: Vec<ArrayRef>,
}

impl Values {
    fn together(&self) -> Result<Option<ArrayRef>> {
        let parts: Vec<&dyn Array> = self.seen.iter().map(AsRef::as_ref).collect();
        Ok(if parts.is_empty() { None } else { Some(concat(&parts)?) })
    }

    fn keep(&mut self, values: &ArrayRef) -> Result<()> {
        let values = filter(values, &is_not_null(values)?)?;
        if !values.is_empty() {
            self.seen.push(values);
        }
        Ok(())
    }
}

impl Accumulator for Values {
    fn update_batch(&mut self, arguments: &[ArrayRef]) -> Result<()> {
        self.keep(&arguments[0])
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        for values in states[0].as_list::<i32>().iter().flatten() {
            self.keep(&values)?;
        }
        Ok(())
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        let values = match self.together()? {
            Some(values) => values,
            None => datafusion::arrow::array::new_empty_array(&self.data_type),
        };
        let field = Arc::new(Field::new_list_field(self.data_type.clone(), true));
        let list = ListArray::new(field, OffsetBuffer::from_lengths([values.len()]), values, None);
        Ok(vec![ScalarValue::List(Arc::new(list))])
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        let Some(values) = self.together()? else { return ScalarValue::try_from(&self.data_type) };
        let order: UInt32Array = sort_to_indices(&values, Some(self.order), None)?;
        let Some(place) = place(self.share, values.len()) else { return exec_err!("too many values") };
        ScalarValue::try_from_array(&values, order.value(place) as usize)
    }

    fn size(&self) -> usize {
        let held = self.seen.iter().map(|values| values.to_data().get_slice_memory_size().unwrap_or_default());
        size_of_val(self) + held.sum::<usize>()
    }
}

/// Where the value stands among `count` ordered ones, from 0.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a share of at most 1 of a count that fits into memory"
)]
fn place(share: f64, count: usize) -> Option<usize> {
    let rank = (share * count as f64).ceil() as usize;
    Some(rank.max(1).min(count) - 1)
}
