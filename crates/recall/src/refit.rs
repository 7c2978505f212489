//! Fitting the parameters to one person.

use crate::model::days_between;
use crate::{Model, Prediction, Recalled, predictions};
use fsrs::{ComputeParametersInput, FSRSItem, FSRSReview, compute_parameters};
use jiff::civil::Date;

/// Recalls that a log must hold before the published parameters are questioned.
pub const FEWEST_RECALLS: usize = 400;

/// Parts of the log: each but the first is predicted by parameters fitted to the parts before it (as fsrs-rs splits, `inference.rs`).
const PARTS: usize = 6;

/// The one-sided 95 % quantile of the normal distribution: a smaller gain than so many of its standard errors may be chance.
const SURE: f64 = 1.645;

/// A chance is never taken for certain, so that one surprise does not decide alone.
const CERTAIN: f64 = 1e-4;

/// What a refit found.
#[derive(Debug, Clone, PartialEq)]
pub struct Refit {
    /// Recalls in the log.
    pub recalls: usize,
    /// Those that were predicted from the ones before them.
    pub predicted: usize,
    /// Mean log loss of these predictions by the published parameters.
    pub published_loss: f64,
    /// The same by parameters fitted only to what came before.
    pub own_loss: f64,
    /// Standard error of the difference of the two.
    pub error: f64,
    /// Parameters fitted to the whole log, in the published order; only when they predict better than chance explains.
    pub parameters: Option<[f32; 21]>,
}

/// The log is too short to fit anything to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{recalls} recalls are too few: it takes {FEWEST_RECALLS}")]
pub struct TooFew {
    /// Recalls that there are.
    pub recalls: usize,
}

/// One recall with everything before it on the same card.
struct Item<'a> {
    log: &'a [Recalled],
}

impl Item<'_> {
    fn on(&self) -> Date {
        self.log[self.log.len() - 1].on
    }

    fn as_fsrs(&self) -> FSRSItem {
        let mut before = self.log[0].on;
        let review = |recalled: &Recalled| {
            let delta_t = days_between(before, recalled.on);
            before = recalled.on;
            FSRSReview { rating: u32::from(recalled.grade.level()), delta_t }
        };
        FSRSItem { reviews: self.log.iter().map(review).collect() }
    }

    fn predicted(&self, model: &Model) -> Option<Prediction> {
        predictions(self.log, |_| model).pop()
    }
}

/// Fits one set of parameters to the logs of all cards of a person, and takes it only when it predicts later recalls better than the
/// published one. The same logs give the same result.
pub fn refit(logs: &[&[Recalled]]) -> Result<Refit, TooFew> {
    let recalls = logs.iter().map(|log| log.len()).sum();
    if recalls < FEWEST_RECALLS {
        return Err(TooFew { recalls });
    }
    let items = items(logs);
    let part = items.len() / PARTS;
    let published = Model::published();
    let mut losses = Vec::new();
    for number in 1..PARTS {
        let end = if number + 1 == PARTS { items.len() } else { part * (number + 1) };
        let (before, ahead) = (&items[..part * number], &items[part * number..end]);
        let own = fitted(before).and_then(|parameters| Model::new(&parameters).ok());
        let own = own.as_ref().unwrap_or(&published);
        let of_item = |item: &Item<'_>| Some((loss(item.predicted(&published)?), loss(item.predicted(own)?)));
        losses.extend(ahead.iter().filter_map(of_item));
    }
    let (published_loss, own_loss, error) = compared(&losses);
    let is_better = published_loss - own_loss > SURE * error;
    let parameters = if is_better { fitted(&items) } else { None };
    Ok(Refit { recalls, predicted: losses.len(), published_loss, own_loss, error, parameters })
}

/// Every recall that came on a later day than the one before it, the earliest first.
fn items<'a>(logs: &[&'a [Recalled]]) -> Vec<Item<'a>> {
    let of_log = |log: &&'a [Recalled]| -> Vec<Item<'a>> {
        let log = *log;
        (1..log.len()).filter(|at| log[*at].on > log[at - 1].on).map(|at| Item { log: &log[..=at] }).collect()
    };
    let mut items: Vec<Item<'a>> = logs.iter().flat_map(of_log).collect();
    items.sort_by_key(Item::on);
    items
}

/// Parameters to four digits, as they are published; nothing when the training finds none.
fn fitted(items: &[Item<'_>]) -> Option<[f32; 21]> {
    let input = ComputeParametersInput { train_set: items.iter().map(Item::as_fsrs).collect(), ..ComputeParametersInput::default() };
    let parameters: [f32; 21] = compute_parameters(input).ok()?.try_into().ok()?;
    let rounded = parameters.map(|parameter| (parameter * 1e4).round() / 1e4);
    rounded.iter().all(|parameter| parameter.is_finite()).then_some(rounded)
}

fn loss(prediction: Prediction) -> f64 {
    let chance = f64::from(prediction.chance).clamp(CERTAIN, 1.0 - CERTAIN);
    -(if prediction.recalled { chance } else { 1.0 - chance }).ln()
}

/// The two means, and the standard error of their difference.
fn compared(losses: &[(f64, f64)]) -> (f64, f64, f64) {
    let n = losses.len().max(1) as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| losses.iter().map(of).sum::<f64>() / n;
    let (published, own) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let gain = published - own;
    let spread: f64 = losses.iter().map(|(published, own)| (published - own - gain).powi(2)).sum();
    (published, own, (spread / (n - 1.0).max(1.0) / n).sqrt())
}
