//! What a hostile query tries, and that it gets nowhere: the parent stays alive, and the next query works.

use crate::desk::{self, engine, request, rows};
use footbridge_query::{Engine, Failure, Limits, Safeguard};
use std::time::Duration;

/// The engine still answers.
fn still_works(engine: &Engine, after: &str) {
    let answer = engine.run(&request("select count(*) from users")).unwrap_or_else(|failure| {
        panic!("after {after}: {}", desk::rendered("", &failure));
    });
    assert_eq!(rows(&answer), ["4"], "after {after}");
}

#[test]
#[cfg(target_os = "linux")]
fn everything_is_enforced_on_linux() {
    let confinement = engine(1, 100).confinement();
    let absent: Vec<String> = confinement
        .measures
        .iter()
        .filter(|measure| !measure.enforced)
        .map(|measure| format!("{}: {}", measure.safeguard, measure.detail))
        .collect();
    assert!(confinement.is_complete(), "{absent:?}");
    assert!(confinement.measures.iter().all(|measure| !measure.detail.is_empty()));
    assert_eq!(confinement.measures.len(), Safeguard::ALL.len());
}

/// What the kernel says about a worker, not what the worker says about itself.
#[test]
#[cfg(target_os = "linux")]
fn the_kernel_confirms_the_confinement() {
    let engine = desk::marked_engine(3);
    still_works(&engine, "starting");
    let [worker] = desk::marked_workers(3)[..] else { panic!("one worker") };
    let told = |file: &str| std::fs::read_to_string(format!("/proc/{worker}/{file}")).expect("a worker can be looked at");
    let line =
        |file: &str, name: &str| told(file).lines().find_map(|line| Some(line.strip_prefix(name)?.trim().to_owned())).expect("a line");
    assert_eq!(line("status", "Seccomp:"), "2", "a filter is in force");
    assert_eq!(line("status", "NoNewPrivs:"), "1");
    assert!(line("limits", "Max file size").starts_with("0 "));
    assert!(line("limits", "Max core file size").starts_with("0 "));
    assert!(!line("limits", "Max address space").starts_with("unlimited"));
    assert!(!line("limits", "Max cpu time").starts_with("unlimited"));
    // glibc ends each of its settings where a colon stood.
    let variables = told("environ");
    let none_of_ours =
        variables.split_terminator('\0').all(|part| part.starts_with("GLIBC_TUNABLES=") || part.starts_with("glibc.malloc."));
    assert!(none_of_ours, "a worker gets none of our variables: {variables:?}");
}

#[test]
fn a_query_too_large_ends_as_a_limit_and_the_next_one_works() {
    let engine = engine(1, 100);
    let bombs = [
        "select repeat('x', 2000000000)",
        "select length(repeat('x', 1900000000))",
        "select lpad('x', 2000000000, 'y')",
        "select rpad('x', 2000000000, 'y')",
        "select array_length(range(0, 1000000000))",
        "select array_length(generate_series(1, 1000000000))",
        "select string_agg(repeat('x', 100000), '') from generate_series(1, 100000)",
        "select array_agg(a.value) from generate_series(1, 100000) a cross join generate_series(1, 100000) b",
        "select replace(repeat('x', 100000), 'x', repeat('y', 100000))",
        "select array_resize([1], 2000000000, 0)",
        "select array_repeat('x', 2000000000)",
        "select * from generate_series(1, 100000000) a(n) order by n % 7, n desc",
    ];
    for sql in bombs {
        let Err(Failure::Limit(finding)) = engine.run(&request(sql)) else { panic!("no limit: {sql}") };
        assert!(["sql-limit-memory", "sql-limit-time"].contains(&finding.code.as_str()), "{sql}: {finding:?}");
        still_works(&engine, sql);
    }
}

#[test]
fn a_query_without_end_is_stopped_by_the_clock() {
    let engine = engine(1, 100);
    let endless = [
        "with recursive t as (select 1 as n union all select n + 1 from t) select max(n) from t",
        "select count(*) from generate_series(1, 1000000) a cross join generate_series(1, 1000000) b where a.value * b.value = 7",
        "select count(*) from generate_series(1, 9000000000000000000)",
    ];
    for sql in endless {
        let mut request = request(sql);
        request.limits = Limits { wall: Duration::from_millis(700), ..Limits::default() };
        let Err(Failure::Limit(finding)) = engine.run(&request) else { panic!("no limit: {sql}") };
        assert_eq!(
            (finding.code.as_str(), finding.message.as_str()),
            ("sql-limit-time", "The query ran for more than 700 ms and was stopped.")
        );
        still_works(&engine, sql);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_query_that_burns_the_processor_is_stopped_by_the_kernel() {
    let engine = engine(1, 100);
    let mut request =
        request("select count(*) from generate_series(1, 1000000) a cross join generate_series(1, 1000000) b where a.value * b.value = 7");
    request.limits = Limits { wall: Duration::from_secs(60), cpu: Duration::from_secs(1), ..Limits::default() };
    let Err(Failure::Limit(finding)) = engine.run(&request) else { panic!("no limit") };
    assert_eq!(finding.message, "The query used more than 1 s of processor time and was stopped.");
    still_works(&engine, "burning the processor");
}

#[test]
fn text_made_to_break_the_reader_is_refused_or_run_but_never_fatal() {
    let engine = engine(1, 100);
    let nested = |open: &str, close: &str, times: usize| format!("select {}1{}", open.repeat(times), close.repeat(times));
    let hostile = [
        nested("(", ")", 100_000),
        nested("-", "", 10_000),
        nested("not ", "", 10_000),
        nested("abs(", ")", 5_000),
        nested("case when true then ", " end", 5_000),
        nested("(select ", ")", 5_000),
        format!("select {}", vec!["1"; 20_000].join(" + ")),
        format!("select {}", vec!["1"; 20_000].join(" || ")),
        format!("select 1 where {}", vec!["1 = 1"; 10_000].join(" and ")),
        format!("select 1 where {}", vec!["1 = 2"; 10_000].join(" or ")),
        format!("select {}", vec!["1"; 20_000].join(", ")),
        format!("select 1 where 1 in ({})", vec!["1"; 20_000].join(", ")),
        vec!["select 1"; 5_000].join(" union all "),
        format!("select 1 from {}", vec!["users"; 500].join(" cross join ")),
        format!(
            "with {} select * from t999",
            (0..1_000)
                .map(|n| if n == 0 { "t0 as (select 1)".to_owned() } else { format!("t{n} as (select * from t{})", n - 1) })
                .collect::<Vec<_>>()
                .join(", ")
        ),
        format!("select '{}'", "x".repeat(900_000)),
        format!("select {}", "9".repeat(100_000)),
        format!("select \"{}\"", "x".repeat(100_000)),
        "select 1 \0 2".to_owned(),
        "\u{feff}select 1".to_owned(),
        "select '\u{202e}'".to_owned(),
    ];
    for sql in hostile {
        let mut request = request(&sql);
        request.limits.wall = Duration::from_secs(2);
        let start: String = sql.chars().take(60).collect();
        if let Err(failure @ (Failure::Broken(_) | Failure::Source(_))) = engine.run(&request) {
            panic!("{start}: {}", desk::rendered("", &failure));
        }
        still_works(&engine, &start);
    }
    let Err(Failure::Limit(finding)) = engine.run(&request(&format!("select '{}'", "x".repeat(1 << 20)))) else { panic!("no limit") };
    assert_eq!(finding.code, "sql-limit-length");
}

#[test]
fn nothing_but_the_named_tables_can_be_reached() {
    let secret = desk::data("letters.parquet");
    let secret = secret.display();
    let attempts = [
        format!("select * from '{secret}'"),
        format!("select * from \"{secret}\""),
        format!("select * from read_parquet('{secret}')"),
        format!("select * from parquet_scan('{secret}')"),
        format!("create external table t stored as parquet location '{secret}'"),
        "copy (select 1) to '/tmp/footbridge-escape.csv'".to_owned(),
        "select * from letters".to_owned(),
        "select * from datafusion.public.users".to_owned(),
        "select * from information_schema.tables".to_owned(),
        "select * from information_schema.df_settings".to_owned(),
        "select * from \"0\"".to_owned(),
        "select * from 'handed://files/0'".to_owned(),
        "show tables".to_owned(),
        "show all".to_owned(),
        "set datafusion.catalog.information_schema = true".to_owned(),
        "reset datafusion.execution.batch_size".to_owned(),
        "create table t as select 1".to_owned(),
        "create view v as select 1".to_owned(),
        "create function f() returns int return 1".to_owned(),
        "create schema s".to_owned(),
        "drop table users".to_owned(),
        "insert into users select * from users".to_owned(),
        "update users set name = 'x'".to_owned(),
        "delete from users".to_owned(),
        "truncate table users".to_owned(),
        "explain insert into users select * from users".to_owned(),
        "explain analyze select * from users".to_owned(),
        "prepare p as select 1".to_owned(),
        "execute p".to_owned(),
        "with x as (delete from users returning *) select * from x".to_owned(),
        "select * into y from users".to_owned(),
        "select 1; drop table users".to_owned(),
        "select 1;;;; select 2".to_owned(),
        "select version()".to_owned(),
        "select arrow_cast(1, 'Utf8')".to_owned(),
    ];
    for sql in attempts {
        let Err(Failure::Statement(findings)) = desk::run(&sql) else { panic!("not refused: {sql}") };
        assert!(!findings.is_empty(), "{sql}");
    }
    assert!(!std::path::Path::new("/tmp/footbridge-escape.csv").exists());
}

#[test]
fn tables_of_one_query_are_gone_in_the_next() {
    let engine = engine(1, 100);
    let both = request("select count(*) from orders");
    engine.run(&both).expect("orders is there");
    let mut only_users = both;
    only_users.sources.truncate(1);
    let Err(Failure::Statement(findings)) = engine.run(&only_users) else { panic!("orders is still there") };
    assert_eq!(findings[0].code, "sql-unknown-table");
    assert!(!desk::rendered(&only_users.sql, &Failure::Statement(findings)).contains("`orders` is"), "nor named as a table that exists");
}

#[test]
fn values_of_hidden_rows_are_not_quoted() {
    let told = desk::rendered("", &desk::run("select cast(name as int) from users").expect_err("names are no numbers"));
    assert!(!told.contains("Ada") && !told.contains("Grace"), "{told}");
}
