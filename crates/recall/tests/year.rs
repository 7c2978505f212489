//! A year of a simulated learner: whatever they answer and however long they stay away, no day holds more than its cap.

use footbridge_recall::{Card, Grade, Memory, Model, PUBLISHED_TARGET, Queue, Recalled, Request, Until, all_come_by, queue};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;
use std::collections::BTreeSet;

const FIRST: Date = date(2026, 1, 5);

struct Learner {
    cards: Vec<Card>,
    logs: Vec<Vec<Recalled>>,
    /// Minutes on each weekday, Monday first.
    caps: [u16; 7],
    /// Answers that are recalled, in a hundred.
    skilled: u8,
    chance: u64,
}

impl Learner {
    fn new(minutes: &[u16], caps: [u16; 7], skilled: u8, chance: u64) -> Self {
        let cards = (0..).zip(minutes).map(|(at, minutes)| Card {
            minutes: *minutes,
            memory: None,
            // Three new cards a day.
            from: FIRST.saturating_add((at / 3).days()),
            target: PUBLISHED_TARGET,
        });
        Self { logs: vec![Vec::new(); minutes.len()], cards: cards.collect(), caps, skilled, chance }
    }

    fn cap(&self, day: Date) -> u16 {
        self.caps[usize::from(day.weekday().since(Weekday::Monday).unsigned_abs())]
    }

    fn request(&self, day: Date) -> Request {
        Request { day, cap: self.cap(day), used: 0 }
    }

    fn grade(&mut self) -> Grade {
        self.chance = self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let of_hundred = (self.chance >> 33) % 100;
        let grades = [Grade::Hard, Grade::Good, Grade::Good, Grade::Easy];
        if of_hundred < u64::from(self.skilled) { grades[(self.chance >> 43) as usize % 4] } else { Grade::Again }
    }

    fn works(&mut self, model: &Model, day: Date) -> Queue {
        let queue = queue(model, &self.cards, self.request(day));
        for at in &queue.cards {
            let grade = self.grade();
            self.logs[*at].push(Recalled { on: day, grade });
            self.cards[*at].memory = model.memory(&self.logs[*at]);
        }
        queue
    }
}

fn took(learner: &Learner, queue: &Queue, day: Date) -> u16 {
    queue.cards.iter().map(|at| learner.cards[*at].minutes.min(learner.cap(day))).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_day_never_holds_more_than_its_cap(
        minutes in proptest::collection::vec(1_u16..9, 20..250),
        caps in proptest::array::uniform7(0_u16..31),
        skilled in 40_u8..100,
        away_from in 20_i64..300,
        chance in any::<u64>(),
    ) {
        let model = Model::published();
        let mut learner = Learner::new(&minutes, caps, skilled, chance);
        for number in 0..365_i64 {
            let day = FIRST.saturating_add(number.days());
            if (away_from..away_from + 14).contains(&number) {
                continue;
            }
            let before: Vec<Option<Memory>> = learner.cards.iter().map(|card| card.memory).collect();
            let queue = learner.works(&model, day);
            prop_assert!(took(&learner, &queue, day) == queue.minutes && queue.minutes <= learner.cap(day));
            for at in &queue.cards {
                let on_time = before[*at].map_or(learner.cards[*at].from <= day, |memory| model.due(&memory, PUBLISHED_TARGET) <= day);
                prop_assert!(on_time, "no card comes before it is due");
            }
        }
    }
}

/// A fortnight away leaves a heap; it is worked off under the same cap, and new cards wait until it is.
#[test]
fn a_return_after_a_fortnight_is_spread() {
    let model = Model::published();
    let mut learner = Learner::new(&[2; 200], [20; 7], 90, 7);
    let mut day = FIRST;
    for _ in 0..60 {
        learner.works(&model, day);
        day = day.saturating_add(1.day());
    }
    day = day.saturating_add(14.days());
    let heap = queue(&model, &learner.cards, learner.request(day));
    let due = heap.cards.len() + heap.waiting.len();
    assert!(due > 20, "{due} cards are due, more than two days hold");
    let back: Vec<usize> = heap.cards.iter().chain(&heap.waiting).copied().collect();
    let until = |days: i32| Until { today: day, used: 0, day: day.saturating_add(days.days()), cap: |_| 20 };
    let by = all_come_by(&model, &learner.cards, &back, &until(60)).expect("two months suffice");
    assert_eq!(all_come_by(&model, &learner.cards, &back, &until((by - day).get_days())), None, "not before that day");
    let mut left: BTreeSet<usize> = back.into_iter().collect();
    let mut days = 0;
    loop {
        let of_day = learner.works(&model, day);
        of_day.cards.iter().for_each(|at| _ = left.remove(at));
        assert!(!left.is_empty() || day <= by, "what was due has come by {by}, and took until {day}");
        assert!(of_day.minutes <= 20);
        if of_day.waiting.is_empty() {
            break;
        }
        let new = of_day.cards.iter().filter(|at| learner.logs[**at].len() == 1).count();
        assert_eq!(new, 0, "new cards wait while others do");
        day = day.saturating_add(1.day());
        days += 1;
        assert!(days < 60, "the heap is worked off");
    }
}

#[test]
fn minutes_used_already_count() {
    let model = Model::published();
    let learner = Learner::new(&[3, 3, 3], [6; 7], 90, 1);
    let taken = |used: u16| queue(&model, &learner.cards, Request { used, ..learner.request(FIRST) }).cards;
    assert_eq!(taken(0), [0, 1]);
    assert_eq!(taken(2), [0]);
    assert_eq!(taken(6), [0; 0]);
}

#[test]
fn a_card_longer_than_the_day_is_cut_to_it() {
    let model = Model::published();
    let learner = Learner::new(&[8], [5; 7], 90, 1);
    let queue = queue(&model, &learner.cards, learner.request(FIRST));
    assert_eq!((queue.cards, queue.minutes), (vec![0], 5));
}

/// Before an interview some cards are wanted more surely: they come earlier, and before others that are due.
#[test]
fn a_higher_target_brings_a_card_earlier_and_first() {
    let model = Model::published();
    let memory = model.memory(&[Recalled { on: FIRST, grade: Grade::Easy }]).expect("a memory");
    let card = |target: f32| Card { minutes: 2, memory: Some(memory), from: FIRST, target };
    let new = |target: f32| Card { memory: None, ..card(target) };
    let cards = [card(PUBLISHED_TARGET), card(0.95), new(PUBLISHED_TARGET), new(0.95)];
    let on = |days: i32, cap: u16| queue(&model, &cards, Request { day: FIRST.saturating_add(days.days()), cap, used: 0 }).cards;
    assert!(model.due(&memory, 0.95) < model.due(&memory, PUBLISHED_TARGET));
    assert_eq!(on(4, 20), [1, 3, 2], "only the card with the higher target is due by now");
    assert_eq!(on(30, 20), [1, 0, 3, 2]);
    assert_eq!(on(30, 2), [1]);
}
