//! Queries that the facts of a data set prove equal, and their near misses.

use footbridge_query::database::{Reference, TableFacts};
use footbridge_query::mutate::Canonical;
use footbridge_query::{Column, DataType, Rules, Tolerance};
use std::collections::BTreeMap;

fn table(name: &str, columns: &[&str], key: &str, parent: &str) -> TableFacts {
    let column = |name: &&str| Column { name: (*name).to_owned(), data_type: DataType::Integer };
    let to_parent = Reference { columns: vec![parent.to_owned()], table: format!("{parent}s"), to: vec![parent.to_owned()] };
    let references = if parent.is_empty() { Vec::new() } else { vec![to_parent] };
    TableFacts {
        name: name.to_owned(),
        columns: columns.iter().map(column).collect(),
        key: vec![key.to_owned()],
        references,
        never_null: [key, parent].iter().filter(|name| !name.is_empty()).map(|name| (*name).to_owned()).collect(),
        ..TableFacts::default()
    }
}

/// Calls belong to keys; a key belongs to an owner, and not all name one.
fn tables() -> Vec<TableFacts> {
    let mut calls = table("calls", &["call", "key", "status", "version", "size"], "call", "key");
    calls.checks = vec!["version IN (1, 2)".to_owned(), "status BETWEEN 200 AND 599".to_owned(), "size >= 0".to_owned()];
    let mut keys = table("keys", &["key", "owner", "name"], "key", "owner");
    keys.never_null = vec!["key".to_owned()];
    vec![calls, keys, table("owners", &["owner", "closed"], "owner", "")]
}

fn are_equal(one: &str, other: &str) -> bool {
    let tolerances = BTreeMap::from([("share".to_owned(), Tolerance { absolute: 0.06, relative: 0.0 })]);
    let tables = tables();
    let rules = Rules { tolerances, ..Rules::default() };
    let canonical = Canonical::new(&tables, &rules);
    let form = |sql: &str| canonical.form(sql).unwrap_or_else(|| panic!("{sql} is a query"));
    form(one) == form(other)
}

#[test]
fn what_the_facts_prove_equal_has_one_form() {
    for (one, other) in [
        // Each call has its key.
        ("SELECT k.key FROM calls c JOIN keys k ON k.key = c.key", "SELECT k.key FROM calls c LEFT JOIN keys k ON k.key = c.key"),
        ("SELECT k.key FROM keys k LEFT JOIN calls c ON c.key = k.key", "SELECT k.key FROM keys k FULL JOIN calls c ON c.key = k.key"),
        ("SELECT k.key FROM keys k JOIN calls c ON c.key = k.key", "SELECT k.key FROM keys k RIGHT JOIN calls c ON c.key = k.key"),
        // WHERE takes away what an outer join added.
        (
            "SELECT 1 FROM calls c JOIN keys k ON k.key = c.key WHERE c.size > 3",
            "SELECT 1 FROM calls c FULL JOIN keys k ON k.key = c.key WHERE c.size > 3",
        ),
        (
            "SELECT 1 FROM keys k JOIN owners o ON o.owner = k.owner WHERE o.closed IS NOT NULL AND k.name = 1",
            "SELECT 1 FROM keys k FULL JOIN owners o ON o.owner = k.owner WHERE o.closed IS NOT NULL AND k.name = 1",
        ),
        ("SELECT 1 FROM calls WHERE version = 1", "SELECT 1 FROM calls WHERE version <= 1"),
        ("SELECT 1 FROM calls AS c WHERE c.version <> 1", "SELECT 1 FROM calls AS c WHERE c.version > 1"),
        ("SELECT 1 FROM calls WHERE status BETWEEN 200 AND 299", "SELECT 1 FROM calls WHERE status <= 299"),
        ("SELECT 1 FROM calls WHERE status BETWEEN 200 AND 299", "SELECT 1 FROM calls WHERE status BETWEEN 199 AND 299"),
        (
            "SELECT 1 FROM keys k WHERE EXISTS (SELECT 1 FROM calls c WHERE c.key = k.key)",
            "SELECT 1 FROM keys k WHERE EXISTS (SELECT 0 FROM calls c WHERE c.key = k.key)",
        ),
        ("SELECT count(c.call) FROM calls c", "SELECT count(c.key) FROM calls c"),
        (
            "SELECT c.call IS NULL FROM keys k LEFT JOIN calls c ON c.size = k.name",
            "SELECT c.key IS NULL FROM keys k LEFT JOIN calls c ON c.size = k.name",
        ),
        ("SELECT round(100.0 * size / call, 1) AS share FROM calls", "SELECT 100.0 * size / call AS share FROM calls"),
        ("SELECT round(size, 1) AS share FROM calls", "SELECT round(size, 2) AS share FROM calls"),
        // In any order, or twice.
        ("SELECT 1 FROM calls WHERE size > 3 AND key = 2", "SELECT 1 FROM calls WHERE 2 = key AND 3 < size AND key = 2"),
        ("SELECT 1 FROM calls WHERE size = 3 OR (key = 2 OR call = 1)", "SELECT 1 FROM calls WHERE (call = 1 OR key = 2) OR size = 3"),
        ("SELECT 1 FROM calls WHERE size IN (3, 4)", "SELECT 1 FROM calls WHERE size IN (4, 3, 4)"),
        ("SELECT key, call FROM calls GROUP BY key, call", "SELECT call, key FROM calls GROUP BY call, key, call"),
        ("SELECT size + call * 2 AS sum FROM calls", "SELECT 2 * call + size AS sum FROM calls"),
        ("SELECT key FROM calls ORDER BY size", "SELECT key FROM calls"),
        ("SELECT key FROM calls ORDER BY size, size DESC LIMIT 3", "SELECT key FROM calls ORDER BY size LIMIT 3"),
        ("SELECT key FROM (SELECT key FROM calls ORDER BY size) AS c", "SELECT key FROM (SELECT key FROM calls) AS c"),
        (
            "WITH a AS (SELECT key, call FROM calls) SELECT call FROM a WHERE key = 1",
            "WITH a AS (SELECT call, key FROM calls) SELECT call FROM a WHERE key = 1",
        ),
        ("SELECT round(round(size, 1), 1) AS n FROM calls", "SELECT round(size, 1) AS n FROM calls"),
        ("SELECT nullif(nullif(size, 0), 0) AS n FROM calls", "SELECT nullif(size, 0) AS n FROM calls"),
        ("SELECT CAST(CAST(size AS DOUBLE) AS DOUBLE) AS n FROM calls", "SELECT CAST(size AS DOUBLE) AS n FROM calls"),
        (
            "SELECT sum(CASE WHEN size > 3 THEN CASE WHEN size > 3 THEN 1 ELSE 0 END ELSE 0 END) AS n FROM calls",
            "SELECT sum(CASE WHEN size > 3 THEN 1 ELSE 0 END) AS n FROM calls",
        ),
        // Whether there is a value, not which one.
        ("SELECT count(size) FROM calls", "SELECT count(size < 15) FROM calls"),
        ("SELECT count(size) FROM calls", "SELECT count(upper(CAST(round(size) * 2 AS VARCHAR))) FROM calls"),
        ("SELECT count(*) FROM calls", "SELECT count(size IS NULL) FROM calls"),
        ("SELECT 1 FROM calls WHERE size IS NULL", "SELECT 1 FROM calls WHERE (size BETWEEN 1 AND 3) IS NULL"),
        ("SELECT 1 FROM keys WHERE EXISTS (SELECT 1 FROM calls)", "SELECT 1 FROM keys WHERE EXISTS (SELECT DATE '2026-04-01' FROM calls)"),
        // A name for what it stands for.
        ("SELECT size FROM calls AS c WHERE c.size > 3", "SELECT c.size FROM calls AS c WHERE size > 3"),
        ("SELECT name FROM calls c JOIN keys k ON k.key = c.key", "SELECT k.name FROM calls c JOIN keys k ON c.key = k.key"),
        (
            "WITH a AS (SELECT key AS id FROM calls) SELECT id FROM a ORDER BY id LIMIT 3",
            "WITH a AS (SELECT key AS id FROM calls) SELECT a.id FROM a ORDER BY a.id LIMIT 3",
        ),
        (
            "SELECT key, count(*) AS n FROM calls GROUP BY key HAVING count(*) > 2",
            "SELECT key, count(*) AS n FROM calls GROUP BY 1 HAVING n > 2",
        ),
        ("SELECT size + 1 AS more FROM calls ORDER BY size + 1 LIMIT 3", "SELECT size + 1 AS more FROM calls ORDER BY more LIMIT 3"),
        ("SELECT key, call FROM calls ORDER BY 2 LIMIT 3", "SELECT call, key FROM calls ORDER BY call LIMIT 3"),
    ] {
        assert!(are_equal(one, other), "{one}\n{other}");
    }
}

#[test]
fn what_differs_on_some_data_has_two_forms() {
    for (one, other) in [
        // A key need not name its owner.
        ("SELECT k.key FROM keys k JOIN owners o ON o.owner = k.owner", "SELECT k.key FROM keys k LEFT JOIN owners o ON o.owner = k.owner"),
        // A key without calls, and a call that is missing already.
        ("SELECT k.key FROM calls c JOIN keys k ON k.key = c.key", "SELECT k.key FROM calls c RIGHT JOIN keys k ON k.key = c.key"),
        (
            "SELECT 1 FROM owners o LEFT JOIN calls c ON c.size = o.closed JOIN keys k ON k.key = c.key",
            "SELECT 1 FROM owners o LEFT JOIN calls c ON c.size = o.closed LEFT JOIN keys k ON k.key = c.key",
        ),
        // After an inner join not every key is there any more.
        (
            "SELECT 1 FROM keys k JOIN owners o ON o.owner = k.owner LEFT JOIN calls c ON c.key = k.key",
            "SELECT 1 FROM keys k JOIN owners o ON o.owner = k.owner FULL JOIN calls c ON c.key = k.key",
        ),
        // The condition asks for more than the reference.
        (
            "SELECT 1 FROM calls c JOIN keys k ON k.key = c.key AND k.name = 1",
            "SELECT 1 FROM calls c LEFT JOIN keys k ON k.key = c.key AND k.name = 1",
        ),
        // WHERE keeps rows without a call.
        (
            "SELECT 1 FROM calls c JOIN keys k ON k.key = c.key WHERE c.size > 3 OR k.name = 1",
            "SELECT 1 FROM calls c RIGHT JOIN keys k ON k.key = c.key WHERE c.size > 3 OR k.name = 1",
        ),
        ("SELECT 1 FROM calls WHERE version = 1", "SELECT 1 FROM calls WHERE version >= 1"),
        ("SELECT 1 FROM calls WHERE size >= 0", "SELECT 1 FROM calls WHERE size > 0"),
        // A common table expression of the same name is another table.
        (
            "WITH calls AS (SELECT 3 AS version) SELECT 1 FROM calls WHERE version = 1",
            "WITH calls AS (SELECT 3 AS version) SELECT 1 FROM calls WHERE version <= 1",
        ),
        (
            "SELECT 1 FROM keys k WHERE EXISTS (SELECT 1 FROM calls c WHERE c.key = k.key)",
            "SELECT 1 FROM keys k WHERE NOT EXISTS (SELECT 1 FROM calls c WHERE c.key = k.key)",
        ),
        ("SELECT count(c.call) FROM calls c", "SELECT count(c.size) FROM calls c"),
        ("SELECT c.call IS NULL FROM calls c", "SELECT c.size IS NULL FROM calls c"),
        ("SELECT count(DISTINCT c.call) FROM calls c", "SELECT count(DISTINCT c.key) FROM calls c"),
        // Too coarse for the tolerance, chosen by, or of no known tolerance.
        ("SELECT round(size, 1) AS share FROM calls", "SELECT round(size, 0) AS share FROM calls"),
        ("SELECT round(size, 1) AS share FROM calls ORDER BY share LIMIT 3", "SELECT size AS share FROM calls ORDER BY share LIMIT 3"),
        ("SELECT round(size, 1) AS part FROM calls", "SELECT size AS part FROM calls"),
        // The order chooses rows, a name goes with its value, and a place is a place.
        ("SELECT key FROM calls ORDER BY size LIMIT 3", "SELECT key FROM calls LIMIT 3"),
        ("SELECT key FROM calls ORDER BY size, call LIMIT 3", "SELECT key FROM calls ORDER BY call, size LIMIT 3"),
        ("SELECT key FROM (SELECT key FROM calls ORDER BY size LIMIT 3) AS c", "SELECT key FROM (SELECT key FROM calls LIMIT 3) AS c"),
        ("SELECT key AS a, call AS b FROM calls", "SELECT call AS a, key AS b FROM calls"),
        ("SELECT key, call FROM calls ORDER BY 1 LIMIT 3", "SELECT call, key FROM calls ORDER BY 1 LIMIT 3"),
        ("SELECT round(round(size, 1), 0) AS n FROM calls", "SELECT round(size, 0) AS n FROM calls"),
        ("SELECT CAST(CAST(size AS BIGINT) AS DOUBLE) AS n FROM calls", "SELECT CAST(size AS DOUBLE) AS n FROM calls"),
        (
            "SELECT CASE WHEN size > 3 THEN CASE WHEN size > 4 THEN 1 ELSE 0 END ELSE 0 END AS n FROM calls",
            "SELECT CASE WHEN size > 3 THEN 1 ELSE 0 END AS n FROM calls",
        ),
        ("SELECT count(size) FROM calls", "SELECT count(nullif(size, 1)) FROM calls"),
        ("SELECT count(size) FROM calls", "SELECT count(size / 2) FROM calls"),
        ("SELECT count(size) FROM calls", "SELECT count(NULL) FROM calls"),
        // What is written without parentheses may read like another query.
        ("SELECT size / call * key AS n FROM calls", "SELECT key * size / call AS n FROM calls"),
        (
            "SELECT key, size + call AS n FROM calls GROUP BY key, size, call HAVING n * 2 > 3",
            "SELECT key, size + call AS n FROM calls GROUP BY key, size, call HAVING size + call * 2 > 3",
        ),
        ("SELECT (size = 3 AND call = 2) IS NULL AS n FROM calls", "SELECT size = 3 AND call = 2 IS NULL AS n FROM calls"),
        // A column of the table comes before a name, a name in a list goes with its place, and so does what `UNION` takes.
        ("SELECT key + 1 AS size FROM calls GROUP BY size, key", "SELECT key + 1 AS size FROM calls GROUP BY key + 1, key"),
        (
            "WITH a (one, two) AS (SELECT key, call FROM calls) SELECT one FROM a",
            "WITH a (one, two) AS (SELECT call, key FROM calls) SELECT one FROM a",
        ),
        (
            "SELECT key, call FROM calls UNION ALL SELECT * FROM (SELECT key, call FROM calls) AS c",
            "SELECT key, call FROM calls UNION ALL SELECT * FROM (SELECT call, key FROM calls) AS c",
        ),
        (
            "SELECT key, call FROM calls UNION ALL SELECT call, key FROM calls",
            "SELECT call, key FROM calls UNION ALL SELECT call, key FROM calls",
        ),
        // A column of the query around is another one than a column of the same name here.
        (
            "SELECT 1 FROM keys WHERE EXISTS (SELECT 1 FROM calls c WHERE c.key = keys.key)",
            "SELECT 1 FROM keys WHERE EXISTS (SELECT 1 FROM calls c WHERE c.key = key)",
        ),
        ("SELECT 1 FROM calls WHERE size < call", "SELECT 1 FROM calls WHERE size > call"),
        ("SELECT size - call AS less FROM calls", "SELECT call - size AS less FROM calls"),
        ("SELECT 1 FROM calls WHERE size = 3 OR key = 2 AND call = 1", "SELECT 1 FROM calls WHERE (size = 3 OR key = 2) AND call = 1"),
    ] {
        assert!(!are_equal(one, other), "{one}\n{other}");
    }
}
