//! Readiness: the predicted chance of recall in a week by kind of question, how it went, and how often predictions came true.

use super::cards::{CardOf, Source};
use super::refit::{parameters_in_words, recalls};
use super::schedule::{Schedule, schedule};
use crate::learner::Learner;
use crate::view::{BandView, ReadinessKindView, ReadinessPointView, ReadinessView};
use crate::words::count;
use crate::{App, Trouble};
use footbridge_content::BankKind;
use footbridge_diagnostic::counted;
use footbridge_recall::{Band, Prediction, calibration, predictions};
use footbridge_share::wilson;
use jiff::ToSpan;
use jiff::civil::Date;

/// No figure of fewer cards, or of fewer predictions, is shown.
const LEAST_CARDS: usize = 5;
const LEAST_PREDICTIONS: u32 = 10;

/// Days for which the chance is predicted, without further recall: a card just answered is known today whatever was said.
const AHEAD: i32 = 7;

/// Weeks of history.
const WEEKS: i32 = 8;

/// Kinds of cards: those of the bank by their kind, and the others by where they come from.
fn kind_of(card: &CardOf<'_>) -> &'static str {
    match &card.source {
        Source::Bank(question) => question.kind.word(),
        other => other.word(),
    }
}

impl App {
    /// The predicted chance by kind of question, with its history, and how often predictions came true.
    pub fn readiness(&self) -> Result<ReadinessView, Trouble> {
        let booked = self.booked();
        self.with_learner(|learner| {
            let schedule = schedule(learner, booked);
            let cards = self.cards_of(learner, &schedule);
            let all: Vec<Prediction> = cards.iter().flat_map(|card| predictions(&card.log, |day| schedule.model_before(day))).collect();
            let kinds: Vec<ReadinessKindView> =
                self.kinds().into_iter().filter_map(|(id, title)| self.kind_view(id, title, &cards, &schedule)).collect();
            ReadinessView {
                answer: answer(&kinds, learner),
                kinds,
                predicted: count(all.len()),
                bands: calibration(&all).iter().map(band_view).collect(),
                least_cards: count(LEAST_CARDS),
                least_predictions: LEAST_PREDICTIONS,
                parameters: parameters_in_words(learner),
            }
        })
    }

    fn kinds(&self) -> Vec<(&'static str, String)> {
        let of_bank = BankKind::ALL.into_iter().filter_map(|kind| Some((kind.word(), self.course.pack.bank(kind)?.title.clone())));
        let others = [("lesson", "Questions of lessons"), ("mistake", "Your own mistakes"), ("own", "Your own cards")];
        of_bank.chain(others.map(|(id, title)| (id, title.to_owned()))).collect()
    }

    fn kind_view(&self, id: &str, title: String, cards: &[CardOf<'_>], schedule: &Schedule) -> Option<ReadinessKindView> {
        let today = self.today();
        let of_kind: Vec<&CardOf<'_>> = cards.iter().filter(|card| kind_of(card) == id).collect();
        let days = (0..WEEKS).rev().map(|week| today.saturating_sub((week * 7).days()));
        let history: Vec<ReadinessPointView> = days.map(|day| point(&of_kind, schedule, day)).collect();
        let now = history.last()?;
        let predicted: Vec<Prediction> = of_kind.iter().flat_map(|card| predictions(&card.log, |day| schedule.model_before(day))).collect();
        let recalled = count(predicted.iter().filter(|prediction| prediction.recalled).count());
        (!of_kind.is_empty()).then(|| ReadinessKindView {
            id: id.to_owned(),
            title,
            cards: count(of_kind.len()),
            answered: now.answered,
            chance: now.chance,
            history: history.clone(),
            predicted: count(predicted.len()),
            recalled,
            came_true: came_true(&predicted, recalled),
        })
    }
}

/// What was predicted on a day, for a week later, of the cards that were answered until then.
fn point(cards: &[&CardOf<'_>], schedule: &Schedule, day: Date) -> ReadinessPointView {
    let model = schedule.model_on(day);
    let chance = |card: &&CardOf<'_>| {
        let until = card.log.partition_point(|recalled| recalled.on <= day);
        let memory = model.memory(&card.log[..until])?;
        Some(model.retrievability(&memory, day.saturating_add(AHEAD.days())))
    };
    let chances: Vec<f32> = cards.iter().filter_map(chance).collect();
    let mean = chances.iter().sum::<f32>() / chances.len().max(1) as f32;
    ReadinessPointView {
        day: day.to_string(),
        answered: count(chances.len()),
        chance: (chances.len() >= LEAST_CARDS).then(|| (mean * 100.0).round() as u8),
    }
}

fn band_view(band: &Band) -> BandView {
    let percent = |share: f32| (share * 100.0).round() as u8;
    let says = share(band.recalled, band.predicted, |share, interval| format!("{share} were recalled ({interval})"));
    BandView { from: percent(band.from), to: percent(band.to), predicted: band.predicted, recalled: band.recalled, says }
}

/// The mean of what was predicted beside the share that was recalled.
fn came_true(predicted: &[Prediction], recalled: u32) -> String {
    let mean = predicted.iter().map(|prediction| prediction.chance).sum::<f32>() / predicted.len().max(1) as f32;
    share(recalled, count(predicted.len()), |share, interval| {
        format!("{:.0}\u{202f}% predicted, {share} recalled ({interval})", mean * 100.0)
    })
}

/// A share in words, once there are enough predictions for one.
fn share(recalled: u32, predicted: u32, says: impl FnOnce(&str, &str) -> String) -> String {
    match (wilson(recalled, predicted), predicted) {
        (Some(interval), LEAST_PREDICTIONS..) => {
            says(&format!("{:.0}\u{202f}%", f64::from(recalled) / f64::from(predicted) * 100.0), &interval.to_string())
        }
        (_, 0) => "none yet".to_owned(),
        (_, few) => format!("{recalled} of {few} recalled, too few for a share"),
    }
}

fn answer(kinds: &[ReadinessKindView], learner: &Learner) -> String {
    let told: Vec<&ReadinessKindView> = kinds.iter().filter(|kind| kind.chance.is_some()).collect();
    match told.iter().min_by_key(|kind| kind.chance) {
        Some(only) if told.len() == 1 => {
            format!(
                "One kind has enough answered cards for a figure, “{}”: {}\u{202f}% in a week without recall",
                only.title,
                only.chance.unwrap_or(0)
            )
        }
        Some(weakest) => format!("Least likely to be recalled in a week: “{}”, {}\u{202f}%", weakest.title, weakest.chance.unwrap_or(0)),
        None => format!("{} so far: too few answered cards of any kind for a figure", counted(recalls(learner), "recall", "recalls")),
    }
}
