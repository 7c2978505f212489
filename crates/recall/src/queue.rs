use crate::{Memory, Model};
use jiff::ToSpan;
use jiff::civil::Date;

/// A card as scheduling sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Minutes that answering it takes.
    pub minutes: u16,
    /// What its log says; `None` when it is new.
    pub memory: Option<Memory>,
    /// A new card is not shown before.
    pub from: Date,
    /// The chance of recall at which it is due. A card that is wanted surely, before an interview, has a higher one.
    pub target: f32,
}

/// A day that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    /// Which.
    pub day: Date,
    /// Minutes there are for it.
    pub cap: u16,
    /// Minutes of them that were used already.
    pub used: u16,
}

/// The cards of one day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Queue {
    /// Places of the cards in what was given, in the order in which they should be shown.
    pub cards: Vec<usize>,
    /// Minutes that they take; with those used already never more than the cap.
    pub minutes: u16,
    /// Places of the cards that were recalled before, are due, and wait for another day.
    pub waiting: Vec<usize>,
}

/// One of the days ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ahead {
    /// Which.
    pub day: Date,
    /// Cards on it.
    pub cards: usize,
    /// Minutes that they take.
    pub minutes: u16,
}

/// Chooses the cards of a day. Cards that were recalled before come first: those with a higher target ahead, and of one target those most
/// likely to be recalled, so that after an absence what can still be held is held, and what is forgotten anyway is learned again when there
/// is room. New cards come by their target, then in the order given, and only when nothing waits. A card longer than the cap is cut to it,
/// so that it is not left out forever.
pub fn queue(model: &Model, cards: &[Card], request: Request) -> Queue {
    let (mut due, mut new) = (Vec::new(), Vec::new());
    for (at, card) in cards.iter().enumerate() {
        match &card.memory {
            Some(memory) if model.due(memory, card.target) <= request.day => due.push((at, model.retrievability(memory, request.day))),
            Some(_) => {}
            None if card.from <= request.day => new.push(at),
            None => {}
        }
    }
    choose(due, new, cards, request)
}

/// Of the cards that are due, each with its chance, and of the new ones those that fit.
pub(crate) fn choose(mut due: Vec<(usize, f32)>, mut new: Vec<usize>, cards: &[Card], request: Request) -> Queue {
    let by_target = |a: &usize, b: &usize| cards[*b].target.total_cmp(&cards[*a].target);
    due.sort_by(|(a, of_a), (b, of_b)| by_target(a, b).then(of_b.total_cmp(of_a)).then(a.cmp(b)));
    new.sort_by(|a, b| by_target(a, b).then(a.cmp(b)));
    let mut queue = Queue::default();
    let room = request.cap.saturating_sub(request.used);
    for (at, _) in due {
        if !queue.takes(at, &cards[at], room, request.cap) {
            queue.waiting.push(at);
        }
    }
    if queue.waiting.is_empty() {
        for at in new {
            queue.takes(at, &cards[at], room, request.cap);
        }
    }
    queue
}

impl Queue {
    fn takes(&mut self, at: usize, card: &Card, room: u16, cap: u16) -> bool {
        let minutes = card.minutes.min(cap);
        let fits = minutes > 0 && self.minutes.checked_add(minutes).is_some_and(|sum| sum <= room);
        if fits {
            self.cards.push(at);
            self.minutes += minutes;
        }
        fits
    }
}

/// How the cards that were recalled before spread over the days ahead, each counted once: on the day it is due or the first one after it
/// that has room. A day has the minutes that `cap` says.
pub fn outlook(model: &Model, cards: &[Card], request: Request, days: usize, cap: impl Fn(Date) -> u16) -> Vec<Ahead> {
    let mut due: Vec<(Date, u16)> =
        cards.iter().filter_map(|card| card.memory.as_ref().map(|memory| (model.due(memory, card.target), card.minutes))).collect();
    due.sort_unstable();
    let mut waiting: Vec<u16> = Vec::new();
    let mut due = due.into_iter().peekable();
    let mut ahead = Vec::with_capacity(days);
    let mut day = request.day;
    for number in 0..days {
        while let Some((_, minutes)) = due.next_if(|(on, _)| *on <= day) {
            waiting.push(minutes);
        }
        let (cap, used) = if number == 0 { (request.cap, request.used) } else { (cap(day), 0) };
        let mut on_this = Ahead { day, cards: 0, minutes: 0 };
        waiting.retain(|minutes| {
            let minutes = (*minutes).min(cap);
            let fits = minutes > 0 && u32::from(used) + u32::from(on_this.minutes) + u32::from(minutes) <= u32::from(cap);
            if fits {
                on_this.cards += 1;
                on_this.minutes += minutes;
            }
            !fits
        });
        ahead.push(on_this);
        day = day.saturating_add(1.day());
    }
    ahead
}
