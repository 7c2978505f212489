//! Everything that is done with a roadmap of twenty bets: reading, checking, drawing and every export.
//!
//! Run with `cargo bench -p footbridge-roadmap`.

use footbridge_roadmap::{Limits, Tool, csv, judge, markdown, mermaid, svg, to_csv};
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

const ROUNDS: u32 = 200;

fn main() {
    // `cargo test --all-targets` runs this too, without the argument that `cargo bench` gives.
    let rounds = if std::env::args().any(|argument| argument == "--bench") { ROUNDS } else { 1 };
    let text = twenty_bets();
    let profiles = Tool::ALL.map(Tool::profile);
    let roadmap = judge(&text, "roadmap.yaml", &Limits::default()).roadmap.expect("a roadmap");
    assert_eq!((roadmap.bets.len(), roadmap.bets.iter().map(|bet| bet.depends_on.len()).sum::<usize>()), (20, 25));
    report("read and check", rounds, || judge(&text, "roadmap.yaml", &Limits::default()).findings.len());
    report("draw", rounds, || svg(&roadmap).len());
    report("export", rounds, || {
        let tools: usize = profiles.iter().map(|profile| csv(&roadmap, profile).text.len()).sum();
        tools + to_csv(&roadmap).len() + mermaid(&roadmap).text.len() + markdown(&roadmap).text.len()
    });
}

fn report(what: &str, rounds: u32, work: impl Fn() -> usize) {
    let start = Instant::now();
    for _ in 0..rounds {
        black_box(work());
    }
    println!("{what}: {} µs", start.elapsed().as_micros() / u128::from(rounds));
}

/// Six bets in now, eight in next, six in later; each waits for up to two before it.
fn twenty_bets() -> String {
    let mut text = "format: 1\nproduct: Ledger API\nas_of: 2026-10-01\nsummary: One sentence.\noutcomes:\n".to_owned();
    for number in 0..4 {
        writeln!(text, "  - {{id: o{number}, title: Outcome {number} that somebody cares about, measure: m, baseline: 1, target: 2, by: 2027-06-30, source: s}}")
            .expect("text grows");
    }
    text.push_str("bets:\n");
    for number in 0..20_usize {
        let horizon = ["now", "next", "later"][usize::from(number >= 6) + usize::from(number >= 14)];
        let needs: Vec<String> = [number * 7 % 5, number * 3 % 7]
            .iter()
            .filter(|needs| **needs < number && number % 4 != 1)
            .map(|needs| format!("b{needs}"))
            .collect();
        writeln!(
            text,
            "  - {{id: b{number}, title: A bet with a title of some length for number {number}, problem: Somebody has it, outcome: o{}, horizon: {horizon}, \
             size: M, confidence: {}, quarter: 2027-Q{}, depends_on: [{}]}}",
            number % 4,
            90 - number * 3,
            1 + number % 4,
            needs.join(", ")
        )
        .expect("text grows");
    }
    text
}
