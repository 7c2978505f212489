//! `percentile_cont(p) WITHIN GROUP (ORDER BY x)`, also called `quantile_cont(x, p)`: the engine's own, with another way for groups of
//! millions of values. What one thread has seen of a group goes to the next as a view of the memory it stands in, not as a copy in a list.

use super::percentile::{each_value, share_from_least};
use datafusion::arrow::array::{Array, ArrayRef, AsArray, BinaryViewArray, BinaryViewBuilder, BooleanArray, ByteView, Float64Array};
use datafusion::arrow::buffer::Buffer;
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Float64Type};
use datafusion::common::{exec_datafusion_err, exec_err};
use datafusion::error::Result;
use datafusion::functions_aggregate::percentile_cont::PercentileCont;
use datafusion::logical_expr::function::{AccumulatorArgs, AggregateFunctionSimplification, StateFieldsArgs};
use datafusion::logical_expr::utils::format_state_name;
use datafusion::logical_expr::{Accumulator, AggregateUDF, AggregateUDFImpl, EmitTo, GroupsAccumulator, Signature};
use datafusion::scalar::ScalarValue;
use std::sync::Arc;

/// From this many bytes on a group's values are handed on in the memory they stand in.
const OWN_MEMORY: usize = 4096;

/// Steps between two values, as the engine counts them.
const STEPS: f64 = 1_000_000.0;

pub(super) fn percentile_cont() -> AggregateUDF {
    AggregateUDF::new_from_impl(ByViews(PercentileCont::new()))
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct ByViews(PercentileCont);

/// Whether the values are handed on as views; else the engine does all of it.
fn by_views(value: &DataType, distinct: bool) -> bool {
    *value == DataType::Float64 && !distinct
}

impl AggregateUDFImpl for ByViews {
    fn name(&self) -> &str {
        self.0.name()
    }

    fn aliases(&self) -> &[String] {
        self.0.aliases()
    }

    fn signature(&self) -> &Signature {
        self.0.signature()
    }

    fn return_type(&self, given: &[DataType]) -> Result<DataType> {
        self.0.return_type(given)
    }

    fn simplify(&self) -> Option<AggregateFunctionSimplification> {
        self.0.simplify()
    }

    fn supports_within_group_clause(&self) -> bool {
        self.0.supports_within_group_clause()
    }

    fn state_fields(&self, arguments: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        if !by_views(arguments.input_fields[0].data_type(), arguments.is_distinct) {
            return self.0.state_fields(arguments);
        }
        Ok(vec![Arc::new(Field::new(format_state_name(arguments.name, "values"), DataType::BinaryView, true))])
    }

    fn accumulator(&self, arguments: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        let by_views = by_views(arguments.expr_fields[0].data_type(), arguments.is_distinct);
        let whole = self.0.accumulator(arguments)?;
        Ok(if by_views { Box::new(Whole(whole)) } else { whole })
    }

    fn groups_accumulator_supported(&self, arguments: AccumulatorArgs) -> bool {
        self.0.groups_accumulator_supported(arguments)
    }

    fn create_groups_accumulator(&self, arguments: AccumulatorArgs) -> Result<Box<dyn GroupsAccumulator>> {
        if !by_views(arguments.expr_fields[0].data_type(), arguments.is_distinct) {
            return self.0.create_groups_accumulator(arguments);
        }
        Ok(Box::new(Groups { share: share_from_least(&arguments)?, seen: Vec::new(), bytes: 0 }))
    }
}

/// The values of each group, without NULL.
#[derive(Debug)]
struct Groups {
    share: f64,
    seen: Vec<Values>,
    /// What all values take.
    bytes: usize,
}

/// The values of one group: those met here, and views of those met elsewhere.
#[derive(Debug, Default)]
struct Values {
    own: Vec<f64>,
    lent: Vec<Buffer>,
}

impl GroupsAccumulator for Groups {
    fn update_batch(&mut self, arguments: &[ArrayRef], groups: &[usize], filter: Option<&BooleanArray>, count: usize) -> Result<()> {
        self.seen.resize_with(count, Values::default);
        each_value(&arguments[0], groups, filter, |group, value| {
            self.seen[group].own.push(value);
            self.bytes += size_of::<f64>();
        });
        Ok(())
    }

    fn merge_batch(&mut self, states: &[ArrayRef], groups: &[usize], count: usize) -> Result<()> {
        self.seen.resize_with(count, Values::default);
        let states = states[0].as_binary_view();
        for (at, group) in groups.iter().enumerate().filter(|(at, _)| states.is_valid(*at)) {
            let values = &mut self.seen[*group];
            match memory_of(states, at) {
                Some(memory) => values.lent.push(memory),
                None => values.own.extend(numbers(states.value(at))),
            }
            self.bytes += states.value(at).len();
        }
        Ok(())
    }

    fn state(&mut self, emit: EmitTo) -> Result<Vec<ArrayRef>> {
        let mut views = BinaryViewBuilder::new();
        for mut values in self.take(emit) {
            values.gather();
            append(&mut views, values.own)?;
        }
        Ok(vec![Arc::new(views.finish())])
    }

    fn convert_to_state(&self, arguments: &[ArrayRef], filter: Option<&BooleanArray>) -> Result<Vec<ArrayRef>> {
        let rows: Vec<usize> = (0..arguments[0].len()).collect();
        let mut each = Self { share: self.share, seen: Vec::new(), bytes: 0 };
        each.update_batch(arguments, &rows, filter, rows.len())?;
        each.state(EmitTo::All)
    }

    fn evaluate(&mut self, emit: EmitTo) -> Result<ArrayRef> {
        let share = self.share;
        let percentile = |mut values: Values| {
            values.gather();
            percentile(&mut values.own, share)
        };
        Ok(Arc::new(self.take(emit).into_iter().map(percentile).collect::<Float64Array>()))
    }

    fn size(&self) -> usize {
        self.bytes + self.seen.capacity() * size_of::<Values>()
    }
}

impl Groups {
    fn take(&mut self, emit: EmitTo) -> Vec<Values> {
        let taken = emit.take_needed(&mut self.seen);
        let lent = |values: &Values| values.lent.iter().map(Buffer::len).sum::<usize>();
        self.bytes -= taken.iter().map(|values| size_of_val(values.own.as_slice()) + lent(values)).sum::<usize>();
        taken
    }
}

impl Values {
    /// Brings all values to one place.
    fn gather(&mut self) {
        self.own.reserve_exact(self.lent.iter().map(|memory| memory.len() / size_of::<f64>()).sum());
        for memory in self.lent.drain(..) {
            self.own.extend(numbers(&memory));
        }
    }
}

/// The memory in which the values of a row stand, unless it holds little else than these.
fn memory_of(states: &BinaryViewArray, at: usize) -> Option<Buffer> {
    let view = ByteView::from(states.views()[at]);
    let memory = || &states.data_buffers()[view.buffer_index as usize];
    (view.length as usize >= OWN_MEMORY).then(|| memory().slice_with_length(view.offset as usize, view.length as usize))
}

fn append(views: &mut BinaryViewBuilder, mut values: Vec<f64>) -> Result<()> {
    let length = size_of_val(values.as_slice());
    if length < OWN_MEMORY {
        views.append_value(values.iter().flat_map(|value| value.to_ne_bytes()).collect::<Vec<u8>>());
        return Ok(());
    }
    let length = u32::try_from(length).map_err(|_| exec_datafusion_err!("a group has more values than can be handed on"))?;
    // Memory that is half empty is copied on the way.
    values.shrink_to_fit();
    let memory = views.append_block(Buffer::from_vec(values));
    Ok(views.try_append_view(memory, 0, length)?)
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = f64> {
    bytes.as_chunks::<{ size_of::<f64>() }>().0.iter().map(|bytes| f64::from_ne_bytes(*bytes))
}

/// The value at this share of the way from the least to the largest, as the engine finds it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a place among values that fit into memory"
)]
fn percentile(values: &mut [f64], share: f64) -> Option<f64> {
    let place = share * values.len().checked_sub(1)? as f64;
    let below = place.floor() as usize;
    let (_, low, above) = values.select_nth_unstable_by(below, f64::total_cmp);
    let low = *low;
    if place.ceil() as usize == below {
        return Some(low);
    }
    let high = above.iter().copied().min_by(f64::total_cmp)?;
    let weight = ((place - below as f64) * STEPS).floor() / STEPS;
    Some(low + (high - low) * weight)
}

/// All rows as one group, which the engine counts.
#[derive(Debug)]
struct Whole(Box<dyn Accumulator>);

impl Accumulator for Whole {
    fn update_batch(&mut self, arguments: &[ArrayRef]) -> Result<()> {
        self.0.update_batch(arguments)
    }

    fn retract_batch(&mut self, arguments: &[ArrayRef]) -> Result<()> {
        self.0.retract_batch(arguments)
    }

    fn supports_retract_batch(&self) -> bool {
        self.0.supports_retract_batch()
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        let states = states[0].as_binary_view();
        states.iter().flatten().try_for_each(|bytes| self.0.update_batch(&[Arc::new(numbers(bytes).collect::<Float64Array>())]))
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        let states = self.0.state()?;
        let [ScalarValue::List(list)] = states.as_slice() else { return exec_err!("the values of a percentile are missing") };
        let values = list.values().as_primitive::<Float64Type>().values();
        Ok(vec![ScalarValue::BinaryView(Some(values.iter().flat_map(|value| value.to_ne_bytes()).collect()))])
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        self.0.evaluate()
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.0.size()
    }
}

#[cfg(test)]
mod tests {
    use super::percentile_cont;
    use datafusion::arrow::util::pretty::pretty_format_batches;
    use datafusion::prelude::{SessionConfig, SessionContext};

    async fn result(context: &SessionContext, sql: &str) -> String {
        let rows = context.sql(sql).await.expect(sql).collect().await.expect(sql);
        pretty_format_batches(&rows).expect(sql).to_string()
    }

    /// Batches are small, so that groups are handed on often and, where nearly each row has its own, row by row.
    #[tokio::test]
    async fn percentiles_are_those_of_the_engine() {
        let [engine, ours] =
            [(); 2].map(|()| SessionContext::new_with_config(SessionConfig::new().with_target_partitions(2).with_batch_size(512)));
        ours.register_udaf(percentile_cont());
        let calls = "with calls as (select value as n, value * value % 99991 / 7.0 as ms from generate_series(1, 150000))";
        for query in [
            "select n % 3 as k, percentile_cont(0.95) within group (order by ms) from calls group by k order by k",
            "select n % 3 as k, percentile_cont(0.95) within group (order by ms desc) from calls group by k order by k",
            "select n % 1001 as k, percentile_cont(0.3) within group (order by ms) from calls group by k order by k",
            "select n / 2 as k, percentile_cont(0.3) within group (order by ms) from calls group by k order by k limit 20000",
            "select n % 4 as k, percentile_cont(0.5) within group (order by case when n % 8 > 2 then ms end) from calls group by k order by k",
            "select n % 4 as k, percentile_cont(0.5) within group (order by ms) filter (where n % 8 = 3) from calls group by k order by k",
            "select n % 4 as k, percentile_cont(0) within group (order by ms), quantile_cont(n, 1), quantile_cont(ms, 0.25) from calls group by k order by k",
            "select n % 4 as k, percentile_cont(0.5) within group (order by cast(ms as real)) from calls group by k order by k",
            "select n % 4 as k, percentile_cont(0.5) within group (order by null) from calls group by k order by k",
            "select percentile_cont(0.95) within group (order by ms), quantile_cont(ms, 0.1) from calls",
            "select percentile_cont(0.95) within group (order by ms) from calls where n < 0",
            "select n, quantile_cont(ms, 0.9) over (order by n rows between 5 preceding and 2 following) from calls where n < 900 order by n",
        ] {
            let sql = format!("{calls} {query}");
            assert_eq!(result(&ours, &sql).await, result(&engine, &sql).await, "{query}");
        }
    }
}
