//! A database of which only what matters is written down, and how it is made whole.
//!
//! What is left open comes from the row of the data set that is nearest to what is written, and of equally near ones from the most usual,
//! so that whatever holds inside a row holds here too. Keys that are left open are numbered, a row that does not say whom it belongs to
//! belongs to the first one there is, and rows that are named but not written come along.

use super::Database;
use super::facts::{Reference, TableFacts, spelled};
use super::values::{moved, seconds_of};
use crate::table::Value;
use std::collections::{BTreeMap, HashMap};

/// A column with at most this many values has a most usual one.
const FEW_VALUES: usize = 12;

/// What it costs a row to have another value in a column of the key; anywhere else it costs 1.
const ANOTHER_KEY: f64 = 0.5;

/// The values of a row that matter, by place of their column.
pub type SketchedRow = BTreeMap<usize, Value>;

/// For each table the rows that matter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sketch {
    /// Rows by table.
    pub tables: BTreeMap<String, Vec<SketchedRow>>,
}

/// Why no database can be made of a sketch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfillable {
    /// The row, counted from 0, has the key of another.
    KeyTwice {
        /// The table.
        table: String,
        /// The row.
        row: usize,
    },
    /// The row, counted from 0, has nothing in a column that is never empty.
    NeverNull {
        /// The table.
        table: String,
        /// The row.
        row: usize,
        /// The column.
        column: String,
    },
    /// The data set has no row to take values from.
    NoRows {
        /// The table.
        table: String,
    },
}

/// The numbers or moments of a column.
struct Positions {
    /// For each row of the data set.
    of_rows: Vec<Option<f64>>,
    /// How far apart they are at most; never 0.
    span: f64,
}

/// Makes sketches whole with rows of a data set.
pub struct Filler<'a> {
    tables: &'a [TableFacts],
    usual: Vec<Vec<u32>>,
    positions: HashMap<(usize, usize), Positions>,
    nearest: HashMap<String, Vec<Value>>,
}

impl<'a> Filler<'a> {
    /// Looks at the rows of the tables: what is usual in them.
    pub fn new(tables: &'a [TableFacts]) -> Self {
        Self { tables, usual: tables.iter().map(usualness).collect(), positions: HashMap::new(), nearest: HashMap::new() }
    }

    /// The whole database. It keeps keys and references; whether it keeps the checks is for the engine to say.
    pub fn fill(&mut self, sketch: &Sketch) -> Result<Database, Unfillable> {
        let mut rows: Vec<Vec<Vec<Value>>> = vec![Vec::new(); self.tables.len()];
        for at in self.parents_first() {
            let sketched = sketch.tables.get(&self.tables[at].name).map_or(&[][..], Vec::as_slice);
            rows[at] = self.rows_of(at, sketched, &firsts(&rows))?;
        }
        let written = firsts(&rows);
        for at in 0..self.tables.len() {
            for row in rows[at].clone() {
                self.add_parents(at, &row, &written, &mut rows)?;
            }
        }
        let named = |(table, rows): (&TableFacts, Vec<Vec<Value>>)| (table.name.clone(), rows);
        Ok(Database { tables: self.tables.iter().zip(rows).map(named).collect() })
    }

    /// Tables in an order in which each comes after those it refers to. Where they refer to one another in a circle, some order.
    fn parents_first(&self) -> Vec<usize> {
        let mut order: Vec<usize> = Vec::new();
        while order.len() < self.tables.len() {
            let waits = |at: usize| {
                let mut parents = self.tables[at].references.iter().filter_map(|reference| self.place(&reference.table));
                parents.any(|parent| parent != at && !order.contains(&parent))
            };
            let mut left = (0..self.tables.len()).filter(|at| !order.contains(at));
            let first = left.clone().find(|&at| !waits(at)).or_else(|| left.next());
            order.extend(first);
        }
        order
    }

    fn place(&self, table: &str) -> Option<usize> {
        self.tables.iter().position(|other| other.name == table)
    }

    /// Rows of one table, of which this much is written; `firsts` are the rows that they belong to when they do not say to whom.
    fn rows_of(&mut self, at: usize, sketched: &[SketchedRow], firsts: &[Option<Vec<Value>>]) -> Result<Vec<Vec<Value>>, Unfillable> {
        let table = &self.tables[at];
        let key = table.places(&table.key);
        let mut taken: Vec<String> = Vec::new();
        for (number, row) in
            sketched.iter().enumerate().filter(|(_, row)| !key.is_empty() && key.iter().all(|place| row.contains_key(place)))
        {
            let spelled: String = key.iter().map(|place| format!("{:?}\u{1f}", row[place])).collect();
            if taken.contains(&spelled) {
                return Err(Unfillable::KeyTwice { table: table.name.clone(), row: number });
            }
            taken.push(spelled);
        }
        let mut rows = Vec::new();
        for (number, sketched) in sketched.iter().enumerate() {
            let empty = sketched.iter().find(|(place, value)| value.is_null() && (key.contains(place) || !table.is_nullable(**place)));
            if let Some((&place, _)) = empty {
                return Err(Unfillable::NeverNull { table: table.name.clone(), row: number, column: table.columns[place].name.clone() });
            }
            let mut row = self.nearest(at, sketched)?;
            for reference in &table.references {
                self.belong_to_the_first(at, reference, sketched, &mut row, firsts);
            }
            let open: Vec<usize> = key.iter().copied().filter(|place| !sketched.contains_key(place)).collect();
            number_from_one(table, &open, &mut row);
            while !open.is_empty() && taken.contains(&spelled(&row, &key)) && next_key(&mut row, &open) {}
            taken.push(spelled(&row, &key));
            rows.push(row);
        }
        Ok(rows)
    }

    /// A row that does not say whom it belongs to belongs to the first one that is written.
    fn belong_to_the_first(
        &self,
        at: usize,
        reference: &Reference,
        sketched: &SketchedRow,
        row: &mut [Value],
        firsts: &[Option<Vec<Value>>],
    ) {
        let here = self.tables[at].places(&reference.columns);
        let Some(parent) = self.place(&reference.table).filter(|_| !here.iter().any(|place| sketched.contains_key(place))) else { return };
        let Some(first) = &firsts[parent] else { return };
        for (here, there) in here.into_iter().zip(self.tables[parent].places(&reference.to)) {
            row[here] = first[there].clone();
        }
    }

    /// Adds the rows that a row belongs to and that are not there: the data set's own, or one like its rows with that key.
    fn add_parents(
        &mut self,
        at: usize,
        row: &[Value],
        firsts: &[Option<Vec<Value>>],
        rows: &mut [Vec<Vec<Value>>],
    ) -> Result<(), Unfillable> {
        let table = &self.tables[at];
        for reference in &table.references {
            let Some(parent) = self.place(&reference.table) else { continue };
            let (here, there) = (table.places(&reference.columns), self.tables[parent].places(&reference.to));
            if here.iter().any(|&place| row[place].is_null())
                || rows[parent].iter().any(|other| spelled(other, &there) == spelled(row, &here))
            {
                continue;
            }
            let named = there.iter().zip(&here).map(|(&there, &here)| (there, row[here].clone())).collect();
            for added in self.rows_of(parent, &[named], firsts)? {
                rows[parent].push(added.clone());
                self.add_parents(parent, &added, firsts, rows)?;
            }
        }
        Ok(())
    }

    /// The row of the data set that is nearest to what is written, with what is written in it.
    fn nearest(&mut self, at: usize, sketched: &SketchedRow) -> Result<Vec<Value>, Unfillable> {
        let name = format!("{at} {sketched:?}");
        if let Some(row) = self.nearest.get(&name) {
            return Ok(row.clone());
        }
        let table = &self.tables[at];
        let key = table.places(&table.key);
        let mut costs = vec![0.0_f64; table.rows.len()];
        for (&place, value) in sketched {
            let weight = if key.contains(&place) { ANOTHER_KEY } else { 1.0 };
            let Positions { of_rows, span } = self.positions.entry((at, place)).or_insert_with(|| positions(table, place));
            let position = position(value);
            for ((row, cost), there) in table.rows.iter().zip(&mut costs).zip(of_rows) {
                *cost += weight * apart(value, &row[place], position.zip(*there).map(|(here, there)| (here - there).abs() / *span));
            }
        }
        let rank = |row: &usize| (costs[*row], u32::MAX - self.usual[at][*row]);
        let best = (0..table.rows.len()).min_by(|left, right| rank(left).partial_cmp(&rank(right)).unwrap_or(std::cmp::Ordering::Equal));
        let best = best.ok_or_else(|| Unfillable::NoRows { table: table.name.clone() })?;
        let mut row = table.rows[best].clone();
        sketched.iter().for_each(|(&place, value)| row[place] = value.clone());
        self.nearest.insert(name, row.clone());
        Ok(row)
    }
}

/// How far a value is from the one that is written, from 0 to 1. `share` is their distance in the width of the column, where it has one.
fn apart(written: &Value, there: &Value, share: Option<f64>) -> f64 {
    if written == there {
        return 0.0;
    }
    share.map_or(1.0, |share| share.min(1.0))
}

fn position(value: &Value) -> Option<f64> {
    value.as_number().or_else(|| seconds_of(value))
}

fn positions(table: &TableFacts, place: usize) -> Positions {
    let of_rows: Vec<Option<f64>> = table.rows.iter().map(|row| position(&row[place])).collect();
    let ends = |ends: (f64, f64), position: &f64| (ends.0.min(*position), ends.1.max(*position));
    let (low, high) = of_rows.iter().flatten().fold((f64::INFINITY, f64::NEG_INFINITY), ends);
    let span = if high > low { high - low } else { 1.0 };
    Positions { of_rows, span }
}

/// For each row of the data set, in how many columns it has the most usual value, or is empty where most rows are.
fn usualness(table: &TableFacts) -> Vec<u32> {
    let mut usual = vec![0; table.rows.len()];
    for place in 0..table.columns.len() {
        let few = table.few_values(place, FEW_VALUES);
        let having = |value: &Value| table.rows.iter().filter(|row| row[place] == *value).count();
        let most = few.and_then(|few| few.into_iter().max_by_key(having));
        let empty = table.rows.iter().filter(|row| row[place].is_null()).count() * 2 > table.rows.len();
        for (row, usual) in table.rows.iter().zip(&mut usual) {
            let is_usual =
                if empty { row[place].is_null() } else { most.as_ref().map_or(!row[place].is_null(), |most| row[place] == *most) };
            *usual += u32::from(is_usual);
        }
    }
    usual
}

/// The first row of each table that has any.
fn firsts(rows: &[Vec<Vec<Value>>]) -> Vec<Option<Vec<Value>>> {
    rows.iter().map(|rows| rows.first().cloned()).collect()
}

/// Numbers in the key that are left open, and name nobody else, begin at 1.
fn number_from_one(table: &TableFacts, open: &[usize], row: &mut [Value]) {
    for &place in open {
        let names_another = table.references.iter().any(|reference| reference.columns.contains(&table.columns[place].name));
        if let (Value::Integer(number), false) = (&mut row[place], names_another) {
            *number = 1;
        }
    }
}

/// Another key in the last of the places that are left open; whether there is one.
fn next_key(row: &mut [Value], open: &[usize]) -> bool {
    let Some(&last) = open.last() else { return false };
    let next = match &row[last] {
        Value::Integer(number) => Some(Value::Integer(number + 1)),
        Value::Text(text) => Some(Value::Text(format!("{text}x"))),
        other => moved(other, 86_400),
    };
    next.map(|next| row[last] = next).is_some()
}
