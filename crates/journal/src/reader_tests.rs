use super::{LineProblemKind, Lines, read_lines};
use crate::samples::{act, checked, event};
use crate::testing::Chance;
use crate::{Act, Event, write_line};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn whole_events(lines: &Lines) -> Vec<&Event> {
    lines.events.iter().map(|(_, event)| event).collect()
}

fn sample_events(count: usize) -> Vec<Event> {
    (0..count).map(|number| event(number, number as u64 / 3 + 1, number as i64 * 7, act(number))).collect()
}

#[test]
fn what_is_written_is_read_back() {
    let events = sample_events(60);
    let text: String = events.iter().map(write_line).collect();
    let lines = read_lines(text.as_bytes());
    assert_eq!(whole_events(&lines), events.iter().collect::<Vec<_>>());
    assert_eq!((lines.problems, lines.torn, lines.lacks_line_break), (Vec::new(), None, false));
}

/// The journal is kept for years: a change of this line is a change of the format.
#[test]
fn the_form_on_disk_stays() {
    let written = write_line(&event(0, 41, 0, Act::Checked(Box::new(checked(7, "2 rows are missing.".to_owned())))));
    assert_eq!(
        written,
        concat!(
            r#"{"v":1,"id":"ed206fa77e7f1fb3dfcd233c5c4e0e69","device":"anna0001","seq":41,"at":"2026-03-31T23:59:59.000Z","#,
            r#""kind":"checked","data":{"exercise":"sql-exercise-1","outcome":"pass","proof":"verified","check_version":"3","#,
            r#""answer":"aae89fc0f03e2959ae4d701a80cc3915918c950b159f6abb6c92c1433b1a8534","files":[{"name":"query.sql"},"#,
            r#"{"name":"notes.md","hash":"ab5aa97074c454a0632057e704220d9a6678fbf773a0a5806fc09b8173b07309"}],"#,
            r#""help":{"hints":1,"solution":false},"summary":"2 rows are missing."}}"#,
            "\n"
        )
    );
}

/// Lines of before 0.1.0 name a seed and minutes that nothing ever filled.
#[test]
fn a_line_with_fields_that_are_no_longer_written_is_read() {
    let event = event(0, 41, 0, Act::Checked(Box::new(checked(7, "2 rows are missing.".to_owned()))));
    let older = write_line(&event).replacen(r#""help":"#, r#""seed":"0000000000000000","minutes":25,"help":"#, 1);
    let lines = read_lines(older.as_bytes());
    assert_eq!(whole_events(&lines), [&event]);
    assert!(lines.problems.is_empty());
}

/// Every whole line is read whatever becomes of another one: bytes changed, cut out, put in, its line break lost.
#[test]
fn damage_to_one_line_costs_no_other() {
    let events = sample_events(12);
    let written: Vec<String> = events.iter().map(write_line).collect();
    let noise: [&[u8]; 9] =
        [b"\0\0\0\0", b"\n", b"{\"v\":", b"\"", b"}", b"\xff\xfe", b"<<<<<<< HEAD\n", b"{\"v\":2,\"new\":true}\n", b"[[[[[[[["];
    for seed in 0..6_000 {
        let mut chance = Chance(seed);
        let victim = chance.below(written.len());
        let mut line = written[victim].clone().into_bytes();
        for _ in 0..=chance.below(3) {
            let from = chance.below(line.len() + 1);
            let to = (from + chance.below(40)).min(line.len());
            match chance.below(3) {
                0 => line[from..to].iter_mut().for_each(|byte| *byte ^= chance.next_number() as u8),
                1 => drop(line.drain(from..to)),
                _ => drop(line.splice(from..from, noise[chance.below(noise.len())].iter().copied())),
            }
        }
        let mut bytes = written[..victim].concat().into_bytes();
        bytes.extend(line);
        bytes.extend(written[victim + 1..].concat().into_bytes());
        let lines = read_lines(&bytes);
        let read = whole_events(&lines);
        for (number, whole) in events.iter().enumerate() {
            assert!(number == victim || read.contains(&whole), "seed {seed} lost line {number}:\n{}", String::from_utf8_lossy(&bytes));
        }
        assert_nothing_is_dropped(&lines, &bytes);
    }
}

#[test]
fn any_start_of_a_file_is_whole_lines_and_at_most_one_torn_piece() {
    let events = sample_events(6);
    let text: String = events.iter().map(write_line).collect();
    for cut in 0..=text.len() {
        let lines = read_lines(&text.as_bytes()[..cut]);
        let whole = text.as_bytes()[..cut].iter().filter(|byte| **byte == b'\n').count();
        let ends_whole = cut == 0 || text.as_bytes()[cut - 1] == b'\n';
        let lacks_only_its_break = text.as_bytes().get(cut) == Some(&b'\n') && !ends_whole;
        assert_eq!(lines.events.len(), whole + usize::from(lacks_only_its_break), "cut at {cut}");
        assert_eq!(lines.torn.is_some(), !ends_whole && !lacks_only_its_break, "cut at {cut}");
        assert_eq!(lines.lacks_line_break, lacks_only_its_break, "cut at {cut}");
        assert_eq!(lines.problems, Vec::new(), "cut at {cut}");
    }
}

#[test]
fn every_kind_of_line_is_told_apart() {
    let good = write_line(&event(0, 1, 0, act(5)));
    let whole = good.trim_end();
    let check = |line: &str, expected: &[LineProblemKind], events: usize| {
        let lines = read_lines(format!("{line}\n").as_bytes());
        let kinds: Vec<_> = lines.problems.iter().map(|problem| problem.kind.clone()).collect();
        assert_eq!((kinds.as_slice(), lines.events.len()), (expected, events), "{line}");
    };
    let damaged = |why: &str| [LineProblemKind::Damaged { why: why.to_owned() }];
    check("", &[], 0);
    check(" \t\r", &[], 0);
    check(&format!("  {whole}\r"), &[], 1);
    check("hello", &[LineProblemKind::Foreign], 0);
    check("{}", &[LineProblemKind::Foreign], 0);
    check(r#"{"v":1}"#, &[LineProblemKind::Foreign], 0);
    check(r#"{"v":2}"#, &[LineProblemKind::Newer], 0);
    check(&whole.replacen("\"v\":1", "\"v\":2", 1), &[LineProblemKind::Newer], 0);
    check(&whole.replacen("\"checked\"", "\"unheard-of\"", 1), &[LineProblemKind::Newer], 0);
    check("<<<<<<< HEAD", &[LineProblemKind::ConflictMarker], 0);
    check("=======", &[LineProblemKind::ConflictMarker], 0);
    check(&format!("{whole}{whole}"), &[LineProblemKind::Glued { events: 2 }], 2);
    check(&format!("\0\0{whole}"), &[LineProblemKind::Glued { events: 1 }], 1);
    check(&format!("{}{whole}", &whole[..90]), &[LineProblemKind::Glued { events: 1 }], 1);
    check(&whole.replacen("anna0001", "../../etc", 1), &damaged("its device or its time cannot be read"), 0);
    check(
        &whole.replacen("sql-exercise-0", "../secret", 1),
        &damaged("`../secret` is not an id: ids are lower-case words and digits joined by single hyphens, at most 60 characters"),
        0,
    );
    check(&"[".repeat(200_000), &[LineProblemKind::Foreign], 0);
}

/// Every line that is not blank is an event, a problem or torn, and every span is inside the file.
fn assert_nothing_is_dropped(lines: &Lines, bytes: &[u8]) {
    let mut told: BTreeSet<usize> = lines.events.iter().map(|(line, _)| *line).collect();
    for problem in &lines.problems {
        assert!(problem.span.start < problem.span.end && problem.span.end <= bytes.len());
        told.insert(problem.line);
    }
    let written = bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty());
    if let Some(torn) = &lines.torn {
        assert!(torn.start < torn.end && torn.end == bytes.len());
        told.insert(bytes[..torn.start].iter().filter(|byte| **byte == b'\n').count() + 1);
    }
    assert_eq!(told, written.map(|(index, _)| index + 1).collect());
}

#[test]
fn each_file_of_the_corpus_is_read_as_it_should() {
    let check = |name: &str, events: usize, problems: usize, torn: bool| {
        let bytes = corpus_file(name);
        let lines = read_lines(&bytes);
        assert_eq!((lines.events.len(), lines.problems.len(), lines.torn.is_some()), (events, problems, torn), "{name}");
        assert_nothing_is_dropped(&lines, &bytes);
    };
    check("every-kind", 6, 0, false);
    check("windows-line-breaks", 2, 0, false);
    check("byte-order-mark", 2, 1, false);
    check("unfinished-merge", 4, 3, false);
    check("torn", 1, 0, true);
    check("torn-inside-a-character", 1, 0, true);
    check("zeros-after-power-loss", 2, 1, true);
    check("glued", 3, 2, false);
    check("newer", 1, 3, false);
    check("foreign", 1, 9, false);
    check("edited-by-hand", 2, 6, false);
}

#[test]
fn no_mutation_of_the_corpus_makes_the_reader_fail_or_drop_a_line() {
    let names =
        ["every-kind", "byte-order-mark", "unfinished-merge", "zeros-after-power-loss", "glued", "newer", "foreign", "edited-by-hand"];
    let corpus = names.map(corpus_file);
    for seed in 0..4_000 {
        let mut chance = Chance(seed);
        let mut bytes = corpus[chance.below(corpus.len())].clone();
        for _ in 0..=chance.below(6) {
            let from = chance.below(bytes.len() + 1);
            let to = (from + chance.below(60)).min(bytes.len());
            match chance.below(4) {
                0 => bytes[from..to].iter_mut().for_each(|byte| *byte ^= 1 << chance.below(8)),
                1 => drop(bytes.drain(from..to)),
                2 => bytes.truncate(to),
                _ => {
                    let other = &corpus[chance.below(corpus.len())];
                    let start = chance.below(other.len());
                    let piece = other[start..(start + chance.below(200)).min(other.len())].to_vec();
                    bytes.splice(from..from, piece);
                }
            }
        }
        assert_nothing_is_dropped(&read_lines(&bytes), &bytes);
    }
}

fn corpus_file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/corpus/{name}.jsonl", env!("CARGO_MANIFEST_DIR"))).expect("a file of the corpus")
}

proptest! {
    /// Another tool may order and space the fields as it likes.
    #[test]
    fn the_order_of_fields_and_the_spaces_do_not_matter(number in 0_usize..200, seq in 0_u64.., time in -9_999_999_i64..9_999_999_999) {
        let event = event(number, seq, time, act(number));
        let value: serde_json::Value = serde_json::from_str(&write_line(&event)).expect("JSON");
        let fields: Vec<String> = value.as_object().expect("an object").iter().rev().map(|(key, value)| format!("{key:?} : {value}")).collect();
        let rewritten = format!("{{ {} }}", fields.join(" , "));
        let lines = read_lines(rewritten.as_bytes());
        prop_assert_eq!(whole_events(&lines), vec![&event]);
    }

    #[test]
    fn any_text_of_a_learner_survives(summary in any::<String>()) {
        let event = event(0, 1, 0, Act::Checked(Box::new(checked(5, summary))));
        let written = write_line(&event);
        prop_assert_eq!(written.matches('\n').count(), 1);
        let lines = read_lines(written.as_bytes());
        prop_assert_eq!(whole_events(&lines), vec![&event]);
    }

    #[test]
    fn no_bytes_make_the_reader_fail(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        assert_nothing_is_dropped(&read_lines(&bytes), &bytes);
    }
}
