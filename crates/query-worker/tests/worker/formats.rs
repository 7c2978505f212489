//! Files of every format, whole and broken.

use crate::desk::{self, data, engine, rows};
use footbridge_query::{Failure, Limits, Request, Source};
use std::fs;
use std::path::PathBuf;

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("footbridge-query-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a temporary folder");
        Self(path)
    }

    fn file(&self, name: &str, content: &[u8]) -> Source {
        let path = self.0.join(name);
        fs::write(&path, content).expect("a temporary file");
        Source { name: "t".to_owned(), path }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn query(source: &Source, sql: &str) -> Result<Vec<String>, Failure> {
    let request = Request { sources: vec![source.clone()], sql: sql.to_owned(), file: "query.sql".to_owned(), limits: Limits::default() };
    engine(1, 100).run(&request).map(|answer| rows(&answer))
}

fn refused(source: &Source) -> String {
    let Err(failure @ Failure::Source(_)) = query(source, "select * from t") else { panic!("{} was read", source.path.display()) };
    desk::rendered("", &failure).replace(&source.path.display().to_string(), "FILE")
}

/// A folder whose name ends like a file's.
fn refused_folder() -> String {
    let folder = Folder::new("folder.csv");
    refused(&Source { name: "t".to_owned(), path: folder.0.clone() })
}

fn twice_the_same_name() -> String {
    let sources = vec![desk::table("users.csv"), Source { name: "USERS".to_owned(), path: data("orders.csv") }];
    let sql = "select 1".to_owned();
    let request = Request { sources, sql, file: "query.sql".to_owned(), limits: Limits::default() };
    desk::rendered("", &engine(1, 100).run(&request).expect_err("one name for two tables"))
}

#[test]
fn every_text_format_is_read() {
    let folder = Folder::new("text");
    let same = [
        folder.file("a.csv", b"id,name\n1,Ada\n2,\"Bob, junior\"\n"),
        folder.file("b.tsv", b"id\tname\n1\tAda\n2\tBob, junior\n"),
        folder.file("c.jsonl", b"{\"id\": 1, \"name\": \"Ada\"}\n{\"id\": 2, \"name\": \"Bob, junior\"}\n"),
        folder.file("d.ndjson", b"{\"id\": 1, \"name\": \"Ada\"}\n{\"id\": 2, \"name\": \"Bob, junior\"}\n"),
        folder.file("E.CSV", b"id,name\r\n1,Ada\r\n2,\"Bob, junior\"\r\n"),
    ];
    for source in same {
        let read = query(&source, "select id, name from t order by id").expect("read");
        assert_eq!(read, ["1 | Ada", "2 | Bob, junior"], "{}", source.path.display());
    }
}

#[test]
fn parquet_is_read_and_described() {
    let source = Source { name: "Letters".to_owned(), path: data("letters.parquet") };
    let read = query(&source, "select letter, number from LETTERS order by number").expect("read");
    assert_eq!(read, ["a | 1", "b | 2", "c | 3"]);
    let schemas = engine(1, 100).describe(&[source, desk::table("users.csv")]).expect("described");
    let told: Vec<String> = schemas
        .iter()
        .map(|schema| {
            let columns: Vec<String> = schema.columns.iter().map(|column| format!("{} {}", column.name, column.data_type)).collect();
            format!("{} {:?} {}", schema.name, schema.rows, columns.join(", "))
        })
        .collect();
    assert_eq!(
        told,
        ["Letters Some(3) letter text, number integer", "users Some(4) user_id integer, name text, country text, signed_up date"]
    );
}

#[test]
fn a_value_that_only_comes_late_decides_the_type() {
    let folder = Folder::new("late");
    let mut text = String::from("code\n");
    (0..5_000).for_each(|number| text.push_str(&format!("{number}\n")));
    text.push_str("A17\n");
    let source = folder.file("late.csv", text.as_bytes());
    assert_eq!(query(&source, "select count(*), max(code) from t").expect("read"), ["5001 | A17"]);
}

#[test]
fn a_file_that_is_no_table_is_refused_with_its_reason() {
    let folder = Folder::new("broken");
    let told = [
        refused(&folder.file("short.csv", b"a,b\n1,2\n3\n")),
        refused(&folder.file("not.parquet", b"this is text and no parquet file")),
        refused(&folder.file("not.jsonl", b"{\"a\": 1}\n{\"a\": \n")),
        refused(&folder.file("mixed.jsonl", b"{\"a\": 1}\n{\"a\": \"two\"}\n")),
        refused(&folder.file("nested.jsonl", b"{\"a\": 1}\n{\"a\": [1, 2]}\n")),
        refused(&folder.file("image.png", b"")),
        refused(&Source { name: "t".to_owned(), path: PathBuf::from("/nonexistent/t.csv") }),
        twice_the_same_name(),
        refused_folder(),
    ];
    insta::assert_snapshot!(told.join("\n\n"));
}

/// Each file is whole at its beginning, so that only reading on finds the fault.
#[test]
fn of_several_files_the_broken_one_is_named() {
    let folder = Folder::new("several");
    let mut parquet = fs::read(data("letters.parquet")).expect("a whole file");
    parquet[8..40].fill(0xff);
    let events = Source { name: "events".to_owned(), ..folder.file("events.jsonl", b"{\"a\": 1}\n{\"a\": 2}\n") };
    let letters = Source { name: "letters".to_owned(), ..folder.file("letters.parquet", &parquet) };
    let sources = vec![events, letters, desk::table("users.csv")];
    let sql = "select max(letter) from letters, events, users".to_owned();
    let request = Request { sources, sql, file: "query.sql".to_owned(), limits: Limits::default() };
    let Err(failure @ Failure::Source(_)) = engine(1, 100).run(&request) else { panic!("a broken file was read") };
    let told = desk::rendered("", &failure);
    assert!(told.contains("The file for `letters` cannot be read to its end."), "{told}");
}

#[test]
fn a_file_that_changes_is_read_anew() {
    let folder = Folder::new("changed");
    let engine = engine(1, 100);
    for content in ["id\n1\n", "id\n1\n2\n3\n"] {
        let source = folder.file("t.csv", content.as_bytes());
        let sql = "select count(*) from t".to_owned();
        let request = Request { sources: vec![source], sql, file: "query.sql".to_owned(), limits: Limits::default() };
        let answer = engine.run(&request).expect("read");
        assert_eq!(rows(&answer), [(content.lines().count() - 1).to_string()]);
    }
}
