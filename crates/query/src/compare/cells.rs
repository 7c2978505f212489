//! The cells of both results in the form they are compared in.

use super::columns::{MatchedColumn, exact_key};
use super::rules::Tolerance;
use crate::table::{DataType, Table, Value};
use std::collections::HashMap;

/// One cell. Equal cells are the same to the last digit; [`Cells::same`] is the judgement that knows tolerances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Cell {
    /// `NULL`.
    Null,
    /// A value under exact equality: its place among all values of both results, which does not depend on the order of rows.
    Is(usize),
    /// The bits of a number in a column with a tolerance. Zero has one sign and `NaN` one form.
    Number(u64),
}

impl Cell {
    fn number(value: f64) -> Self {
        // Adding zero turns `-0.0` into `0.0`.
        Self::Number(if value.is_nan() { f64::NAN } else { value + 0.0 }.to_bits())
    }

    pub(super) fn as_number(self) -> Option<f64> {
        match self {
            Self::Number(bits) => Some(f64::from_bits(bits)),
            Self::Null | Self::Is(_) => None,
        }
    }
}

/// One row: a cell per compared column.
pub(super) type Row = Vec<Cell>;

/// Both results, column by compared column.
pub(super) struct Cells {
    /// Per compared column; `None` means exact equality.
    pub(super) tolerances: Vec<Option<Tolerance>>,
    /// Per compared column: whether numbers are expected in it.
    pub(super) numeric: Vec<bool>,
    pub(super) expected: Vec<Row>,
    pub(super) actual: Vec<Row>,
}

impl Cells {
    pub(super) fn new(expected: &Table, actual: &Table, columns: &[MatchedColumn]) -> Self {
        let mut seen = HashMap::new();
        let mut rows = |table: &Table, place: fn(&MatchedColumn) -> usize| -> Vec<Row> {
            let mut cell = |column: &MatchedColumn, row: &[Value]| coded(&row[place(column)], column.tolerance, &mut seen);
            table.rows.iter().map(|row| columns.iter().map(|column| cell(column, row)).collect()).collect()
        };
        let mut coded = [rows(expected, |column| column.expected), rows(actual, |column| column.actual)];
        let places = places(seen);
        for cell in coded.iter_mut().flatten().flatten() {
            if let Cell::Is(place) = cell {
                *place = places[*place];
            }
        }
        let [expected_rows, actual_rows] = coded;
        let is_number = |column: &MatchedColumn| {
            matches!(expected.columns[column.expected].data_type, DataType::Integer | DataType::Float | DataType::Decimal)
        };
        Self {
            tolerances: columns.iter().map(|column| column.tolerance).collect(),
            numeric: columns.iter().map(is_number).collect(),
            expected: expected_rows,
            actual: actual_rows,
        }
    }

    /// How many columns are compared.
    pub(super) fn width(&self) -> usize {
        self.tolerances.len()
    }

    /// Whether two cells of a column are the same.
    pub(super) fn same(&self, column: usize, a: Cell, b: Cell) -> bool {
        match (self.tolerances[column], a.as_number(), b.as_number()) {
            (Some(tolerance), Some(a), Some(b)) => tolerance.accepts(a, b),
            _ => a == b,
        }
    }

    /// Whether two rows are the same in these columns.
    pub(super) fn same_in(&self, columns: &[usize], a: &[Cell], b: &[Cell]) -> bool {
        columns.iter().all(|&column| self.same(column, a[column], b[column]))
    }

    /// In how many columns two rows are the same.
    pub(super) fn agreement(&self, a: &[Cell], b: &[Cell]) -> usize {
        (0..self.width()).filter(|&column| self.same(column, a[column], b[column])).count()
    }
}

/// Numbers exact values as they are first seen.
fn coded(value: &Value, tolerance: Option<Tolerance>, seen: &mut HashMap<String, usize>) -> Cell {
    match (value, tolerance.and_then(|_| value.as_number())) {
        (Value::Null, _) => Cell::Null,
        (_, Some(number)) => Cell::number(number),
        (_, None) => {
            let next = seen.len();
            Cell::Is(*seen.entry(exact_key(value).into_owned()).or_insert(next))
        }
    }
}

/// For each value, in the order first seen, its place in sorted order.
fn places(seen: HashMap<String, usize>) -> Vec<usize> {
    let mut sorted: Vec<(String, usize)> = seen.into_iter().collect();
    sorted.sort_unstable();
    let mut places = vec![0; sorted.len()];
    for (place, (_, first_seen)) in sorted.into_iter().enumerate() {
        places[first_seen] = place;
    }
    places
}

/// The cells of a row in these columns, to the last digit.
pub(super) fn identity(row: &[Cell], columns: &[usize]) -> Row {
    columns.iter().map(|&column| row[column]).collect()
}

/// What two rows must have in common to be the same in these columns: [`identity`] with every number under a tolerance left open.
pub(super) fn frame(row: &[Cell], columns: &[usize]) -> Row {
    let open = |cell| if let Cell::Number(_) = cell { Cell::Number(0) } else { cell };
    columns.iter().map(|&column| open(row[column])).collect()
}
