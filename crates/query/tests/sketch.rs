//! Databases of which only what matters is written.

use footbridge_query::database::{Filler, Reference, Sketch, SketchedRow, TableFacts, Unfillable, written_moment};
use footbridge_query::{Column, DataType, Value};
use std::collections::BTreeMap;

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn whole(number: i64) -> Value {
    Value::Integer(number)
}

fn table(name: &str, columns: &[(&str, DataType)], key: &[&str], rows: Vec<Vec<Value>>) -> TableFacts {
    let column = |(name, data_type): &(&str, DataType)| Column { name: (*name).to_owned(), data_type: data_type.clone() };
    let key = key.iter().map(|name| (*name).to_owned()).collect();
    TableFacts { name: name.to_owned(), columns: columns.iter().map(column).collect(), key, rows, ..TableFacts::default() }
}

fn day(value: &str) -> Value {
    Value::Date(value.to_owned())
}

/// Keys, and what each was used for on a day.
fn tables() -> Vec<TableFacts> {
    let mut usage = table(
        "usage",
        &[("day", DataType::Date), ("key", DataType::Integer), ("kind", DataType::Text), ("failed", DataType::Integer)],
        &["day", "key"],
        vec![
            vec![day("2026-03-01"), whole(7), text("get"), whole(0)],
            vec![day("2026-03-02"), whole(7), text("post"), whole(5)],
            vec![day("2026-03-09"), whole(8), text("post"), whole(0)],
        ],
    );
    usage.references = vec![Reference { columns: vec!["key".to_owned()], table: "keys".to_owned(), to: vec!["key".to_owned()] }];
    let keys = table(
        "keys",
        &[("key", DataType::Integer), ("plan", DataType::Text), ("closed", DataType::Date)],
        &["key"],
        vec![
            vec![whole(7), text("free"), Value::Null],
            vec![whole(8), text("paid"), day("2026-03-31")],
            vec![whole(9), text("paid"), Value::Null],
        ],
    );
    vec![usage, keys]
}

/// What is written of a row: values by the place of their column.
type Written<'a> = &'a [(usize, Value)];

fn filled(rows: &[(&str, &[Written<'_>])]) -> Result<BTreeMap<String, Vec<Vec<Value>>>, Unfillable> {
    let row = |row: &Written<'_>| row.iter().cloned().collect::<SketchedRow>();
    let tables_of = |(name, rows): &(&str, &[Written<'_>])| ((*name).to_owned(), rows.iter().map(row).collect());
    let sketch = Sketch { tables: rows.iter().map(tables_of).collect() };
    Filler::new(&tables()).fill(&sketch).map(|database| database.tables)
}

#[test]
fn what_is_left_open_comes_from_the_nearest_row() {
    let made = filled(&[("usage", &[&[(3, whole(4))], &[(0, day("2026-03-08")), (2, text("post"))]])]).unwrap();
    assert_eq!(made["usage"][0], [day("2026-03-02"), whole(7), text("post"), whole(4)]);
    assert_eq!(made["usage"][1], [day("2026-03-08"), whole(8), text("post"), whole(0)]);
}

#[test]
fn rows_that_are_named_come_along() {
    let made = filled(&[("usage", &[&[(1, whole(8))], &[(1, whole(70))]])]).unwrap();
    assert_eq!(made["keys"], [vec![whole(8), text("paid"), day("2026-03-31")], vec![whole(70), text("paid"), Value::Null]]);
}

#[test]
fn a_row_that_does_not_say_whose_it_is_belongs_to_the_first() {
    let made = filled(&[("usage", &[&[(0, day("2026-03-05"))]]), ("keys", &[&[(1, text("free"))], &[(1, text("paid"))]])]).unwrap();
    assert_eq!(made["keys"].iter().map(|row| row[0].clone()).collect::<Vec<_>>(), [whole(1), whole(2)]);
    assert_eq!(made["usage"][0][1], whole(1));
}

#[test]
fn keys_that_are_left_open_differ() {
    let day = [(0, day("2026-03-05"))];
    let made = filled(&[("usage", &[&day, &day, &day]), ("keys", &[&[(0, whole(2))], &[], &[]])]).unwrap();
    let keys = |table: &str, place: usize| made[table].iter().map(|row| row[place].clone()).collect::<Vec<_>>();
    assert_eq!(keys("usage", 1), [whole(2), whole(3), whole(4)]);
    assert_eq!(keys("keys", 0), [whole(2), whole(1), whole(3), whole(4)]);
}

#[test]
fn what_breaks_the_facts_is_said() {
    let table = |name: &str| name.to_owned();
    assert_eq!(
        filled(&[("keys", &[&[(0, whole(1))], &[(0, whole(1))]])]).unwrap_err(),
        Unfillable::KeyTwice { table: table("keys"), row: 1 }
    );
    let nothing = Unfillable::NeverNull { table: table("usage"), row: 0, column: "kind".to_owned() };
    assert_eq!(filled(&[("usage", &[&[(2, Value::Null)]])]).unwrap_err(), nothing);
    assert!(filled(&[("keys", &[&[(2, Value::Null)]])]).is_ok());
}

#[test]
fn moments_are_written_with_lengths() {
    for (written, moment) in [
        ("2026-03-01", "2026-03-01T00:00:00"),
        ("2026-03-01 12:30:00", "2026-03-01T12:30:00"),
        ("2026-03-01 - 1 second", "2026-02-28T23:59:59"),
        ("2026-02-28 12:00:00 + 2 days", "2026-03-02T12:00:00"),
    ] {
        assert_eq!(written_moment(written), Some(Value::Timestamp(moment.to_owned())), "{written}");
    }
    for written in ["", "tomorrow", "2026-03-01 - a second", "2026-03-01 + 99999999999999 years", "2026-13-01"] {
        assert_eq!(written_moment(written), None, "{written}");
    }
}
