use crate::{Memory, Model};
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
    /// Places of the new cards that are there and come on another day.
    pub later: Vec<usize>,
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
    let is_room_for_new = queue.waiting.is_empty();
    for at in new {
        if !is_room_for_new || !queue.takes(at, &cards[at], room, request.cap) {
            queue.later.push(at);
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
