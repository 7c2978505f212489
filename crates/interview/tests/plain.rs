//! How well the parts are found in plain words, on answers that were written by hand and labelled: `plain.toml` says which sentence holds
//! which part. The counts are bars: a change of the matcher may make them better and never worse. `docs/practice.md` publishes them.

use footbridge_interview::{Figures, Given, Number, Question, Rarity, figures, read_transcript};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Labelled {
    answer: Vec<Answer>,
}

/// An answer in plain words, and one that speaks of the same things and answers nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    id: String,
    /// For each part of the question the sentence that holds it.
    holds: Vec<String>,
    beside: String,
    /// Written once the matcher was settled.
    #[serde(default)]
    unseen: bool,
    /// Written before the words that recurring parts are said in were collected; nothing was tuned on it.
    #[serde(default)]
    fresh: bool,
}

#[derive(Deserialize)]
struct Bank {
    kind: String,
    question: Vec<Asked>,
}

#[derive(Deserialize, Clone)]
struct Asked {
    id: String,
    ask: String,
    story: Option<bool>,
    evaluates: Vec<String>,
    framework: Vec<String>,
    mistakes: Vec<String>,
    follow_ups: Vec<String>,
    anchors: BTreeMap<String, String>,
    #[serde(default)]
    parameters: BTreeMap<String, Vec<String>>,
    limit: Option<toml::Value>,
    number: Option<Computed>,
}

#[derive(Deserialize, Clone)]
struct Computed {
    ask: String,
    answer: String,
    unit: String,
    tolerance: f64,
    reckoning: String,
}

static BANKS: LazyLock<Vec<Bank>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/banks");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("the banks").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
        .iter()
        .map(|file| toml::from_str(&std::fs::read_to_string(file).expect("a bank")).unwrap_or_else(|e| panic!("{}: {e}", file.display())))
        .collect()
});

static RARITY: LazyLock<Rarity> = LazyLock::new(|| {
    let all = BANKS.iter().flat_map(|bank| &bank.question);
    let texts: Vec<String> = all.map(|asked| format!("{} {}", asked.ask, asked.framework.join(" "))).collect();
    Rarity::of(texts.iter().map(String::as_str))
});

static ANSWERS: LazyLock<Vec<Answer>> = LazyLock::new(|| {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plain.toml")).expect("the answers");
    toml::from_str::<Labelled>(&text).expect("the answers can be read").answer
});

/// The question as the product asks it, in its first variant. A short timed item has no parts.
fn question(id: &str) -> Question {
    let (bank, asked) = BANKS
        .iter()
        .find_map(|bank| Some((bank, bank.question.iter().find(|asked| asked.id == id)?)))
        .unwrap_or_else(|| panic!("no question is called `{id}`"));
    let first = |text: &String| {
        asked.parameters.iter().fold(text.clone(), |text, (name, values)| text.replace(&format!("{{{{{name}}}}}"), &values[0]))
    };
    let beside = [&asked.evaluates, &asked.mistakes, &asked.follow_ups].into_iter().flatten().chain(asked.anchors.values()).map(first);
    let framework: Vec<String> = asked.framework.iter().map(first).collect();
    let (framework, steps) = if asked.limit.is_some() { (Vec::new(), framework) } else { (framework, Vec::new()) };
    Question {
        ask: first(&asked.ask),
        framework,
        beside: beside.chain(steps).collect(),
        model: ["good", "excellent"].map(|anchor| first(&asked.anchors[anchor])).to_vec(),
        is_story: bank.kind == "behavioural" && asked.story.unwrap_or(true),
        number: asked.number.as_ref().map(|number| Number {
            right: first(&number.answer).parse().expect("a number"),
            tolerance: number.tolerance,
            of: format!("{} {}", first(&number.ask), number.unit),
            reckoning: first(&number.reckoning),
        }),
    }
}

fn measured(id: &str, answer: &str) -> Figures {
    let transcript = read_transcript(answer.as_bytes()).expect("an answer can be read");
    figures(&question(id), Given { transcript: &transcript, number: None, seconds: None }, &RARITY)
}

/// What was found and missed in some of the answers.
#[derive(Default)]
struct Counts {
    parts: usize,
    missed: Vec<String>,
    /// Found by words that are not those which hold the part.
    elsewhere: Vec<String>,
    sentences: usize,
    set_aside: Vec<String>,
    beside: usize,
    falsely: Vec<String>,
}

fn counted(answers: &[&Answer]) -> Counts {
    let mut counts = Counts::default();
    for (number, answer) in answers.iter().enumerate() {
        let is_story = question(&answer.id).is_story;
        let said = measured(&answer.id, &answer.holds.join("\n"));
        counts.sentences += answer.holds.len();
        counts.set_aside.extend(said.set_aside.iter().map(|aside| format!("{}: {:?}: {}", answer.id, aside.why, aside.quote)));
        counts.parts += said.parts.len();
        for (part, holds) in said.parts.iter().zip(&answer.holds) {
            let told = |quote: &str| format!("{}: {} | {quote}", answer.id, part.title);
            match &part.answered {
                None => counts.missed.push(told(holds)),
                Some(found) if !is_story && !found.quote.split(" … ").any(|quote| holds.contains(quote)) => {
                    counts.elsewhere.push(told(&found.quote));
                }
                Some(_) => {}
            }
        }
        let next = answers.iter().cycle().skip(number + 1).find(|other| !question(&other.id).framework.is_empty()).expect("another");
        // Every story has the parts of a story, also one for another question.
        let another = if is_story { String::new() } else { next.holds.join("\n") };
        for text in [&answer.beside, &another].into_iter().filter(|text| !text.is_empty()) {
            let found = measured(&answer.id, text);
            counts.beside += found.parts.len();
            let quoted = found.parts.iter().filter_map(|part| Some((&part.title, part.answered.as_ref()?)));
            counts.falsely.extend(quoted.map(|(title, found)| format!("{}: {title} | {}", answer.id, found.quote)));
        }
    }
    counts
}

/// What a change of the matcher may not exceed.
struct Bars {
    parts: usize,
    missed: usize,
    elsewhere: usize,
    sentences: usize,
    set_aside: usize,
    beside: usize,
    falsely: usize,
}

fn check(name: &str, answers: &[&Answer], bars: &Bars) {
    let found = counted(answers);
    for (title, list) in [
        ("missed", &found.missed),
        ("found elsewhere", &found.elsewhere),
        ("set aside", &found.set_aside),
        ("falsely found", &found.falsely),
    ] {
        println!("## {name}, {title}: {}\n{}", list.len(), list.join("\n"));
    }
    assert_eq!((found.parts, found.sentences, found.beside), (bars.parts, bars.sentences, bars.beside), "{name}: what is counted");
    assert!(found.missed.len() <= bars.missed, "{name}: {} parts are missed", found.missed.len());
    assert!(found.elsewhere.len() <= bars.elsewhere, "{name}: {} parts are found elsewhere", found.elsewhere.len());
    assert!(found.set_aside.len() <= bars.set_aside, "{name}: {} sentences are set aside", found.set_aside.len());
    assert!(found.falsely.len() <= bars.falsely, "{name}: {} parts are falsely found", found.falsely.len());
}

#[test]
fn parts_said_in_plain_words_are_found_and_talk_beside_them_is_not() {
    let seen: Vec<&Answer> = ANSWERS.iter().filter(|answer| !answer.unseen && !answer.fresh).collect();
    check("seen", &seen, &Bars { parts: 122, missed: 53, elsewhere: 8, sentences: 128, set_aside: 7, beside: 234, falsely: 5 });
    let unseen: Vec<&Answer> = ANSWERS.iter().filter(|answer| answer.unseen).collect();
    check("unseen", &unseen, &Bars { parts: 45, missed: 32, elsewhere: 3, sentences: 45, set_aside: 5, beside: 90, falsely: 0 });
    let fresh: Vec<&Answer> = ANSWERS.iter().filter(|answer| answer.fresh).collect();
    check("fresh", &fresh, &Bars { parts: 67, missed: 46, elsewhere: 2, sentences: 67, set_aside: 6, beside: 124, falsely: 4 });
}

/// Which parts a sentence answers, by how they begin.
fn answered_by(id: &str, sentence: &str) -> Vec<String> {
    let first = |title: &str| title.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    measured(id, sentence).parts.iter().filter(|part| part.answered.is_some()).map(|part| first(&part.title)).collect()
}

#[test]
fn a_part_is_not_found_in_words_of_the_question_or_of_its_instruction() {
    for (id, sentence) in [
        ("sd-webhook-delivery", "Every event has an event id, so that customers notice when they get one event twice."),
        ("ps-old-sdk-that-still-earns", "I would estimate the loss of accounts by the margin, because the SDK costs us money."),
        ("data-net-revenue-retention", "A year ago our customers paid us a revenue that we knew, and then some left."),
    ] {
        assert_eq!(answered_by(id, sentence), [""; 0], "{sentence}");
    }
}

#[test]
fn a_sum_of_the_question_is_found_by_its_result_in_any_words() {
    for (id, sentence, begins) in [
        ("sd-webhook-delivery", "So 20 minutes later nobody is late any more.", "Reckon the catch-up"),
        ("sd-reconnect-storm", "At best every connection is back after 160 s, and 25 minutes is far from it.", "Divide connections by"),
        ("sd-postmortem-impact", "That evening 137,000 people saw a blank page, which is bad.", "Count failed requests:"),
        ("api-webhook-backlog-after-outage", "We owe them 18,000 of those, because they were away for three hours.", "Backlog: 3 hours"),
    ] {
        assert!(answered_by(id, sentence).contains(&begins.to_owned()), "{sentence}: {:?}", answered_by(id, sentence));
    }
    assert_eq!(answered_by("sd-webhook-delivery", "So 35 minutes later nobody is late any more."), [""; 0]);
}

/// Somebody who strings words of all steps together says none of them well.
#[test]
fn one_sentence_counts_for_the_two_steps_that_it_says_most_of() {
    let id = "api-webhooks-out-of-order";
    let crammed = "Parallel workers and a retry of the older one break the order, so each object gets a version or a sequence, and the \
                   documentation and the example code must not apply events blindly.";
    assert_eq!(answered_by(id, crammed).len(), 2, "{:?}", answered_by(id, crammed));
    let apart = "The order breaks, because there are parallel workers and a retry of the older one. Each object gets a version or a sequence, so \
                 a receiver can be right. The documentation and the example code must not apply events blindly.";
    assert_eq!(answered_by(id, apart).len(), 3, "{:?}", answered_by(id, apart));
}

#[test]
fn a_formula_is_found_by_what_it_comes_to() {
    let said = "M/M/1: the time is service time over the idle share, so 20 / 0.1 = 200 ms at 90 % and 20 / 0.3 = 66.7 ms at 70 %.";
    let found = measured("sd-seventy-to-ninety", said);
    let formula = found.parts.iter().find(|part| part.title.starts_with("Give the formula")).expect("a step of the question");
    assert!(formula.answered.is_some(), "{:#?}", found.parts);
}
