//! Small databases built for one question.
//!
//! Rows are taken from the data set itself, so that whatever holds inside a row holds here too. A row is drawn by its kind: which of the
//! question's conditions it fulfils. Kinds are drawn evenly, so a row that misses one condition is as likely as one that fulfils all.
//! The rows it belongs to come along, and some that belong to it. Then a few cells are changed towards what tells queries apart: the ends
//! of ranges, ties, repeats, and nothing.

use super::facts::{Index, TableFacts, index, keeps_key, spelled};
use super::predicates::kinds_queries;
use super::values::{Values, moved};
use super::{Database, facts};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::request::{Limits, Request, Source, TableSchema};
use crate::table::{DataType, Value};
use fastrand::Rng;
use std::collections::{BTreeMap, HashMap};

/// A column with at most this many values takes no others.
const FEW_VALUES: usize = 12;

/// A number of the question up to this may be a count of rows.
const MOST_COPIES: i64 = 120;

/// Rows a table starts with at most, mostly.
const MOST_DRAWN: usize = 4;

/// Rows a table starts with at most, now and then.
const MANY_DRAWN: usize = 14;

/// Builds databases for one question, the same ones for the same seed.
pub struct Builder<'a> {
    tables: &'a [TableFacts],
    /// For each table, its rows by kind.
    kinds: Vec<Vec<Vec<Vec<Value>>>>,
    /// For each table and column: the only values it takes, when they are few.
    few: Vec<Vec<Option<Vec<Value>>>>,
    nullable: Vec<Vec<bool>>,
    /// Rows that are named by a reference, and rows that name, by table and number of the reference.
    parents: HashMap<(usize, usize), Index<'a>>,
    children: HashMap<(usize, usize), Index<'a>>,
    /// For each table, the columns that the question speaks of.
    spoken_of: Vec<Vec<usize>>,
    values: Values,
    chance: Rng,
}

impl<'a> Builder<'a> {
    /// Sorts the rows of the tables by what the question asks of them.
    pub fn new(engine: &Engine, sources: &[Source], tables: &'a [TableFacts], sql: &str, seed: u64) -> Result<Self, Failure> {
        let schemas: Vec<TableSchema> =
            tables.iter().map(|table| TableSchema { name: table.name.clone(), columns: table.columns.clone(), rows: None }).collect();
        let queries = kinds_queries(sql, &schemas);
        let mut kinds = Vec::new();
        for table in tables {
            kinds.push(kinds_of(engine, sources, table, queries.get(&table.name))?);
        }
        let of_columns = |table: &'a TableFacts| 0..table.columns.len();
        let few = tables.iter().map(|table| of_columns(table).map(|at| few_values(table, at)).collect()).collect();
        let nullable = tables.iter().map(|table| of_columns(table).map(|at| table.is_nullable(at)).collect()).collect();
        let (mut parents, mut children) = (HashMap::new(), HashMap::new());
        for (at, table) in tables.iter().enumerate() {
            for (number, reference) in table.references.iter().enumerate() {
                let Some(parent) = tables.iter().find(|other| other.name == reference.table) else { continue };
                parents.insert((at, number), index(&parent.rows, &parent.places(&reference.to)));
                children.insert((at, number), index(&table.rows, &table.places(&reference.columns)));
            }
        }
        let values = Values::of(sql);
        let spoken_of = |table: &'a TableFacts| of_columns(table).filter(|&at| values.names.contains(&table.columns[at].name)).collect();
        let spoken_of = tables.iter().map(spoken_of).collect();
        Ok(Self { tables, kinds, few, nullable, parents, children, spoken_of, values, chance: Rng::with_seed(seed) })
    }

    /// The next database. It keeps keys and references; whether it keeps the checks is for the engine to say.
    pub fn build(&mut self) -> Database {
        let mut rows: Vec<Vec<Vec<Value>>> = vec![Vec::new(); self.tables.len()];
        let start = self.chance.usize(0..self.tables.len());
        // Now and then many rows: places and shares need groups.
        let most = if self.chance.u8(0..4) == 0 { MANY_DRAWN } else { MOST_DRAWN };
        for _ in 0..=self.chance.usize(0..most) {
            let row = self.drawn(start);
            self.add(&mut rows, start, row, 0);
        }
        // A table nobody refers to, and that refers to nobody, has rows of its own.
        for at in 0..self.tables.len() {
            if rows[at].is_empty() && self.chance.u8(0..4) > 0 {
                let row = self.drawn(at);
                self.add(&mut rows, at, row, 0);
            }
        }
        let size: usize = rows.iter().map(Vec::len).sum();
        for _ in 0..self.chance.usize(0..6 + size / 2) {
            let before = rows.clone();
            self.change(&mut rows);
            if !self.keeps_facts(&rows) {
                rows = before;
            }
        }
        let named = |(table, rows): (&TableFacts, Vec<Vec<Value>>)| (table.name.clone(), rows);
        Database { tables: self.tables.iter().zip(rows).map(named).collect() }
    }

    pub(super) fn tables(&self) -> &'a [TableFacts] {
        self.tables
    }

    /// The rows of a table by which of the question's conditions they fulfil.
    pub(super) fn kinds(&self, table: usize) -> &[Vec<Vec<Value>>] {
        &self.kinds[table]
    }

    /// Adds a row with the rows it belongs to; a row that is there already once more, with a key of its own.
    pub(super) fn put(&mut self, rows: &mut [Vec<Vec<Value>>], table: usize, mut row: Vec<Value>) {
        self.renumber(&mut row, table, rows);
        rows[table].push(row.clone());
        self.add_parents(rows, table, &row);
    }

    pub(super) fn drawn_below(&mut self, count: usize) -> usize {
        self.chance.usize(0..count)
    }

    fn drawn(&mut self, table: usize) -> Option<Vec<Value>> {
        let kinds = &self.kinds[table];
        let kind = kinds.get(self.chance.usize(0..kinds.len().max(1)))?;
        Some(kind[self.chance.usize(0..kind.len())].clone())
    }

    /// Adds a row, the rows it belongs to, and sometimes rows that belong to it.
    fn add(&mut self, rows: &mut [Vec<Vec<Value>>], table: usize, row: Option<Vec<Value>>, depth: usize) {
        let Some(row) = row.filter(|row| !rows[table].contains(row)) else { return };
        rows[table].push(row.clone());
        self.add_parents(rows, table, &row);
        if depth > 2 {
            return;
        }
        for child in 0..self.tables.len() {
            for number in 0..self.tables[child].references.len() {
                if self.tables[child].references[number].table != self.tables[table].name {
                    continue;
                }
                let key = spelled(&row, &self.tables[table].places(&self.tables[child].references[number].to));
                let Some(belonging) = self.children.get(&(child, number)).and_then(|index| index.get(&key)) else { continue };
                let belonging = belonging.clone();
                for _ in 0..self.chance.usize(0..MOST_DRAWN) {
                    let row = belonging[self.chance.usize(0..belonging.len())].clone();
                    self.add(rows, child, Some(row), depth + 1);
                }
            }
        }
    }

    fn add_parents(&mut self, rows: &mut [Vec<Vec<Value>>], table: usize, row: &[Value]) {
        for (number, reference) in self.tables[table].references.iter().enumerate() {
            let key = spelled(row, &self.tables[table].places(&reference.columns));
            let parent = self.parents.get(&(table, number)).and_then(|index| index.get(&key)).and_then(|found| found.first().copied());
            let Some(parent) = parent else { continue };
            let at = self.tables.iter().position(|other| other.name == reference.table).unwrap_or(table);
            if !rows[at].contains(parent) {
                rows[at].push(parent.clone());
                self.add_parents(rows, at, parent);
            }
        }
    }

    /// One change: a cell, or a row once more.
    fn change(&mut self, rows: &mut [Vec<Vec<Value>>]) {
        let filled: Vec<usize> = (0..rows.len()).filter(|&at| !rows[at].is_empty()).collect();
        if filled.is_empty() {
            return;
        }
        let table = filled[self.chance.usize(0..filled.len())];
        let row = self.chance.usize(0..rows[table].len());
        if self.chance.u8(0..5) == 0 {
            for _ in 0..self.copies() {
                let mut again = rows[table][row].clone();
                self.renumber(&mut again, table, rows);
                rows[table].push(again);
            }
            return;
        }
        let spoken_of = &self.spoken_of[table];
        let column = match spoken_of.is_empty() || self.chance.u8(0..8) == 0 {
            true => self.chance.usize(0..self.tables[table].columns.len()),
            false => spoken_of[self.chance.usize(0..spoken_of.len())],
        };
        if let Some(value) = self.other_value(rows, table, row, column) {
            rows[table][row][column] = value;
        }
    }

    /// Once more, mostly; now and then as often as a number of the question says, because it may be counting.
    fn copies(&mut self) -> usize {
        let counts: Vec<i64> = self.values.numbers.iter().copied().filter(|number| (2..=MOST_COPIES).contains(number)).collect();
        if counts.is_empty() || self.chance.u8(0..3) > 0 {
            return 1;
        }
        let count = counts[self.chance.usize(0..counts.len())] + self.chance.i64(-2..=0);
        usize::try_from(count).unwrap_or(1).max(1)
    }

    /// Gives a copied row a key of its own, where the key is a number or a text.
    fn renumber(&mut self, row: &mut [Value], table: usize, rows: &[Vec<Vec<Value>>]) {
        let places = self.tables[table].places(&self.tables[table].key);
        let Some(&last) = places.last() else { return };
        let taken = |row: &[Value]| rows[table].iter().any(|other| spelled(other, &places) == spelled(row, &places));
        while taken(row) {
            row[last] = match &row[last] {
                Value::Integer(number) => Value::Integer(number + self.chance.i64(1..5)),
                Value::Text(text) => Value::Text(format!("{text}{}", self.chance.lowercase())),
                other => match moved(other, self.chance.i64(1..4) * 86_400) {
                    Some(moved) => moved,
                    None => return,
                },
            };
        }
    }

    fn other_value(&mut self, rows: &[Vec<Vec<Value>>], table: usize, row: usize, column: usize) -> Option<Value> {
        let of = &self.tables[table].columns[column];
        if self.nullable[table][column] && self.chance.u8(0..4) == 0 {
            return Some(Value::Null);
        }
        if let Some(few) = &self.few[table][column] {
            return (!few.is_empty()).then(|| few[self.chance.usize(0..few.len())].clone());
        }
        // A tie with another row, or what another row of the data set has there.
        if self.chance.u8(0..3) == 0 {
            let other = &rows[table][self.chance.usize(0..rows[table].len())][column];
            return Some(other.clone());
        }
        let current = &rows[table][row][column];
        match of.data_type {
            DataType::Integer => {
                let near = self.values.numbers.get(self.chance.usize(0..self.values.numbers.len().max(1))).copied();
                let start = near.filter(|_| self.chance.bool()).or(match current {
                    Value::Integer(number) => Some(*number),
                    _ => None,
                })?;
                Some(Value::Integer(start + self.chance.i64(-1..=1)))
            }
            DataType::Float => Some(Value::Float(current.as_number()? + f64::from(self.chance.i8(-2..=2)))),
            DataType::Date | DataType::Timestamp => {
                let moments: Vec<&Value> = rows.iter().flatten().flatten().filter(|value| facts::is_moment(value)).collect();
                let from_rows = (!moments.is_empty()).then(|| moments[self.chance.usize(0..moments.len())].clone());
                let literals = &self.values.moments;
                let literal = (!literals.is_empty()).then(|| literals[self.chance.usize(0..literals.len())].clone());
                let start = if self.chance.bool() { literal.or(from_rows) } else { from_rows };
                let offsets = &self.values.offsets;
                let offset = offsets[self.chance.usize(0..offsets.len())];
                let value = moved(&start?, offset)?;
                Some(facts::as_type(value, &of.data_type))
            }
            _ => {
                let rows = &self.tables[table].rows;
                Some(rows[self.chance.usize(0..rows.len())][column].clone())
            }
        }
    }

    pub(super) fn keeps_facts(&self, rows: &[Vec<Vec<Value>>]) -> bool {
        self.tables.iter().enumerate().all(|(at, table)| {
            keeps_key(&rows[at], &table.places(&table.key)) && table.references.iter().all(|reference| self.is_kept(rows, at, reference))
        })
    }

    /// Every row with a whole reference has the row it names; one that names nobody in the data set may do so here.
    fn is_kept(&self, rows: &[Vec<Vec<Value>>], at: usize, reference: &facts::Reference) -> bool {
        let Some(to) = self.tables.iter().position(|other| other.name == reference.table) else { return true };
        let (here, there) = (self.tables[at].places(&reference.columns), self.tables[to].places(&reference.to));
        let known = index(&rows[to], &there);
        rows[at].iter().all(|row| here.iter().any(|&place| row[place].is_null()) || known.contains_key(&spelled(row, &here)))
    }
}

fn few_values(table: &TableFacts, column: usize) -> Option<Vec<Value>> {
    let takes_any = matches!(table.columns[column].data_type, DataType::Date | DataType::Timestamp | DataType::Float);
    if takes_any { None } else { table.few_values(column, FEW_VALUES) }
}

/// Rows by which conditions they fulfil.
fn kinds_of(engine: &Engine, sources: &[Source], table: &TableFacts, query: Option<&String>) -> Result<Vec<Vec<Vec<Value>>>, Failure> {
    if table.rows.is_empty() {
        return Ok(Vec::new());
    }
    let Some(sql) = query else { return Ok(vec![table.rows.clone()]) };
    let source = sources.iter().filter(|source| source.name == table.name).cloned().collect();
    let limits = Limits { rows: usize::MAX, bytes: usize::MAX, ..Limits::default() };
    let answer = match engine.run(&Request { sources: source, sql: sql.clone(), file: String::new(), limits }) {
        Ok(answer) => answer,
        // A condition that cannot stand alone sorts nothing.
        Err(Failure::Statement(_)) => return Ok(vec![table.rows.clone()]),
        Err(failure) => return Err(failure),
    };
    let mut kinds: BTreeMap<String, Vec<Vec<Value>>> = BTreeMap::new();
    for mut row in answer.table.rows {
        let truths = row.split_off(table.columns.len());
        let kind: Vec<String> = truths.iter().map(ToString::to_string).collect();
        kinds.entry(kind.join(" ")).or_default().push(row);
    }
    Ok(kinds.into_values().collect())
}
