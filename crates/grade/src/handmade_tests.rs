use super::read_handmade;
use footbridge_content::{Exercise, Files, read};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::database::TableFacts;
use footbridge_query::{Column, DataType};

const SOUND: &str = r#"[[database]]
because = "Two failures at the end of the window."
every.requests = { status = 500, endpoint = "/charges" }
rows.requests = [
  { copies = 2, key_id = 1, ts = "{{until}} - 1 second" },
  { key_id = "2", latency = "NULL", day = "2026-03-01", cost = "1.50", share = 0.5, live = true },
]
"#;

fn tables() -> Vec<TableFacts> {
    let columns = [
        ("key_id", DataType::Integer),
        ("ts", DataType::Timestamp),
        ("status", DataType::Integer),
        ("endpoint", DataType::Text),
        ("latency", DataType::Integer),
        ("day", DataType::Date),
        ("cost", DataType::Decimal),
        ("share", DataType::Float),
        ("live", DataType::Boolean),
    ];
    let columns = columns.into_iter().map(|(name, data_type)| Column { name: name.to_owned(), data_type }).collect();
    vec![TableFacts { name: "requests".to_owned(), columns, ..TableFacts::default() }]
}

fn exercise(databases: &str) -> Exercise {
    let mut files = Files::default();
    for (path, text) in [
        ("pack.toml", "format = 1\nid = \"small\"\ntitle = \"Small\"\nlicence = \"CC0-1.0\"\ntracks = [\"sql\"]\n"),
        ("tracks/sql/track.toml", "id = \"sql\"\ntitle = \"SQL\"\nsummary = \"Rows.\"\n"),
        (
            "exercises/sql-calls/exercise.toml",
            "id = \"sql-calls\"\nkind = \"sql\"\ntrack = \"sql\"\ntitle = \"Calls\"\nskills = [\"sql\"]\nminutes = 10\n\
            [parameters]\nuntil = [\"2026-03-10 14:00:00\", \"2026-03-11 00:00:00\"]\n[sql]\ndataset = \"d\"\ntables = [\"requests\"]\n",
        ),
        ("exercises/sql-calls/brief.md", "Until {{until}}.\n"),
        ("exercises/sql-calls/databases.toml", databases),
    ] {
        files.insert(path, text.as_bytes().to_vec());
    }
    read(&files).0.expect("a pack").exercises.remove(0)
}

fn found(databases: &str) -> Vec<Diagnostic> {
    read_handmade(exercise(databases).variant(1), &tables()).err().unwrap_or_default()
}

#[test]
fn what_is_written_is_read_with_the_values_of_the_variant() {
    let exercise = exercise(SOUND);
    for (variant, end) in [(0, "2026-03-10T13:59:59"), (1, "2026-03-10T23:59:59")] {
        let read = read_handmade(exercise.variant(variant), &tables()).unwrap_or_else(|found| panic!("{found:?}"));
        let rows = &read[0].sketch.tables["requests"];
        let shown: Vec<String> = rows.iter().map(|row| row.values().map(ToString::to_string).collect::<Vec<_>>().join(" | ")).collect();
        let twice = format!("1 | {} | 500 | /charges", end.replace('T', " "));
        assert_eq!(shown, [twice.clone(), twice, "2 | 500 | /charges | NULL | 2026-03-01 | 1.50 | 0.5 | true".to_owned()]);
    }
}

#[test]
fn each_fault_is_told_where_it_stands() {
    for (from, to, code, place) in [
        ("because", "becuse", "toml-unknown-key", "becuse"),
        ("because = \"Two failures at the end of the window.\"", "because = \" \"", "databases-because", "\" \""),
        ("rows.requests", "rows.request", "databases-table", "[\n"),
        ("every.requests", "every.keys", "databases-table", "{ status = 500, endpoint = \"/charges\" }"),
        ("status = 500", "statuss = 500", "databases-column", "500"),
        ("status = 500", "status = \"many\"", "databases-value", "\"many\""),
        ("status = 500", "status = 500.5", "databases-value", "500.5"),
        ("status = 500", "status = [500]", "databases-value", "[500]"),
        ("endpoint = \"/charges\"", "endpoint = 5", "databases-value", "5"),
        ("{{until}} - 1 second", "{{until}} - a while", "databases-value", "\"{{until}} - a while\""),
        ("day = \"2026-03-01\"", "day = \"2026-03-01 12:00:00\"", "databases-value", "\"2026-03-01 12:00:00\""),
        ("copies = 2", "copies = 0", "databases-copies", "0"),
        ("copies = 2", "copies = 201", "databases-rows", "{ copies = 201"),
        ("share = 0.5", "share = nan", "databases-value", "nan"),
    ] {
        let written = SOUND.replacen(from, to, 1);
        let found = found(&written);
        let [finding] = found.as_slice() else { panic!("{to}: {found:#?}") };
        let span = finding.place.as_ref().expect("a place").span.clone();
        assert_eq!(finding.code, code, "{to}");
        assert!(written[span.clone()].starts_with(place), "{to}: {:?}", &written[span]);
    }
}

/// A near miss of a name is suggested.
#[test]
fn a_name_that_is_nearly_right_is_suggested() {
    let found = found(&SOUND.replacen("status = 500", "statuss = 500", 1));
    assert_eq!(found[0].help, ["Did you mean `status`?"]);
}

/// Mutations of a sound file, from a fixed seed: nothing panics, and every finding has a place in the file.
#[test]
fn no_file_breaks_the_reader() {
    const PIECES: [&str; 22] = [
        "[[database]]\n",
        "[database]\n",
        "because = \"\"\n",
        "every.",
        "rows.requests = [{}]\n",
        "copies = 99999999999999999999",
        "copies = 200,",
        "{{until}}",
        "{{",
        "}}",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        " - 1 second",
        " + 9223372036854775807 years",
        "NULL",
        "é",
        "\u{0}",
        "nan",
    ];
    let mut seed: u64 = 0x7a11_d8a5;
    let mut below = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    };
    let mut refused = 0;
    for _ in 0..400 {
        let mut text = SOUND.to_owned();
        for _ in 0..=below(4) {
            let at = text.floor_char_boundary(below(text.len() + 1));
            let end = text.floor_char_boundary((at + below(12)).min(text.len())).max(at);
            let piece = if below(3) == 0 { "" } else { PIECES[below(PIECES.len())] };
            text.replace_range(at..end, piece);
        }
        let found = found(&text);
        refused += usize::from(!found.is_empty());
        for finding in found {
            let span = finding.place.as_ref().expect("a place").span.clone();
            assert!(text.get(span.clone()).is_some(), "{span:?} of {} in {text:?}", finding.code);
        }
    }
    assert!(refused > 100, "{refused} of 400 were refused");
}
