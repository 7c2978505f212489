use crate::sql::counted;
use crate::{Checked, ShownTable, Tone};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::compare::CellExample;
use footbridge_query::{Comparison, Difference, Table, Value};
use footbridge_verdict::{FindingKind, Outcome, Verdict};

/// The two results behind a comparison.
pub(crate) struct Compared<'a> {
    pub(crate) right: &'a Table,
    pub(crate) yours: &'a Table,
    pub(crate) total_rows: u64,
    pub(crate) truncated: bool,
}

/// Words every difference: the most telling first, each with what to look at next.
pub(crate) fn explain(comparison: &Comparison, compared: &Compared<'_>) -> Checked {
    let mut findings: Vec<Diagnostic> = comparison.differences.iter().map(|difference| finding(difference, compared)).collect();
    if compared.truncated {
        findings.insert(0, too_many(compared));
    }
    let mut checked = Checked::new(Verdict::new(Outcome::Revise, summary(comparison, compared)));
    for finding in findings {
        checked.verdict = checked.verdict.with(FindingKind::Essential, finding);
    }
    checked.shown = comparison.differences.iter().flat_map(|difference| tables(difference, compared)).collect();
    checked
}

fn too_many(compared: &Compared<'_>) -> Diagnostic {
    let right = compared.right.rows.len() as u64;
    Diagnostic::error(
        "sql-too-many-rows",
        format!("The result goes on after {}; the right one has {right}.", counted(compared.total_rows, "row")),
    )
    .note("A join that matches several rows, or a missing `group by`, multiplies rows.")
}

fn summary(comparison: &Comparison, compared: &Compared<'_>) -> String {
    let yours = if compared.truncated { format!("more than {}", compared.yours.rows.len()) } else { compared.yours.rows.len().to_string() };
    let right = compared.right.rows.len();
    let first = comparison.differences.first().map(headline).unwrap_or_else(|| "The result is too long.".to_owned());
    if yours == right.to_string() {
        format!("{first} The number of rows, {right}, is right.")
    } else {
        format!("{first} Your result has {yours} rows; the right one has {right}.")
    }
}

fn headline(difference: &Difference) -> String {
    match difference {
        Difference::MissingColumn { name } => format!("The column `{name}` is missing."),
        Difference::ExtraColumn { name } => format!("The column `{name}` was not asked for."),
        Difference::ColumnCount { expected, actual } => {
            format!("The result has {}; {expected} were asked for.", counted(*actual as u64, "column"))
        }
        Difference::WrongType { column, expected, actual } => format!("`{column}` holds {actual} values where {expected} values belong."),
        Difference::WrongValue { column, cells, .. } => format!("`{column}` is wrong in {}.", counted(*cells, "row")),
        Difference::NullInstead { column, cells, .. } => format!("`{column}` is NULL in {} where a value belongs.", counted(*cells, "row")),
        Difference::ValueInsteadOfNull { column, cells, .. } => {
            format!("`{column}` has a value in {} where NULL belongs.", counted(*cells, "row"))
        }
        Difference::MissingRows { count, .. } => format!("{} missing.", is_or_are(*count)),
        Difference::ExtraRows { count, .. } => {
            format!("{} not belong in the result.", if *count == 1 { "1 row does".to_owned() } else { format!("{count} rows do") })
        }
        Difference::Duplicates { expected, actual, .. } => {
            format!("A row comes {}; it belongs there {}.", times(*actual), times(*expected))
        }
        Difference::WrongOrder { first_row, .. } => {
            format!("The rows are right, their order is not: row {} is the first out of place.", first_row + 1)
        }
    }
}

fn is_or_are(count: u64) -> String {
    if count == 1 { "1 row is".to_owned() } else { format!("{count} rows are") }
}

fn times(count: u64) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}

fn finding(difference: &Difference, compared: &Compared<'_>) -> Diagnostic {
    let message = headline(difference);
    match difference {
        Difference::MissingColumn { name } => {
            let finding = Diagnostic::error("sql-missing-column", message);
            let near = footbridge_diagnostic::nearest(name, compared.yours.columns.iter().map(|column| column.name.as_str()));
            match near {
                Some(near) => finding.help(format!("Yours has `{near}`: name it with `as {name}`.")),
                None => finding.help(format!("Select it, named with `as {name}`.")),
            }
        }
        Difference::ExtraColumn { .. } => Diagnostic::error("sql-extra-column", message).help("Leave it out of the `select`."),
        Difference::ColumnCount { .. } => {
            let wanted: Vec<String> = compared.right.columns.iter().map(|column| format!("`{}`", column.name)).collect();
            Diagnostic::error("sql-column-count", message).help(format!("Asked for, in this order: {}.", wanted.join(", ")))
        }
        Difference::WrongType { .. } => {
            Diagnostic::error("sql-wrong-type", message).note("The values were not compared: a type comes before a value.")
        }
        Difference::WrongValue { first, .. } => with_example(Diagnostic::error("sql-wrong-value", message), first, compared),
        Difference::NullInstead { first, .. } => with_example(Diagnostic::error("sql-null-instead", message), first, compared)
            .help("NULL is neither zero nor the empty text: look where a join found no partner."),
        Difference::ValueInsteadOfNull { first, .. } => {
            with_example(Diagnostic::error("sql-value-instead-of-null", message), first, compared)
        }
        Difference::MissingRows { .. } => {
            Diagnostic::error("sql-missing-rows", message).note("They are shown below: look at what they have in common.")
        }
        Difference::ExtraRows { .. } => {
            Diagnostic::error("sql-extra-rows", message).note("They are shown below: look at which condition should have kept them out.")
        }
        Difference::Duplicates { row, .. } => Diagnostic::error("sql-duplicates", message).note(format!("The row: {}.", spelled(row))),
        Difference::WrongOrder { expected, actual, .. } => Diagnostic::error("sql-wrong-order", message)
            .note(format!("There stands {}; {} belongs there.", spelled(actual), spelled(expected)))
            .help("Only an `order by` of the outermost query fixes the order."),
    }
}

fn with_example(finding: Diagnostic, first: &[CellExample], compared: &Compared<'_>) -> Diagnostic {
    let Some(example) = first.first() else { return finding };
    let key = compared.right.columns.iter().zip(&example.expected_row).find(|(_, value)| **value != example.expected);
    let place = key.map(|(column, value)| format!("Where `{}` is {value}, yours", column.name)).unwrap_or_else(|| "Yours".to_owned());
    finding.note(format!("{place} is {} and {} is right.", example.actual, example.expected))
}

fn spelled(row: &[Value]) -> String {
    let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
    format!("({})", cells.join(", "))
}

fn tables(difference: &Difference, compared: &Compared<'_>) -> Vec<ShownTable> {
    let shown = |title: String, tone: Tone, rows: &[Vec<Value>], total: u64, marked: Vec<(usize, usize)>| {
        let columns = if tone == Tone::Yours { &compared.yours.columns } else { &compared.right.columns };
        ShownTable { title, tone, rows: Table { columns: columns.clone(), rows: rows.to_vec() }, total, marked }
    };
    match difference {
        Difference::MissingRows { count, examples } => {
            vec![shown("Missing from yours".to_owned(), Tone::Right, examples, *count, Vec::new())]
        }
        Difference::ExtraRows { count, examples } => {
            vec![shown("Yours, not expected".to_owned(), Tone::Yours, examples, *count, Vec::new())]
        }
        Difference::WrongValue { column, cells, first }
        | Difference::NullInstead { column, cells, first }
        | Difference::ValueInsteadOfNull { column, cells, first } => {
            let mark = |columns: &[footbridge_query::Column]| {
                let at = columns.iter().position(|other| other.name.eq_ignore_ascii_case(column));
                at.map_or_else(Vec::new, |at| (0..first.len()).map(|row| (row, at)).collect())
            };
            let yours: Vec<Vec<Value>> = first.iter().map(|example| example.actual_row.clone()).collect();
            let right: Vec<Vec<Value>> = first.iter().map(|example| example.expected_row.clone()).collect();
            vec![
                shown("Yours".to_owned(), Tone::Yours, &yours, *cells, mark(&compared.yours.columns)),
                shown("Right".to_owned(), Tone::Right, &right, *cells, mark(&compared.right.columns)),
            ]
        }
        _ => Vec::new(),
    }
}
