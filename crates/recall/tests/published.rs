//! The model against figures that others publish for FSRS-6, to 1e-4.

use footbridge_recall::{Grade, Memory, Model, PUBLISHED_TARGET, Recalled};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const FIRST: Date = date(2026, 1, 1);

/// A log from grades and the days since the one before.
fn log(entries: &[(u8, i32)]) -> Vec<Recalled> {
    let mut on = FIRST;
    let entry = |(level, days): &(u8, i32)| {
        on = on.saturating_add((*days).days());
        Recalled { on, grade: Grade::of_level(*level).expect("a level from 1 to 4") }
    };
    entries.iter().map(entry).collect()
}

fn close(measured: f32, published: f32) {
    assert!((measured - published).abs() < 1e-4, "{measured} is published as {published}");
}

/// fsrs-rs 6.6.2, `inference.rs`, `test_memory_state`.
#[test]
fn a_memory_is_that_of_the_published_log() {
    let entries = log(&[(1, 0), (3, 0), (3, 1), (3, 3), (3, 8), (3, 21)]);
    let memory = Model::published().memory(&entries).expect("a memory");
    close(memory.stability, 53.62691);
    close(memory.difficulty, 6.357_486_7);
    assert_eq!((memory.last, memory.times), (FIRST.saturating_add(33.days()), 6));
    let mut frozen = published_parameters();
    frozen[17..20].fill(0.0);
    let memory = Model::new(&frozen).expect("parameters").memory(&entries).expect("a memory");
    close(memory.stability, 53.335_106);
}

#[test]
fn a_memory_is_the_same_one_recall_after_the_other() {
    let model = Model::published();
    let entries = log(&[(1, 0), (3, 0), (3, 1), (2, 3), (4, 8), (1, 21), (3, 2)]);
    let mut memory = None;
    for (at, entry) in entries.iter().enumerate() {
        memory = model.after(memory.as_ref(), *entry);
        let (step, whole) = (memory.expect("a memory"), model.memory(&entries[..=at]).expect("a memory"));
        close(step.stability, whole.stability);
        close(step.difficulty, whole.difficulty);
        assert_eq!((step.last, step.times), (whole.last, whole.times));
    }
}

/// The published parameters: fsrs4anki wiki, *The Algorithm*, FSRS-6.
fn published_parameters() -> [f32; 21] {
    [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014,
        1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]
}

/// fsrs-rs 6.6.2, `inference.rs`, documentation of `next_states`.
#[test]
fn a_first_grade_gives_the_published_memory() {
    let published = [(0.212, 6.4133), (1.2931, 5.112_170_7), (2.3065, 2.118_104), (8.2956, 1.0)];
    for (level, (stability, difficulty)) in (1..).zip(published) {
        for model in [Model::published(), Model::new(&published_parameters()).expect("parameters")] {
            let memory = model.memory(&log(&[(level, 0)])).expect("a memory");
            close(memory.stability, stability);
            close(memory.difficulty, difficulty);
        }
    }
}

/// fsrs-rs 6.6.2, `inference.rs`, `test_next_interval`: days for a stability of 1 at targets of 0.7, 0.8 and 0.9.
#[test]
fn intervals_are_the_published_ones() {
    let memory = Memory { stability: 1.0, difficulty: 5.0, last: FIRST, times: 1 };
    let intervals = [0.7, 0.8, 0.9].map(|target| Model::published().interval(&memory, target));
    assert_eq!(intervals, [9, 3, 1]);
}

/// py-fsrs 6, `test_review_card`: each card is recalled on the day it is due, and once more on a day it was not recalled.
#[test]
fn a_card_comes_back_on_the_published_days() {
    let model = Model::published();
    let mut entries = log(&[(3, 0), (3, 0)]);
    let mut intervals = Vec::new();
    let mut answer = |entries: &mut Vec<Recalled>, grades: &[Grade]| {
        let memory = model.memory(entries).expect("a memory");
        intervals.push(model.interval(&memory, PUBLISHED_TARGET));
        entries.extend(grades.iter().map(|grade| Recalled { on: model.due(&memory, PUBLISHED_TARGET), grade: *grade }));
    };
    for _ in 0..4 {
        answer(&mut entries, &[Grade::Good]);
    }
    // 498 days, which is more than any card stays away here: at the target of 0.9 the interval is the stability, rounded.
    let memory = model.memory(&entries).expect("a memory");
    assert_eq!(memory.stability.round() as i32, 498, "{}", memory.stability);
    let after = memory.last.saturating_add(498.days());
    entries.extend([Grade::Again, Grade::Again, Grade::Good].map(|grade| Recalled { on: after, grade }));
    for _ in 0..5 {
        answer(&mut entries, &[Grade::Good]);
    }
    assert_eq!(intervals, [2, 11, 46, 163, 2, 4, 7, 12, 21]);
}

/// The curve of FSRS-6: R(t, S) = (1 + t/S · (0.9^(−1/w20) − 1))^(−w20), so nine in ten at t = S.
#[test]
fn the_chance_of_recall_falls_along_the_published_curve() {
    let model = Model::published();
    let memory = Memory { stability: 10.0, difficulty: 5.0, last: FIRST, times: 1 };
    let on = |days: i32| model.retrievability(&memory, FIRST.saturating_add(days.days()));
    close(on(0), 1.0);
    close(on(10), 0.9);
    let factor = 0.9_f64.powf(-1.0 / 0.1542) - 1.0;
    for days in [1, 30, 365] {
        close(on(days), ((1.0 + f64::from(days) / 10.0 * factor).powf(-0.1542)) as f32);
    }
}

#[test]
fn parameters_that_are_none_are_refused() {
    let mut parameters = published_parameters();
    parameters[3] = f32::NAN;
    assert!(Model::new(&parameters).is_err());
}
