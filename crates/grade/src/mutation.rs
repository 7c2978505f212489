//! The mutation score of an SQL exercise: how many wrong queries its data tells from the solution.

use crate::Grader;
use crate::bench::{Bench, BenchError};
use crate::harden::mutants_of;
use crate::hidden::read_hidden;
use crate::spec::read_sql;
use crate::sql;
use footbridge_content::{Exercise, Pack};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::mutate::Mutant;
use footbridge_query::{Database, Table};
use footbridge_verdict::Outcome;

/// Most mutants of a hundred of one exercise that may be called equivalent.
const MOST_EQUIVALENT_PERCENT: usize = 15;

/// Fewest of a hundred mutants that are not equivalent which data must tell from the solution.
const FEWEST_KILLED_PERCENT: usize = 99;

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

    /// Whether more than so many of a hundred mutants are called equivalent.
    pub fn has_more_equivalent_than(&self, percent: usize) -> bool {
        self.equivalent * 100 > self.mutants * percent
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
    Ok(score_of(grader, pack, exercise, &bench, &mutants_of(&bench, exercise, solution)?)?.0)
}

/// How these mutants fare, and those that nothing tells from the solution.
pub(crate) fn score_of(
    grader: &Grader,
    pack: &Pack,
    exercise: &Exercise,
    bench: &Bench<'_>,
    mutants: &[Mutant],
) -> Result<(MutationScore, Vec<Mutant>), BenchError> {
    let called: Vec<String> =
        read_sql(exercise).map_err(BenchError::Exercise)?.equivalent.into_iter().map(|equivalent| equivalent.change).collect();
    let hidden = read_hidden(exercise).map_err(BenchError::Exercise)?;
    let databases: Vec<Database> = hidden.iter().map(|hidden| hidden.database.clone()).collect();
    let queries: Vec<String> = mutants.iter().map(|mutant| mutant.sql.clone()).collect();
    let results = bench.run(&databases, &queries)?;
    let mut score = MutationScore { not_equivalent: called.clone(), ..MutationScore::default() };
    let mut alive = Vec::new();
    for (mutant, results) in mutants.iter().zip(&results) {
        if results.iter().all(Option::is_none) {
            continue;
        }
        score.mutants += 1;
        let differs =
            |(hidden, result): (&crate::Hidden, &Option<Table>)| result.as_ref().is_none_or(|table| !bench.same(&hidden.right, table));
        if hidden.iter().zip(results).any(differs) || fails_where_seen(grader, pack, exercise, mutant) {
            score.killed += 1;
            continue;
        }
        if called.contains(&mutant.to_string()) {
            score.equivalent += 1;
            score.not_equivalent.retain(|change| *change != mutant.to_string());
        } else {
            score.survivors.push(mutant.to_string());
        }
        alive.push(mutant.clone());
    }
    Ok((score, alive))
}

/// What is wrong with the score of an exercise, whose file this is.
pub(crate) fn faults(score: &MutationScore, exercise: &str, file: &str) -> Vec<Diagnostic> {
    let fault = |code: &str, message: String, help: &str| Diagnostic::error(code, message).at(file, 0..0).help(help);
    let not_equivalent = |change: &String| {
        let message =
            format!("`{change}` is called equivalent, and it is none: data tells it from the solution, or there is no such mutant.");
        fault("equivalent-is-not", message, "Take it out of `[[equivalent]]`.")
    };
    let mut found: Vec<Diagnostic> = score.not_equivalent.iter().map(not_equivalent).collect();
    if score.has_more_equivalent_than(MOST_EQUIVALENT_PERCENT) {
        let message = format!("{} of {} mutants of `{exercise}` are called equivalent.", score.equivalent, score.mutants);
        let help = format!("At most {MOST_EQUIVALENT_PERCENT} in a hundred may be: look for data that tells some of them apart.");
        found.push(fault("equivalent-many", message, &help));
    }
    let judged = score.mutants - score.equivalent;
    if score.killed * 100 < judged * FEWEST_KILLED_PERCENT {
        let message = format!("Data tells {} of {judged} wrong queries of `{exercise}` from the solution.", score.killed);
        let help = "Write rows that tell the others apart into `databases.toml`, and run `footbridge pack harden --keep`.";
        let mut finding = fault("mutants-survive", message, help);
        finding.notes.extend(score.survivors.iter().map(|survivor| format!("It survives: {survivor}")));
        found.push(finding);
    }
    found
}

pub(crate) fn fails_where_seen(grader: &Grader, pack: &Pack, exercise: &Exercise, mutant: &Mutant) -> bool {
    matches!(sql::check(grader, pack, exercise, &mutant.sql).verdict.outcome, Outcome::Revise | Outcome::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::{MutationScore, faults};

    /// The codes of the faults of a score.
    fn codes(mutants: usize, killed: usize, equivalent: usize, not_equivalent: &[&str]) -> Vec<String> {
        let survivors = (killed + equivalent..mutants).map(|at| format!("change {at}")).collect();
        let not_equivalent = not_equivalent.iter().map(|change| (*change).to_owned()).collect();
        let score = MutationScore { mutants, killed, equivalent, survivors, not_equivalent };
        faults(&score, "sql-calls", "exercise.toml").into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn ninety_nine_of_a_hundred_die_and_at_most_fifteen_are_equivalent() {
        assert_eq!(codes(100, 99, 0, &[]), [""; 0]);
        assert_eq!(codes(100, 98, 0, &[]), ["mutants-survive"]);
        assert_eq!(codes(100, 85, 15, &[]), [""; 0]);
        assert_eq!(codes(100, 84, 15, &[]), ["mutants-survive"]);
        assert_eq!(codes(100, 84, 16, &[]), ["equivalent-many"]);
        assert_eq!(codes(100, 100, 0, &["1 -> 2"]), ["equivalent-is-not"]);
        assert_eq!(codes(0, 0, 0, &[]), [""; 0]);
    }

    #[test]
    fn a_survivor_is_named() {
        let score = MutationScore { mutants: 2, killed: 1, survivors: vec!["a < 3 -> a <= 3".to_owned()], ..MutationScore::default() };
        assert_eq!(faults(&score, "sql-calls", "exercise.toml")[0].notes, ["It survives: a < 3 -> a <= 3"]);
    }
}
