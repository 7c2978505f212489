//! Acts, devices and events for the tests of this crate.

use crate::line::{Stamp, make_event};
use crate::testing::Chance;
use crate::{Act, AnswerFile, Checked, DaysOff, DeviceId, DiskPath, Event, Profile, Published, Review, Score, Scored};
use crate::{ConversationStep, Imported, Moved, PlannedTouch, Recalled, Refitted, Touched};
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
    if number >= FIRST_TAKEN_BACK {
        return match number % 2 {
            0 => Act::StepTakenBack(Box::new(step(number))),
            _ => Act::PublishedTakenBack(Box::new(published(number))),
        };
    }
    if number >= FIRST_ABOUT_PLANS {
        let note = if number.is_multiple_of(2) { String::new() } else { "\u{201c}v2\u{201d}\nagain".to_owned() };
        let on = (!number.is_multiple_of(3)).then(|| date(2026, 4, 9));
        return Act::TouchPlanned(Box::new(PlannedTouch { contact: format!("c-{:016x}", number % 3), on, note }));
    }
    if number >= FIRST_ABOUT_REFITS {
        return Act::Refitted(Box::new(Refitted {
            recalls: 512,
            predicted: 430,
            published_loss: 3661,
            own_loss: 3456,
            error: 40,
            parameters: number.is_multiple_of(2).then(|| std::array::from_fn(|at| at as i32 * 100 - 7)),
        }));
    }
    if number >= FIRST_ABOUT_RECALL {
        return Act::Recalled(Box::new(Recalled {
            card: format!("lesson-{}/\u{201c}why\u{201d}", number % 2),
            level: (number % 4 + 1) as u8,
            right: number.is_multiple_of(2).then_some(number.is_multiple_of(4)),
            seconds: (number % 4 > 1).then_some(240),
            mock: (number % 3 == 1).then(|| format!("mock-2026-11-26-{}/3", number % 5 + 1)),
        }));
    }
    if number >= FIRST_ABOUT_PEOPLE {
        return act_about_people(number);
    }
    let exercise = exercise(number / 6);
    match number % 9 {
        0 => Act::Started { exercise, variant: (number > 0).then(|| "2".to_owned()) },
        1 => Act::HintShown { exercise, level: (number % 4 + 1) as u8 },
        2 => Act::SolutionShown { exercise },
        3 => Act::ProfileSet(Box::new(profile(number))),
        4 => Act::DaysOff(Box::new(DaysOff {
            added: vec![date(2026, 4, (number % 28 + 1) as i8)],
            removed: vec![date(2026, 4, (number / 2 % 28 + 1) as i8)],
        })),
        5 => Act::Checked(Box::new(checked(number, format!("{number} rows of 14, \"as asked\".\n{{\"v\":1}}")))),
        6 => Act::SelfScored(Box::new(scored(number))),
        7 => Act::Reviewed(Box::new(Review {
            scored: scored(number),
            reviewer: "R. \"Editor\"".to_owned(),
            on: date(2026, 4, 2),
            note: if number.is_multiple_of(2) { String::new() } else { "Two\nlines".to_owned() },
        })),
        _ => Act::Published(Box::new(published(number))),
    }
}

pub(crate) fn published(number: usize) -> Published {
    Published {
        exercise: exercise(number / 6),
        address: format!("https://example.org/{number}"),
        on: date(2026, 4, 3),
        answer: AnswerHash::of(&(number as u64).to_le_bytes()),
        diff: if number.is_multiple_of(2) { "- old\n+ new".to_owned() } else { String::new() },
    }
}

/// Acts about people begin here, so that what the numbers before give stays.
const FIRST_ABOUT_PEOPLE: usize = 48;

/// As do those about recall.
const FIRST_ABOUT_RECALL: usize = 60;
const FIRST_ABOUT_REFITS: usize = 66;
const FIRST_ABOUT_PLANS: usize = 70;
const FIRST_TAKEN_BACK: usize = 76;

fn act_about_people(number: usize) -> Act {
    let contact = format!("c-{:016x}", number % 3);
    let touched = |number: usize| Touched {
        contact: format!("c-{:016x}", number % 3),
        on: date(2026, 4, 4),
        how: "call".to_owned(),
        note: String::new(),
    };
    match number % 4 {
        0 => Act::Touched(Box::new(touched(number))),
        1 => Act::ContactsImported(Box::new(Imported {
            form: "linkedin".to_owned(),
            on: date(2026, 4, 4),
            contacts: 420,
            new: 12,
            newcomers: (0..number % 3).map(|other| format!("c-{other:016x}")).collect(),
            left: 1,
            moved: vec![Moved { contact, before: "Engineer, Acme \"Pay\"".to_owned(), company: number.is_multiple_of(3).then_some(true) }],
        })),
        2 => Act::TouchTakenBack(Box::new(touched(number - 2))),
        _ => Act::ConversationStep(Box::new(step(number))),
    }
}

fn step(number: usize) -> ConversationStep {
    let note = if number.is_multiple_of(2) { String::new() } else { "\u{201c}Ask\u{201d}\nagain".to_owned() };
    ConversationStep { contact: format!("c-{:016x}", number % 3), step: "noted".to_owned(), on: date(2026, 4, 5), note }
}

fn scored(number: usize) -> Scored {
    let score = |criterion: &str, level| Score { criterion: criterion.to_owned(), level, because: "\u{201c}4.2 %\u{201d}".to_owned() };
    Scored {
        exercise: exercise(number / 6),
        answer: AnswerHash::of(&(number as u64).to_le_bytes()),
        scores: vec![score("evidence", (number % 4 + 1) as u8), score("choice", 1)],
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
        help: HelpUsed { hints: number as u8 % 3, solution: number.is_multiple_of(5) },
        summary,
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
