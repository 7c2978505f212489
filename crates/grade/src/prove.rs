use crate::bench::Bench;
use crate::decide::winner;
use crate::decide_spec::read_decide;
use crate::handmade::read_handmade;
use crate::harden::{FEWEST_DATABASES, MOST_ROWS};
use crate::hidden::read_hidden;
use crate::mutation::{MutationScore, faults, mutation_score};
use crate::questions::{label, right_answers};
use crate::roadmap_spec::read_roadmap;
use crate::spec::{Question, QuestionKind, read_questions, read_sql};
use crate::write_spec::read_write;
use crate::{Answered, Checked, Grader, feedback, units, write_answers};
use footbridge_content::{Exercise, Kind, Pack, WrongAnswer};
use footbridge_diagnostic::Diagnostic;
use footbridge_verdict::{FindingKind, Outcome, Proof};
use std::collections::BTreeSet;

/// What proving one exercise found.
#[derive(Debug, Clone, Default)]
pub struct Proven {
    /// Everything wrong with it.
    pub found: Vec<Diagnostic>,
    /// Answers tried: starter, solutions, wrong answers.
    pub tried: usize,
    /// Feedback texts that are new or changed.
    pub unread: Vec<Bless>,
    /// How the mutants of its solutions fare; nothing for other kinds than SQL.
    pub score: MutationScore,
}

/// A feedback text to be read and accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bless {
    /// File in the pack.
    pub path: String,
    /// What it should hold.
    pub text: String,
}

/// Fewest typical wrong answers of an exercise that is checked by an engine or for its structure.
fn fewest_wrong(exercise: &Exercise) -> usize {
    match (exercise.kind, exercise.proof) {
        (Kind::Sql, _) => 5,
        (Kind::Write | Kind::Roadmap, Proof::Verified) => 3,
        (Kind::Write | Kind::Roadmap, Proof::SelfReported) => 1,
        (Kind::Decide, _) => 4,
        (Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric, _) => 0,
    }
}

/// Proves one exercise in all its variants: the starter does not pass, every solution passes twice the same way, every wrong answer fails,
/// and two pieces of writing fail for different things.
/// The feedback that was read and accepted is that of the first variant.
pub fn prove(grader: &Grader, pack: &Pack, exercise: &Exercise) -> Proven {
    let mut proven = Proven::default();
    shape(exercise, &mut proven);
    one_message_a_fault(exercise, &mut proven);
    for variant in exercise.each_variant() {
        let mut of_variant = prove_variant(grader, pack, variant);
        if variant.variant > 0 {
            of_variant.unread.clear();
            of_variant.found.iter_mut().for_each(|finding| finding.notes.push(format!("This is about variant {}.", variant.variant + 1)));
        }
        proven.tried += of_variant.tried;
        proven.found.append(&mut of_variant.found);
        proven.unread.append(&mut of_variant.unread);
        proven.score.add(&of_variant.score);
    }
    proven
}

fn prove_variant(grader: &Grader, pack: &Pack, exercise: &Exercise) -> Proven {
    let mut proven = Proven::default();
    if let Err(findings) = spec_of(exercise) {
        proven.found.extend(findings);
        return proven;
    }
    if exercise.kind.asks_questions() {
        every_option(grader, pack, exercise, &mut proven);
    } else {
        files(grader, pack, exercise, &mut proven);
    }
    if exercise.kind == Kind::Decide {
        no_one_right_ranking(exercise, &mut proven);
    }
    if exercise.kind == Kind::Sql {
        hidden_data(grader, pack, exercise, &mut proven);
        proven.found.extend(units::faults(grader, pack, exercise));
    }
    let mut told: Vec<(&WrongAnswer, BTreeSet<String>)> = Vec::new();
    for wrong in &exercise.wrong {
        let checked = grader.check(pack, exercise, &wrong.text, &first_solution);
        wrong_fails(exercise, wrong, &checked, &mut proven);
        if exercise.kind == Kind::Decide {
            one_fault(exercise, wrong, &checked, &mut proven);
        }
        if exercise.kind.is_piece() && checked.verdict.outcome == Outcome::Revise {
            let faults = faults_of(&checked);
            if let Some((earlier, _)) = told.iter().find(|(_, earlier)| *earlier == faults) {
                let message = format!("`{}` is refused for the same as `{}`.", wrong.fault, earlier.fault);
                let finding =
                    Diagnostic::error("wrong-same-findings", message).at(&wrong_file(exercise, wrong, exercise.kind.extension()), 0..0);
                proven.found.push(finding.help("Let it make a mistake that no other wrong answer makes, or take it out."));
            }
            told.push((wrong, faults));
        }
    }
    proven
}

/// The hand-made databases can be read, and the hidden ones are enough and tell the mutants from the solution.
fn hidden_data(grader: &Grader, pack: &Pack, exercise: &Exercise, proven: &mut Proven) {
    if exercise.databases.is_some()
        && let Ok(bench) = Bench::new(grader, pack, exercise)
        && let Err(mut found) = read_handmade(exercise, &bench.tables)
    {
        proven.found.append(&mut found);
    }
    let file = &exercise.spec.file;
    let mut fault = |code: &str, message: String, help: &str| {
        proven.found.push(Diagnostic::error(code, message).at(file, 0..0).help(help));
    };
    let harden = "`footbridge pack harden` builds them.";
    let hidden = match read_hidden(exercise) {
        Ok(hidden) => hidden,
        Err(finding) => return proven.found.push(finding),
    };
    if exercise.hidden.is_none() {
        return;
    }
    if hidden.len() < FEWEST_DATABASES {
        let message = format!("`{}` has {} hidden databases; it needs {FEWEST_DATABASES}.", exercise.id, hidden.len());
        return fault("hidden-few", message, harden);
    }
    let rows: usize = hidden.iter().map(|hidden| hidden.database.size()).sum();
    if rows > MOST_ROWS {
        fault("hidden-rows", format!("The hidden databases of `{}` have {rows} rows; they may have {MOST_ROWS}.", exercise.id), harden);
    }
    if hidden.iter().all(|hidden| hidden.right.rows.is_empty()) {
        return fault("hidden-empty", format!("The solution of `{}` has no rows on any hidden database.", exercise.id), harden);
    }
    let score = match mutation_score(grader, pack, exercise) {
        Ok(score) => score,
        Err(error) => return fault("mutants-not-run", format!("The mutants of `{}` cannot be run: {error}", exercise.id), harden),
    };
    proven.found.extend(faults(&score, exercise.id.as_str(), file));
    proven.score = score;
}

/// What an answer is refused for. Numbers are left out: a section of 3 words and one of 4 are too short alike.
fn faults_of(checked: &Checked) -> BTreeSet<String> {
    let essential = checked.verdict.findings.iter().filter(|finding| finding.kind == FindingKind::Essential);
    essential.map(|finding| finding.diagnostic.message.replace(|c: char| c.is_ascii_digit(), "")).collect()
}

/// A file of a wrong answer: the answer itself, or what it is told.
fn wrong_file(exercise: &Exercise, wrong: &WrongAnswer, ending: &str) -> String {
    let folder = exercise.spec.file.trim_end_matches("exercise.toml");
    format!("{folder}wrong/{}.{ending}", wrong.fault)
}

/// A text of the pack may cite the solution of another exercise.
fn first_solution(exercise: &Exercise) -> Option<String> {
    exercise.solutions.first().map(ToString::to_string)
}

fn spec_of(exercise: &Exercise) -> Result<(), Vec<Diagnostic>> {
    match exercise.kind {
        Kind::Sql => read_sql(exercise).map(drop).map_err(|finding| vec![finding]),
        Kind::Write => read_write(exercise).map(drop),
        Kind::Roadmap => read_roadmap(exercise).map(drop),
        Kind::Decide => read_decide(exercise).map(drop),
        Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => read_questions(exercise).map(drop).map_err(|finding| vec![finding]),
    }
}

fn shape(exercise: &Exercise, proven: &mut Proven) {
    let file = &exercise.spec.file;
    let mut fault = |code: &str, message: String| proven.found.push(Diagnostic::error(code, message).at(file, 0..0));
    if exercise.kind != Kind::Lesson && !(2..=4).contains(&exercise.hints.len()) {
        fault("exercise-hints", format!("`{}` has {} hints; it needs 2 to 4.", exercise.id, exercise.hints.len()));
    }
    if !exercise.kind.asks_questions() && exercise.solutions.is_empty() {
        fault("exercise-solution", format!("`{}` has no solution.", exercise.id));
    }
    let fewest = fewest_wrong(exercise);
    if exercise.wrong.len() < fewest {
        fault("exercise-wrong", format!("`{}` has {} wrong answers; it needs {fewest}.", exercise.id, exercise.wrong.len()));
    }
    if exercise.skills.is_empty() {
        fault("exercise-skills", format!("`{}` names no skill.", exercise.id));
    }
}

fn files(grader: &Grader, pack: &Pack, exercise: &Exercise, proven: &mut Proven) {
    let file = &exercise.spec.file;
    proven.tried += 1;
    if grader.check(pack, exercise, &exercise.starter, &first_solution).verdict.outcome == Outcome::Pass {
        let message = format!("The starter of `{}` passes: there is nothing to do.", exercise.id);
        proven.found.push(Diagnostic::error("starter-passes", message).at(file, 0..0));
    }
    for (at, solution) in exercise.solutions.iter().enumerate() {
        let first = grader.check(pack, exercise, solution, &first_solution);
        let second = grader.check(pack, exercise, solution, &first_solution);
        proven.tried += 1;
        if first.verdict.outcome != Outcome::Pass {
            let message = format!("Solution {} of `{}` does not pass.", at + 1, exercise.id);
            proven.found.push(Diagnostic::error("solution-fails", message).at(file, 0..0).note(feedback(&first)));
        }
        if feedback(&first) != feedback(&second) {
            let message = format!("Solution {} of `{}` gets two different verdicts.", at + 1, exercise.id);
            proven.found.push(Diagnostic::error("verdict-unsteady", message).at(file, 0..0));
        }
    }
}

/// No option is the right one: two solutions that pass have different winners, or different musts.
fn no_one_right_ranking(exercise: &Exercise, proven: &mut Proven) {
    let winners: BTreeSet<Option<Vec<String>>> =
        exercise.solutions.iter().map(|solution| winner(solution, exercise.kind.answer_file())).collect();
    if winners.len() < 2 {
        let message = format!("Every solution of `{}` puts the same first.", exercise.id);
        let finding = Diagnostic::error("solution-same-winner", message).at(&exercise.spec.file, 0..0);
        proven.found.push(finding.help("A decision is judged on how it is argued: add a solution that passes with another winner."));
    }
}

/// A wrong answer makes one mistake, and is told of no other.
fn one_fault(exercise: &Exercise, wrong: &WrongAnswer, checked: &Checked, proven: &mut Proven) {
    let essential = checked.verdict.findings.iter().filter(|finding| finding.kind == FindingKind::Essential);
    let codes: BTreeSet<&str> = essential.map(|finding| finding.diagnostic.code.as_str()).collect();
    if codes.len() > 1 {
        let codes: Vec<&str> = codes.into_iter().collect();
        let message = format!("The wrong answer `{}` of `{}` makes several mistakes: {}.", wrong.fault, exercise.id, codes.join(", "));
        let file = wrong_file(exercise, wrong, exercise.kind.extension());
        proven.found.push(Diagnostic::error("wrong-several-faults", message).at(&file, 0..0));
    }
}

/// Questions need no files: the right answers pass, and each wrong option and each known slip fails with words of its own.
fn every_option(grader: &Grader, pack: &Pack, exercise: &Exercise, proven: &mut Proven) {
    let questions = read_questions(exercise).unwrap_or_default();
    let file = &exercise.spec.file;
    let right = right_answers(&questions);
    let verdict_of = |answers: &[(String, Answered)]| {
        let text = write_answers(answers.iter().map(|(id, answer)| (id.as_str(), answer)));
        grader.check(pack, exercise, &text, &first_solution).verdict.outcome
    };
    proven.tried += 2;
    if questions.is_empty() {
        proven.found.push(Diagnostic::error("questions-none", format!("`{}` asks nothing.", exercise.id)).at(file, 0..0));
    } else if verdict_of(&[]) == Outcome::Pass {
        proven.found.push(Diagnostic::error("starter-passes", format!("No answer at all passes `{}`.", exercise.id)).at(file, 0..0));
    }
    if verdict_of(&right) != Outcome::Pass {
        proven
            .found
            .push(Diagnostic::error("solution-fails", format!("The right answers of `{}` do not pass.", exercise.id)).at(file, 0..0));
    }
    for (at, question) in questions.iter().enumerate() {
        for wrong in wrong_answers(question) {
            let mut answers = right.clone();
            let written = write_answers([(question.id.as_str(), &wrong)]);
            answers[at].1 = wrong;
            proven.tried += 1;
            if verdict_of(&answers) == Outcome::Pass {
                let message = format!("A wrong answer of `{}` passes: `{}`.", exercise.id, written.trim_end());
                proven.found.push(Diagnostic::error("wrong-passes", message).at(file, 0..0));
            }
        }
    }
}

fn wrong_answers(question: &Question) -> Vec<Answered> {
    match &question.kind {
        QuestionKind::Number { near, .. } => near.iter().map(|slip| Answered::Number(slip.value)).collect(),
        QuestionKind::Options { options, .. } => {
            let wrong = options.iter().enumerate().filter(|(_, option)| !option.right);
            wrong.map(|(place, _)| Answered::Labels(vec![label(place)])).collect()
        }
    }
}

fn wrong_fails(exercise: &Exercise, wrong: &WrongAnswer, checked: &Checked, proven: &mut Proven) {
    let file = wrong_file(exercise, wrong, exercise.kind.extension());
    proven.tried += 1;
    match checked.verdict.outcome {
        Outcome::Pass => {
            let finding = Diagnostic::error("wrong-passes", format!("The wrong answer `{}` of `{}` passes.", wrong.fault, exercise.id));
            proven.found.push(finding.at(&file, 0..0));
        }
        Outcome::NotRun => {
            let finding =
                Diagnostic::error("wrong-not-run", format!("The wrong answer `{}` of `{}` could not be run.", wrong.fault, exercise.id));
            proven.found.push(finding.at(&file, 0..0).note(feedback(checked)));
        }
        Outcome::Revise | Outcome::Unreadable => {
            let text = feedback(checked);
            if wrong.expected.as_deref() != Some(&text) {
                proven.unread.push(Bless { path: wrong_file(exercise, wrong, "expected.md"), text });
            }
        }
    }
}

/// A message that fits two different faults explains neither; every `[[fault]]` belongs to a wrong answer.
fn one_message_a_fault(exercise: &Exercise, proven: &mut Proven) {
    let Ok(Some(sql)) = crate::spec::sql_if_any(exercise) else { return };
    for (at, fault) in sql.faults.iter().enumerate() {
        let name = fault.name.as_ref();
        if !exercise.wrong.iter().any(|wrong| wrong.fault == *name) {
            let finding = Diagnostic::error("fault-without-answer", format!("There is no wrong answer `wrong/{name}.sql`."));
            proven.found.push(finding.at(&exercise.spec.file, fault.name.span()));
        }
        if sql.faults[..at].iter().any(|earlier| earlier.says == fault.says) {
            let finding = Diagnostic::error("fault-same-words", format!("`{name}` says the same as an earlier fault."));
            proven.found.push(finding.at(&exercise.spec.file, fault.name.span()));
        }
    }
}
