//! Builds the hidden databases of an SQL exercise: small, and together they tell the query's mutants from the solution.

use crate::Grader;
use crate::bench::{Bench, BenchError};
use crate::handmade::filled;
use crate::hidden::{Hidden, read_hidden};
use crate::sql_text::has_outer_order;
use footbridge_content::{Exercise, Pack};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::database::{Builder, smallest};
use footbridge_query::mutate::{Canonical, Mutant, Operator, mutants};
use footbridge_query::{Column, Database, Failure, Order, Table, TableSchema};
use std::collections::{BTreeMap, BTreeSet};

/// Fewest hidden databases of an exercise.
pub(crate) const FEWEST_DATABASES: usize = 20;

/// Most rows in all of them together.
pub(crate) const MOST_ROWS: usize = 200;

/// Databases built and looked at at a time.
const BATCH: usize = 24;

/// Databases of at most two rows a table that are looked at: all there are, unless there are more.
const MOST_SMALL: usize = 2_000;

/// Databases of any size on which a mutant must agree with the solution, besides the small ones, before it counts as a survivor.
const DATABASES_FOR_A_SURVIVOR: usize = 2_000;

/// A spare database has at most this many rows.
const SPARE_ROWS: usize = 8;

/// Rows that are left for each database that is only added to make up the number.
const FEWEST_ROWS_EACH: usize = 4;

/// Spare databases kept at most.
const MOST_SPARE: usize = 60;

/// The hidden databases of one variant, and how the mutants fared.
#[derive(Debug, Clone)]
pub struct Hardened {
    /// The databases.
    pub hidden: Vec<Hidden>,
    /// Mutants that can be planned.
    pub mutants: usize,
    /// Those that no database tells from the solution.
    pub survivors: Vec<Mutant>,
    /// Databases that were looked at.
    pub built: usize,
    /// The columns of each table.
    pub columns: BTreeMap<String, Vec<Column>>,
}

/// Where databases come from besides those made by hand, which are looked at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// Thousands are built, until nothing survives or a survivor counts as one.
    Anew,
    /// From `hidden.json` as it stands; no more are built than make up the number.
    Keep,
}

/// Builds the hidden databases of this variant of an exercise; the same ones for the same seed.
pub fn harden(grader: &Grader, pack: &Pack, exercise: &Exercise, seed: u64, search: Search) -> Result<Hardened, BenchError> {
    let bench = Bench::with_rows(grader, pack, exercise)?.patient();
    let solution = exercise
        .solutions
        .first()
        .ok_or_else(|| BenchError::Exercise(Diagnostic::error("exercise-solution", format!("`{}` has no solution.", exercise.id))))?;
    let all = mutants_of(&bench, exercise, solution)?;
    let mut builder = Builder::new(grader.engine(), &bench.sources, &bench.tables, solution, seed)?;
    let handmade = filled(&bench, exercise)?;
    let mut hunt = Hunt::new(&bench, all);
    if search == Search::Keep {
        let standing = read_hidden(exercise).map_err(BenchError::Exercise)?;
        hunt.look_at(standing.into_iter().map(|hidden| hidden.database).collect(), Origin::Standing)?;
    }
    hunt.look_at(handmade.into_iter().chain([Database::default()]).collect(), Origin::Made)?;
    // Solutions may differ on empty tables: then others come first.
    while hunt.valid == 0 && hunt.built < DATABASES_FOR_A_SURVIVOR {
        hunt.look_at((0..BATCH).map(|_| builder.build()).collect(), Origin::Made)?;
    }
    // What has no result on any of the first databases cannot be planned: it is no query.
    hunt.alive.retain(|&at| hunt.planned[at]);
    match search {
        Search::Anew => hunt.look_further(&mut builder)?,
        Search::Keep => {
            while hunt.kept.len() + hunt.spare.len() < FEWEST_DATABASES && hunt.built < DATABASES_FOR_A_SURVIVOR {
                hunt.look_at((0..BATCH).map(|_| builder.build()).collect(), Origin::Made)?;
            }
        }
    }
    hunt.finish()
}

/// Which of these agree with the solution on every further database that is looked at, and how many those are.
pub(crate) fn survivors_of(
    grader: &Grader,
    bench: &Bench<'_>,
    solution: &str,
    mutants: Vec<Mutant>,
    seed: u64,
) -> Result<(Vec<Mutant>, usize), BenchError> {
    let mut builder = Builder::new(grader.engine(), &bench.sources, &bench.tables, solution, seed)?;
    let mut hunt = Hunt::new(bench, mutants);
    hunt.look_further(&mut builder)?;
    Ok((hunt.alive.iter().map(|&at| hunt.all[at].clone()).collect(), hunt.built))
}

/// Mutants of the solution and the wrong answers of the exercise. Two kinds are not among them: what the data set's own facts prove right,
/// and what the text alone refuses, a query without the order that is asked for.
pub(crate) fn mutants_of(bench: &Bench<'_>, exercise: &Exercise, solution: &str) -> Result<Vec<Mutant>, BenchError> {
    let schemas: Vec<TableSchema> =
        bench.tables.iter().map(|table| TableSchema { name: table.name.clone(), columns: table.columns.clone(), rows: None }).collect();
    let all = mutants(solution, &schemas).map_err(|error| {
        BenchError::Exercise(Diagnostic::error(
            "solution-syntax",
            format!("The solution of `{}` cannot be taken apart: {error}.", exercise.id),
        ))
    })?;
    let typical = exercise.wrong.iter().map(|wrong| Mutant {
        operator: Operator::Typical,
        from: "the solution".to_owned(),
        to: format!("the wrong answer `{}`", wrong.fault),
        sql: wrong.text.to_string(),
    });
    Ok(wrong_ones(bench, solution, all).into_iter().chain(typical.filter(|typical| is_ordered(bench, typical))).collect())
}

/// The mutants without those that the data set's own facts prove right, and those that the text alone refuses.
pub(crate) fn wrong_ones(bench: &Bench<'_>, solution: &str, mut mutants: Vec<Mutant>) -> Vec<Mutant> {
    let canonical = Canonical::new(&bench.tables, &bench.rules);
    let right = canonical.form(solution);
    mutants.retain(|mutant| canonical.form(&mutant.sql) != right && is_ordered(bench, mutant));
    mutants
}

/// Whether a query has the order that is asked for.
fn is_ordered(bench: &Bench<'_>, mutant: &Mutant) -> bool {
    bench.rules.order == Order::None || has_outer_order(&mutant.sql)
}

/// A database that kills, and which mutants it was the first to kill.
struct Kept {
    database: Database,
    kills: Vec<usize>,
    origin: Origin,
}

/// Where a database comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// From `hidden.json`: it is as small as it can be.
    Standing,
    /// Made by hand or by the builder.
    Made,
}

struct Hunt<'a> {
    bench: &'a Bench<'a>,
    all: Vec<Mutant>,
    /// Mutants not killed yet.
    alive: Vec<usize>,
    /// Mutants that had a result somewhere.
    planned: Vec<bool>,
    kept: Vec<Kept>,
    /// Small ones that killed nothing new, to choose further ones from.
    spare: Vec<Database>,
    built: usize,
    /// Databases on which the question has one answer.
    valid: usize,
}

impl<'a> Hunt<'a> {
    fn new(bench: &'a Bench<'a>, all: Vec<Mutant>) -> Self {
        let alive = (0..all.len()).collect();
        Self { bench, alive, planned: vec![false; all.len()], all, kept: Vec::new(), spare: Vec::new(), built: 0, valid: 0 }
    }

    /// Builds databases, the small ones first, until nothing survives or a survivor counts as one.
    fn look_further(&mut self, builder: &mut Builder<'_>) -> Result<(), Failure> {
        for small in builder.small(MOST_SMALL).chunks(BATCH) {
            if self.alive.is_empty() {
                return Ok(());
            }
            self.look_at(small.to_vec(), Origin::Made)?;
        }
        self.valid = 0;
        let most = self.built + 4 * DATABASES_FOR_A_SURVIVOR;
        while !self.alive.is_empty() && self.valid < DATABASES_FOR_A_SURVIVOR && self.built < most {
            self.look_at((0..BATCH).map(|_| builder.build()).collect(), Origin::Made)?;
        }
        Ok(())
    }

    /// Keeps the databases that kill a mutant which is still alive.
    fn look_at(&mut self, databases: Vec<Database>, origin: Origin) -> Result<(), Failure> {
        self.built += databases.len();
        let right = self.bench.right(&databases)?;
        let (databases, right): (Vec<Database>, Vec<Table>) =
            databases.into_iter().zip(right).filter_map(|(database, right)| Some((database, right?))).unzip();
        self.valid += databases.len();
        let queries: Vec<String> = self.alive.iter().map(|&at| self.all[at].sql.clone()).collect();
        let results = self.bench.run(&databases, &queries)?;
        let mut killed_by: Vec<Vec<usize>> = vec![Vec::new(); databases.len()];
        let mut alive = Vec::new();
        for (&mutant, results) in self.alive.iter().zip(&results) {
            self.planned[mutant] |= results.iter().any(Option::is_some);
            let differs = |at: usize| results[at].as_ref().is_none_or(|table| !self.bench.same(&right[at], table));
            let killers: Vec<usize> = (0..databases.len()).filter(|&at| differs(at)).collect();
            // One that already kills others is enough.
            match killers.iter().max_by_key(|&&at| killed_by[at].len()) {
                Some(&at) if self.planned[mutant] => killed_by[at].push(mutant),
                _ => alive.push(mutant),
            }
        }
        self.alive = alive;
        for (database, kills) in databases.into_iter().zip(killed_by) {
            if !kills.is_empty() {
                self.kept.push(Kept { database, kills, origin });
            } else if (origin == Origin::Standing || database.size() <= SPARE_ROWS) && self.spare.len() < MOST_SPARE {
                self.spare.push(database);
            }
        }
        Ok(())
    }

    /// Makes each database as small as its kills allow, takes those that kill most for their rows, and adds further ones.
    fn finish(mut self) -> Result<Hardened, BenchError> {
        let mut kept = std::mem::take(&mut self.kept);
        for Kept { database, kills, .. } in kept.iter_mut().filter(|kept| kept.origin == Origin::Made) {
            *database = smallest(database, &self.bench.tables, |databases| self.still_kill(databases, kills))?;
        }
        kept.sort_by_key(|kept| kept.database.size() * self.all.len() / kept.kills.len());
        let room = MOST_ROWS - FEWEST_ROWS_EACH * FEWEST_DATABASES.saturating_sub(kept.len());
        let (mut databases, mut rows, mut missed) = (Vec::new(), 0, Vec::new());
        for Kept { database, kills, .. } in kept {
            if rows + database.size() <= room {
                rows += database.size();
                databases.push(database);
            } else {
                missed.extend(kills);
            }
        }
        let wanted = FEWEST_DATABASES.saturating_sub(databases.len());
        if let Some(most) = (MOST_ROWS - rows).checked_div(wanted) {
            self.spare.retain(|database| database.size() <= most);
            databases.extend(self.second_killers(wanted)?);
        }
        databases.sort_by_key(Database::size);
        for mutant in missed {
            if !self.still_kill(&databases, &[mutant])?.contains(&true) {
                self.alive.push(mutant);
            }
        }
        self.alive.sort_unstable();
        let right = self.bench.right(&databases)?;
        let hidden = databases.into_iter().zip(right).filter_map(|(database, right)| Some(Hidden { database, right: right? })).collect();
        let survivors = self.alive.iter().filter(|&&at| self.planned[at]).map(|&at| self.all[at].clone()).collect();
        let mutants = self.planned.iter().filter(|planned| **planned).count();
        let columns = self.bench.tables.iter().map(|table| (table.name.clone(), table.columns.clone())).collect();
        Ok(Hardened { hidden, mutants, survivors, built: self.built, columns })
    }

    /// So many of the spare databases, those first that kill what the chosen ones do not.
    fn second_killers(&mut self, count: usize) -> Result<Vec<Database>, Failure> {
        let mut spare = std::mem::take(&mut self.spare);
        let right = self.bench.right(&spare)?;
        let planned: Vec<usize> = (0..self.all.len()).filter(|&at| self.planned[at]).collect();
        let queries: Vec<String> = planned.iter().map(|&at| self.all[at].sql.clone()).collect();
        let results = self.bench.run(&spare, &queries)?;
        let kills = |at: usize| -> BTreeSet<usize> {
            let Some(right) = &right[at] else { return BTreeSet::new() };
            let dies = |results: &Vec<Option<Table>>| results[at].as_ref().is_none_or(|table| !self.bench.same(right, table));
            results.iter().enumerate().filter(|(_, results)| dies(results)).map(|(mutant, _)| mutant).collect()
        };
        let mut left: Vec<(usize, BTreeSet<usize>)> = (0..spare.len()).map(|at| (at, kills(at))).collect();
        let mut chosen = Vec::new();
        let mut killed: BTreeSet<usize> = BTreeSet::new();
        while chosen.len() < count && !left.is_empty() {
            let new = |kills: &BTreeSet<usize>| kills.difference(&killed).count();
            let best = (0..left.len()).max_by_key(|&at| (new(&left[at].1), left[at].1.len())).unwrap_or(0);
            let (at, kills) = left.swap_remove(best);
            if new(&kills) == 0 {
                killed.clear();
            }
            killed.extend(kills);
            chosen.push(at);
        }
        chosen.sort_unstable();
        Ok(chosen.into_iter().rev().map(|at| spare.swap_remove(at)).collect())
    }

    fn still_kill(&self, databases: &[Database], kills: &[usize]) -> Result<Vec<bool>, Failure> {
        let right = self.bench.right(databases)?;
        let queries: Vec<String> = kills.iter().map(|&at| self.all[at].sql.clone()).collect();
        let results = self.bench.run(databases, &queries)?;
        let all_die = |(at, right): (usize, &Option<Table>)| {
            right
                .as_ref()
                .is_some_and(|right| results.iter().all(|results| results[at].as_ref().is_none_or(|table| !self.bench.same(right, table))))
        };
        Ok(right.iter().enumerate().map(all_die).collect())
    }
}
