//! Scheduling 100,000 cards from their logs: memory, due day and a day's queue, in CPU time.
//!
//! Run with `cargo bench -p footbridge-recall`.

use footbridge_recall::{Card, Grade, Model, PUBLISHED_TARGET, Recalled, Request, queue};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const CARDS: usize = 100_000;
const TODAY: Date = date(2026, 7, 1);

fn main() {
    // `cargo test --all-targets` runs this too, without the argument that `cargo bench` gives.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let logs: Vec<Vec<Recalled>> = (0..CARDS).map(log).collect();
    let model = Model::published();
    let before = cpu_ms();
    let cards: Vec<Card> =
        logs.iter().map(|log| Card { minutes: 2, memory: model.memory(log), from: TODAY, target: PUBLISHED_TARGET }).collect();
    let remembered = cpu_ms();
    let queue = queue(&model, &cards, Request { day: TODAY, cap: 60, used: 0 });
    let done = cpu_ms();
    assert_eq!(queue.minutes, 60);
    let entries: usize = logs.iter().map(Vec::len).sum();
    println!(
        "{CARDS} cards, {entries} recalls: {:.0} ms CPU (memory {:.0}, queue {:.0})",
        done - before,
        remembered - before,
        done - remembered
    );
}

/// One to five recalls at growing distances.
fn log(number: usize) -> Vec<Recalled> {
    let mut on = TODAY.saturating_sub((60 + (number % 60) as i64).days());
    let mut entries = Vec::new();
    for step in 0..=number % 5 {
        let grade = Grade::ALL[(number / 3 + step * 2) % 4];
        entries.push(Recalled { on, grade });
        on = on.saturating_add([1_i64, 3, 8, 21][step % 4].days());
    }
    entries
}

fn cpu_ms() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}
