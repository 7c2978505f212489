//! Queries on small databases in place of the files' own rows.

use crate::desk::{engine, request};
use footbridge_query::{Column, DataType, Database, Limits, OnEach, Table, Value};
use std::collections::BTreeMap;

fn user(id: i64, name: &str) -> Vec<Value> {
    vec![Value::Integer(id), Value::Text(name.to_owned()), Value::Null, Value::Date("2024-01-03".to_owned())]
}

fn order(id: i64, user: i64, amount: f64) -> Vec<Value> {
    let (status, at) = (Value::Text("paid".to_owned()), Value::Timestamp("2024-02-01T10:00:00".to_owned()));
    vec![Value::Integer(id), Value::Integer(user), Value::Float(amount), status, at]
}

#[test]
fn each_query_has_a_result_on_each_database_and_none_where_it_fails() {
    let tables =
        |users: Vec<_>, orders: Vec<_>| Database { tables: BTreeMap::from([("users".to_owned(), users), ("orders".to_owned(), orders)]) };
    let databases = [
        Database::default(),
        tables(vec![user(1, "Ada")], vec![order(1, 1, 2.5), order(2, 1, 0.1)]),
        tables(vec![user(1, "Ada"), user(2, "é")], vec![order(1, 2, f64::NAN)]),
    ];
    let queries = [
        "select u.name, count(o.order_id) as n, extract(month from min(o.placed_at)) as m from users u left join orders o on o.user_id = u.user_id group by u.name order by 1".to_owned(),
        "select 1 / (count(*) - 2) as x from orders".to_owned(),
        "select nothing from users".to_owned(),
        "drop table users".to_owned(),
        "select * from generate_series(1, 1000000000)".to_owned(),
    ];
    let sources = request("").sources;
    let on_each = OnEach { sources: &sources, databases: &databases, queries: &queries, limits: Limits::default() };
    let results = engine(1, 100).run_on_each(&on_each).expect("results");

    let text = |text: &str| Value::Text(text.to_owned());
    let column = |name: &str, data_type| Column { name: name.to_owned(), data_type };
    let columns = vec![column("name", DataType::Text), column("n", DataType::Integer), column("m", DataType::Integer)];
    let named = |rows| Some(Table { columns: columns.clone(), rows });
    assert_eq!(results[0][0], named(Vec::new()));
    assert_eq!(results[0][1], named(vec![vec![text("Ada"), Value::Integer(2), Value::Integer(2)]]));
    let third = vec![vec![text("Ada"), Value::Integer(0), Value::Null], vec![text("é"), Value::Integer(1), Value::Integer(2)]];
    assert_eq!(results[0][2], named(third));
    let quotients: Vec<Option<Value>> = results[1].iter().map(|table| table.as_ref().map(|table| table.rows[0][0].clone())).collect();
    assert_eq!(quotients, [Some(Value::Integer(0)), None, Some(Value::Integer(-1))]);
    assert!(results[2..].iter().flatten().all(Option::is_none));
}

#[test]
fn the_first_rows_of_each_group_are_found_on_every_database() {
    let orders = |amounts: &[f64]| {
        let rows = amounts.iter().zip(1..).map(|(amount, id)| order(id, 1, *amount)).collect();
        Database { tables: BTreeMap::from([("orders".to_owned(), rows)]) }
    };
    let databases = [Database::default(), orders(&[2.0, 3.0]), orders(&[5.0]), orders(&[4.0, 1.0, 7.0])];
    let queries = ["row_number()", "rank()"].map(|place| {
        format!(
            "select amount from (select amount, {place} over (partition by user_id order by amount desc) as place from orders) where place <= 1"
        )
    });
    let sources = request("").sources;
    let on_each = OnEach { sources: &sources, databases: &databases, queries: &queries, limits: Limits::default() };
    for results in engine(1, 100).run_on_each(&on_each).expect("results") {
        let rows: Vec<_> = results.into_iter().map(|table| table.expect("a result").rows).collect();
        let one = |amount| vec![vec![Value::Float(amount)]];
        assert_eq!(rows, [Vec::new(), one(3.0), one(5.0), one(7.0)]);
    }
}
