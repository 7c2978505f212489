//! What the data of a SQL exercise is worth, measured with wrong queries that steered nothing.

use crate::Grader;
use crate::bench::{Bench, BenchError};
use crate::counterexample::smallest_wrong;
use crate::harden::{mutants_of, survivors_of, wrong_ones};
use crate::hidden::read_hidden;
use crate::mutation::{MutationScore, fails_where_seen, score_of};
use crate::spec::read_sql;
use footbridge_content::{Exercise, Pack};
use footbridge_query::Database;
use footbridge_query::mutate::{Mutant, independent_mutants};
use serde::Serialize;

/// Seed of the independent set.
const SEED: u64 = 2007;

/// Mutants of the independent set for each exercise: 70 for each of 48 are more than three thousand.
const INDEPENDENT: usize = 70;

/// Random edits drawn for each that is wanted: most are no query.
const DRAWS: usize = 12;

/// What was measured of one exercise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measured {
    /// How the mutants of the independent set fare.
    pub independent: MutationScore,
    /// Rows over all tables of the smallest database found on which an answer goes wrong: for each wrong answer of the exercise and each
    /// mutant that is told from the solution.
    pub smallest: Vec<usize>,
    /// Those for which no such database was found, although the data a learner sees tells them.
    pub only_where_seen: usize,
    /// What becomes of the survivors on further databases, when they were looked at.
    pub further: Option<Further>,
}

/// The wrong queries that no data of an exercise tells from the solution, on databases that are built for this alone: every one with at
/// most two rows a table, as far as the question tells rows apart, and two thousand larger ones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Further {
    /// Databases that were built.
    pub databases: usize,
    /// Called equivalent by the exercise, and not told from the solution here either.
    pub equivalent: usize,
    /// Called equivalent by the exercise, and told from the solution.
    pub refuted: Vec<String>,
    /// Survivors of the independent set that are told from the solution: the data of the exercise misses them.
    pub missed: Vec<String>,
    /// Survivors of the independent set that are not told from it here either.
    pub alike: Vec<String>,
}

impl Further {
    /// Both together.
    pub fn add(&mut self, other: &Self) {
        self.databases += other.databases;
        self.equivalent += other.equivalent;
        self.refuted.extend_from_slice(&other.refuted);
        self.missed.extend_from_slice(&other.missed);
        self.alike.extend_from_slice(&other.alike);
    }
}

/// What takes minutes to measure.
#[derive(Debug, Clone, Copy, Default)]
pub struct Depth {
    /// How small the counterexamples are.
    pub smallest: bool,
    /// What becomes of survivors on further databases.
    pub further: bool,
}

/// Measures one variant of an exercise.
pub fn measure(grader: &Grader, pack: &Pack, exercise: &Exercise, depth: Depth) -> Result<Measured, BenchError> {
    let bench = if depth.further { Bench::with_rows(grader, pack, exercise)? } else { Bench::new(grader, pack, exercise)? }.patient();
    let Some(solution) = exercise.solutions.first() else { return Ok(Measured::default()) };
    let hidden = read_hidden(exercise).map_err(BenchError::Exercise)?;
    let databases: Vec<Database> = hidden.iter().map(|hidden| hidden.database.clone()).collect();
    let drawn = independent_mutants(solution, SEED, INDEPENDENT * DRAWS).unwrap_or_default();
    let independent = planned(&bench, &wrong_ones(&bench, solution, drawn), &databases)?;
    let (score, alive) = score_of(grader, pack, exercise, &bench, &independent)?;
    let mut measured = Measured { independent: score, ..Measured::default() };
    if depth.further {
        let spec = read_sql(exercise).map_err(BenchError::Exercise)?;
        let (_, mut called) = score_of(grader, pack, exercise, &bench, &mutants_of(&bench, exercise, solution)?)?;
        called.retain(|mutant| spec.equivalent.iter().any(|equivalent| equivalent.change == mutant.to_string()));
        measured.further = Some(further(grader, &bench, solution, &called, &alive)?);
    }
    if depth.smallest {
        for mutant in mutants_of(&bench, exercise, solution)? {
            match smallest_wrong(&bench, &databases, &mutant.sql)? {
                Some(database) => measured.smallest.push(database.size()),
                None if fails_where_seen(grader, pack, exercise, &mutant) => measured.only_where_seen += 1,
                None => {}
            }
        }
    }
    Ok(measured)
}

fn further(grader: &Grader, bench: &Bench<'_>, solution: &str, called: &[Mutant], independent: &[Mutant]) -> Result<Further, BenchError> {
    let all: Vec<Mutant> = called.iter().chain(independent).cloned().collect();
    let (alike, databases) = survivors_of(grader, bench, solution, all, SEED)?;
    let is_alike = |mutant: &Mutant| alike.iter().any(|other| other.sql == mutant.sql);
    let named = |mutants: &[Mutant], kept: bool| -> Vec<String> {
        mutants.iter().filter(|mutant| is_alike(mutant) == kept).map(ToString::to_string).collect()
    };
    let refuted = named(called, false);
    Ok(Further {
        databases,
        equivalent: called.len() - refuted.len(),
        refuted,
        missed: named(independent, false),
        alike: named(independent, true),
    })
}

/// The first of these that are queries.
fn planned(bench: &Bench<'_>, drawn: &[Mutant], databases: &[Database]) -> Result<Vec<Mutant>, BenchError> {
    let mut found = Vec::new();
    for some in drawn.chunks(INDEPENDENT) {
        let queries: Vec<String> = some.iter().map(|mutant| mutant.sql.clone()).collect();
        let results = bench.run(databases, &queries)?;
        let run = some.iter().zip(results).filter(|(_, results)| results.iter().any(Option::is_some));
        found.extend(run.map(|(mutant, _)| mutant.clone()));
        if found.len() >= INDEPENDENT {
            break;
        }
    }
    found.truncate(INDEPENDENT);
    Ok(found)
}
