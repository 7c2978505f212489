//! Batches of the engine become rows of our own, up to a limit.

use datafusion::arrow::array::{Array, ArrayRef, AsArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Float32Type, Float64Type, Int64Type, UInt64Type};
use datafusion::arrow::error::ArrowError;
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use footbridge_query::protocol::WireCell;

/// Rows gathered so far.
pub(crate) struct Gathered {
    pub(crate) rows: Vec<Vec<WireCell>>,
    pub(crate) truncated: bool,
    /// The very first row alone was above the byte limit.
    pub(crate) oversized: bool,
    bytes: usize,
    most_rows: usize,
    most_bytes: usize,
}

impl Gathered {
    pub(crate) fn new(most_rows: usize, most_bytes: usize) -> Self {
        Self { rows: Vec::new(), truncated: false, oversized: false, bytes: 0, most_rows, most_bytes }
    }

    /// Takes what still fits; `truncated` is set as soon as something does not.
    pub(crate) fn add(&mut self, batch: &RecordBatch) -> Result<(), ArrowError> {
        let wanted = batch.num_rows().min(self.most_rows - self.rows.len());
        let slice = batch.slice(0, wanted);
        let mut columns = slice.columns().iter().map(|column| Ok(cells(column)?.into_iter())).collect::<Result<Vec<_>, ArrowError>>()?;
        for _ in 0..wanted {
            let row: Vec<WireCell> = columns.iter_mut().filter_map(Iterator::next).collect();
            self.bytes += row.iter().map(size).sum::<usize>();
            if self.bytes > self.most_bytes {
                self.oversized = self.rows.is_empty();
                self.truncated = true;
                return Ok(());
            }
            self.rows.push(row);
        }
        self.truncated = wanted < batch.num_rows();
        Ok(())
    }
}

/// The name of a type on the wire.
pub(crate) fn type_name(data_type: &DataType) -> String {
    match data_type {
        DataType::Boolean => "boolean".to_owned(),
        data_type if data_type.is_integer() => "integer".to_owned(),
        data_type if data_type.is_floating() => "float".to_owned(),
        data_type if data_type.is_decimal() => "decimal".to_owned(),
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => "text".to_owned(),
        DataType::Date32 | DataType::Date64 => "date".to_owned(),
        DataType::Timestamp(..) => "timestamp".to_owned(),
        DataType::Time32(_) | DataType::Time64(_) => "time".to_owned(),
        DataType::Interval(_) | DataType::Duration(_) => "interval".to_owned(),
        DataType::List(_) | DataType::LargeList(_) | DataType::FixedSizeList(..) | DataType::ListView(_) => "list".to_owned(),
        DataType::Dictionary(_, value) => type_name(value),
        DataType::Null => "null".to_owned(),
        DataType::Struct(_) => "struct".to_owned(),
        DataType::Map(..) => "map".to_owned(),
        DataType::Binary | DataType::LargeBinary | DataType::BinaryView | DataType::FixedSizeBinary(_) => "binary".to_owned(),
        _ => "other".to_owned(),
    }
}

fn size(cell: &WireCell) -> usize {
    match cell {
        WireCell::Null | WireCell::Boolean(_) => 1,
        WireCell::Integer(_) | WireCell::FloatBits(_) => 8,
        WireCell::Decimal(text) | WireCell::Text(text) | WireCell::Date(text) | WireCell::Timestamp(text) | WireCell::Other(text) => {
            text.len()
        }
    }
}

/// The values of one column.
fn cells(column: &ArrayRef) -> Result<Vec<WireCell>, ArrowError> {
    let to = |data_type| cast(column, &data_type);
    Ok(match column.data_type() {
        DataType::Null => vec![WireCell::Null; column.len()],
        DataType::Boolean => each(column.as_boolean().iter(), WireCell::Boolean),
        DataType::UInt64 => each(column.as_primitive::<UInt64Type>().iter(), unsigned),
        data_type if data_type.is_integer() => each(to(DataType::Int64)?.as_primitive::<Int64Type>().iter(), WireCell::Integer),
        DataType::Float64 => each(column.as_primitive::<Float64Type>().iter(), float),
        data_type if data_type.is_floating() => {
            each(to(DataType::Float32)?.as_primitive::<Float32Type>().iter(), |value| float(widen(value)))
        }
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => {
            each(to(DataType::LargeUtf8)?.as_string::<i64>().iter(), |text| WireCell::Text(text.to_owned()))
        }
        DataType::Dictionary(_, value) => cells(&to(value.as_ref().clone())?)?,
        data_type if data_type.is_decimal() => written(column, WireCell::Decimal)?,
        DataType::Date32 | DataType::Date64 => written(&to(DataType::Date32)?, WireCell::Date)?,
        DataType::Timestamp(..) => written(column, WireCell::Timestamp)?,
        _ => written(column, WireCell::Other)?,
    })
}

fn each<V>(values: impl Iterator<Item = Option<V>>, cell: impl Fn(V) -> WireCell) -> Vec<WireCell> {
    values.map(|value| value.map_or(WireCell::Null, &cell)).collect()
}

/// Values as the engine writes them.
fn written(column: &ArrayRef, cell: fn(String) -> WireCell) -> Result<Vec<WireCell>, ArrowError> {
    let options = FormatOptions::default();
    let formatter = ArrayFormatter::try_new(column.as_ref(), &options)?;
    let value = |at| match column.is_null(at) {
        true => Ok(WireCell::Null),
        false => Ok(cell(formatter.value(at).try_to_string()?)),
    };
    (0..column.len()).map(value).collect()
}

fn float(value: f64) -> WireCell {
    WireCell::FloatBits(value.to_bits())
}

fn unsigned(value: u64) -> WireCell {
    i64::try_from(value).map_or_else(|_| WireCell::Decimal(value.to_string()), WireCell::Integer)
}

/// Through its shortest decimal form, so that 0.1 stays 0.1 and does not become 0.10000000149.
fn widen(value: f32) -> f64 {
    value.to_string().parse().unwrap_or_else(|_| f64::from(value))
}
