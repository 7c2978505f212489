//! Figures in a text that cite the learner's own query: run again, and laid beside what was written.

use crate::Grader;
use crate::grader::OwnAnswer;
use footbridge_content::{Kind, Pack};
use footbridge_diagnostic::{Diagnostic, nearest};
use footbridge_prose::{Reference, agrees};
use footbridge_query::{Answer, Failure, Table, Value};
use std::collections::BTreeMap;

/// Figures that one text may cite.
const MOST: usize = 50;

/// What came of the query of one cited exercise; each is run once.
type Ran = Result<Answer, Diagnostic>;

/// What is wrong with the figures that a text cites. Nothing is run when nothing is cited. A failure of ours is no finding.
pub(crate) fn check(grader: &Grader, pack: &Pack, text: &str, file: &str, own: OwnAnswer<'_>) -> Result<Vec<Diagnostic>, Failure> {
    let (mut references, mut found) = footbridge_prose::references(text, file);
    if let Some(one_more) = references.get(MOST) {
        let finding = Diagnostic::error("reference-too-many", format!("A text cites at most {MOST} figures."));
        found.push(finding.at(file, one_more.span.clone()));
        references.truncate(MOST);
    }
    let mut ran: BTreeMap<&str, Ran> = BTreeMap::new();
    for reference in &references {
        if !ran.contains_key(reference.exercise.as_str()) {
            ran.insert(&reference.exercise, run(grader, pack, &reference.exercise, own)?);
        }
        match &ran[reference.exercise.as_str()] {
            Err(finding) => found.push(finding.clone().at(file, reference.span.clone())),
            Ok(answer) => found.extend(compared(answer, reference).map(|(finding, place)| finding.at(file, place))),
        }
    }
    Ok(found)
}

/// Runs the learner's query for a cited exercise. `Err` outside is ours, inside it is the text's.
fn run(grader: &Grader, pack: &Pack, id: &str, own: OwnAnswer<'_>) -> Result<Ran, Failure> {
    let Some(exercise) = pack.exercise(id).filter(|exercise| exercise.kind == Kind::Sql) else {
        let queries = pack.exercises.iter().filter(|exercise| exercise.kind == Kind::Sql).map(|exercise| exercise.id.as_str());
        let finding = Diagnostic::error("reference-unknown", format!("There is no query `{id}` to take a figure from."));
        return Ok(Err(match nearest(id, queries) {
            Some(meant) => finding.help(format!("Did you mean `{meant}`?")),
            None => finding,
        }));
    };
    let Some(sql) = own(exercise) else {
        let finding = Diagnostic::error("reference-unanswered", format!("You have not passed `{id}` yet, so nothing backs this figure."));
        return Ok(Err(finding.help(format!("Pass `{id}` first, or leave the reference out."))));
    };
    match grader.explore(pack, exercise, &sql, false) {
        Ok(answer) => Ok(Ok(answer)),
        Err(Failure::Statement(findings)) => {
            let finding = Diagnostic::error("reference-not-run", format!("Your query for `{id}` does not run."));
            Ok(Err(findings.into_iter().fold(finding, |finding, why| finding.note(why.message))))
        }
        Err(Failure::Limit(why)) => {
            Ok(Err(
                Diagnostic::error("reference-not-run", format!("Your query for `{id}` asks for more than it may have.")).note(why.message)
            ))
        }
        Err(ours) => Err(ours),
    }
}

/// What is wrong with one figure, and where.
fn compared(answer: &Answer, reference: &Reference) -> Option<(Diagnostic, std::ops::Range<usize>)> {
    let truth = match value(&answer.table, reference) {
        Ok(truth) => truth,
        Err(message) => {
            let finding = Diagnostic::error("reference-value", message);
            let note = "Only the first rows of the result were looked at.";
            return Some((if answer.truncated { finding.note(note) } else { finding }, reference.span.clone()));
        }
    };
    if agrees(&reference.claimed, truth) {
        return None;
    }
    let message = format!("The text says {}; your query for `{}` gives {truth}.", reference.claimed, reference.exercise);
    let finding = Diagnostic::error("reference-differs", message).help("Write the figure that the query gives.");
    Some((finding, reference.number_span.clone()))
}

/// The one figure a reference means.
fn value(table: &Table, reference: &Reference) -> Result<f64, String> {
    let column = |name: &str| {
        let names = || table.columns.iter().map(|column| column.name.as_str());
        names().position(|known| known == name).ok_or_else(|| match nearest(name, names()) {
            Some(meant) => format!("The result has no column `{name}`; is `{meant}` meant?"),
            None => format!("The result has no column `{name}`; it has {}.", names().collect::<Vec<_>>().join(", ")),
        })
    };
    let wanted = column(&reference.column)?;
    let rows: Vec<&Vec<Value>> = match &reference.filter {
        None => table.rows.iter().collect(),
        Some((name, value)) => {
            let at = column(name)?;
            table.rows.iter().filter(|row| row.get(at).is_some_and(|cell| cell.to_string() == *value)).collect()
        }
    };
    let [row] = rows.as_slice() else {
        return Err(format!("{} rows fit; a figure comes from exactly one. Pick it with `where column=value`.", rows.len()));
    };
    match row.get(wanted) {
        Some(Value::Integer(number)) => number.to_string().parse().map_err(|_| format!("`{}` is too large.", reference.column)),
        Some(Value::Float(number)) => Ok(*number),
        Some(Value::Decimal(digits)) => digits.parse().map_err(|_| format!("`{}` is no number.", reference.column)),
        _ => Err(format!("`{}` is no number there.", reference.column)),
    }
}
