//! Figures in a text that cite the learner's own query, or the simulated run of a decision of theirs: run again, and laid beside what was
//! written.

use crate::grader::OwnAnswer;
use crate::spec::{Unit, read_sql};
use crate::{Grader, runs};
use footbridge_content::{Kind, Pack};
use footbridge_diagnostic::{Diagnostic, nearest};
use footbridge_prose::{Reference, Source};
use footbridge_query::{Answer, Failure, Table, Value};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Figures that one text may cite.
const MOST: usize = 50;

/// What came of the query or the run of one cited exercise; each is run once.
type Ran = Result<Cited, Diagnostic>;

/// The result, and in what its columns are.
struct Cited {
    table: Table,
    /// Whether only the first rows are there.
    truncated: bool,
    unit: BTreeMap<String, Unit>,
}

/// What is wrong with the figures that a text cites. Nothing is run when nothing is cited. A failure of ours is no finding.
pub(crate) fn check(grader: &Grader, pack: &Pack, text: &str, file: &str, own: OwnAnswer<'_>) -> Result<Vec<Diagnostic>, Failure> {
    let (mut references, mut found) = footbridge_prose::references(text, file);
    if let Some(one_more) = references.get(MOST) {
        let finding = Diagnostic::error("reference-too-many", format!("A text cites at most {MOST} figures."));
        found.push(finding.at(file, one_more.span.clone()));
        references.truncate(MOST);
    }
    let mut ran: BTreeMap<(Source, &str), Ran> = BTreeMap::new();
    for reference in &references {
        let cited = (reference.source, reference.exercise.as_str());
        let ran = match ran.entry(cited) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(run(grader, pack, cited, own)?),
        };
        match ran {
            Err(finding) => found.push(finding.clone().at(file, reference.span.clone())),
            Ok(cited) => found.extend(compared(cited, reference).map(|(finding, place)| finding.at(file, place))),
        }
    }
    Ok(found)
}

/// Runs the learner's query, or their decision, for a cited exercise. `Err` outside is ours, inside it is the text's.
fn run(grader: &Grader, pack: &Pack, (source, id): (Source, &str), own: OwnAnswer<'_>) -> Result<Ran, Failure> {
    let (kind, what) = match source {
        Source::Query => (Kind::Sql, "query"),
        Source::Run => (Kind::Decide, "decision"),
    };
    let Some(exercise) = pack.exercise(id).filter(|exercise| exercise.kind == kind) else {
        let known = pack.exercises.iter().filter(|exercise| exercise.kind == kind).map(|exercise| exercise.id.as_str());
        let finding = Diagnostic::error("reference-unknown", format!("There is no {what} `{id}` to take a figure from."));
        return Ok(Err(match nearest(id, known) {
            Some(meant) => finding.help(format!("Did you mean `{meant}`?")),
            None => finding,
        }));
    };
    let Some(answer) = own(exercise) else {
        let finding = Diagnostic::error("reference-unanswered", format!("You have not passed `{id}` yet, so nothing backs this figure."));
        return Ok(Err(finding.help(format!("Pass `{id}` first, or leave the reference out."))));
    };
    if source == Source::Run {
        let table = runs::table(&answer, kind.answer_file());
        let unread = || Diagnostic::error("reference-not-run", format!("Your decision for `{id}` cannot be read."));
        return Ok(table.map(|table| Cited { table, truncated: false, unit: runs::units() }).ok_or_else(unread));
    }
    match grader.explore(pack, exercise, &answer, false) {
        Ok(Answer { table, truncated, .. }) => {
            Ok(Ok(Cited { table, truncated, unit: read_sql(exercise).map(|spec| spec.unit).unwrap_or_default() }))
        }
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
fn compared(cited: &Cited, reference: &Reference) -> Option<(Diagnostic, std::ops::Range<usize>)> {
    let Cited { table, truncated, unit } = cited;
    let given_by = match reference.source {
        Source::Query => "your query for",
        Source::Run => "the run of your decision for",
    };
    let value = match value(table, reference) {
        Ok(value) => value,
        Err(message) => {
            let finding = Diagnostic::error("reference-value", message);
            let note = "Only the first rows of the result were looked at.";
            return Some((if *truncated { finding.note(note) } else { finding }, reference.span.clone()));
        }
    };
    let Reference { figure, exercise, column, .. } = reference;
    let (unit, is_in_per_cent) = (unit.get(column).copied(), figure.is_in_per_cent());
    let truth = if unit == Some(Unit::Share) && is_in_per_cent { value * 100.0 } else { value };
    let place = figure.span.clone();
    if unit == Some(Unit::Number) && is_in_per_cent {
        let message = format!("`{column}` of `{exercise}` is neither a share nor in per cent.");
        return Some((Diagnostic::error("reference-unit", message).help(format!("Write {value} without the sign of per cent.")), place));
    }
    if figure.agrees(truth) {
        let is_open = unit.is_none() && is_in_per_cent;
        let message = format!("`{exercise}` does not say whether `{column}` is a share or in per cent.");
        let note = format!("It was read as being in per cent: the {value} of your query as {value} %.");
        let help = "If it is a share from 0 to 1, cite it without the sign of per cent.";
        return is_open.then(|| (Diagnostic::advice("reference-unit", message).note(note).help(help), place));
    }
    let message = format!("The text says {}; {given_by} `{exercise}` gives {value}.", figure.written);
    let is_hundredfold = unit.is_none() && is_in_per_cent && figure.agrees(value * 100.0);
    let help = if is_hundredfold {
        format!("If it is a share from 0 to 1, write {value} without the sign of per cent; else write the figure that the query gives.")
    } else {
        format!("Write the figure that the {} gives.", reference.source.word())
    };
    let finding = Diagnostic::error("reference-differs", message).help(help);
    let read = match unit {
        Some(Unit::Percent) => format!("`{column}` is in per cent: {value} %."),
        Some(Unit::Share) => format!("`{column}` is a share: {value} of 1."),
        None if is_in_per_cent => format!("`{column}` was read as being in per cent: nothing says that it is a share."),
        None | Some(Unit::Number) => return Some((finding, place)),
    };
    Some((finding.note(read), place))
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
    let conditions: Vec<(usize, &str)> =
        reference.conditions.iter().map(|(name, value)| Ok((column(name)?, value.as_str()))).collect::<Result<_, String>>()?;
    let fits = |row: &&Vec<Value>| conditions.iter().all(|(at, value)| row.get(*at).is_some_and(|cell| cell.to_string() == **value));
    let rows: Vec<&Vec<Value>> = table.rows.iter().filter(fits).collect();
    let row = match (rows.as_slice(), conditions.len()) {
        ([row], _) => row,
        ([], _) => {
            return Err("No row of the result fits. A text in it is written as it stands there, with its capital letters.".to_owned());
        }
        (rows, 0) => {
            return Err(format!("The result has {} rows; a figure comes from exactly one. Pick it with `where column=value`.", rows.len()));
        }
        (rows, _) => {
            let message = format!("{} rows fit; a figure comes from exactly one.", rows.len());
            return Err(format!("{message} Add what tells it from the others: `and column=value`."));
        }
    };
    match row.get(wanted) {
        Some(Value::Integer(number)) => number.to_string().parse().map_err(|_| format!("`{}` is too large.", reference.column)),
        Some(Value::Float(number)) => Ok(*number),
        Some(Value::Decimal(digits)) => digits.parse().map_err(|_| format!("`{}` is no number.", reference.column)),
        _ => Err(format!("`{}` is no number there.", reference.column)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use footbridge_query::{Column, DataType};

    fn cited(unit: Option<Unit>) -> Cited {
        let column = |name: &str, data_type| Column { name: name.to_owned(), data_type };
        let columns = vec![column("endpoint", DataType::Text), column("method", DataType::Text), column("error_rate", DataType::Float)];
        let row =
            |endpoint: &str, method: &str, rate| vec![Value::Text(endpoint.to_owned()), Value::Text(method.to_owned()), Value::Float(rate)];
        let rows = vec![row("/charges", "GET", 0.1), row("/charges", "POST", 0.44)];
        Cited {
            table: Table { columns, rows },
            truncated: false,
            unit: unit.into_iter().map(|unit| ("error_rate".to_owned(), unit)).collect(),
        }
    }

    fn code(text: &str, unit: Option<Unit>) -> Option<String> {
        let (references, faults) = footbridge_prose::references(text, "a.md");
        assert_eq!(faults, [], "{text}");
        compared(&cited(unit), &references[0]).map(|(finding, _)| finding.code)
    }

    #[test]
    fn a_sign_of_per_cent_means_what_the_column_is_in() {
        for (claimed, unit, code_of) in [
            ("0.44 %", Some(Unit::Percent), None),
            ("0.44", Some(Unit::Percent), None),
            ("44 %", Some(Unit::Percent), Some("reference-differs")),
            ("44 %", Some(Unit::Share), None),
            ("0.44", Some(Unit::Share), None),
            ("0.44 %", Some(Unit::Share), Some("reference-differs")),
            ("0.44", Some(Unit::Number), None),
            ("0.44 %", Some(Unit::Number), Some("reference-unit")),
            ("0.44", None, None),
            ("0.44 %", None, Some("reference-unit")),
            ("44 %", None, Some("reference-differs")),
        ] {
            let text = format!("{claimed} {{{{query:a:error_rate where endpoint=/charges and method=POST}}}}");
            assert_eq!(code(&text, unit).as_deref(), code_of, "{claimed} {unit:?}");
        }
    }

    #[test]
    fn where_nothing_says_the_unit_the_hundredfold_is_no_reason_to_write_something_false() {
        let (references, _) = footbridge_prose::references("44 % {{query:a:error_rate where method=POST}}", "a.md");
        let (finding, _) = compared(&cited(None), &references[0]).expect("a finding");
        assert_eq!(
            finding.help,
            ["If it is a share from 0 to 1, write 0.44 without the sign of per cent; else write the figure that the query gives."]
        );
    }

    #[test]
    fn one_row_is_told_from_all_others() {
        for (condition, says) in [
            ("", "The result has 2 rows; a figure comes from exactly one. Pick it with `where column=value`."),
            (
                " where endpoint=/charges",
                "2 rows fit; a figure comes from exactly one. Add what tells it from the others: `and column=value`.",
            ),
            (" where method=post", "No row of the result fits. A text in it is written as it stands there, with its capital letters."),
            (" where methd=POST", "The result has no column `methd`; is `method` meant?"),
        ] {
            let (references, _) = footbridge_prose::references(&format!("5 {{{{query:a:error_rate{condition}}}}}"), "a.md");
            let (finding, _) = compared(&cited(None), &references[0]).expect("a finding");
            assert_eq!((finding.code.as_str(), finding.message.as_str()), ("reference-value", says), "{condition}");
        }
    }
}
