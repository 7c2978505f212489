//! Every database of at most two rows a table, as far as a question can tell rows apart.
//!
//! Most faults of a program show on a small input (Jackson, *Software Abstractions*, 2006, the small scope hypothesis). What a question
//! sees of a row is which of its conditions the row fulfils, and which those rows fulfil that it belongs to: one row stands for all that
//! are alike in both.

use super::build::Builder;
use super::facts::spelled;
use super::{Database, TableFacts};
use crate::table::Value;
use std::collections::{BTreeMap, HashMap};

/// Rows that are looked at for each table and kind, to find one for every kind of the rows it can belong to.
const MOST_LOOKED_AT: usize = 2_000;

/// Most rows of each table.
const MOST_ROWS: usize = 2;

impl Builder<'_> {
    /// Those databases, the same one never twice; so many drawn by chance when there are more than `most`.
    pub fn small(&mut self, most: usize) -> Vec<Database> {
        let tables = self.tables();
        let unlike: Vec<Vec<Vec<Value>>> = (0..tables.len()).map(|at| self.unlike(at)).collect();
        let choices: Vec<Vec<Vec<usize>>> = unlike.iter().map(|rows| choices(rows.len())).collect();
        let all = choices.iter().map(Vec::len).fold(1_usize, usize::saturating_mul);
        let mut found: Vec<Database> = Vec::new();
        for number in 0..all.min(most) {
            let mut rest = if all > most { self.drawn_below(all) } else { number };
            let mut rows: Vec<Vec<Vec<Value>>> = vec![Vec::new(); tables.len()];
            for (at, choices) in choices.iter().enumerate() {
                for &row in &choices[rest % choices.len()] {
                    self.put(&mut rows, at, unlike[at][row].clone());
                }
                rest /= choices.len();
            }
            if rows.iter().all(|rows| rows.len() <= MOST_ROWS) && self.keeps_facts(&rows) {
                let named = |(table, rows): (&TableFacts, Vec<Vec<Value>>)| (table.name.clone(), rows);
                let database = Database { tables: tables.iter().zip(rows).map(named).collect() };
                if !found.contains(&database) {
                    found.push(database);
                }
            }
        }
        found
    }

    /// One row of a table for each way in which the question can see it.
    fn unlike(&self, table: usize) -> Vec<Vec<Value>> {
        let tables = self.tables();
        let parents: Vec<(usize, &Vec<String>, HashMap<String, usize>)> = tables[table]
            .references
            .iter()
            .filter_map(|reference| {
                let to = tables.iter().position(|other| other.name == reference.table)?;
                let places = tables[to].places(&reference.to);
                let kinds = self.kinds(to).iter().enumerate();
                let by_key = kinds.flat_map(|(kind, rows)| rows.iter().map(move |row| (row, kind)));
                Some((to, &reference.columns, by_key.map(|(row, kind)| (spelled(row, &places), kind)).collect()))
            })
            .collect();
        let mut seen: BTreeMap<Vec<Option<usize>>, Vec<Value>> = BTreeMap::new();
        for (kind, rows) in self.kinds(table).iter().enumerate() {
            for row in rows.iter().take(MOST_LOOKED_AT) {
                let of = |(_, columns, kinds): &(usize, &Vec<String>, HashMap<String, usize>)| {
                    kinds.get(&spelled(row, &tables[table].places(columns))).copied()
                };
                let like = std::iter::once(Some(kind)).chain(parents.iter().map(of)).collect();
                seen.entry(like).or_insert_with(|| row.clone());
            }
        }
        seen.into_values().collect()
    }
}

/// No row, each row alone, and each two rows, one of them twice included.
fn choices(rows: usize) -> Vec<Vec<usize>> {
    let pairs = (0..rows).flat_map(|one| (one..rows).map(move |other| vec![one, other]));
    std::iter::once(Vec::new()).chain((0..rows).map(|one| vec![one])).chain(pairs).collect()
}

#[cfg(test)]
mod tests {
    use super::choices;

    #[test]
    fn two_rows_can_be_had_in_six_ways() {
        assert_eq!(choices(2), [vec![], vec![0], vec![1], vec![0, 0], vec![0, 1], vec![1, 1]]);
        assert_eq!(choices(0), [Vec::<usize>::new()]);
    }
}
