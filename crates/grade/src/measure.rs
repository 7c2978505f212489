//! What the data of a SQL exercise is worth, measured with wrong queries that steered nothing.

use crate::Grader;
use crate::bench::{Bench, BenchError};
use crate::counterexample::smallest_wrong;
use crate::harden::{mutants_of, wrong_ones};
use crate::hidden::read_hidden;
use crate::mutation::{MutationScore, fails_where_seen, score_of};
use footbridge_content::{Exercise, Pack};
use footbridge_query::Database;
use footbridge_query::mutate::{Mutant, independent_mutants};

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
}

/// Measures one variant of an exercise; with `smallest`, also how small its counterexamples are, which takes minutes.
pub fn measure(grader: &Grader, pack: &Pack, exercise: &Exercise, smallest: bool) -> Result<Measured, BenchError> {
    let bench = Bench::new(grader, pack, exercise)?.patient();
    let Some(solution) = exercise.solutions.first() else { return Ok(Measured::default()) };
    let hidden = read_hidden(exercise).map_err(BenchError::Exercise)?;
    let databases: Vec<Database> = hidden.iter().map(|hidden| hidden.database.clone()).collect();
    let drawn = independent_mutants(solution, SEED, INDEPENDENT * DRAWS).unwrap_or_default();
    let independent = planned(&bench, &wrong_ones(&bench, solution, drawn), &databases)?;
    let mut measured = Measured { independent: score_of(grader, pack, exercise, &bench, &independent)?, ..Measured::default() };
    if smallest {
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
