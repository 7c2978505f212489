//! Simulated reviewers whose memory is known: one that differs from the published parameters gains by a refit, one like them keeps them.

use footbridge_recall::{FEWEST_RECALLS, Grade, Memory, Model, PUBLISHED_TARGET, Prediction, Recalled, predictions, refit};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const FIRST: Date = date(2026, 1, 5);

const PUBLISHED: [f32; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729,
    0.5425, 0.0912, 0.0658, 0.1542,
];

/// Somebody who forgets sooner: a third of the first stabilities, and less gained by each recall.
fn forgetful() -> [f32; 21] {
    let mut parameters = PUBLISHED;
    parameters[..4].iter_mut().for_each(|stability| *stability /= 3.0);
    parameters[8] = 1.2;
    parameters
}

struct Reviewer {
    truth: Model,
    chance: u64,
    logs: Vec<Vec<Recalled>>,
    memories: Vec<Option<Memory>>,
    day: Date,
}

impl Reviewer {
    fn new(truth: &[f32; 21], seed: u64) -> Self {
        let truth = Model::new(truth).expect("parameters");
        Self { truth, chance: seed, logs: Vec::new(), memories: Vec::new(), day: FIRST }
    }

    fn draws(&mut self) -> f32 {
        self.chance = self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.chance >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// Two new cards a day, and whatever the published parameters say is due, until so many recalls are reached.
    fn works_until(&mut self, recalls: usize) {
        let schedule = Model::published();
        while self.logs.iter().map(Vec::len).sum::<usize>() < recalls {
            self.logs.extend([Vec::new(), Vec::new()]);
            self.memories.extend([None, None]);
            for at in 0..self.logs.len() {
                let scheduled = schedule.memory(&self.logs[at]);
                if scheduled.is_none_or(|memory| schedule.due(&memory, PUBLISHED_TARGET) <= self.day) {
                    self.answers(at);
                }
            }
            self.day = self.day.saturating_add(1.day());
        }
    }

    fn answers(&mut self, at: usize) {
        let chance = self.memories[at].map_or(0.75, |memory| self.truth.retrievability(&memory, self.day));
        let (drawn, how) = (self.draws(), self.draws());
        let grade = match how {
            _ if drawn >= chance => Grade::Again,
            how if how < 0.25 => Grade::Hard,
            how if how < 0.85 => Grade::Good,
            _ => Grade::Easy,
        };
        let recalled = Recalled { on: self.day, grade };
        self.memories[at] = self.truth.after(self.memories[at].as_ref(), recalled);
        self.logs[at].push(recalled);
    }

    fn logs(&self) -> Vec<&[Recalled]> {
        self.logs.iter().map(Vec::as_slice).collect()
    }
}

fn loss(predictions: &[Prediction]) -> f32 {
    let of = |prediction: &Prediction| -(if prediction.recalled { prediction.chance } else { 1.0 - prediction.chance }).max(1e-4).ln();
    predictions.iter().map(of).sum::<f32>() / predictions.len() as f32
}

#[test]
fn whoever_forgets_sooner_is_refitted_and_gains_on_what_comes_later() {
    let mut reviewer = Reviewer::new(&forgetful(), 11);
    reviewer.works_until(1_000);
    let found = refit(&reviewer.logs()).expect("enough");
    let own = Model::new(&found.parameters.expect("it is taken")).expect("parameters");
    assert!(found.own_loss < found.published_loss, "{found:?}");
    assert!(found.recalls >= 1_000 && found.predicted > 400, "{found:?}");
    let until = reviewer.day;
    reviewer.works_until(2_000);
    let later = |model: &Model| -> Vec<Prediction> {
        reviewer.logs.iter().flat_map(|log| predictions(log, |_| model)).filter(|prediction| prediction.on >= until).collect()
    };
    let (by_own, by_published) = (loss(&later(&own)), loss(&later(&Model::published())));
    assert!(by_own + 0.01 < by_published, "{by_own} against {by_published}");
}

#[test]
fn whoever_is_like_the_published_keeps_them() {
    for seed in 1..=12 {
        let mut reviewer = Reviewer::new(&PUBLISHED, seed);
        reviewer.works_until(700);
        let found = refit(&reviewer.logs()).expect("enough");
        assert_eq!(found.parameters, None, "{seed}: {found:?}");
    }
}

#[test]
fn the_same_log_gives_the_same_parameters() {
    let mut reviewer = Reviewer::new(&forgetful(), 3);
    reviewer.works_until(600);
    let first = refit(&reviewer.logs()).expect("enough");
    for _ in 0..3 {
        assert_eq!(refit(&reviewer.logs()).expect("enough"), first);
    }
}

#[test]
fn too_few_recalls_say_so() {
    let mut reviewer = Reviewer::new(&PUBLISHED, 1);
    reviewer.works_until(FEWEST_RECALLS - 20);
    let recalls = reviewer.logs.iter().map(Vec::len).sum::<usize>();
    let logs: Vec<&[Recalled]> = reviewer.logs();
    assert!((1..FEWEST_RECALLS).contains(&recalls), "{recalls}");
    let refused = refit(&logs).expect_err("too few");
    assert_eq!(refused.to_string(), format!("{recalls} recalls are too few: it takes 400"));
    assert_eq!(refit(&[]).expect_err("nothing").recalls, 0);
}
