//! Acts, devices and events for the tests of this crate.

use crate::line::{Stamp, make_event};
use crate::testing::Chance;
use crate::{Act, AnswerFile, Checked, DaysOff, DeviceId, DiskPath, Event, Profile};
use footbridge_verdict::{AnswerHash, ExerciseId, HelpUsed, Outcome, Proof};
use jiff::{Timestamp, civil::date};

pub(crate) fn folder() -> DiskPath {
    DiskPath::new("journal").expect("a safe path")
}

pub(crate) fn device(number: usize) -> DeviceId {
    DeviceId::new(["anna0001", "bert0002", "cleo0003"][number % 3]).expect("a device's name")
}

/// A time some milliseconds after 23:59:59 UTC on the last of March, so that a second later another month's file begins.
pub(crate) fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(1_775_001_599_000 + milliseconds).expect("a time of this century")
}

pub(crate) fn exercise(number: usize) -> ExerciseId {
    ExerciseId::new(&format!("sql-exercise-{}", number % 3)).expect("an id")
}

/// Acts of every kind; what they say depends on the number alone.
pub(crate) fn act(number: usize) -> Act {
    let exercise = exercise(number / 6);
    match number % 6 {
        0 => Act::Started { exercise },
        1 => Act::HintShown { exercise, level: (number % 4 + 1) as u8 },
        2 => Act::SolutionShown { exercise },
        3 => Act::ProfileSet(Box::new(profile(number))),
        4 => Act::DaysOff(Box::new(DaysOff {
            added: vec![date(2026, 4, (number % 28 + 1) as i8)],
            removed: vec![date(2026, 4, (number / 2 % 28 + 1) as i8)],
        })),
        _ => Act::Checked(Box::new(checked(number, format!("{number} rows of 14, \"as asked\".\n{{\"v\":1}}")))),
    }
}

pub(crate) fn profile(number: usize) -> Profile {
    Profile {
        blocker: "technical".to_owned(),
        background: "customer-success".to_owned(),
        background_note: if number.is_multiple_of(2) { String::new() } else { "Zwölf Jahre \u{1f6a2} \\ \"Hafen\"".to_owned() },
        minutes_by_weekday: [60, 0, 60, 0, 90, 0, number as u16 % 600],
        start: date(2026, 4, 1),
        region: "germany".to_owned(),
        targets: vec!["technical-product-manager".to_owned()],
        target_date: number.is_multiple_of(3).then(|| date(2027, 4, 1)),
    }
}

pub(crate) fn checked(number: usize, summary: String) -> Checked {
    let answer = AnswerHash::of(&(number as u64).to_le_bytes());
    let notes = AnswerFile { name: "notes.md".to_owned(), hash: AnswerHash::of(b"notes") };
    Checked {
        exercise: exercise(number / 6),
        outcome: [Outcome::Revise, Outcome::Pass, Outcome::NotRun, Outcome::Unreadable][number / 6 % 4],
        proof: if number.is_multiple_of(4) { Proof::SelfReported } else { Proof::Verified },
        check_version: "3".to_owned(),
        files: vec![AnswerFile { name: "query.sql".to_owned(), hash: answer.clone() }, notes],
        answer,
        variant: number.is_multiple_of(2).then(|| "june".to_owned()),
        seed: u64::MAX - number as u64,
        help: HelpUsed { hints: number as u8 % 3, solution: number.is_multiple_of(5) },
        summary,
        minutes: number.is_multiple_of(3).then_some(25),
    }
}

/// An event of a device.
pub(crate) fn event(device_number: usize, seq: u64, milliseconds: i64, act: Act) -> Event {
    make_event(Stamp { device: device(device_number), seq, at: at(milliseconds) }, act)
}

/// The same things in another order.
pub(crate) fn shuffled<T>(mut things: Vec<T>, seed: u64) -> Vec<T> {
    let mut chance = Chance(seed);
    for place in (1..things.len()).rev() {
        things.swap(place, chance.below(place + 1));
    }
    things
}
