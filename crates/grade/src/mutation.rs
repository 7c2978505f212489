//! The mutation score of an SQL exercise: how many wrong queries its data tells from the solution.

use crate::Grader;
use crate::bench::{Bench, BenchError};
use crate::harden::mutants_of;
use crate::hidden::read_hidden;
use crate::spec::read_sql;
use crate::sql;
use footbridge_content::{Exercise, Pack};
use footbridge_query::mutate::Mutant;
use footbridge_query::{Database, Table};
use footbridge_verdict::Outcome;

/// How the mutants of one variant fare on the data a verdict runs on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MutationScore {
    /// Mutants that can be planned.
    pub mutants: usize,
    /// Those that some data tells from the solution.
    pub killed: usize,
    /// Those that the exercise calls equivalent, with a reason.
    pub equivalent: usize,
    /// What the others change.
    pub survivors: Vec<String>,
    /// What the exercise calls equivalent although data tells it from the solution, or although there is no such mutant.
    pub not_equivalent: Vec<String>,
}

impl MutationScore {
    /// Killed of all.
    pub fn raw(&self) -> f64 {
        share(self.killed, self.mutants)
    }

    /// Killed of those that are not equivalent.
    pub fn adjusted(&self) -> f64 {
        share(self.killed, self.mutants - self.equivalent)
    }

    /// Both together.
    pub fn add(&mut self, other: &Self) {
        self.mutants += other.mutants;
        self.killed += other.killed;
        self.equivalent += other.equivalent;
        self.survivors.extend_from_slice(&other.survivors);
        self.not_equivalent.extend_from_slice(&other.not_equivalent);
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand mutants are far below 53 bits")]
fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 1.0 } else { part as f64 / of as f64 }
}

/// Runs every mutant on the hidden databases, and those that survive there on the data a learner sees.
pub fn mutation_score(grader: &Grader, pack: &Pack, exercise: &Exercise) -> Result<MutationScore, BenchError> {
    let bench = Bench::new(grader, pack, exercise)?.patient();
    let Some(solution) = exercise.solutions.first() else { return Ok(MutationScore::default()) };
    score_of(grader, pack, exercise, &bench, &mutants_of(&bench, exercise, solution)?)
}

/// How these mutants fare.
pub(crate) fn score_of(
    grader: &Grader,
    pack: &Pack,
    exercise: &Exercise,
    bench: &Bench<'_>,
    mutants: &[Mutant],
) -> Result<MutationScore, BenchError> {
    let called: Vec<String> =
        read_sql(exercise).map_err(BenchError::Exercise)?.equivalent.into_iter().map(|equivalent| equivalent.change).collect();
    let hidden = read_hidden(exercise).map_err(BenchError::Exercise)?;
    let databases: Vec<Database> = hidden.iter().map(|hidden| hidden.database.clone()).collect();
    let queries: Vec<String> = mutants.iter().map(|mutant| mutant.sql.clone()).collect();
    let results = bench.run(&databases, &queries)?;
    let mut score = MutationScore { not_equivalent: called.clone(), ..MutationScore::default() };
    for (mutant, results) in mutants.iter().zip(&results) {
        if results.iter().all(Option::is_none) {
            continue;
        }
        score.mutants += 1;
        let differs =
            |(hidden, result): (&crate::Hidden, &Option<Table>)| result.as_ref().is_none_or(|table| !bench.same(&hidden.right, table));
        if hidden.iter().zip(results).any(differs) || fails_where_seen(grader, pack, exercise, mutant) {
            score.killed += 1;
        } else if called.contains(&mutant.to_string()) {
            score.equivalent += 1;
            score.not_equivalent.retain(|change| *change != mutant.to_string());
        } else {
            score.survivors.push(mutant.to_string());
        }
    }
    Ok(score)
}

pub(crate) fn fails_where_seen(grader: &Grader, pack: &Pack, exercise: &Exercise, mutant: &Mutant) -> bool {
    matches!(sql::check(grader, pack, exercise, &mutant.sql).verdict.outcome, Outcome::Revise | Outcome::Unreadable)
}
