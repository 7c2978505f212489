//! Where queries run on small databases: what an exercise's tables are, what holds for them, and what is right.

use crate::Grader;
use crate::spec::{SqlSpec, read_sql};
use crate::sql::rules;
use footbridge_content::{Exercise, Pack, Text};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::database::{Reference, TableFacts};
use footbridge_query::{Column, Database, Failure, Limits, OnEach, Request, Rules, Source, Table, compare};
use std::time::Duration;

/// Rows of a result at most: small databases have small results.
const RESULT_ROWS: usize = 2_000;

/// Queries of one batch at most: what a batch takes does not grow with the mutants of an exercise.
const QUERIES: usize = 32;

/// Time for one batch with a query of a learner.
const TIME: Duration = Duration::from_secs(10);

/// Time for one batch of the pack's own queries, some of which are wrong on purpose.
const PATIENCE: Duration = Duration::from_secs(300);

/// Why nothing could be tried.
#[derive(Debug, thiserror::Error)]
pub enum BenchError {
    /// The exercise is at fault.
    #[error("{}", .0.message)]
    Exercise(Diagnostic),
    /// Its hand-made databases are at fault.
    #[error("{}", .0.first().map_or("The hand-made databases are at fault.", |finding| finding.message.as_str()))]
    Databases(Vec<Diagnostic>),
    /// The engine failed.
    #[error(transparent)]
    Engine(#[from] Failure),
}

/// One variant of an exercise, its tables, and what is right on databases of a few rows.
pub(crate) struct Bench<'a> {
    grader: &'a Grader,
    pub(crate) sources: Vec<Source>,
    pub(crate) tables: Vec<TableFacts>,
    pub(crate) rules: Rules,
    solutions: &'a [Text],
    time: Duration,
}

impl<'a> Bench<'a> {
    /// A bench that knows the tables by their columns.
    pub(crate) fn new(grader: &'a Grader, pack: &Pack, exercise: &'a Exercise) -> Result<Self, BenchError> {
        let spec = read_sql(exercise).map_err(BenchError::Exercise)?;
        let sources = grader.sources(pack, &spec, false).map_err(BenchError::Exercise)?;
        let described = grader.engine().describe(&sources)?;
        let tables = described.into_iter().map(|table| facts(pack, &spec, table.name, table.columns)).collect();
        Ok(Self { grader, sources, tables, rules: rules(&spec), solutions: &exercise.solutions, time: TIME })
    }

    /// The same bench with more time, for queries of the pack itself.
    pub(crate) fn patient(self) -> Self {
        Self { time: PATIENCE, ..self }
    }

    /// A bench that also holds every row.
    pub(crate) fn with_rows(grader: &'a Grader, pack: &Pack, exercise: &'a Exercise) -> Result<Self, BenchError> {
        let mut bench = Self::new(grader, pack, exercise)?;
        for table in &mut bench.tables {
            let sources = bench.sources.iter().filter(|source| source.name == table.name).cloned().collect();
            let limits = Limits { rows: usize::MAX, bytes: usize::MAX, wall: PATIENCE, cpu: PATIENCE };
            let sql = format!("SELECT * FROM {}", table.name);
            table.rows = grader.engine().run(&Request { sources, sql, file: String::new(), limits })?.table.rows;
        }
        Ok(bench)
    }

    pub(crate) fn run(&self, databases: &[Database], queries: &[String]) -> Result<Vec<Vec<Option<Table>>>, Failure> {
        let limits = Limits { rows: RESULT_ROWS, wall: self.time, cpu: self.time, ..Limits::default() };
        let mut results = Vec::with_capacity(queries.len());
        for queries in queries.chunks(QUERIES) {
            results.append(&mut self.grader.engine().run_on_each(&OnEach { sources: &self.sources, databases, queries, limits })?);
        }
        Ok(results)
    }

    /// Whether the two results count as the same.
    pub(crate) fn same(&self, right: &Table, other: &Table) -> bool {
        compare(right, other, &self.rules).is_same()
    }

    /// The right result on each database; `None` where the rows break what holds for the data, or the solutions do not agree: there the
    /// question itself has no one answer.
    pub(crate) fn right(&self, databases: &[Database]) -> Result<Vec<Option<Table>>, Failure> {
        let checks: Vec<String> = self.tables.iter().filter_map(broken_rows).collect();
        let queries: Vec<String> = checks.iter().cloned().chain(self.solutions.iter().map(ToString::to_string)).collect();
        let results = self.run(databases, &queries)?;
        let (checks, solutions) = results.split_at(checks.len());
        let right = |at: usize| {
            if checks.iter().any(|counted| is_broken(counted[at].as_ref())) {
                return None;
            }
            let first = solutions.first()?[at].clone()?;
            let agree = solutions.iter().all(|results| results[at].as_ref().is_some_and(|table| self.same(&first, table)));
            agree.then_some(first)
        };
        Ok((0..databases.len()).map(right).collect())
    }

    /// Why [`Bench::right`] has nothing for this database, as a sentence.
    pub(crate) fn why_no_answer(&self, database: &Database) -> Result<String, Failure> {
        let checks: Vec<(&TableFacts, &String)> =
            self.tables.iter().flat_map(|table| table.checks.iter().map(move |check| (table, check))).collect();
        let counts = checks.iter().map(|(table, check)| format!("SELECT count(*) FROM {} WHERE NOT ({check})", table.name));
        let queries: Vec<String> = counts.chain(self.solutions.iter().map(ToString::to_string)).collect();
        let mut results = self.run(std::slice::from_ref(database), &queries)?.into_iter().map(|mut results| results.swap_remove(0));
        for (table, check) in checks {
            if is_broken(results.next().flatten().as_ref()) {
                return Ok(format!("A row of `{}` breaks what holds for the data set: {check}.", table.name));
            }
        }
        let solutions: Vec<Option<Table>> = results.collect();
        Ok(match solutions.iter().position(Option::is_none) {
            Some(at) => format!("Solution {} stops with an error on these rows.", at + 1),
            None => "The solutions of this exercise do not give the same on these rows.".to_owned(),
        })
    }
}

/// A query that counts the rows of a table which break one of its checks.
fn broken_rows(table: &TableFacts) -> Option<String> {
    let checks: Vec<String> = table.checks.iter().map(|check| format!("NOT ({check})")).collect();
    (!checks.is_empty()).then(|| format!("SELECT count(*) FROM {} WHERE {}", table.name, checks.join(" OR ")))
}

/// Whether a count of broken rows says that there are some.
fn is_broken(counted: Option<&Table>) -> bool {
    counted.is_none_or(|table| table.rows[0][0].as_number() != Some(0.0))
}

/// What holds for the rows of a table, as the data set says it.
fn facts(pack: &Pack, spec: &SqlSpec, name: String, columns: Vec<Column>) -> TableFacts {
    let dataset = pack.dataset(&spec.dataset);
    let described = dataset.and_then(|dataset| dataset.tables.iter().find(|table| table.name == name));
    let mut facts = TableFacts { name, columns, ..TableFacts::default() };
    if let Some(table) = described {
        facts.key.clone_from(&table.key);
        facts.checks.clone_from(&table.checks);
        let reference = |reference: &footbridge_content::Reference| Reference {
            columns: reference.columns.clone(),
            table: reference.table.clone(),
            to: if reference.to.is_empty() { reference.columns.clone() } else { reference.to.clone() },
        };
        facts.references = table.references.iter().map(reference).collect();
        let required = table.references.iter().filter(|reference| reference.required).flat_map(|reference| &reference.columns);
        let declared: Vec<&String> = table.key.iter().chain(required).collect();
        facts.checks.extend(declared.iter().map(|column| format!("{column} IS NOT NULL")));
        let is_checked = |name: &&String| facts.checks.iter().any(|check| *check == format!("{name} IS NOT NULL"));
        facts.never_null = facts.columns.iter().map(|column| &column.name).filter(is_checked).cloned().collect();
    }
    facts
}
