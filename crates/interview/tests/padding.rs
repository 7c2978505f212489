//! Padding improves nothing that is scored: fixtures in files, and a property over texts put together from them.

use footbridge_interview::{Figures, Given, Number, NumberFound, Question, Rarity, figures, read_transcript};
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixture {
    #[serde(default)]
    answer: String,
    attack: Vec<Attack>,
}

/// What somebody might do to an answer to make it look better.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Attack {
    name: String,
    /// Text put behind it.
    adds: String,
    /// Words put in place of others.
    swaps: Vec<(String, String)>,
    /// Texts of the question put behind it.
    copies: Vec<String>,
    /// In front of each sentence that is copied.
    in_front: String,
    /// All of it once more.
    again: bool,
    /// Its sentences from the last to the first.
    backwards: bool,
}

#[derive(Deserialize)]
struct Bank {
    question: Vec<Asked>,
}

#[derive(Deserialize, Clone)]
struct Asked {
    id: String,
    ask: String,
    evaluates: Vec<String>,
    framework: Vec<String>,
    mistakes: Vec<String>,
    follow_ups: Vec<String>,
    anchors: BTreeMap<String, String>,
}

struct Case {
    asked: Asked,
    question: Question,
    answer: String,
    attacks: Vec<Attack>,
}

/// What the question asks to compute; true sums that are put behind an answer come to it too.
const RIGHT: f64 = 250.0;

static RARITY: LazyLock<Rarity> = LazyLock::new(|| {
    let texts: Vec<String> =
        bank().iter().map(|asked| format!("{} {} {}", asked.ask, asked.framework.join(" "), asked.anchors["excellent"])).collect();
    Rarity::of(texts.iter().map(String::as_str))
});

static CASES: LazyLock<Vec<Case>> = LazyLock::new(cases);

fn bank() -> Vec<Asked> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/banks");
    let read = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).expect("the bank is there");
        toml::from_str::<Bank>(&text).expect("the bank can be read").question
    };
    ["api-technical.toml", "behavioural.toml", "data.toml", "product-sense.toml", "system-design.toml"].into_iter().flat_map(read).collect()
}

fn fixture(path: &Path) -> Fixture {
    let text = std::fs::read_to_string(path).expect("the fixture is there");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/padding");
    let mut files: Vec<_> = std::fs::read_dir(&folder).expect("fixtures").map(|entry| entry.expect("an entry").path()).collect();
    let shared = folder.join("every-answer.toml");
    files.retain(|path| *path != shared);
    files.sort();
    let bank = bank();
    let of_file = |path: &std::path::PathBuf| {
        let id = path.file_stem().and_then(|name| name.to_str()).expect("a name");
        let asked = bank.iter().find(|asked| asked.id == id).unwrap_or_else(|| panic!("no question is called `{id}`")).clone();
        let beside = [&asked.evaluates, &asked.mistakes, &asked.follow_ups].into_iter().flatten().chain(asked.anchors.values()).cloned();
        let question = Question {
            ask: asked.ask.clone(),
            framework: asked.framework.clone(),
            beside: beside.collect(),
            model: ["good", "excellent"].map(|anchor| asked.anchors[anchor].clone()).to_vec(),
            is_story: id.starts_with("beh-"),
            number: Some(Number {
                right: RIGHT,
                tolerance: 0.02,
                of: "How many calls are needed? calls".to_owned(),
                reckoning: "1,000 / 4 = 250 calls.".to_owned(),
            }),
        };
        let own = fixture(path);
        let attacks = own.attack.into_iter().chain(fixture(&shared).attack).collect();
        Case { asked, question, answer: own.answer, attacks }
    };
    files.iter().map(of_file).collect()
}

/// The text after the attack.
fn attacked(case: &Case, attack: &Attack) -> String {
    let mut text = case.answer.clone();
    for (from, to) in &attack.swaps {
        assert!(text.contains(from.as_str()), "{}: `{from}` is not in the answer", attack.name);
        text = text.replace(from.as_str(), to);
    }
    if attack.backwards {
        text = text.lines().rev().collect::<Vec<_>>().join("\n");
    }
    if attack.again {
        text = format!("{text}\n{text}");
    }
    for name in &attack.copies {
        let copied: Vec<String> = match name.as_str() {
            "framework" => case.asked.framework.clone(),
            anchor => vec![case.asked.anchors[anchor].clone()],
        };
        for sentence in copied {
            text = format!("{text}\n{}{sentence}", attack.in_front);
        }
    }
    format!("{text}\n{}", attack.adds)
}

fn measured(case: &Case, text: &str) -> Figures {
    measured_with(case, text, None)
}

fn measured_with(case: &Case, text: &str, number: Option<f64>) -> Figures {
    let transcript = read_transcript(text.as_bytes()).expect("a fixture can be read");
    figures(&case.question, Given { transcript: &transcript, number, seconds: None }, &RARITY)
}

/// What a number is worth: left out it is no better than wrong.
fn worth(number: NumberFound) -> bool {
    number == NumberFound::Right
}

/// Why one answer is scored better than another; `None` when nothing of it is.
fn improved(before: &Figures, after: &Figures) -> Option<String> {
    let fillers = |figures: &Figures| figures.fillers.for_each_part().unwrap_or(f64::INFINITY);
    if after.answered() > before.answered() {
        let new = after.parts.iter().zip(&before.parts).find(|(after, before)| after.answered.is_some() && before.answered.is_none());
        return Some(format!("more parts: {:?}", new.map(|(part, _)| part)));
    }
    if after.wrong.len() < before.wrong.len() {
        return Some(format!("fewer wrong sums: {:?}", after.wrong));
    }
    // This is not scored; what pads an answer does not reach it all the same.
    if after.held.len() > before.held.len() {
        return Some(format!("more sums that hold: {:?} after {:?}", after.held, before.held));
    }
    if worth(after.number) && !worth(before.number) {
        return Some("the number became right".to_owned());
    }
    if fillers(after) < fillers(before) {
        return Some(format!("fewer fillers for each part: {:?} after {:?}", after.fillers, before.fillers));
    }
    None
}

#[test]
fn no_attack_improves_what_is_scored() {
    let mut tried = 0;
    let mut faults = Vec::new();
    for case in CASES.iter() {
        let before = measured(case, &case.answer);
        // The answers leave room for every figure to improve.
        assert!((1..before.parts.len()).contains(&before.answered()), "{}: {:#?}", case.asked.id, before.parts);
        assert!(before.wrong.len() == 1 && before.fillers.count > 1, "{}: {before:#?}", case.asked.id);
        for attack in &case.attacks {
            tried += 1;
            for number in [None, Some(RIGHT * 2.0), Some(RIGHT)] {
                let before = measured_with(case, &case.answer, number);
                if let Some(why) = improved(&before, &measured_with(case, &attacked(case, attack), number)) {
                    faults.push(format!("{}, {}: {why}", case.asked.id, attack.name));
                }
            }
        }
    }
    println!("{tried} attacks on {} answers", CASES.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(tried >= 80, "{tried}");
}

#[test]
fn what_is_added_alone_answers_nothing() {
    for case in CASES.iter() {
        for attack in case.attacks.iter().filter(|attack| !attack.adds.is_empty() || !attack.copies.is_empty()) {
            let alone = Case { answer: String::new(), asked: case.asked.clone(), question: case.question.clone(), attacks: Vec::new() };
            // What says the answer again says something by itself, and so does a story about something else where a story is asked for.
            let is_story = attack.name == "weather" || attack.name.starts_with("a longer story about something else");
            if attack.name.starts_with("said again") || (case.question.is_story && is_story) {
                continue;
            }
            let found = measured(&alone, &attacked(&alone, attack));
            assert_eq!(found.answered(), 0, "{}, {}: {:#?}", case.asked.id, attack.name, found.parts);
        }
    }
}

/// However short a sentence of the question's own texts is, and whatever stands in front of it.
#[test]
fn every_sentence_of_a_framework_and_an_anchor_is_set_aside() {
    let mut tried = 0;
    let mut faults = Vec::new();
    for asked in bank() {
        let question = Question {
            ask: asked.ask.clone(),
            framework: asked.framework.clone(),
            beside: asked.anchors.values().cloned().collect(),
            model: vec![asked.anchors["good"].clone(), asked.anchors["excellent"].clone()],
            ..Question::default()
        };
        let steps = |before: &str| asked.framework.iter().map(|step| format!("{before}{step}\n")).collect::<String>();
        let anchors = asked.anchors.values().map(|anchor| format!("{anchor}\n")).collect();
        for text in [steps(""), steps("So what I would do here is to "), anchors] {
            let transcript = read_transcript(text.as_bytes()).expect("a text can be read");
            let found = figures(&question, Given { transcript: &transcript, number: None, seconds: None }, &RARITY);
            tried += text.lines().count();
            faults.extend(found.parts.iter().filter_map(|part| Some(format!("{}: {}", asked.id, part.answered.as_ref()?.quote))));
        }
    }
    assert!(tried > 4_000, "{tried}");
    assert!(faults.is_empty(), "{} of {tried}:\n{}", faults.len(), faults.join("\n"));
}

/// A true sum counts where it is said in answer to a part, and nowhere else.
#[test]
fn a_sum_holds_only_in_what_answers_a_part() {
    let case = CASES.iter().find(|case| case.asked.id == "api-list-of-48000").expect("the case");
    let beside = format!("{}\nBy the way, 2 + 2 = 4. Also 10 × 10 = 100.", case.answer);
    assert_eq!(measured(case, &beside).held, measured(case, &case.answer).held);
    let quotes: Vec<String> = measured(case, &beside).held_beside.into_iter().map(|sum| sum.quote).collect();
    assert_eq!(quotes, ["2 + 2 = 4", "10 × 10 = 100"], "it is told that they hold");
    let said = "Our order is created_at and then id, a unique and stable pair, so 48,000 / 500 = 96 calls never skip a row.";
    let held = measured(case, &format!("{}\n{said}", case.answer)).held;
    assert!(held.iter().any(|sum| sum.quote.ends_with("48,000 / 500 = 96")), "{held:#?}");
}

#[test]
fn a_true_sum_put_into_an_answer_is_shown_and_scores_nothing() {
    for case in CASES.iter() {
        let before = measured(case, &case.answer);
        let quote = &before.parts.iter().find_map(|part| part.answered.as_ref()).expect("an answer").quote;
        let sentence = quote.split(" … ").next().expect("a sentence").trim_end_matches('.');
        let after = measured(case, &case.answer.replacen(sentence, &format!("{sentence}, and 7 + 8 = 15"), 1));
        assert!(after.held.iter().any(|sum| sum.quote == "7 + 8 = 15"), "{}: {:?}", case.asked.id, after.held);
        let scored = |figures: &Figures| (figures.answered(), figures.number, figures.wrong.clone(), figures.fillers.count);
        assert_eq!(scored(&after), scored(&before), "{}", case.asked.id);
    }
}

/// Better content does improve them; otherwise nothing would have been proven.
#[test]
fn content_improves_what_is_scored() {
    let case = CASES.iter().find(|case| case.asked.id == "api-list-of-48000").expect("the case");
    let before = measured(case, &case.answer);
    let more = "Our order is created_at and then id, since two rows can share a timestamp and the pair is unique and stable, so the cursor never skips one. \
                Clients that expect everything in one answer keep it until March, and we plan that change with a header that warns them.";
    let after = measured(case, &format!("{}\n{more}", case.answer.replace("48,000 / 500 = 86", "48,000 / 500 = 96")));
    assert!(after.answered() >= before.answered() + 2, "{:#?}", after.parts);
    assert!(after.wrong.is_empty() && after.fillers.for_each_part() < before.fillers.for_each_part());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Any padding of the files, and sentences of the answer itself in other orders, behind any answer.
    #[test]
    fn padding_appended_never_raises_a_scored_figure(case in 0..8_usize, pieces in prop::collection::vec((0..8_usize, 0..32_usize, any::<bool>()), 1..6)) {
        let case = &CASES[case];
        let before = measured(case, &case.answer);
        let mut text = case.answer.clone();
        for (other, number, own) in pieces {
            if own {
                let lines: Vec<&str> = case.answer.lines().collect();
                text = format!("{text}\n{}", lines[number % lines.len()]);
            } else {
                // Padding made for another question is padding of this one only when it says nothing at all.
                let attacks: Vec<&Attack> = if std::ptr::eq(case, &CASES[other]) { case.attacks.iter().collect() } else { case.attacks.iter().rev().take(11).collect() };
                let attack = attacks[number % attacks.len()];
                let nothing = Case { answer: String::new(), asked: case.asked.clone(), question: case.question.clone(), attacks: Vec::new() };
                if attack.swaps.is_empty() {
                    text = format!("{text}\n{}", attacked(&nothing, attack));
                }
            }
        }
        prop_assert_eq!(improved(&before, &measured(case, &text)), None);
    }

    /// The reader takes any bytes, and what it read can be measured.
    #[test]
    fn no_transcript_does_harm(bytes in prop::collection::vec(any::<u8>(), 0..400), seed in any::<u64>()) {
        let mut text = CASES[usize::try_from(seed % 8).expect("small")].answer.clone().into_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            let place = (usize::try_from(seed % 7_919).expect("small") * (at + 1)) % text.len();
            match byte % 3 {
                0 => text[place] = *byte,
                1 => text.insert(place, b"[]0123:->#*=()^\n ;.,"[usize::from(*byte) % 20]),
                _ => drop(text.remove(place)),
            }
        }
        for bytes in [text, bytes] {
            if let Ok(transcript) = read_transcript(&bytes) {
                let figures = figures(&CASES[0].question, Given { transcript: &transcript, number: None, seconds: Some(60) }, &RARITY);
                prop_assert!(figures.answered() <= figures.parts.len());
            }
        }
    }
}
