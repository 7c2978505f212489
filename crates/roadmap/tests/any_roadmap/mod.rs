//! Roadmaps of every kind, faulty ones too.

use footbridge_roadmap::{Bet, Horizon, LeftOut, Outcome, Quarter, Risk, Roadmap, Size, Source, Written};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

fn written<T>(value: T) -> Written<T> {
    Written { value, span: 0..0 }
}

/// Text as people write it and as they do not: signs of YAML, CSV, Markdown and XML, lines, and other scripts.
fn text() -> impl Strategy<Value = Written<String>> {
    let any = proptest::collection::vec(
        prop_oneof![
            8 => "[a-zA-Z0-9]{1,9}",
            2 => "[-=+@'\"#:;,&*!%<>|\\\\\\[\\]{}`~^$_().?/ \t]{1,3}",
            1 => "[ÄäßéñŁøπЖ日本語한₹€→👩🏽]{1,4}",
            1 => Just("\n".to_owned()),
            1 => "\\PC{1,5}",
        ],
        1..7,
    );
    any.prop_map(|words| words.join(" ").trim().to_owned()).prop_filter("what is no text", |text| is_text(text)).prop_map(written)
}

/// Placeholders and white space count as nothing when a file is read.
fn is_text(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || "*_\"'`".contains(c));
    !bare.is_empty()
        && bare.contains(char::is_alphanumeric)
        && !bare.starts_with('<')
        && !["tbd", "todo", "tbc", "xxx"].contains(&bare.to_lowercase().as_str())
}

fn day() -> impl Strategy<Value = Date> {
    (0_i64..1_500).prop_map(|days| date(2026, 1, 1) + days.days())
}

fn size() -> impl Strategy<Value = Size> {
    prop_oneof![Just(Size::Small), Just(Size::Medium), Just(Size::Large), Just(Size::ExtraLarge), (1_u16..=200).prop_map(Size::Weeks)]
}

#[derive(Debug, Clone)]
enum Time {
    None,
    Quarter(Quarter),
    From(Date),
    Until(Date),
    Both(Date, i64),
}

fn time() -> impl Strategy<Value = Time> {
    prop_oneof![
        Just(Time::None),
        (2026_i16..2029, 1_i8..=4).prop_map(|(year, number)| Time::Quarter(Quarter::new(year, number).unwrap())),
        day().prop_map(Time::From),
        day().prop_map(Time::Until),
        (day(), 0_i64..200).prop_map(|(from, days)| Time::Both(from, days)),
    ]
}

prop_compose! {
    fn outcome()(
        title in text(),
        figures in (option::of(text()), option::of(text()), option::of(text()), option::of(text())),
        by in option::of(day()),
    ) -> Outcome {
        let (measure, baseline, target, source) = figures;
        Outcome { id: written(String::new()), title, measure, baseline, target, by: by.map(written), source }
    }
}

prop_compose! {
    fn bet()(
        title in text(),
        texts in (option::of(text()), option::weighted(0.3, text()), option::weighted(0.3, text())),
        horizon in option::weighted(0.95, prop::sample::select(Horizon::ALL.to_vec())),
        time in time(),
        size in option::of(size()),
        confidence in option::of(10_u8..=100),
        outcomes in vec(any::<Index>(), 0..3),
        depends_on in vec(any::<Index>(), 0..3),
    ) -> (Bet, Vec<Index>, Vec<Index>) {
        let (problem, owner, evidence) = texts;
        let (from, until, quarter) = match time {
            Time::None => (None, None, None),
            Time::Quarter(quarter) => (None, None, Some(quarter)),
            Time::From(from) => (Some(from), None, None),
            Time::Until(until) => (None, Some(until), None),
            Time::Both(from, days) => (Some(from), Some(from + days.days()), None),
        };
        let bet = Bet {
            id: written(String::new()),
            title,
            problem,
            outcomes: Vec::new(),
            horizon: horizon.map(written),
            from: from.map(written),
            until: until.map(written),
            quarter: quarter.map(written),
            size: size.map(written),
            confidence: confidence.map(written),
            depends_on: Vec::new(),
            owner,
            evidence,
        };
        (bet, outcomes, depends_on)
    }
}

prop_compose! {
    /// Dependencies lead anywhere: to bets of every horizon, in circles, and to bets that do not exist.
    pub fn roadmap()(
        head in (text(), option::of(day()), option::of(text())),
        outcomes in vec(outcome(), 0..5),
        bets in vec(bet(), 0..14),
        not_doing in vec((text(), option::of(text())), 0..4),
        risks in vec((text(), text()), 0..3),
        assumptions in vec(text(), 0..3),
        sources in vec((text(), option::of("https://[a-z]{1,8}\\.org/[a-z?=&#]{0,9}")), 0..3),
    ) -> Roadmap {
        let (product, as_of, summary) = head;
        let mut outcomes = outcomes;
        for (number, outcome) in outcomes.iter_mut().enumerate() {
            outcome.id = written(format!("outcome-{number}"));
        }
        let count = bets.len();
        let ids = |indexes: Vec<Index>, kind: &str, count: usize| indexes.iter().map(|index| written(format!("{kind}-{}", index.index(count + 1)))).collect();
        let bets = bets.into_iter().enumerate().map(|(number, (bet, moves, needs))| Bet {
            id: written(format!("bet-{number}")),
            outcomes: ids(moves, "outcome", outcomes.len()),
            depends_on: ids(needs, "bet", count),
            ..bet
        }).collect();
        Roadmap {
            file: "roadmap.yaml".to_owned(),
            product,
            as_of: as_of.map(written),
            summary,
            outcomes: written(outcomes),
            bets: written(bets),
            not_doing: written(not_doing.into_iter().map(|(title, why)| LeftOut { title, why }).collect()),
            risks: written(risks.into_iter().map(|(title, answer)| Risk { title, answer: Some(answer) }).collect()),
            assumptions: written(assumptions),
            sources: written(sources.into_iter().map(|(title, address)| Source { title, address: address.map(written) }).collect()),
        }
    }
}
