//! The smallest database that still shows something, by deletion.

use super::Database;
use super::facts::{TableFacts, spelled};
use crate::table::Value;

/// Takes rows away, many at a time and then one, and with them the rows that belonged to them, as long as `shows` says that it is still to be seen. The
/// result has no row that could go alone. `shows` is asked about many databases at once and answers each.
pub fn smallest<E>(
    database: &Database,
    tables: &[TableFacts],
    mut shows: impl FnMut(&[Database]) -> Result<Vec<bool>, E>,
) -> Result<Database, E> {
    let mut current = database.clone();
    let mut step = (current.size() / 2).max(1);
    loop {
        let mut fewer = without_some(&current, tables, step);
        // The largest step first: a row that takes others with it.
        fewer.sort_by_key(Database::size);
        match shows(&fewer)?.iter().position(|shown| *shown) {
            Some(at) => current = fewer.swap_remove(at),
            None if step == 1 => return Ok(current),
            None => step /= 2,
        }
    }
}

/// Each database with so many rows of one table less, in a row, and without the rows that belonged to them.
fn without_some(database: &Database, tables: &[TableFacts], step: usize) -> Vec<Database> {
    let mut found = Vec::new();
    for (table, rows) in &database.tables {
        for start in (0..rows.len()).step_by(step).filter(|start| start + step <= rows.len()) {
            let mut fewer = database.clone();
            let gone: Vec<Vec<Value>> =
                fewer.tables.get_mut(table).map(|rows| rows.drain(start..start + step).collect()).unwrap_or_default();
            for row in gone {
                drop_belonging(&mut fewer, tables, table, &row);
            }
            found.push(fewer);
        }
    }
    found
}

/// Takes away the rows that belonged to a row that is gone, unless another row of the same name is still there.
fn drop_belonging(database: &mut Database, tables: &[TableFacts], parent: &str, gone: &[Value]) {
    let Some(facts) = tables.iter().find(|table| table.name == parent) else { return };
    for child in tables {
        for reference in child.references.iter().filter(|reference| reference.table == parent) {
            let there = facts.places(&reference.to);
            let named = spelled(gone, &there);
            if database.rows_of(parent).iter().any(|row| spelled(row, &there) == named) {
                continue;
            }
            let here = child.places(&reference.columns);
            let belongs = |row: &Vec<Value>| spelled(row, &here) == named;
            let Some(rows) = database.tables.get_mut(&child.name) else { continue };
            let gone: Vec<Vec<Value>> = rows.iter().filter(|row| belongs(row)).cloned().collect();
            rows.retain(|row| !belongs(row));
            for row in gone {
                drop_belonging(database, tables, &child.name, &row);
            }
        }
    }
}
