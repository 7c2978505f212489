//! In what the columns of a result are: what an exercise declares is tried on its own solution.

use crate::Grader;
use crate::spec::{Unit, read_sql};
use footbridge_content::{Exercise, Pack};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::{Table, Value};
use std::collections::BTreeMap;

/// Words in the name of a column that may be a share or in per cent.
const TELLING: [&str; 6] = ["share", "percent", "percentage", "pct", "rate", "ratio"];

/// What is wrong with the units of an exercise; a solution that does not run is told elsewhere.
pub(crate) fn faults(grader: &Grader, pack: &Pack, exercise: &Exercise) -> Vec<Diagnostic> {
    let (Ok(spec), Some(solution)) = (read_sql(exercise), exercise.solutions.first()) else { return Vec::new() };
    let Ok(right) = grader.explore(pack, exercise, solution, false) else { return Vec::new() };
    against(&right.table, &spec.unit, &exercise.spec.file)
}

fn against(right: &Table, units: &BTreeMap<String, Unit>, file: &str) -> Vec<Diagnostic> {
    let fault = |message: String, help: &str| Diagnostic::error("sql-unit", message).at(file, 0..0).help(help);
    let mut found = Vec::new();
    for (column, unit) in units {
        let Some(at) = right.columns.iter().position(|there| there.name == *column) else {
            found.push(fault(
                format!("`unit` names `{column}`, and the result has no such column."),
                "Take it out, or name one of the solution's.",
            ));
            continue;
        };
        if *unit == Unit::Share && numbers(right, at).any(|number| number.abs() > 1.0) {
            let message = format!("`{column}` is declared a share, and the solution gives more than 1.");
            found.push(fault(message, "Declare it `\"percent\"`."));
        }
    }
    let is_telling = |name: &str| name.split('_').any(|word| TELLING.contains(&word));
    let open = right.columns.iter().filter(|column| is_telling(&column.name) && !units.contains_key(&column.name));
    found.extend(open.map(|column| {
        let message = format!(
            "Whether `{}` is a share, in per cent or neither is not declared, so a text cannot cite it with a sign of per cent.",
            column.name
        );
        fault(
            message,
            "Write it below `[sql.unit]`: `\"share\"` when 0.42 is 42 %, `\"percent\"` when it is 0.42 %, `\"number\"` when it is neither.",
        )
    }));
    found
}

fn numbers(table: &Table, at: usize) -> impl Iterator<Item = f64> {
    table.rows.iter().filter_map(move |row| match row.get(at)? {
        Value::Float(number) => Some(*number),
        Value::Decimal(digits) => digits.parse().ok(),
        Value::Integer(number) => number.to_string().parse().ok(),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use footbridge_query::{Column, DataType};

    #[test]
    fn units_are_those_of_the_solutions_columns() {
        let column = |name: &str| Column { name: name.to_owned(), data_type: DataType::Float };
        let right =
            Table { columns: vec![column("used_share"), column("lost_share")], rows: vec![vec![Value::Float(44.0), Value::Float(0.1)]] };
        let found = |units: &[(&str, Unit)]| {
            let unit: BTreeMap<String, Unit> = units.iter().map(|(name, unit)| ((*name).to_owned(), *unit)).collect();
            against(&right, &unit, "exercise.toml").into_iter().map(|finding| finding.message).collect::<Vec<_>>()
        };
        assert_eq!(found(&[("used_share", Unit::Percent), ("lost_share", Unit::Share)]), [""; 0]);
        assert_eq!(
            found(&[("used_share", Unit::Share), ("lost_share", Unit::Share), ("rate", Unit::Percent)]),
            [
                "`unit` names `rate`, and the result has no such column.",
                "`used_share` is declared a share, and the solution gives more than 1."
            ]
        );
        assert_eq!(
            found(&[("used_share", Unit::Percent)]),
            ["Whether `lost_share` is a share, in per cent or neither is not declared, so a text cannot cite it with a sign of per cent."]
        );
        let calls = Table { columns: vec![column("call_rate")], rows: vec![vec![Value::Float(44.0)]] };
        let unit = BTreeMap::from([("call_rate".to_owned(), Unit::Number)]);
        assert_eq!(against(&calls, &unit, "exercise.toml"), []);
        assert_eq!(against(&calls, &BTreeMap::new(), "exercise.toml").len(), 1, "a rate may be in per cent");
    }
}
