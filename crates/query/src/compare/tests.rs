//! One case per difference, and the laws that every comparison keeps.

use super::*;
use crate::table::{Column, DataType, Value};
use proptest::prelude::*;
use std::collections::BTreeMap;

mod pairing;

/// A table from a header `name:type, …` and rows in a small notation: `null`, `true`, `1`, `1.5`, `12.50d`, anything else is text.
fn table(header: &str, rows: &[&str]) -> Table {
    let columns = header.split(", ").map(column).collect();
    Table { columns, rows: rows.iter().map(|row| row.split(", ").map(value).collect()).collect() }
}

fn column(text: &str) -> Column {
    let (name, kind) = text.split_once(':').unwrap_or((text, "integer"));
    let data_type = match kind {
        "integer" => DataType::Integer,
        "float" => DataType::Float,
        "decimal" => DataType::Decimal,
        "text" => DataType::Text,
        "date" => DataType::Date,
        "boolean" => DataType::Boolean,
        other => DataType::Other(other.to_owned()),
    };
    Column { name: name.to_owned(), data_type }
}

fn value(text: &str) -> Value {
    match text {
        "null" => Value::Null,
        "true" => Value::Boolean(true),
        "false" => Value::Boolean(false),
        _ if text.ends_with('d') && text[..text.len() - 1].parse::<f64>().is_ok() => Value::Decimal(text[..text.len() - 1].to_owned()),
        _ if text.contains('.') && text.parse::<f64>().is_ok() => Value::Float(text.parse().expect("just parsed")),
        _ => text.parse().map_or_else(|_| Value::Text(text.trim_matches('\'').to_owned()), Value::Integer),
    }
}

/// Differences in one line each, so that a case reads like a report.
fn told(expected: &Table, actual: &Table, rules: &Rules) -> Vec<String> {
    compare(expected, actual, rules).differences.iter().map(told_one).collect()
}

fn told_one(difference: &Difference) -> String {
    let row = |row: &Vec<Value>| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let rows = |rows: &Vec<Vec<Value>>| rows.iter().map(row).collect::<Vec<_>>().join("; ");
    let cells =
        |cells: &Vec<CellExample>| cells.iter().map(|cell| format!("{} not {}", cell.actual, cell.expected)).collect::<Vec<_>>().join("; ");
    match difference {
        Difference::MissingColumn { name } => format!("missing column {name}"),
        Difference::ExtraColumn { name } => format!("extra column {name}"),
        Difference::ColumnCount { expected, actual } => format!("{actual} columns not {expected}"),
        Difference::WrongType { column, expected, actual } => format!("{column} is {actual} not {expected}"),
        Difference::WrongValue { column, cells: count, first } => format!("{count} wrong in {column}: {}", cells(first)),
        Difference::NullInstead { column, cells: count, first } => format!("{count} null in {column}: {}", cells(first)),
        Difference::ValueInsteadOfNull { column, cells: count, first } => format!("{count} not null in {column}: {}", cells(first)),
        Difference::MissingRows { count, examples } => format!("{count} missing: {}", rows(examples)),
        Difference::ExtraRows { count, examples } => format!("{count} extra: {}", rows(examples)),
        Difference::Duplicates { row: model, expected, actual } => format!("{} {actual} times not {expected}", row(model)),
        Difference::WrongOrder { first_row, expected, actual } => format!("row {first_row} is {} not {}", row(actual), row(expected)),
    }
}

#[test]
fn every_kind_of_difference_is_told() {
    let by_name = Rules::default();
    let people = table("id, name:text", &["1, Ada", "2, Grace", "3, Linus"]);
    let cases: Vec<(&str, Table, Vec<&str>)> = vec![
        ("the same in another order", table("name:text, ID", &["Linus, 3", "Ada, 1", "Grace, 2"]), vec![]),
        ("a column less", table("id", &["1", "2", "3"]), vec!["missing column name"]),
        ("a column more", table("id, name:text, x", &["1, Ada, 0", "2, Grace, 0", "3, Linus, 0"]), vec!["extra column x"]),
        ("a type", table("id:text, name:text", &["'1', Ada", "'2', Grace", "'3', Linus"]), vec!["id is text not integer"]),
        ("a value", table("id, name:text", &["1, Ada", "2, Gracie", "3, Linus"]), vec!["1 wrong in name: Gracie not Grace"]),
        ("a null", table("id, name:text", &["1, Ada", "2, null", "3, Linus"]), vec!["1 null in name: NULL not Grace"]),
        ("a row less", table("id, name:text", &["1, Ada", "2, Grace"]), vec!["1 missing: 3 Linus"]),
        ("a row more", table("id, name:text", &["1, Ada", "2, Grace", "3, Linus", "9, Bob"]), vec!["1 extra: 9 Bob"]),
        ("a row twice", table("id, name:text", &["1, Ada", "2, Grace", "3, Linus", "3, Linus"]), vec!["3 Linus 2 times not 1"]),
        ("no rows", table("id, name:text", &[]), vec!["3 missing: 1 Ada; 2 Grace; 3 Linus"]),
        (
            "several things at once",
            table("id, y", &["1, 0", "2, 0", "2, 0"]),
            vec!["missing column name", "extra column y", "2 Grace 2 times not 1", "1 missing: 3 Linus"],
        ),
    ];
    for (what, actual, expected) in cases {
        assert_eq!(told(&people, &actual, &by_name), expected, "{what}");
    }
}

#[test]
fn null_is_not_zero_and_not_the_empty_text() {
    let rules = Rules::default();
    let zero = table("id, n", &["1, 0", "2, 5"]);
    let null = table("id, n", &["1, null", "2, 5"]);
    assert_eq!(told(&zero, &null, &rules), ["1 null in n: NULL not 0"]);
    assert_eq!(told(&null, &zero, &rules), ["1 not null in n: 0 not NULL"]);
    let empty = table("id, t:text", &["1, ''", "2, a"]);
    let none = table("id, t:text", &["1, null", "2, a"]);
    assert_eq!(told(&empty, &none, &rules), ["1 null in t: NULL not "]);
}

#[test]
fn numbers_of_equal_value_are_the_same_whatever_their_type() {
    let rules = Rules::default();
    let whole = table("n", &["1", "20"]);
    for same in [table("n:float", &["1.0", "20.0"]), table("n:decimal", &["1.00d", "20d"]), table("n:float", &["1.0000001", "20.0"])] {
        assert_eq!(told(&whole, &same, &rules), [""; 0], "{same:?}");
    }
    assert_eq!(told(&whole, &table("n:text", &["'1'", "'20'"]), &rules), ["n is text not integer"]);
    assert_eq!(told(&table("d:date", &["x"]), &table("d:text", &["x"]), &rules), ["d is text not date"]);
    assert_eq!(told(&whole, &table("n:null", &["null", "null"]), &rules), ["2 missing: 1; 20", "2 extra: NULL; NULL"]);
}

#[test]
fn whole_numbers_are_exact_and_floats_have_a_tolerance() {
    let rules = Rules::default();
    assert_eq!(told(&table("n", &["1000000000"]), &table("n", &["1000000001"]), &rules), ["1 wrong in n: 1000000001 not 1000000000"]);
    assert_eq!(told(&table("n:float", &["0.3"]), &table("n:float", &["0.30000000000000004"]), &rules), [""; 0]);
    assert_eq!(told(&table("n:float", &["100.0"]), &table("n:float", &["100.001"]), &rules).len(), 1);
    let wide = Rules { tolerances: BTreeMap::from([("N".to_owned(), Tolerance { absolute: 0.5, relative: 0.0 })]), ..Rules::default() };
    assert_eq!(told(&table("n:float", &["100.0"]), &table("n:float", &["100.4"]), &wide), [""; 0]);
    assert_eq!(told(&table("n:float", &["100.0"]), &table("n:float", &["100.6"]), &wide).len(), 1);
}

#[test]
fn near_values_find_each_other_even_when_the_first_choice_is_taken() {
    let rules = Rules { tolerances: BTreeMap::from([("n".to_owned(), Tolerance { absolute: 1.0, relative: 0.0 })]), ..Rules::default() };
    // 10.9 fits both, 11.8 fits only the second: a greedy pairing in row order would strand one.
    let expected = table("n:float", &["10.9", "11.8"]);
    let actual = table("n:float", &["11.7", "10.0"]);
    assert_eq!(told(&expected, &actual, &rules), [""; 0]);
}

#[test]
fn one_row_of_totals_is_compared_cell_by_cell() {
    let rules = Rules::default();
    let expected = table("flights, late, share:float", &["100, 20, 0.2"]);
    let actual = table("flights, late, share:float", &["100, 25, 0.25"]);
    assert_eq!(told(&expected, &actual, &rules), ["1 wrong in late: 25 not 20", "1 wrong in share: 0.25 not 0.2"]);
}

#[test]
fn columns_by_position_need_no_names() {
    let rules = Rules { columns: ColumnMatch::ByPosition, ..Rules::default() };
    let expected = table("carrier:text, flights", &["AA, 3", "UA, 4"]);
    assert_eq!(told(&expected, &table("c:text, count", &["UA, 4", "AA, 3"]), &rules), [""; 0]);
    assert_eq!(told(&expected, &table("c:text", &["AA", "UA"]), &rules), ["1 columns not 2"]);
    assert_eq!(told(&expected, &table("count, c:text", &["3, AA", "4, UA"]), &rules).len(), 2, "both types are wrong");
}

#[test]
fn columns_of_one_name_are_matched_in_order() {
    let rules = Rules::default();
    let expected = table("id, id", &["1, 2"]);
    assert_eq!(told(&expected, &expected.clone(), &rules), [""; 0]);
    assert_eq!(told(&expected, &table("id", &["1"]), &rules), ["missing column id"]);
}

#[test]
fn order_matters_only_where_it_is_asked_for() {
    let expected = table("name:text, points", &["Ada, 9", "Bob, 5", "Cy, 5", "Di, 1"]);
    let ties_swapped = table("name:text, points", &["Ada, 9", "Cy, 5", "Bob, 5", "Di, 1"]);
    let wrong = table("name:text, points", &["Bob, 5", "Ada, 9", "Cy, 5", "Di, 1"]);
    let exact = Rules { order: Order::Exact, ..Rules::default() };
    let by_points = Order::By(vec![SortKey { column: "points".to_owned(), descending: true }]);
    let by_points = Rules { order: by_points, ..Rules::default() };
    assert_eq!(told(&expected, &wrong, &Rules::default()), [""; 0]);
    assert_eq!(told(&expected, &ties_swapped, &by_points), [""; 0]);
    assert_eq!(told(&expected, &ties_swapped, &exact), ["row 1 is Cy 5 not Bob 5"]);
    assert_eq!(told(&expected, &wrong, &by_points), ["row 0 is Bob 5 not Ada 9"]);
    let short = table("name:text, points", &["Ada, 9", "Cy, 5", "Di, 1"]);
    assert_eq!(told(&expected, &short, &exact), ["1 missing: Bob 5"], "a missing row does not shift the others out of place");
}

#[test]
fn a_wrong_answer_of_many_rows_is_explained_quickly_and_briefly() {
    let rows = |from: usize| Table {
        columns: vec![column("id"), column("n:float")],
        rows: (from..from + 20_000).map(|n| vec![Value::Integer(n as i64), Value::Float(n as f64 / 7.0)]).collect(),
    };
    let differences = compare(&rows(0), &rows(10_000), &Rules::default()).differences;
    let [Difference::MissingRows { count: 10_000, examples }, Difference::ExtraRows { count: 10_000, .. }] = differences.as_slice() else {
        panic!("{:?}", differences.len());
    };
    assert_eq!(examples.len(), EXAMPLES);
}

fn any_value(kind: usize) -> BoxedStrategy<Value> {
    let some = match kind {
        0 => prop_oneof![(-3_i64..3).prop_map(Value::Integer), any::<i64>().prop_map(Value::Integer)].boxed(),
        1 => prop_oneof![(-4_i32..4).prop_map(|n| Value::Float(f64::from(n) / 2.0)), any::<f64>().prop_map(Value::Float)].boxed(),
        2 => (0_u8..9).prop_map(|n| Value::Decimal(format!("{n}.5"))).boxed(),
        _ => "[ab'|:0-9]{0,3}".prop_map(Value::Text).boxed(),
    };
    prop_oneof![1 => Just(Value::Null), 6 => some].boxed()
}

/// Small tables with many duplicates and ties.
fn any_table() -> impl Strategy<Value = Table> {
    let kinds = [DataType::Integer, DataType::Float, DataType::Decimal, DataType::Text];
    proptest::collection::vec(0_usize..4, 1..4).prop_flat_map(move |columns| {
        let row: Vec<BoxedStrategy<Value>> = columns.iter().map(|&kind| any_value(kind)).collect();
        let kinds = kinds.clone();
        proptest::collection::vec(row, 0..8).prop_map(move |rows| {
            let column = |(at, &kind): (usize, &usize)| Column { name: format!("c{at}"), data_type: kinds[kind].clone() };
            Table { columns: columns.iter().enumerate().map(column).collect(), rows }
        })
    })
}

fn any_rules() -> impl Strategy<Value = Rules> {
    let by = |column: usize| Order::By(vec![SortKey { column: format!("c{column}"), descending: false }]);
    let order = prop_oneof![Just(Order::None), Just(Order::Exact), (0_usize..3).prop_map(by)];
    let columns = prop_oneof![Just(ColumnMatch::ByName), Just(ColumnMatch::ByPosition)];
    (order, columns, prop_oneof![Just(0.0), Just(0.6)]).prop_map(|(order, columns, absolute)| {
        let tolerances = BTreeMap::from([("c0".to_owned(), Tolerance { absolute, relative: 0.0 })]);
        Rules { order, columns, tolerances }
    })
}

proptest! {
    #[test]
    fn a_result_is_the_same_as_itself(table in any_table(), rules in any_rules()) {
        prop_assert_eq!(told(&table, &table, &rules), [""; 0]);
    }

    #[test]
    fn being_the_same_does_not_depend_on_the_side(a in any_table(), b in any_table(), rules in any_rules()) {
        prop_assert_eq!(compare(&a, &b, &rules).is_same(), compare(&b, &a, &rules).is_same());
    }

    #[test]
    fn without_an_order_rows_can_be_shuffled(
        (table, shuffled) in any_table().prop_flat_map(|table| {
            let rows = Just(table.rows.clone()).prop_shuffle();
            (Just(table), rows)
        }),
        rules in any_rules(),
    ) {
        let other = Table { columns: table.columns.clone(), rows: shuffled };
        let rules = Rules { order: Order::None, ..rules };
        prop_assert_eq!(told(&table, &other, &rules), [""; 0]);
    }

    #[test]
    fn every_row_that_differs_is_accounted_for(table in any_table(), at in any::<prop::sample::Index>()) {
        prop_assume!(!table.rows.is_empty());
        let mut other = table.clone();
        other.rows.remove(at.index(table.rows.len()));
        prop_assert!(!compare(&table, &other, &Rules::default()).is_same());
    }
}
