//! Cards as Anki's text: read in every shape that people have, and never a panic.

use footbridge_recall::{AnkiCard, BadLine, LARGEST_ANKI, Unreadable, read_anki, write_anki};
use proptest::prelude::*;

fn card(guid: &str, front: &str, back: &str, tags: &[&str]) -> AnkiCard {
    let own = |text: &&str| (*text).to_owned();
    AnkiCard { guid: guid.to_owned(), front: front.to_owned(), back: back.to_owned(), tags: tags.iter().map(own).collect() }
}

fn cards(text: &str) -> Vec<AnkiCard> {
    let (cards, bad) = read_anki(text.as_bytes()).expect("text");
    assert_eq!(bad, [], "{text}");
    cards
}

#[test]
fn headers_say_where_everything_stands() {
    let text = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n\
        g1\tBasic\tPM\tWhat is <b>p95</b>?\tThe latency<br>19 of 20 stay below\tlatency apis\n\
        g2\tBasic\tPM\t\"With \"\"quotes\"\"\nand a line\"\tBack\t\n";
    let read = cards(text);
    assert_eq!(read[0], card("g1", "What is p95?", "The latency\n19 of 20 stay below", &["latency", "apis"]));
    assert_eq!(read[1], card("g2", "With \"quotes\"\nand a line", "Back", &[]));
}

#[test]
fn without_headers_the_separator_is_that_of_the_first_line() {
    for text in ["a\tb, c\n", "a;\"b, c\"\n", "a|b, c", "\u{feff}a,\"b, c\"\r\n"] {
        assert_eq!(cards(text), [card("", "a", "b, c", &[])], "{text:?}");
    }
    assert_eq!(cards("#separator:Pipe\n#tags:pm api\na|b|c\n"), [card("", "a", "b\n\nc", &["pm", "api"])]);
    assert_eq!(cards("#html:false\nif a <b> c\tyes\n")[0].front, "if a <b> c");
}

#[test]
fn every_bad_line_is_told_and_the_others_are_read() {
    let text = "#separator:tab\n#guid column:x\none\tfirst\nno back\n\n# a comment\n\t only back\n\"never closed\tx\ntwo\tsecond\n";
    let (read, bad) = read_anki(text.as_bytes()).expect("text");
    assert_eq!(read, [card("", "one", "first", &[]), card("", "two", "second", &[])]);
    let told: Vec<(usize, &str)> = bad.iter().map(|BadLine { line, says }| (*line, says.as_str())).collect();
    assert_eq!(
        told,
        [
            (2, "`x` is no number of a column, so it is left out."),
            (4, "It has no back."),
            (7, "It has no front."),
            (8, "A quote that begins in this line is never closed."),
        ]
    );
    let long = format!("a\t{}\nb\tc\n", "x".repeat(20_001));
    let (read, bad) = read_anki(long.as_bytes()).expect("text");
    assert_eq!((read.len(), bad[0].line), (1, 1));
}

/// The second took the place of the first, and both were told to be new.
#[test]
fn a_guid_or_a_front_that_stands_twice_is_told_with_its_lines() {
    let told = |text: &str| {
        let (cards, bad) = read_anki(text.as_bytes()).expect("text");
        (cards.len(), bad.into_iter().map(|bad| (bad.line, bad.says)).collect::<Vec<_>>())
    };
    let (kept, bad) = told("#separator:tab\n#guid column:1\ng1\tOne?\tYes\ng2\tTwo?\tYes\n\ng1\tThree?\tYes\n");
    let guid = "Its guid `g1` stands in line 3 already and the two differ, so only line 3 is read. Give one of them another guid.";
    assert_eq!((kept, bad), (2, vec![(6, guid.to_owned())]));
    let asks = "It asks the same as line 1 and the two differ, so only line 1 is read. Make one card of them, or change what one asks.";
    assert_eq!(told("One?\tYes\nOne?\tNo\n"), (1, vec![(2, asks.to_owned())]));
    let asks = asks.replace("line 1", "line 2");
    assert_eq!(told("#guid column:1\n\tOne?\tYes\ng1\tOne?\tNo\n"), (1, vec![(3, asks.clone())]));
    assert_eq!(told("#guid column:1\ng1\tOne?\tYes\n\tOne?\tNo\n"), (1, vec![(3, asks)]));
    assert_eq!(told("#guid column:1\ng1\tOne?\tYes\ng2\tOne?\tNo\ng1\tOne?\tYes\n"), (3, Vec::new()), "nothing of these is lost");
}

#[test]
fn what_is_no_text_or_too_much_is_refused() {
    assert_eq!(read_anki(&[b'a', 0xff, b'\t']), Err(Unreadable::NotText));
    assert_eq!(read_anki(&vec![b'a'; LARGEST_ANKI + 1]), Err(Unreadable::TooLarge));
    assert_eq!(read_anki("a\tb\n".repeat(20_001).as_bytes()), Err(Unreadable::TooMany));
    assert_eq!(read_anki(b""), Ok((Vec::new(), Vec::new())));
}

#[test]
fn an_export_begins_with_the_headers_that_anki_reads() {
    let text = write_anki(&[card("fb:a", "#1?", "One\ttwo", &["x", "y"])], "Foot\nbridge");
    let expected = "#separator:tab\n#html:false\n#notetype:Basic\n#deck:Footbridge\n#columns:guid\tFront\tBack\tTags\n#guid column:1\n\
        #tags column:4\nfb:a\t\"#1?\"\t\"One\ttwo\"\tx y\n";
    assert_eq!(text, expected);
}

const CORPUS: [&str; 6] = [
    "#separator:tab\n#html:true\n#guid column:1\n#tags column:4\ng\t<b>a</b>&amp;\tb<br>c\tx y\n",
    "#separator:Comma\n#columns:Front,Back\n\"a \"\"b\"\"\nc\",\"<img src='x'>\"\n",
    "#deck column:99\n#tags column:0\n#html\n#:\n##\na;b;c;d\n",
    "a|<style>x</style><script>\nb|&#x20b9;&#99999999;&nbsp\n",
    "\"\"\"\"\t\"\n\"\n\"x",
    "\u{feff}#separator:ä\nfrontäback\n₹\u{2028}ä<!-- ä --ä>\n",
];

/// Seeded mutations of the corpus: bytes changed, taken out, doubled, and texts joined.
#[test]
fn damaged_texts_give_cards_and_bad_lines_and_never_a_panic() {
    let mut chance = 0x5eed_u64;
    let mut draw = |below: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) as usize % below.max(1)
    };
    for round in 0..6_000 {
        let mut bytes = CORPUS[round % CORPUS.len()].as_bytes().to_vec();
        for _ in 0..=draw(6) {
            let at = draw(bytes.len());
            match draw(5) {
                0 if !bytes.is_empty() => bytes[at] = b"#\"\t\n<>&;,:|\xc3a"[draw(13)],
                1 if !bytes.is_empty() => _ = bytes.remove(at),
                2 => bytes.extend_from_slice(CORPUS[draw(CORPUS.len())].as_bytes()),
                3 => bytes.truncate(at),
                _ => bytes.insert(at.min(bytes.len()), b"\"\n\t<#"[draw(5)]),
            }
        }
        let Ok((cards, bad)) = read_anki(&bytes) else { continue };
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
        assert!(bad.iter().all(|bad| (1..=lines).contains(&bad.line)), "{bytes:?}");
        assert!(cards.iter().all(|card| !card.front.is_empty() && !card.back.is_empty()), "{bytes:?}");
    }
}

fn side() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[ -~\\n\\tä₹#\"]{0,30}[a-z]").expect("a pattern").prop_map(|text| text.trim().to_owned())
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        all in proptest::collection::vec((side(), side(), proptest::collection::vec("[a-z:]{1,8}", 0..3)), 0..12),
    ) {
        let written: Vec<AnkiCard> = all.into_iter().enumerate().map(|(at, (front, back, mut tags))| {
            tags.dedup();
            AnkiCard { guid: format!("fb:{at}"), front, back, tags }
        }).collect();
        let (read, bad) = read_anki(write_anki(&written, "Deck").as_bytes()).expect("text");
        prop_assert_eq!(bad, []);
        prop_assert_eq!(read, written);
    }
}
