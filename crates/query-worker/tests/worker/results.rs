//! What comes back: names, types, values, limits of output.

use crate::desk::{self, request, rows};
use footbridge_query::{DataType, Failure, Value};

fn header(sql: &str) -> Vec<String> {
    let answer = desk::run(sql).unwrap_or_else(|failure| panic!("{}", desk::rendered(sql, &failure)));
    answer.table.columns.iter().map(|column| format!("{} {}", column.name, column.data_type)).collect()
}

#[test]
fn columns_are_called_what_was_written() {
    assert_eq!(header("select 1"), ["1 integer"]);
    assert_eq!(
        header("select COUNT(*), sum(o.amount), o.status from orders o group by 3"),
        ["COUNT(*) integer", "sum(o.amount) float", "status text"]
    );
    assert_eq!(header("select * from (select 1)"), ["1 integer"]);
    assert_eq!(header("select user_id as id, u.name from users u"), ["id integer", "name text"]);
}

#[test]
fn every_type_arrives_as_itself() {
    let sql = "select true, 7, 2.5, cast(1 as decimal(5, 2)), 'x', date '2024-02-29', timestamp '2024-02-29T12:30:00', time '12:30:00', \
               interval '1 day', [1, 2], null, cast(18446744073709551615 as bigint unsigned), '', cast(0.1 as real)";
    let answer = desk::run(sql).unwrap_or_else(|failure| panic!("{}", desk::rendered(sql, &failure)));
    let types: Vec<String> = answer.table.columns.iter().map(|column| column.data_type.to_string()).collect();
    let expected = [
        "boolean",
        "integer",
        "float",
        "decimal",
        "text",
        "date",
        "timestamp",
        "time",
        "interval",
        "list",
        "null",
        "integer",
        "text",
        "float",
    ];
    assert_eq!(types, expected);
    let [row] = answer.table.rows.as_slice() else { panic!("one row") };
    assert_eq!(row[3], Value::Decimal("1.00".to_owned()));
    assert_eq!(row[5], Value::Date("2024-02-29".to_owned()));
    assert_eq!(row[6], Value::Timestamp("2024-02-29T12:30:00".to_owned()));
    assert_eq!(row[10], Value::Null);
    assert_eq!(row[11], Value::Decimal("18446744073709551615".to_owned()));
    assert_eq!(row[12], Value::Text(String::new()));
    assert_eq!(row[13], Value::Float(0.1));
    assert_eq!(answer.table.columns[10].data_type, DataType::Other("null".to_owned()));
}

#[test]
fn floats_that_json_cannot_write_arrive() {
    let answer = desk::run("select 1.0 / 0, -1.0 / 0, 0.0 / 0").expect("runs");
    assert_eq!(rows(&answer), ["inf | -inf | NaN"]);
}

#[test]
fn a_long_result_is_cut_at_the_rows_asked_for() {
    let mut request = request("select value from generate_series(1, 100000) order by value");
    request.limits.rows = 3;
    let engine = desk::engine(1, 100);
    let answer = engine.run(&request).expect("runs");
    assert_eq!(rows(&answer), ["1", "2", "3"]);
    assert!(answer.truncated);
    assert_eq!(answer.total_rows, 3);
    request.limits.rows = 100_000;
    let whole = engine.run(&request).expect("runs");
    assert_eq!((whole.truncated, whole.total_rows), (false, 100_000));
}

#[test]
fn a_result_of_exactly_the_limit_is_whole() {
    let mut request = request("select user_id from users order by user_id");
    request.limits.rows = 4;
    let answer = desk::engine(1, 100).run(&request).expect("runs");
    assert!(!answer.truncated);
    assert_eq!(answer.total_rows, 4);
}

#[test]
fn a_wide_result_is_cut_at_a_whole_row_and_one_huge_row_is_refused() {
    let engine = desk::engine(1, 100);
    let mut request = request("select repeat('x', 1000) from generate_series(1, 1000)");
    request.limits.bytes = 10_500;
    let answer = engine.run(&request).expect("runs");
    assert_eq!((answer.truncated, answer.table.rows.len()), (true, 10));
    request.sql = "select repeat('x', 100000)".to_owned();
    let Err(Failure::Limit(finding)) = engine.run(&request) else { panic!("one row is too large") };
    assert_eq!(finding.code, "sql-limit-output");
}

#[test]
fn the_same_query_gives_the_same_rows() {
    let sql =
        "select u.country, count(*) as orders, sum(o.amount) as total from users u join orders o using (user_id) group by 1 order by 1";
    let first = desk::run(sql).expect("runs");
    assert_eq!(rows(&first), ["FI | 1 | 0.0", "GB | 2 | 30.5", "US | 2 | 107.24"]);
    assert_eq!(desk::run(sql).expect("runs").table, first.table);
}

/// The engine calls a cast by the name of what is cast, and takes a day for its instant when it shortens a GROUP BY.
#[test]
fn a_cast_in_group_by_is_not_taken_for_what_is_cast() {
    let from = "with calls(account, at) as (values ('a', timestamp '2026-03-01 00:00:00'), ('a', timestamp '2026-03-01 00:05:00'), \
                ('a', timestamp '2026-03-02 00:20:00')), counted as (select account, at, count(*) as n from calls group by account, at), \
                cut as (select account, at, n, date_trunc('minute', at) as minute from counted)";
    for (query, expected) in [
        ("select account, count(*) from cut group by account, at::date, minute", vec!["a | 1"; 3]),
        ("select account, count(*) from cut group by account, try_cast(at as date), n + 1, minute", vec!["a | 1"; 3]),
        ("select at::date, count(*) from cut group by at::date order by at::date", vec!["2026-03-01 | 2", "2026-03-02 | 1"]),
        (
            "select d, count(*) from (select at::date as d from cut group by account, at::date, minute) group by d order by d",
            vec!["2026-03-01 | 2", "2026-03-02 | 1"],
        ),
    ] {
        let sql = format!("{from} {query}");
        let answer = desk::run(&sql).unwrap_or_else(|failure| panic!("{}", desk::rendered(&sql, &failure)));
        assert_eq!(rows(&answer), expected, "{query}");
    }
    assert_eq!(
        header("select cast(o.user_id as text), sum(o.amount) from orders o group by 1"),
        ["CAST(o.user_id AS TEXT) text", "sum(o.amount) float"]
    );
}

/// An engine may find the first rows of each group without a sort; `place + 0` keeps a query from that.
#[test]
fn the_first_rows_of_each_group_are_those_of_a_whole_sort() {
    for order in ["v", "v desc", "v nulls first", "v desc nulls last", "v % 3 desc, v"] {
        for (function, compared) in [("row_number()", "<= 3"), ("row_number()", "< 3"), ("row_number()", "= 1"), ("rank()", "<= 2")] {
            let first = |place: &str| {
                let sql = format!(
                    "with made as (select value % 5 as g, value, case when value % 7 = 0 then null else value * 37 % 101 end as v \
                     from generate_series(1, 500)), \
                     placed as (select g, v, value, {function} over (partition by g order by {order}, value) as place from made) \
                     select g, v, place from placed where {place} {compared} order by g, place"
                );
                rows(&desk::run(&sql).unwrap_or_else(|failure| panic!("{}", desk::rendered(&sql, &failure))))
            };
            let (found, sort) = (first("place"), first("place + 0"));
            assert!(!sort.is_empty(), "{order} {compared}");
            assert_eq!(found, sort, "{function} over {order} {compared}");
        }
    }
}

/// What an approximate percentile gives beside the exact one.
fn approximate_and_exact(share: &str, of: &str) -> Vec<(f64, f64)> {
    let sql = format!(
        "select approx_percentile_cont({share}) within group (order by {of}) as near, percentile_cont({share}) within group (order by {of}) as exact \
         from (select value, value * value % 99991 / 7.0 as spread from generate_series(1, 60000)) \
         group by value % 3 order by value % 3"
    );
    let answer = desk::run(&sql).unwrap_or_else(|failure| panic!("{}", desk::rendered(&sql, &failure)));
    let number = |value: &Value| value.as_number().expect("a number");
    answer.table.rows.iter().map(|row| (number(&row[0]), number(&row[1]))).collect()
}

#[test]
fn an_approximate_percentile_is_near_the_exact_one() {
    for of in ["value", "spread desc", "spread - 7000", "if(value % 7 = 0, null, spread)"] {
        for share in ["0.0", "0.05", "0.5", "0.95", "0.999", "1.0"] {
            let found = approximate_and_exact(share, of);
            assert_eq!(found.len(), 3);
            for (near, exact) in found {
                assert!((near - exact).abs() <= exact.abs() / 100.0, "{share} of {of}: {near} for {exact}");
            }
        }
    }
}
