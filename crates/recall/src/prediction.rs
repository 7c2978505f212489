//! What was predicted of recalls, and how often it came true.

use crate::{Grade, Model, Recalled};
use jiff::civil::Date;

/// Upper ends of the bands that predictions are counted in.
const BANDS: [f32; 5] = [0.5, 0.7, 0.8, 0.9, 1.0];

/// What the log so far said of a recall, and what came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prediction {
    /// The day of the recall.
    pub on: Date,
    /// Its chance, from 0 to 1.
    pub chance: f32,
    /// Whether it was recalled, with whatever effort.
    pub recalled: bool,
}

/// Predictions whose chance lies in one band, with how many came true.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Lower end; the lowest band includes it, the others do not.
    pub from: f32,
    /// Upper end, included.
    pub to: f32,
    /// Predictions in it.
    pub predicted: u32,
    /// Those that were recalled.
    pub recalled: u32,
}

/// A prediction for every recall of a card that came on a later day than the one before it, each by the model of its day.
pub fn predictions<'a>(log: &[Recalled], model_of: impl Fn(Date) -> &'a Model) -> Vec<Prediction> {
    let of_recall = |at: usize| {
        let (before, now) = (&log[..at], log[at]);
        let model = model_of(now.on);
        let memory = model.memory(before)?;
        Some(Prediction { on: now.on, chance: model.retrievability(&memory, now.on), recalled: now.grade != Grade::Again })
    };
    (1..log.len()).filter(|at| log[*at].on > log[at - 1].on).filter_map(of_recall).collect()
}

/// Counts predictions by their chance.
pub fn calibration(predictions: &[Prediction]) -> [Band; 5] {
    let mut from = 0.0;
    BANDS.map(|to| {
        let lower = std::mem::replace(&mut from, to);
        let inside = |prediction: &&Prediction| prediction.chance <= to && (prediction.chance > lower || lower == 0.0);
        let of = |recalled: bool| predictions.iter().filter(inside).filter(|prediction| prediction.recalled || !recalled).count();
        Band { from: lower, to, predicted: counted(of(false)), recalled: counted(of(true)) }
    })
}

fn counted(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
