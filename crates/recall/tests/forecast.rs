//! What recall will be like on a day to come, and how often predictions came true.

use footbridge_recall::{
    Card, Grade, INTERVIEW_TARGET, Model, PUBLISHED_TARGET, Prediction, Recalled, Until, calibration, forecast, predictions,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 6, 1);

fn known(model: &Model, grade: Grade, days_ago: i32) -> Card {
    let on = TODAY.saturating_sub(days_ago.days());
    Card { minutes: 2, memory: model.memory(&[Recalled { on, grade }]), from: on, target: INTERVIEW_TARGET }
}

fn new() -> Card {
    Card { minutes: 2, memory: None, from: TODAY, target: INTERVIEW_TARGET }
}

fn on(days: i32, minutes: u16, cards: &[Card]) -> Vec<f32> {
    let until = Until { today: TODAY, used: 0, day: TODAY.saturating_add(days.days()), cap: |_| minutes };
    forecast(&Model::published(), cards, &until)
}

fn mean(chances: &[f32]) -> f32 {
    chances.iter().sum::<f32>() / chances.len() as f32
}

#[test]
fn without_minutes_a_forecast_is_what_memory_says_today() {
    let model = Model::published();
    let cards = [known(&model, Grade::Good, 3), known(&model, Grade::Easy, 10), new()];
    let chances = on(12, 0, &cards);
    for (chance, card) in chances.iter().zip(&cards) {
        let expected = card.memory.map_or(0.0, |memory| model.retrievability(&memory, TODAY.saturating_add(12.days())));
        assert!((chance - expected).abs() < 1e-4, "{chance} and {expected}");
    }
}

#[test]
fn more_minutes_bring_more_recall_and_enough_of_them_reach_the_target() {
    let model = Model::published();
    let mut cards: Vec<Card> = (1..=20).map(|days| known(&model, Grade::Good, days)).collect();
    cards.extend((0..20).map(|_| new()));
    let by_minutes: Vec<f32> = [0, 4, 10, 30, 240].map(|minutes| mean(&on(14, minutes, &cards))).to_vec();
    assert!(by_minutes.windows(2).all(|pair| pair[0] < pair[1] + 0.01), "{by_minutes:?}");
    assert!(by_minutes[0] < 0.5 && by_minutes[4] > PUBLISHED_TARGET, "{by_minutes:?}");
    assert_eq!(on(14, 10, &cards), on(14, 10, &cards), "the same each time");
}

#[test]
fn nothing_is_recalled_on_the_day_itself_nor_after_it() {
    let model = Model::published();
    let cards = [known(&model, Grade::Good, 3)];
    let memory = cards[0].memory.expect("a memory");
    assert!((on(0, 60, &cards)[0] - model.retrievability(&memory, TODAY)).abs() < 1e-4);
}

#[test]
fn predictions_are_counted_in_the_band_they_fall_into() {
    let prediction = |chance: f32, recalled: bool| Prediction { on: TODAY, chance, recalled };
    let all = [
        prediction(0.0, false),
        prediction(0.5, true),
        prediction(0.85, true),
        prediction(0.9, true),
        prediction(0.81, false),
        prediction(1.0, true),
    ];
    let counts: Vec<(u32, u32)> = calibration(&all).iter().map(|band| (band.predicted, band.recalled)).collect();
    assert_eq!(counts, [(2, 1), (0, 0), (0, 0), (3, 2), (1, 1)]);
}

#[test]
fn a_recall_is_predicted_from_what_came_before_it_by_the_model_of_its_day() {
    let at = |days: i32, grade: Grade| Recalled { on: TODAY.saturating_add(days.days()), grade };
    let log = [at(0, Grade::Good), at(0, Grade::Good), at(2, Grade::Again), at(5, Grade::Hard)];
    let published = Model::published();
    let found = predictions(&log, |_| &published);
    assert_eq!(found.iter().map(|one| one.recalled).collect::<Vec<_>>(), [false, true], "the second of one day is none");
    let memory = published.memory(&log[..2]).expect("a memory");
    assert!((found[0].chance - published.retrievability(&memory, log[2].on)).abs() < 1e-6);
}
