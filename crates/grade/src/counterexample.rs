//! The smallest data on which an answer goes wrong.

use crate::bench::{Bench, BenchError};
use crate::hidden::read_hidden;
use crate::{Grader, sql};
use footbridge_content::{Exercise, Pack};
use footbridge_query::database::{Builder, TableFacts, smallest};
use footbridge_query::mutate::{Repair, repairs};
use footbridge_query::{Database, Failure, Table, Value};
use footbridge_verdict::Outcome;
use std::iter::once;

/// Databases built at a time for one answer.
const BATCH: usize = 40;

/// Batches built at most for one answer.
const MOST_BATCHES: usize = 6;

/// A few rows on which an answer goes wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Counterexample {
    /// Every table of the question with its rows: the key and the columns that the answer or the solution names.
    pub tables: Vec<(String, Table)>,
    /// What the answer gives; `None` when it stops with an error on these rows.
    pub yours: Option<Table>,
    /// What is right.
    pub right: Table,
    /// The one clause that makes the answer right when it alone is replaced; `None` when more than one differs.
    pub clause: Option<ClauseAtFault>,
}

/// A clause that is at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseAtFault {
    /// What it is called: `WHERE`, the column `error_rate`.
    pub clause: String,
    /// What stands there; empty when it is missing.
    pub yours: String,
    /// What would be right; empty when it should not be there.
    pub right: String,
}

impl Counterexample {
    /// Rows over all tables.
    pub fn size(&self) -> usize {
        self.tables.iter().map(|(_, table)| table.rows.len()).sum()
    }
}

impl Grader {
    /// The smallest data on which this answer goes wrong, starting from the smallest hidden database that tells it from the solution, or
    /// from one that is built for this answer. `None` when none does.
    pub fn counterexample(&self, pack: &Pack, exercise: &Exercise, answer: &str) -> Result<Option<Counterexample>, BenchError> {
        let hidden = read_hidden(exercise).map_err(BenchError::Exercise)?;
        let bench = Bench::new(self, pack, exercise)?;
        let databases: Vec<Database> = hidden.iter().map(|hidden| hidden.database.clone()).collect();
        let database = match smallest_wrong(&bench, &databases, answer)? {
            Some(database) => database,
            None => match self.built_for(pack, exercise, answer)? {
                Some(start) => smallest(&start, &bench.tables, |fewer| still_wrong(&bench, fewer, answer))?,
                None => return Ok(None),
            },
        };
        let Some(right) = bench.right(std::slice::from_ref(&database))?.swap_remove(0) else { return Ok(None) };
        let yours = bench.run(std::slice::from_ref(&database), &[answer.to_owned()])?.swap_remove(0).swap_remove(0);
        let solutions = exercise.solutions.iter().map(|solution| &**solution);
        let words = once(answer).chain(solutions).collect::<Vec<_>>().join(" ").to_lowercase();
        let words: Vec<&str> = words.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
        let tables = bench.tables.iter().map(|facts| (facts.name.clone(), told(facts, database.rows_of(&facts.name), &words))).collect();
        let clause = self.clause_at_fault(pack, exercise, answer, &bench, &databases)?;
        Ok(Some(Counterexample { tables, yours, right, clause }))
    }

    /// A database that tells this answer from the solution, built for the conditions of both.
    fn built_for(&self, pack: &Pack, exercise: &Exercise, answer: &str) -> Result<Option<Database>, BenchError> {
        let Some(solution) = exercise.solutions.first() else { return Ok(None) };
        let bench = Bench::with_rows(self, pack, exercise)?;
        for sql in [answer, solution.as_ref()] {
            let mut builder = Builder::new(self.engine(), &bench.sources, &bench.tables, sql, 1)?;
            for _ in 0..MOST_BATCHES {
                let databases: Vec<Database> = (0..BATCH).map(|_| builder.build()).collect();
                let wrong = still_wrong(&bench, &databases, answer)?;
                let found = databases.into_iter().zip(wrong).filter(|(_, wrong)| *wrong).map(|(database, _)| database);
                if let Some(database) = found.min_by_key(Database::size) {
                    return Ok(Some(database));
                }
            }
        }
        Ok(None)
    }

    /// The clause that makes the answer right on all data when it alone is that of a solution.
    fn clause_at_fault(
        &self,
        pack: &Pack,
        exercise: &Exercise,
        answer: &str,
        bench: &Bench<'_>,
        databases: &[Database],
    ) -> Result<Option<ClauseAtFault>, BenchError> {
        let candidates: Vec<Repair> = exercise.solutions.iter().flat_map(|solution| repairs(answer, solution)).collect();
        let queries: Vec<String> = candidates.iter().map(|repair| repair.sql.clone()).collect();
        let right = bench.right(databases)?;
        let results = bench.run(databases, &queries)?;
        let holds = |results: &Vec<Option<Table>>| {
            let mut pairs = right.iter().zip(results).filter_map(|(right, yours)| Some((right.as_ref()?, yours)));
            pairs.all(|(right, yours)| yours.as_ref().is_some_and(|yours| bench.same(right, yours)))
        };
        // A small change explains more than a large one that contains it.
        let mut repaired: Vec<&Repair> =
            candidates.iter().zip(&results).filter(|(_, results)| holds(results)).map(|(repair, _)| repair).collect();
        repaired.sort_by_key(|repair| repair.yours.len() + repair.right.len());
        let passes = |repair: &&&Repair| sql::check(self, pack, exercise, &repair.sql).verdict.outcome == Outcome::Pass;
        let clause = repaired.iter().find(passes).map(|repair| ClauseAtFault {
            clause: repair.clause.clone(),
            yours: repair.yours.clone(),
            right: repair.right.clone(),
        });
        Ok(clause)
    }
}

/// What is left of the smallest of these databases that tells the answer from the solution when every row goes that can; `None` when none
/// does.
pub(crate) fn smallest_wrong(bench: &Bench<'_>, databases: &[Database], answer: &str) -> Result<Option<Database>, Failure> {
    let wrong = still_wrong(bench, databases, answer)?;
    let smallest_hidden = databases.iter().zip(wrong).filter(|(_, wrong)| *wrong).map(|(database, _)| database).min_by_key(|it| it.size());
    smallest_hidden.map(|start| smallest(start, &bench.tables, |fewer| still_wrong(bench, fewer, answer))).transpose()
}

/// The rows of a table, without the columns that nobody speaks of.
fn told(facts: &TableFacts, rows: &[Vec<Value>], words: &[&str]) -> Table {
    let is_told = |at: &usize| {
        let name = &facts.columns[*at].name;
        facts.key.contains(name) || words.contains(&name.to_lowercase().as_str())
    };
    let places: Vec<usize> = (0..facts.columns.len()).filter(is_told).collect();
    let columns = places.iter().map(|&at| facts.columns[at].clone()).collect();
    Table { columns, rows: rows.iter().map(|row| places.iter().map(|&at| row[at].clone()).collect()).collect() }
}

fn still_wrong(bench: &Bench<'_>, databases: &[Database], answer: &str) -> Result<Vec<bool>, Failure> {
    let right = bench.right(databases)?;
    let yours = bench.run(databases, &[answer.to_owned()])?.swap_remove(0);
    let wrong = |(right, yours): (&Option<Table>, &Option<Table>)| {
        right.as_ref().is_some_and(|right| yours.as_ref().is_none_or(|yours| !bench.same(right, yours)))
    };
    Ok(right.iter().zip(&yours).map(wrong).collect())
}
