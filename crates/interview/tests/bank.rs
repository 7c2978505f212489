//! How well the parts tell answers apart, over every question of our own banks: anchors as answers, and answers to other questions.

use footbridge_interview::{Aside, Given, Question, Rarity, figures, read_transcript};
use serde::Deserialize;

#[derive(Deserialize)]
struct Bank {
    question: Vec<Asked>,
}

#[derive(Deserialize)]
struct Asked {
    id: String,
    ask: String,
    #[serde(default = "is_told")]
    story: bool,
    framework: Vec<String>,
    anchors: Anchors,
}

#[derive(Deserialize)]
struct Anchors {
    poor: String,
    mixed: String,
    good: String,
    excellent: String,
}

fn is_told() -> bool {
    true
}

/// The banks whose answers have parts: a short timed item is said in sixty words, which no machine can part.
const BANKS: [&str; 5] = ["api-technical", "behavioural", "data", "product-sense", "system-design"];

fn bank(name: &str) -> Vec<Asked> {
    let file = format!("{}/../../content/banks/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).expect("the bank is there");
    toml::from_str::<Bank>(&text).expect("the bank can be read").question
}

/// The share of a question's parts that a text answers. The anchors are no text of the question here: they are the answers.
fn share(asked: &Asked, is_story: bool, answer: &str, rarity: &Rarity) -> f64 {
    let question = Question { ask: asked.ask.clone(), framework: asked.framework.clone(), is_story, ..Question::default() };
    let transcript = read_transcript(answer.as_bytes()).expect("an anchor can be read");
    let figures = figures(&question, Given { transcript: &transcript, number: None, seconds: None }, rarity);
    figures.answered() as f64 / figures.parts.len() as f64
}

/// What the framework and the ask say, with nothing of the anchors: these are the answers that are told apart.
fn rarity(banks: &[Vec<Asked>]) -> Rarity {
    let texts: Vec<String> = banks.iter().flatten().map(|asked| format!("{} {}", asked.ask, asked.framework.join(" "))).collect();
    Rarity::of(texts.iter().map(String::as_str))
}

#[test]
fn better_answers_answer_more_parts_and_answers_to_other_questions_hardly_any() {
    let banks: Vec<Vec<Asked>> = BANKS.iter().map(|name| bank(name)).collect();
    let rarity = rarity(&banks);
    let mut faults = Vec::new();
    for (name, bank) in BANKS.iter().zip(&banks) {
        let is_story = *name == "behavioural";
        let mean = |answer: &dyn Fn(usize) -> String| {
            bank.iter().enumerate().map(|(at, asked)| share(asked, is_story && asked.story, &answer(at), &rarity)).sum::<f64>()
                / bank.len() as f64
        };
        let poor = mean(&|at| bank[at].anchors.poor.clone());
        let mixed = mean(&|at| bank[at].anchors.mixed.clone());
        let good = mean(&|at| bank[at].anchors.good.clone());
        let excellent = mean(&|at| bank[at].anchors.excellent.clone());
        let of_another = mean(&|at| bank[(at + 1) % bank.len()].anchors.excellent.clone());
        println!("{name}: poor {poor:.2}, mixed {mixed:.2}, good {good:.2}, excellent {excellent:.2}, another question's {of_another:.2}");
        let told = [
            (good > 0.4, "good answers are found"),
            // An excellent anchor goes deep where a good one goes along all the steps: it stays within a tenth, and far from a mixed one.
            (excellent > 0.4 && excellent > good - 0.1, "excellent answers are found"),
            (poor < 0.25 && mixed < good.min(excellent) - 0.2, "poor and mixed answers answer few"),
            // Every story has the parts of a story, so one told for another question has them too.
            (is_story || of_another < 0.1, "another question's answer answers none"),
        ];
        faults.extend(told.iter().filter(|(holds, _)| !holds).map(|(_, what)| format!("{name}: {what}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A story is told in words of its own, and its sentences share few of them.
#[test]
fn each_part_of_a_story_is_found_where_it_is_told() {
    let banks: Vec<Vec<Asked>> = BANKS.iter().map(|name| bank(name)).collect();
    let asked = banks.iter().flatten().find(|asked| asked.id == "beh-your-part-in-an-incident").expect("the question");
    let told = "At my last company a partner's webhook failed for two days in April, and I was the one who answered their mails. \
                The engineers wanted to close the ticket, because every retry had been sent and the partner's server had refused them. \
                I asked for the log of one delivery, and the three of us read it together: we had signed with a key that was rotated on Monday. \
                I wrote down what both sides would do: we kept the old key valid for 48 hours, and failed deliveries fell from 312 to none. \
                Next time I would ask the partner for the log of a failed delivery on the first day.";
    let question = Question { ask: asked.ask.clone(), framework: asked.framework.clone(), is_story: true, ..Question::default() };
    let transcript = read_transcript(told.as_bytes()).expect("a story can be read");
    let found = figures(&question, Given { transcript: &transcript, number: None, seconds: None }, &rarity(&banks));
    assert_eq!(found.set_aside, [], "all of it is one story");
    let strange = format!("{told} Bakers needed 12 sacks of flour, because bread was late.");
    let strange = read_transcript(strange.as_bytes()).expect("a story can be read");
    let beside = figures(&question, Given { transcript: &strange, number: None, seconds: None }, &rarity(&banks));
    assert_eq!(beside.parts, found.parts);
    let told: Vec<(&str, Aside)> = beside.set_aside.iter().map(|aside| (aside.quote.as_str(), aside.why)).collect();
    assert_eq!(told, [("Bakers needed 12 sacks of flour, because bread was late.", Aside::Elsewhere)]);
    let quotes: Vec<&str> = found.parts.iter().map(|part| part.answered.as_ref().map_or("", |evidence| evidence.quote.as_str())).collect();
    for (quote, begins) in
        quotes.iter().zip(["At my last company", "I asked for the log", "The engineers wanted", "I wrote down", "Next time"])
    {
        assert!(quote.starts_with(begins), "{begins}: {quotes:#?}");
    }
}
