//! What a machine can check of an answer, in words.

use super::file::AskedFile;
use crate::App;
use crate::view::{MockFiguresView, MockPartView, SetAsideView};
use crate::words::count;
use footbridge_content::{BankLimit, BankNumber, BankQuestion};
use footbridge_diagnostic::grouped;
use footbridge_grade::number_typed_in;
use footbridge_interview::{Aside, Given, Number, NumberFound, Question, Rarity, figures, read_transcript};

impl App {
    pub(super) fn measured(&self, question: &BankQuestion, said: &AskedFile) -> Option<MockFiguresView> {
        let transcript = read_transcript(said.transcript.as_bytes()).ok()?;
        let texts: Vec<String> = self
            .course
            .pack
            .banks
            .iter()
            .flat_map(|bank| &bank.questions)
            .map(|question| format!("{} {}", question.ask, question.framework.join(" ")))
            .collect();
        let rarity = Rarity::of(texts.iter().map(String::as_str));
        let number = question.number.as_ref().and_then(|number| number_typed_in(&said.given, &number.unit));
        let found = figures(&asked(question), Given { transcript: &transcript, number, seconds: said.seconds }, &rarity);
        let equality = |equality: &footbridge_interview::Equality| equality.quote.clone();
        Some(MockFiguresView {
            answered: count(found.answered()),
            number: number_in_words(question, said, found.number),
            wrong: found.wrong.iter().map(|sum| format!("{}: the left side comes to {}", sum.quote, rounded(sum.left))).collect(),
            held: found.held.iter().chain(&found.held_beside).map(equality).collect(),
            fillers: found.fillers.each.iter().map(|(filler, times)| format!("{filler} {times}")).collect(),
            fillers_for_each_part: found.fillers.for_each_part(),
            words: count(found.words),
            limit: question.limit.map_or_else(String::new, |limit| within(limit, found.words, said.seconds)),
            pace: found.pace,
            filler_share: found.fillers.share(),
            set_aside: found
                .set_aside
                .iter()
                .map(|aside| SetAsideView { quote: aside.quote.clone(), why: why(aside.why).to_owned() })
                .collect(),
            parts: found
                .parts
                .into_iter()
                .map(|part| match part.answered {
                    Some(evidence) => MockPartView { title: part.title, quote: evidence.quote, at: evidence.at },
                    None => MockPartView { title: part.title, quote: String::new(), at: None },
                })
                .collect(),
        })
    }
}

fn number_in_words(question: &BankQuestion, said: &AskedFile, found: NumberFound) -> String {
    let verdict = match found {
        NumberFound::NotAsked => return String::new(),
        NumberFound::Missing => return "No number was given.".to_owned(),
        NumberFound::Right if said.given_late => "The number is right, and was given once the anchors were shown: it does not count.",
        NumberFound::Right => "The number is right.",
        NumberFound::Wrong => "The number is not right.",
    };
    format!("You gave {}. {verdict}", given_with_unit(question, said))
}

/// The number that was given, as it was typed, with its unit.
pub(super) fn given_with_unit(question: &BankQuestion, said: &AskedFile) -> String {
    let given = said.given.trim();
    let has_unit = given.chars().any(|letter| letter.is_alphabetic() || letter == '%');
    match &question.number {
        Some(number) if !has_unit => format!("{given} {}", number.unit),
        _ => given.to_owned(),
    }
}

fn asked(question: &BankQuestion) -> Question {
    let beside = question.evaluates.iter().chain(&question.mistakes).chain(&question.follow_ups).chain(&question.anchors);
    // Sixty words have no parts that a machine could tell: what they must not copy stays.
    let (framework, steps) =
        if question.limit.is_some() { (Vec::new(), &question.framework[..]) } else { (question.framework.clone(), &[][..]) };
    Question {
        ask: question.ask.clone(),
        framework,
        model: question.anchors[2..].to_vec(),
        // The reckoning is nothing to copy: whoever reckons right writes the same sum.
        beside: beside.chain(steps).cloned().collect(),
        is_story: question.is_story,
        number: question.number.as_ref().and_then(number),
    }
}

fn number(number: &BankNumber) -> Option<Number> {
    Some(Number {
        right: number.value()?,
        tolerance: number.tolerance,
        of: format!("{} {}", number.ask, number.unit),
        reckoning: number.reckoning.clone(),
    })
}

/// Words and time of a short timed item beside what it allows.
fn within(limit: BankLimit, words: usize, seconds: Option<u32>) -> String {
    let kept = |kept: bool| if kept { "within" } else { "over" };
    let said = format!("{words} of at most {} words, {}", limit.words, kept(words <= usize::from(limit.words)));
    match seconds {
        Some(seconds) => format!("{said}; {seconds} of at most {} s, {}.", limit.seconds, kept(seconds <= u32::from(limit.seconds))),
        None => format!("{said}; the time was not measured."),
    }
}

fn why(aside: Aside) -> &'static str {
    match aside {
        Aside::Heading => "a heading",
        Aside::List => "a list of words",
        Aside::Copied => "stands in the question's own words: what it asks, its steps or its answers",
        Aside::Announced => "only announces",
        Aside::Repeated => "was said before",
        Aside::Bare => "claims nothing",
        Aside::Sum => "figures alone: a sum is computed again, and speaks for no part",
        Aside::Elsewhere => "hangs together with nothing of the story",
    }
}

fn rounded(value: f64) -> String {
    if value.abs() >= 1_000.0 { grouped(format!("{value:.0}")) } else { format!("{}", (value * 1_000.0).round() / 1_000.0) }
}
