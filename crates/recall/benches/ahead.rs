//! What recall will be like on the day of an interview, and in how many minutes a day it would be good enough: a forecast, and the
//! search for the minutes, in CPU time.
//!
//! Run with `cargo bench -p footbridge-recall --bench ahead`.

use footbridge_recall::{Card, Grade, INTERVIEW_TARGET, Model, PUBLISHED_TARGET, Recalled, Until, forecast, rough_forecast};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const CARDS: usize = 400;
const RECALLS: usize = 3_000;
const TODAY: Date = date(2026, 7, 1);
const DAYS: i64 = 60;

/// Minutes a day that are looked at in full: those the person has, and what the search found with the step below.
const TRIED: [u16; 3] = [15, 50, 45];

/// What the search between 5 and 240 minutes tries roughly.
const ROUGHLY: [u16; 6] = [120, 60, 30, 45, 50, 55];

fn main() {
    // `cargo test --all-targets` runs this too, without the argument that `cargo bench` gives.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let model = Model::published();
    let before = cpu_ms();
    let cards: Vec<Card> = (0..CARDS).map(|number| card(&model, number)).collect();
    let remembered = cpu_ms();
    let mut spent = Vec::new();
    for minutes in TRIED {
        let began = cpu_ms();
        let chances = forecast(&model, &cards, &Until { today: TODAY, used: 0, day: TODAY.saturating_add(DAYS.days()), cap: |_| minutes });
        spent.push(cpu_ms() - began);
        assert!(chances.iter().all(|chance| (0.0..=1.0).contains(chance)));
    }
    let began = cpu_ms();
    for minutes in ROUGHLY {
        let until = Until { today: TODAY, used: 0, day: TODAY.saturating_add(DAYS.days()), cap: |_| minutes };
        assert_eq!(rough_forecast(&model, &cards, &until).len(), CARDS);
    }
    spent.push(cpu_ms() - began);
    println!(
        "{CARDS} cards, {RECALLS} recalls, {DAYS} days: {:.0} ms CPU (memory {:.1}, one forecast {:.1}, with the search {:.0})",
        cpu_ms() - before,
        remembered - before,
        spent[0],
        spent.iter().sum::<f64>()
    );
}

/// Half of them as an interview asks for them; one in ten was never answered.
fn card(model: &Model, number: usize) -> Card {
    let recalls = if number.is_multiple_of(10) { 0 } else { RECALLS / (CARDS - CARDS / 10) + usize::from(number.is_multiple_of(3)) };
    let mut on = TODAY.saturating_sub((90 + (number % 60) as i64).days());
    let mut log = Vec::new();
    for step in 0..recalls {
        log.push(Recalled { on, grade: Grade::ALL[(number / 3 + step * 2) % 4] });
        on = on.saturating_add([1_i64, 3, 8, 21, 13][step % 5].days());
    }
    log.retain(|recalled| recalled.on < TODAY);
    let target = if number.is_multiple_of(2) { INTERVIEW_TARGET } else { PUBLISHED_TARGET };
    Card { minutes: 2 + (number % 3) as u16, memory: model.memory(&log), from: TODAY, target }
}

fn cpu_ms() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}
