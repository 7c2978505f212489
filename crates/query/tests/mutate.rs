//! Mutants, repairs and the smallest database, without an engine.

use footbridge_query::database::{Reference, TableFacts, smallest};
use footbridge_query::mutate::{independent_mutants, mutants, repairs};
use footbridge_query::{Column, DataType, Database, TableSchema, Value};
use std::collections::BTreeMap;
use std::convert::Infallible;

fn tables() -> Vec<TableSchema> {
    let column = |name: &str, data_type| Column { name: name.to_owned(), data_type };
    let columns = vec![column("a", DataType::Integer), column("b", DataType::Integer), column("day", DataType::Date)];
    vec![TableSchema { name: "t".to_owned(), columns, rows: None }]
}

#[test]
fn each_kind_of_change_is_made() {
    for (sql, change) in [
        ("SELECT a FROM t WHERE a < 3", "a < 3 -> a <= 3"),
        ("SELECT a FROM t WHERE a < 3", "drop WHERE a < 3"),
        ("SELECT a FROM t WHERE a < 3", "3 -> 4"),
        ("SELECT a FROM t WHERE a < 3", "a -> b"),
        ("SELECT a FROM t WHERE a BETWEEN 1 AND 2", "a BETWEEN 1 AND 2 -> (a > 1 AND a <= 2)"),
        ("SELECT a FROM t WHERE a = 1 AND b = 2", "a = 1 AND b = 2 -> b = 2"),
        ("SELECT a FROM t WHERE a IS NULL", "a IS NULL -> a IS NOT NULL"),
        ("SELECT a FROM t WHERE day >= DATE '2026-03-01'", "DATE '2026-03-01' -> DATE '2026-02-28'"),
        (
            "SELECT a FROM t WHERE day >= TIMESTAMP '2026-03-01 00:00:00'",
            "TIMESTAMP '2026-03-01 00:00:00' -> TIMESTAMP '2026-02-28 23:59:59'",
        ),
        ("SELECT a FROM t WHERE day >= day - INTERVAL '7 days'", "INTERVAL '7 days' -> INTERVAL '8 days'"),
        ("SELECT count(DISTINCT a) FROM t", "count(DISTINCT a) -> count(a)"),
        ("SELECT count(a) FROM t", "count(a) -> count(*)"),
        ("SELECT sum(a) FILTER (WHERE b > 1) FROM t", "sum(a) FILTER (WHERE b > 1) -> sum(a)"),
        ("SELECT coalesce(a, 0) FROM t", "coalesce(a, 0) -> a"),
        ("SELECT DISTINCT a FROM t", "drop DISTINCT"),
        ("SELECT x.a FROM t AS x LEFT JOIN t AS y ON x.a = y.b", "LEFT JOIN t AS y ON x.a = y.b -> INNER JOIN t AS y ON x.a = y.b"),
        ("SELECT date_trunc('week', day) FROM t", "date_trunc('week', day) -> date_trunc('month', day)"),
        ("SELECT rank() OVER (PARTITION BY a ORDER BY b) FROM t", "rank() OVER (PARTITION BY a ORDER BY b) -> rank() OVER (ORDER BY b)"),
        ("SELECT a FROM t ORDER BY a LIMIT 3", "LIMIT 3 -> LIMIT 2"),
        ("SELECT a FROM t ORDER BY a, b", "ORDER BY a, b -> ORDER BY b"),
        ("SELECT a FROM t UNION SELECT b FROM t", "UNION -> UNION ALL"),
        ("SELECT a + b FROM t", "a + b -> a - b"),
        ("SELECT round(a, 1) FROM t", "round(a, 1) -> a"),
        (
            "SELECT CASE WHEN a > 1 THEN 1 WHEN a > 0 THEN 2 END FROM t",
            "CASE WHEN a > 1 THEN 1 WHEN a > 0 THEN 2 END -> CASE WHEN a > 0 THEN 2 END",
        ),
    ] {
        let made: Vec<String> = mutants(sql, &tables()).unwrap().iter().map(ToString::to_string).collect();
        assert!(made.iter().any(|made| made == change), "{sql}: no `{change}` in {made:#?}");
    }
}

#[test]
fn no_mutant_is_the_query_itself_or_made_twice() {
    let sql = "SELECT a, count(*) FROM t WHERE a > 1 AND b IN (1, 2) GROUP BY a HAVING count(*) > 1 ORDER BY a";
    for made in [mutants(sql, &tables()).unwrap(), independent_mutants(sql, 7, 60).unwrap()] {
        let mut texts: Vec<&str> = made.iter().map(|mutant| mutant.sql.as_str()).collect();
        assert!(texts.len() > 20 && !texts.contains(&sql));
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), made.len());
    }
    assert_eq!(independent_mutants(sql, 7, 60).unwrap(), independent_mutants(sql, 7, 60).unwrap());
}

#[test]
fn a_clause_that_is_wrong_is_replaced_by_the_right_one_under_the_names_of_the_wrong_query() {
    let yours = "SELECT n.a, count(*) AS c FROM t AS n JOIN t AS m ON m.a = n.b WHERE n.b > 1 GROUP BY n.a";
    let right = "SELECT x.a, count(*) AS c FROM t AS x JOIN t AS y ON y.a = x.b WHERE x.b >= 1 GROUP BY x.a";
    let made = repairs(yours, right);
    assert_eq!(made.len(), 1, "{made:#?}");
    assert_eq!(made[0].clause, "WHERE");
    assert_eq!(made[0].sql, "SELECT n.a, count(*) AS c FROM t AS n JOIN t AS m ON m.a = n.b WHERE n.b >= 1 GROUP BY n.a");
    let missing = repairs("SELECT a FROM t", "SELECT a FROM t ORDER BY a");
    assert_eq!((missing[0].clause.as_str(), missing[0].yours.as_str()), ("ORDER BY", ""));
}

#[test]
fn rows_that_show_nothing_go_and_take_what_belongs_to_them_along() {
    let facts = |name: &str, columns: &[&str], references| TableFacts {
        name: name.to_owned(),
        columns: columns.iter().map(|name| Column { name: (*name).to_owned(), data_type: DataType::Integer }).collect(),
        references,
        ..TableFacts::default()
    };
    let to_parent = Reference { columns: vec!["parent".to_owned()], table: "parents".to_owned(), to: vec!["id".to_owned()] };
    let tables = [facts("parents", &["id"], Vec::new()), facts("children", &["id", "parent"], vec![to_parent])];
    let row = |values: &[i64]| values.iter().map(|value| Value::Integer(*value)).collect::<Vec<_>>();
    let children = (0..40).map(|id| row(&[id, id % 4])).collect();
    let database = Database {
        tables: BTreeMap::from([("parents".to_owned(), (0..4).map(|id| row(&[id])).collect()), ("children".to_owned(), children)]),
    };
    let whole = |database: &Database| {
        database.rows_of("children").iter().all(|child| database.rows_of("parents").contains(&vec![child[1].clone()]))
    };
    let shows = |databases: &[Database]| {
        let seen = databases.iter().map(|database| {
            assert!(whole(database), "a child without its parent: {database:?}");
            database.rows_of("children").iter().any(|child| child[0] == Value::Integer(13))
        });
        Ok::<Vec<bool>, Infallible>(seen.collect())
    };
    let found = smallest(&database, &tables, shows).unwrap();
    assert_eq!(found.rows_of("children"), [row(&[13, 1])]);
    assert_eq!(found.rows_of("parents"), [row(&[1])]);
}
