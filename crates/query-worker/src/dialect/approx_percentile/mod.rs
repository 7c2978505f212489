//! `approx_percentile_cont(p) WITHIN GROUP (ORDER BY x)`, also called `approx_quantile(x, p)`: the percentile of millions of values without
//! keeping them.

mod sketch;

use super::percentile::{each_value, share_from_least};
use datafusion::arrow::array::{Array, ArrayRef, AsArray, BooleanArray, Float64Array, Float64Builder, ListBuilder, UInt64Builder};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Float64Type, UInt64Type};
use datafusion::common::plan_err;
use datafusion::error::Result;
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::utils::format_state_name;
use datafusion::logical_expr::{Accumulator, AggregateUDF, AggregateUDFImpl, EmitTo, GroupsAccumulator, Signature, Volatility};
use datafusion::scalar::ScalarValue;
use sketch::Sketch;
use std::sync::Arc;

pub(super) fn approx_percentile_cont() -> AggregateUDF {
    let aliases = vec!["approx_quantile".to_owned()];
    AggregateUDF::new_from_impl(ApproxPercentile { signature: Signature::user_defined(Volatility::Immutable), aliases })
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct ApproxPercentile {
    signature: Signature,
    aliases: Vec<String>,
}

impl AggregateUDFImpl for ApproxPercentile {
    fn name(&self) -> &'static str {
        "approx_percentile_cont"
    }

    fn aliases(&self) -> &[String] {
        &self.aliases
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        match given {
            [value, share] if value.is_numeric() && share.is_numeric() => Ok(vec![DataType::Float64; 2]),
            _ => plan_err!("'approx_percentile_cont' takes other arguments"),
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Float64)
    }

    fn supports_within_group_clause(&self) -> bool {
        true
    }

    fn state_fields(&self, arguments: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        let list = |item| DataType::List(Arc::new(Field::new_list_field(item, true)));
        let field = |(name, data_type)| Arc::new(Field::new(format_state_name(arguments.name, name), data_type, true));
        let fields = [
            ("values", list(DataType::Float64)),
            ("counts", list(DataType::UInt64)),
            ("least", DataType::Float64),
            ("largest", DataType::Float64),
        ];
        Ok(fields.map(field).to_vec())
    }

    fn accumulator(&self, arguments: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        Ok(Box::new(Whole(Groups::new(&arguments)?)))
    }

    fn groups_accumulator_supported(&self, _: AccumulatorArgs) -> bool {
        true
    }

    fn create_groups_accumulator(&self, arguments: AccumulatorArgs) -> Result<Box<dyn GroupsAccumulator>> {
        Ok(Box::new(Groups::new(&arguments)?))
    }
}

/// A sketch of each group.
#[derive(Debug)]
struct Groups {
    share: f64,
    sketches: Vec<Sketch>,
    allocated: usize,
}

impl Groups {
    fn new(arguments: &AccumulatorArgs) -> Result<Self> {
        Ok(Self { share: share_from_least(arguments)?, sketches: Vec::new(), allocated: 0 })
    }
}

impl GroupsAccumulator for Groups {
    fn update_batch(&mut self, arguments: &[ArrayRef], groups: &[usize], filter: Option<&BooleanArray>, count: usize) -> Result<()> {
        self.sketches.resize_with(count, Sketch::default);
        each_value(&arguments[0], groups, filter, |group, value| self.allocated += self.sketches[group].add(value));
        Ok(())
    }

    fn merge_batch(&mut self, states: &[ArrayRef], groups: &[usize], count: usize) -> Result<()> {
        self.sketches.resize_with(count, Sketch::default);
        let [values, counts] = [&states[0], &states[1]].map(|lists| lists.as_list::<i32>());
        let [least, largest] = [&states[2], &states[3]].map(|bounds| bounds.as_primitive::<Float64Type>());
        for (at, group) in groups.iter().enumerate() {
            let (values, counts) = (values.value(at), counts.value(at));
            let parts = values.as_primitive::<Float64Type>().values().iter().zip(counts.as_primitive::<UInt64Type>().values());
            let parts = parts.map(|(value, count)| (*value, *count));
            self.allocated += self.sketches[*group].merge(parts, (least.value(at), largest.value(at)));
        }
        Ok(())
    }

    fn state(&mut self, emit: EmitTo) -> Result<Vec<ArrayRef>> {
        Ok(states(emit.take_needed(&mut self.sketches)))
    }

    fn convert_to_state(&self, arguments: &[ArrayRef], filter: Option<&BooleanArray>) -> Result<Vec<ArrayRef>> {
        let rows: Vec<usize> = (0..arguments[0].len()).collect();
        let mut each = Self { share: self.share, sketches: Vec::new(), allocated: 0 };
        each.update_batch(arguments, &rows, filter, rows.len())?;
        Ok(states(each.sketches))
    }

    fn evaluate(&mut self, emit: EmitTo) -> Result<ArrayRef> {
        let sketches = emit.take_needed(&mut self.sketches);
        Ok(Arc::new(sketches.iter().map(|sketch| sketch.percentile(self.share)).collect::<Float64Array>()))
    }

    fn size(&self) -> usize {
        self.allocated + self.sketches.capacity() * size_of::<Sketch>()
    }
}

/// One row for each sketch.
fn states(sketches: Vec<Sketch>) -> Vec<ArrayRef> {
    let mut values = ListBuilder::new(Float64Builder::new());
    let mut counts = ListBuilder::new(UInt64Builder::new());
    let (mut least, mut largest) = (Vec::new(), Vec::new());
    for sketch in sketches {
        for (value, count) in sketch.parts() {
            values.values().append_value(value);
            counts.values().append_value(count);
        }
        values.append(true);
        counts.append(true);
        let bounds = sketch.bounds();
        least.push(bounds.0);
        largest.push(bounds.1);
    }
    let bounds = [least, largest].map(|bounds| Arc::new(Float64Array::from(bounds)) as ArrayRef);
    vec![Arc::new(values.finish()), Arc::new(counts.finish()), Arc::clone(&bounds[0]), Arc::clone(&bounds[1])]
}

/// All rows as one group.
#[derive(Debug)]
struct Whole(Groups);

impl Accumulator for Whole {
    fn update_batch(&mut self, arguments: &[ArrayRef]) -> Result<()> {
        self.0.update_batch(arguments, &vec![0; arguments[0].len()], None, 1)
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        self.0.merge_batch(states, &vec![0; states[0].len()], 1)
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        self.0.sketches.resize_with(1, Sketch::default);
        self.0.state(EmitTo::All)?.iter().map(|state| ScalarValue::try_from_array(state, 0)).collect()
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        self.0.sketches.resize_with(1, Sketch::default);
        ScalarValue::try_from_array(&self.0.evaluate(EmitTo::All)?, 0)
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.0.size()
    }
}
