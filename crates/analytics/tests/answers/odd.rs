//! Headers, times and rows that nobody would expect: names cannot break out of a query, whatever is recognised can be asked, and every
//! chart can be drawn. Mutations are drawn from a seed, so that a failure happens again.

use crate::desk::{Files, USERS};
use footbridge_analytics::{
    Api, Body, Chart, Clock, Cohort, Column, FirstCall, Funnel, Kind, Names, Part, Period, Question, Retention, Returning, Table, Unit,
    event_names_sql, read, survey_sql, unit_of, unit_sql,
};
use footbridge_query::Failure;

struct Chance(u64);

impl Chance {
    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).expect("small")).expect("small")
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn name(&mut self) -> String {
        (0..1 + self.below(4)).map(|_| self.one(&PIECES)).collect()
    }
}

const PIECES: [&str; 26] = [
    "\"",
    "'",
    "''",
    "\"\"",
    ";",
    "--",
    "/*",
    "*/",
    " ",
    "\n",
    "\0",
    "select",
    "user_id",
    "event",
    "ts",
    "time",
    ".",
    "[",
    "]",
    "{x}",
    "{}",
    "é日",
    "\\",
    "$1",
    "; drop table t",
    "\u{feff}",
];

/// Times as people and programs write them, and as nobody should.
const TIMES: [&str; 34] = [
    "2026-01-31 08:00:00",
    "2026-01-31T08:00:00Z",
    "2026-01-31T08:00:00+05:30",
    "2026-01-31",
    "1769846400",
    "1769846400.5",
    "1769846400000",
    "1769846400000000",
    "1769846400000000000",
    "0",
    "-1",
    "99999999999",
    "9223372036854775807",
    "-9223372036854775808",
    "1e300",
    "NaN",
    "inf",
    "",
    "yesterday",
    "31/01/2026",
    "20260131",
    "24:00",
    "2026-02-30",
    "9999-12-31 23:59:59",
    "0001-01-01",
    "2262-04-12",
    "1677-09-20",
    "2026-01-31 25:00",
    "true",
    "null",
    "2026-W05-6",
    "+002026-01-31",
    "2026-01-31 08:00:00.123456789123",
    "Sat, 31 Jan 2026 08:00:00 GMT",
];

fn questions(table: &Table, steps: &[String]) -> Vec<Question> {
    let mut questions = vec![
        Question::Funnel(Funnel { steps: steps.to_vec(), window_seconds: 3600 }),
        Question::Retention(Retention {
            begin: steps.first().cloned(),
            back: steps.last().cloned(),
            period: Period::Week,
            periods: 3,
            returning: Returning::OnOrAfter,
        }),
        Question::Cohort(Cohort { begin: steps.first().cloned(), period: Period::Month, periods: 3 }),
    ];
    if let Ok((api, _)) = Api::read(table, Some(&table.columns[2].name), None, Some(&table.columns[0].name), Some(Period::Day)) {
        questions.push(Question::Api(api));
    }
    if let Ok((first_call, _)) = FirstCall::read(table, Some(&table.columns[2].name), Some(&table.columns[0].name)) {
        questions.push(Question::FirstCall(first_call));
    }
    questions
}

/// A query without what stands in quotes.
fn skeleton(sql: &str) -> String {
    let (mut skeleton, mut letters) = (String::new(), sql.chars().peekable());
    while let Some(letter) = letters.next() {
        skeleton.push(letter);
        if letter == '"' || letter == '\'' {
            while let Some(inner) = letters.next() {
                if inner == letter && letters.next_if_eq(&letter).is_none() {
                    skeleton.push(letter);
                    break;
                }
            }
        }
    }
    skeleton
}

fn queries(names: &[String; 4], steps: &[String]) -> Vec<String> {
    let columns = names.iter().map(|name| Column { name: name.clone(), kind: Kind::Text }).collect();
    let table = Table { names: vec!["t".to_owned(), names[3].clone()], columns };
    let named = |at: usize| Some(names[at].clone());
    let by_hand = Names { user: named(0), time: named(1), event: named(2), id: None, by: named(3) };
    let reading = read(&table, &by_hand, &USERS).expect("every column is there");
    let clock = Clock { zone: "Asia/Kolkata".to_owned(), ..Clock::utc(Unit::Seconds) };
    let mut queries: Vec<String> = questions(&table, steps).iter().map(|question| question.sql(&reading, &clock)).collect();
    queries.extend([survey_sql(&reading, &clock), event_names_sql(&reading, &clock), unit_sql(&reading).expect("text may be numbers")]);
    queries
}

#[test]
fn no_name_breaks_out_of_its_quotes() {
    let mut chance = Chance(20_261_127);
    let plain = queries(&["u", "t", "e", "b"].map(str::to_owned), &["x".to_owned(), "y".to_owned()]);
    let plain: Vec<String> = plain.iter().map(|sql| skeleton(sql)).collect();
    for _ in 0..800 {
        let mut numbered = 0;
        let mut name = || {
            numbered += 1;
            format!("{}{numbered}", chance.name())
        };
        let names = [name(), name(), name(), name()];
        let steps = [name(), name()];
        let odd: Vec<String> = queries(&names, &steps).iter().map(|sql| skeleton(sql)).collect();
        assert_eq!(odd, plain, "{names:?} {steps:?}");
    }
}

#[test]
fn headers_are_recognised_or_refused() {
    let mut chance = Chance(7);
    let kinds = [Kind::Text, Kind::Number, Kind::Time, Kind::Struct, Kind::List, Kind::Other];
    let known = [
        "user_id",
        "event",
        "properties",
        "event_name",
        "event_timestamp",
        "user_pseudo_id",
        "event_params",
        "event_type",
        "event_time",
        "amplitude_id",
        "ts",
    ];
    let mut recognised = 0;
    for _ in 0..4_000 {
        let columns: Vec<Column> = (0..1 + chance.below(7))
            .map(|_| Column {
                name: if chance.below(4) == 0 { chance.name() } else { chance.one(&known).to_owned() },
                kind: kinds[chance.below(6)],
            })
            .collect();
        let table = Table { names: vec!["t".to_owned()], columns };
        let mut asked = || (chance.below(8) == 0).then(|| format!("{}.{}", chance.one(&known), chance.name()));
        let names = Names { user: asked(), time: None, event: asked(), id: asked(), by: asked() };
        match read(&table, &names, &USERS) {
            Ok(reading) => {
                recognised += 1;
                let parts: Vec<Part> = reading.told.iter().map(|(part, _)| *part).collect();
                assert!(USERS.iter().all(|part| parts.contains(part)), "{table:?}");
                reading.doubtful();
                reading.parameter_fields();
                survey_sql(&reading, &Clock::utc(Unit::Written));
            }
            Err(unread) => assert_eq!(unread.columns.len(), table.columns.len(), "whoever is refused is told what there is"),
        }
    }
    assert!(recognised > 100, "only {recognised} were read at all");
}

/// Whatever the engine can open, our own queries can ask.
fn survives(name: &str, text: &str) -> bool {
    let files = Files::new(&[(name, text)]);
    let table = match files.try_table() {
        Ok(table) => table,
        Err(Failure::Broken(broken)) => panic!("{broken:?}\n{text}"),
        Err(_) => return false,
    };
    let named = |at: usize| table.columns.get(at).map(|column| column.name.clone());
    let names = Names { user: named(0), time: named(1), event: named(2), ..Names::default() };
    if table.columns.len() < 3 {
        return false;
    }
    let Ok(reading) = read(&table, &names, &USERS) else { return false };
    // A column that holds numbers and text is refused by the engine, with the place to look at.
    if matches!(files.try_run("select * from t"), Err(Failure::Source(_))) {
        return false;
    }
    let size = unit_sql(&reading).and_then(|sql| files.run(&sql)[0][0].as_ref().map(|size| size.parse().expect("a number")));
    let counted: &[Unit] = if size.is_some() { &[Unit::Seconds, Unit::Milliseconds, Unit::Microseconds, Unit::Nanoseconds] } else { &[] };
    for unit in counted.iter().chain([&Unit::Written]) {
        files.run(&survey_sql(&reading, &Clock::utc(*unit)));
    }
    let clock = Clock { zone: "Europe/Berlin".to_owned(), ..Clock::utc(size.map_or(Unit::Written, unit_of)) };
    let steps: Vec<String> = files.run(&event_names_sql(&reading, &clock)).iter().filter_map(|row| row[0].clone()).take(2).collect();
    if !steps.is_empty() {
        for question in questions(&table, &steps) {
            files.run(&question.sql(&reading, &clock));
        }
    }
    true
}

#[test]
fn times_in_any_shape_are_read_or_left_out() {
    let mut chance = Chance(1);
    let mut asked = 0;
    for round in 0..40 {
        let few: Vec<&str> = (0..1 + chance.below(3)).map(|_| chance.one(&TIMES)).collect();
        let mut rows = String::new();
        for row in 0..1 + chance.below(8) {
            let (time, status) = (chance.one(&few), chance.one(&["200", "500", "x", "", "-1", "2e9"]));
            if round % 2 == 0 {
                rows.push_str(&format!("u{},\"{time}\",{status}\n", row % 3));
            } else {
                let bare = time.parse::<f64>().is_ok_and(f64::is_finite) && !time.starts_with('+') && chance.below(2) == 0;
                let time = if bare { time.to_owned() } else { format!("\"{time}\"") };
                rows.push_str(&format!("{{\"u\":\"u{}\",\"t\":{time},\"e\":\"{status}\"}}\n", row % 3));
            }
        }
        let (name, text) = if round % 2 == 0 { ("t.csv", format!("u,t,e\n{rows}")) } else { ("t.jsonl", rows) };
        asked += usize::from(survives(name, &text));
    }
    assert!(asked > 20, "only {asked} could be asked");
}

#[test]
fn rows_of_any_kind_can_be_drawn() {
    let cells = ["", "0", "1", "-3", "0.5", "NaN", "inf", "-inf", "1e308", "whole", "running", "later", "<b>&\"'", "\u{1}\0", "2026-01-31"];
    let headings = [
        "cohort",
        "users",
        "week",
        "state",
        "rate",
        "rate_low",
        "rate_high",
        "step",
        "event",
        "requests",
        "p95_ms",
        "uptime",
        "active_users",
        "median_seconds",
        "within",
        "keys",
    ];
    let table = Table {
        names: vec!["t".to_owned()],
        columns: ["key", "ts", "status"].map(|name| Column { name: name.to_owned(), kind: Kind::Text }).to_vec(),
    };
    let mut chance = Chance(3);
    for _ in 0..1_500 {
        let columns: Vec<String> = (0..1 + chance.below(10)).map(|_| chance.one(&headings).to_owned()).collect();
        let mut row =
            || (0..chance.below(columns.len() + 2)).map(|_| (chance.below(5) > 0).then(|| chance.one(&cells).to_owned())).collect();
        let rows: Vec<Vec<Option<String>>> = (0..6).map(|_| row()).collect();
        for question in questions(&table, &["<a>".to_owned()]) {
            let chart = Chart::of(&question, &columns, &rows);
            let shares: Vec<f64> = match &chart.body {
                Body::Bars(bars) => bars.iter().map(|bar| bar.share).collect(),
                Body::Grid { rows, .. } => rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.share)).collect(),
            };
            assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)), "{shares:?} {columns:?} {rows:?}");
            let svg = chart.svg();
            assert!(!svg.contains("<a>") && !svg.contains("<b>") && !svg.contains('\0'), "{svg}");
            assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
        }
    }
}
