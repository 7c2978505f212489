use crate::{Checked, ShownTable, Tone};
use footbridge_diagnostic::{Diagnostic, counted};
use footbridge_query::compare::CellExample;
use footbridge_query::{Column, Comparison, Difference, Table, Value};
use footbridge_verdict::{FindingKind, Outcome, Verdict};

/// Columns that name a row in a sentence, at most.
const MOST_NAMED: usize = 3;

/// Rows shown of one difference, at most.
const SHOWN_ROWS: usize = 5;

/// The two results behind a comparison.
pub(crate) struct Compared<'a> {
    pub(crate) right: &'a Table,
    pub(crate) yours: &'a Table,
    pub(crate) total_rows: u64,
    pub(crate) truncated: bool,
}

/// Words every difference: the most telling first, each with what to look at next.
pub(crate) fn explain(comparison: &Comparison, compared: &Compared<'_>) -> Checked {
    let mut findings: Vec<Diagnostic> = comparison.differences.iter().filter_map(|difference| finding(difference, compared)).collect();
    findings.extend(extra_columns(comparison));
    if compared.truncated {
        findings.insert(0, too_many(compared));
    }
    let mut checked = Checked::new(Verdict::new(Outcome::Revise, summary(comparison, compared)));
    for finding in findings {
        checked.verdict = checked.verdict.with(FindingKind::Essential, finding);
    }
    checked.shown = tables(comparison, compared);
    let most = most_shown(compared);
    for shown in &mut checked.shown {
        shown.rows.rows.truncate(most);
        shown.marked.retain(|(row, _)| *row < most);
    }
    checked
}

/// Rows shown of one difference: enough to see what is wrong, never so much that the answer could be copied.
fn most_shown(compared: &Compared<'_>) -> usize {
    (compared.right.rows.len() / 3).clamp(1, SHOWN_ROWS)
}

/// All columns that were not asked for, in one sentence: a `select *` is one mistake.
fn extra_columns(comparison: &Comparison) -> Option<Diagnostic> {
    let name = |difference: &Difference| match difference {
        Difference::ExtraColumn { name } => Some(format!("`{name}`")),
        _ => None,
    };
    let names: Vec<String> = comparison.differences.iter().filter_map(name).collect();
    let message = match names.as_slice() {
        [] => return None,
        [one] => format!("The column {one} was not asked for."),
        many => format!("{} columns were not asked for: {}.", many.len(), many.join(", ")),
    };
    Some(Diagnostic::error("sql-extra-column", message).help("Name only the columns that the brief asks for in the `select`."))
}

fn too_many(compared: &Compared<'_>) -> Diagnostic {
    let right = compared.right.rows.len() as u64;
    Diagnostic::error(
        "sql-too-many-rows",
        format!("The result goes on after {}; the right one has {right}.", counted(compared.total_rows, "row", "rows")),
    )
    .note("A join that matches several rows, or a missing `group by`, multiplies rows.")
}

fn summary(comparison: &Comparison, compared: &Compared<'_>) -> String {
    let rows = compared.yours.rows.len();
    let yours = if compared.truncated { format!("more than {rows} rows") } else { counted(rows, "row", "rows") };
    let right = compared.right.rows.len();
    let first = comparison.differences.first().map(headline).unwrap_or_else(|| "The result is too long.".to_owned());
    if rows == right && !compared.truncated {
        format!("{first} The number of rows, {right}, is right.")
    } else {
        format!("{first} Your result has {yours}; the right one has {right}.")
    }
}

fn headline(difference: &Difference) -> String {
    match difference {
        Difference::MissingColumn { name } => format!("The column `{name}` is missing."),
        Difference::ExtraColumn { name } => format!("The column `{name}` was not asked for."),
        Difference::ColumnCount { expected, actual } => {
            format!("The result has {}; {expected} were asked for.", counted(*actual, "column", "columns"))
        }
        Difference::WrongType { column, expected, actual } => format!("`{column}` holds {actual} values where {expected} values belong."),
        Difference::WrongValue { column, cells, .. } => format!("`{column}` is wrong in {}.", counted(*cells, "row", "rows")),
        Difference::NullInstead { column, cells, .. } => {
            format!("`{column}` is NULL in {} where a value belongs.", counted(*cells, "row", "rows"))
        }
        Difference::ValueInsteadOfNull { column, cells, .. } => {
            format!("`{column}` has a value in {} where NULL belongs.", counted(*cells, "row", "rows"))
        }
        Difference::MissingRows { count, .. } => format!("{} missing.", counted(*count, "row is", "rows are")),
        Difference::ExtraRows { count, .. } => {
            format!("{} not belong in the result.", counted(*count, "row does", "rows do"))
        }
        Difference::Duplicates { expected, actual, .. } => {
            format!("A row comes {}; it belongs there {}.", times(*actual), times(*expected))
        }
        Difference::WrongOrder { first_row, .. } => {
            format!("The order is not right: row {} is the first out of place.", first_row + 1)
        }
    }
}

fn times(count: u64) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}

/// The finding about one difference; columns too many are told together, by [`extra_columns`].
fn finding(difference: &Difference, compared: &Compared<'_>) -> Option<Diagnostic> {
    let message = headline(difference);
    Some(match difference {
        Difference::MissingColumn { name } => {
            let finding = Diagnostic::error("sql-missing-column", message);
            let near = footbridge_diagnostic::nearest(name, compared.yours.columns.iter().map(|column| column.name.as_str()));
            match near {
                Some(near) => finding.help(format!("Yours has `{near}`: name it with `as {name}`.")),
                None => finding.help(format!("Select it, named with `as {name}`.")),
            }
        }
        Difference::ExtraColumn { .. } => return None,
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
        Difference::MissingRows { count, .. } => {
            let look = if *count == 1 { "look at what sets it apart" } else { "look at what they have in common" };
            Diagnostic::error("sql-missing-rows", message).note(format!("{}: {look}.", shown_below(*count, compared)))
        }
        Difference::ExtraRows { count, .. } => {
            let look = format!("look at which condition should have kept {} out", if *count == 1 { "it" } else { "them" });
            Diagnostic::error("sql-extra-rows", message).note(format!("{}: {look}.", shown_below(*count, compared)))
        }
        Difference::Duplicates { row, .. } => Diagnostic::error("sql-duplicates", message).note(format!("The row: {}.", spelled(row))),
        Difference::WrongOrder { expected, actual, .. } => Diagnostic::error("sql-wrong-order", message)
            .note(format!("There stands {}; {} belongs there.", spelled(actual), spelled(expected)))
            .help("Compare your `order by` with the brief: which columns, in which order, and in which direction."),
    })
}

/// How many of the rows are shown.
fn shown_below(count: u64, compared: &Compared<'_>) -> String {
    let shown = most_shown(compared) as u64;
    match (count, shown) {
        (1, _) => "It is shown below".to_owned(),
        (count, shown) if count <= shown => "They are shown below".to_owned(),
        (_, 1) => "One of them is shown below".to_owned(),
        (_, shown) => format!("{shown} of them are shown below"),
    }
}

fn with_example(finding: Diagnostic, first: &[CellExample], compared: &Compared<'_>) -> Diagnostic {
    let Some(example) = first.first() else { return finding };
    let cells = compared.right.columns.iter().zip(&example.expected_row);
    let yours = |name: &str| cell(&example.actual_row, &compared.yours.columns, name);
    // What stands before the wrong cell, and is right, is what a person finds the row by.
    let before = cells.take_while(|(_, value)| **value != example.expected).filter(|(column, value)| yours(&column.name) == Some(*value));
    let mut named = Vec::new();
    let mut alike: Vec<&Vec<Value>> = compared.right.rows.iter().collect();
    for (column, value) in before.take(MOST_NAMED) {
        named.push(format!("`{}` is {value}", column.name));
        alike.retain(|row| cell(row, &compared.right.columns, &column.name) == Some(value));
        if alike.len() <= 1 {
            break;
        }
    }
    let place = if named.is_empty() { "Yours".to_owned() } else { format!("Where {}, yours", named.join(" and ")) };
    finding.note(format!("{place} is {} and {} is right.", example.actual, example.expected))
}

fn cell<'a>(row: &'a [Value], columns: &[Column], name: &str) -> Option<&'a Value> {
    row.get(columns.iter().position(|column| column.name.eq_ignore_ascii_case(name))?)
}

fn spelled(row: &[Value]) -> String {
    let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
    format!("({})", cells.join(", "))
}

fn tables(comparison: &Comparison, compared: &Compared<'_>) -> Vec<ShownTable> {
    let mut shown = wrong_cells(comparison, compared);
    for difference in &comparison.differences {
        let (title, tone, columns, rows, total) = match difference {
            Difference::MissingRows { count, examples } => ("Missing from yours", Tone::Right, &compared.right.columns, examples, *count),
            Difference::ExtraRows { count, examples } => ("Yours, not expected", Tone::Yours, &compared.yours.columns, examples, *count),
            _ => continue,
        };
        let rows = Table { columns: columns.clone(), rows: rows.clone() };
        shown.push(ShownTable { title: title.to_owned(), tone, rows, total, marked: Vec::new() });
    }
    shown
}

/// The rows with wrong cells, yours beside right, once for all wrong columns.
fn wrong_cells(comparison: &Comparison, compared: &Compared<'_>) -> Vec<ShownTable> {
    let of = |difference: &Difference| match difference {
        Difference::WrongValue { column, cells, first }
        | Difference::NullInstead { column, cells, first }
        | Difference::ValueInsteadOfNull { column, cells, first } => Some((column.clone(), *cells, first.clone())),
        _ => None,
    };
    let wrong: Vec<(String, u64, Vec<CellExample>)> = comparison.differences.iter().filter_map(of).collect();
    // Of those that are wrong in as many rows, the one that is told first: `max_by_key` keeps the last.
    let most = wrong.iter().rev().max_by_key(|(_, cells, _)| *cells);
    let Some((_, total, examples)) = most else { return Vec::new() };
    let side = |title: &str, tone: Tone, columns: &[Column], row: &dyn Fn(&CellExample) -> Vec<Value>| {
        let is_wrong = |example: &CellExample, name: &str| {
            let told = wrong.iter().any(|(column, _, _)| column.eq_ignore_ascii_case(name));
            told && cell(&example.actual_row, &compared.yours.columns, name) != cell(&example.expected_row, &compared.right.columns, name)
        };
        let marked = examples.iter().enumerate().flat_map(|(row, example)| {
            let places = columns.iter().enumerate().filter(move |(_, column)| is_wrong(example, &column.name));
            places.map(move |(place, _)| (row, place))
        });
        ShownTable {
            title: title.to_owned(),
            tone,
            rows: Table { columns: columns.to_vec(), rows: examples.iter().map(row).collect() },
            total: *total,
            marked: marked.collect(),
        }
    };
    vec![
        side("Yours", Tone::Yours, &compared.yours.columns, &|example| example.actual_row.clone()),
        side("Right", Tone::Right, &compared.right.columns, &|example| example.expected_row.clone()),
    ]
}

#[cfg(test)]
#[path = "differences_tests.rs"]
mod tests;
