//! `docs/sql-dialect.md` says what it says of the dialect by showing it: each row is run here.

use crate::desk;
use footbridge_query::Failure;
use std::path::Path;

#[test]
fn the_page_about_the_dialect_is_true() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/sql-dialect.md");
    let page = std::fs::read_to_string(path).expect("the page");
    let rows: Vec<[&str; 3]> = page.lines().filter_map(row).collect();
    assert!(rows.len() > 50, "the page shows {} queries", rows.len());
    let wrong: Vec<String> = rows
        .into_iter()
        .filter(|[_, query, said]| gives(query) != *said)
        .map(|[what, query, said]| format!("{what}\n  {query}\n  says  {said}\n  gives {}", gives(query)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What, query and result of a table's row; heads and rules have no query.
fn row(line: &str) -> Option<[&str; 3]> {
    let line = line.strip_prefix("| ")?.strip_suffix(" |")?;
    let (what, rest) = line.split_once(" | `")?;
    let (query, gives) = rest.rsplit_once("` | ")?;
    Some([what, query, gives])
}

/// Cells separated by commas, rows by slashes, or what the writer of the query is told.
fn gives(query: &str) -> String {
    let query = query.replace("\\|", "|");
    match desk::run(&query) {
        Ok(answer) => desk::rows(&answer).iter().map(|row| row.replace(" | ", ", ")).collect::<Vec<_>>().join(" / "),
        Err(Failure::Statement(findings)) => findings[0].message.clone(),
        Err(failure) => desk::rendered(&query, &failure),
    }
}

#[test]
fn membership_as_a_value_has_three_values() {
    let tables =
        "with a(k) as (values (1), (2), (null)), b(k) as (values (1), (null)), c(k) as (values (1)), none(k) as (select 1 where false)";
    for (query, expected) in [
        (
            "select k, k in (select k from b), k not in (select k from b) from a order by k",
            "1, true, false / 2, NULL, NULL / NULL, NULL, NULL",
        ),
        (
            "select k, k in (select k from c), k not in (select k from c) from a order by k",
            "1, true, false / 2, false, true / NULL, NULL, NULL",
        ),
        ("select k in (select k from none), k not in (select k from none) from a", "false, true / false, true / false, true"),
        ("select k from a where k = 2 or k not in (select k from b)", "2"),
        ("select k from a where k = 9 or k not in (select k from c)", "2"),
        ("select k from a where not (k = 9 or k in (select k from b))", ""),
        ("select sum(if(exists (select 1 from b where b.k = a.k), 1, 0)), count(*) filter (where k in (select k from c)) from a", "1, 1"),
        (
            "select k in (select count(*) from c), k in (select k from c union select 2) from a order by k",
            "true, true / false, true / NULL, NULL",
        ),
        ("select exists (select 1 from b where b.k < a.k) from a order by k", "false / true / false"),
    ] {
        assert_eq!(gives(&format!("{tables} {query}")), expected, "{query}");
    }
}

#[test]
fn units_are_crossed_both_ways_and_before_the_epoch() {
    let crossed = |unit: &str, from: &str, to: &str| gives(&format!("select date_diff('{unit}', timestamp '{from}', timestamp '{to}')"));
    for (unit, from, to, expected) in [
        ("second", "1969-12-31 23:59:59.9", "1970-01-01 00:00:00", "1"),
        ("ms", "2024-01-01 00:00:00", "2024-01-01 00:00:00.250", "250"),
        ("minute", "2024-01-01 00:00:59", "2024-01-01 00:01:00", "1"),
        ("hours", "2024-01-01 10:59:00", "2024-01-01 09:00:00", "-1"),
        ("day", "1969-12-31 00:00:01", "1969-12-30 23:59:59", "-1"),
        ("week", "2024-01-01 00:00:00", "2024-01-07 23:59:59", "0"),
        ("month", "2023-12-31 23:00:00", "2024-02-01 00:00:00", "2"),
        ("quarter", "2023-12-31 23:00:00", "2024-04-01 00:00:00", "2"),
        ("YEAR", "2024-01-01 00:00:00", "2023-12-31 00:00:00", "-1"),
    ] {
        assert_eq!(crossed(unit, from, to), expected, "{unit} {from} {to}");
    }
    assert_eq!(
        gives("select date_diff('day', null, date '2024-01-01'), date_diff('day', signed_up, signed_up) from users where user_id = 4"),
        "NULL, NULL"
    );
}

#[test]
fn a_discrete_percentile_is_the_first_value_that_covers_the_share() {
    let of = |share: &str, order: &str| {
        gives(&format!(
            "select percentile_disc({share}) within group (order by v {order}) from (values (10), (null), (20), (30), (40)) t(v)"
        ))
    };
    assert_eq!([of("0", ""), of("0.25", ""), of("0.26", ""), of("0.5", ""), of("1", "")], ["10", "10", "20", "20", "40"]);
    assert_eq!([of("0.25", "desc"), of("0.5", "desc")], ["40", "30"]);
    assert_eq!(gives("select percentile_disc(0.5) within group (order by v) from (values (1)) t(v) where false"), "NULL");
    let grouped = "select v % 7, percentile_disc(0.5) within group (order by v) from (select value as v from generate_series(1, 20000)) group by 1 order by 1 limit 2";
    assert_eq!(gives(grouped), "0, 10003 / 1, 9997");
}

#[test]
fn a_column_of_using_is_the_one_that_is_there() {
    let tables = "with a(k, x) as (values (1, 'a'), (2, 'b')), b(k, y) as (values (2, 'c'), (3, 'd')), c(k) as (values (3))";
    for (query, expected) in [
        ("select k, x, y from a full join b using (k) order by k", "1, a, NULL / 2, b, c / 3, NULL, d"),
        ("select k, x, y from a right join b using (k) where k > 1 order by k", "2, b, c / 3, NULL, d"),
        ("select * from a full join b using (k) order by k", "1, a, NULL / 2, b, c / 3, NULL, d"),
        ("select k, count(*) from a full join b using (k) group by k having k < 3 order by k", "1, 1 / 2, 1"),
        ("select x from a join b using (k) join c on c.k = b.k + 1 where k = 2", "b"),
        ("select x from a where k in (select k from a join b using (k) where k = 2)", "b"),
    ] {
        assert_eq!(gives(&format!("{tables} {query}")), expected, "{query}");
    }
}
