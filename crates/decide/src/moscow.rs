use crate::chance::{Chance, Share};
use crate::decision::{Estimate, MoscowItem, Priority};

/// What the asked-for takes, against what can be done.
#[derive(Debug, Clone, PartialEq)]
pub struct Capacity {
    /// Likely effort of musts, shoulds and coulds, in the file's unit.
    pub effort: [f64; 3],
    /// Musts as a share of all three, at the likely values; `None` when there is nothing to do.
    pub must_share: Option<f64>,
    /// What the capacity leaves beside the musts, at the likely values. Negative when they do not fit.
    pub headroom: Option<f64>,
    /// How often all musts, then musts and shoulds, then everything fits.
    pub fits: Option<[Share; 3]>,
    /// Of each item, how often there is room for it when work goes by priority and then in the order of the file.
    pub deliveries: Vec<Delivery>,
}

/// One item and its chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Delivery {
    /// Which, by its number in the file.
    pub item: usize,
    /// How often it is done within the capacity; `None` without a capacity, or for what is not done this time.
    pub done: Option<Share>,
}

pub(crate) fn capacity(capacity: Option<&Estimate>, items: &[MoscowItem], seed: u64, draws: u32) -> Capacity {
    let order = in_order(items);
    let likely = |priority: Priority| -> f64 {
        items.iter().filter(|item| *item.priority == priority).fold(0.0, |sum, item| sum + item.effort.likely.as_f64())
    };
    let effort = [Priority::Must, Priority::Should, Priority::Could].map(likely);
    let all: f64 = effort.iter().sum();
    let tried = capacity.map(|capacity| try_out(capacity, items, &order, seed, draws));
    let deliveries = (0..items.len())
        .map(|item| {
            let done = order.iter().position(|other| *other == item).and_then(|at| tried.as_ref().map(|tried| tried.done[at]));
            Delivery { item, done }
        })
        .collect();
    Capacity {
        effort,
        must_share: (all > 0.0).then_some(effort[0] / all),
        headroom: capacity.map(|capacity| capacity.likely.as_f64() - effort[0]),
        fits: tried.map(|tried| tried.fits),
        deliveries,
    }
}

/// What is worked on, most needed first. What is not done this time is left out.
fn in_order(items: &[MoscowItem]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..items.len()).filter(|item| *items[*item].priority != Priority::Wont).collect();
    order.sort_by_key(|item| *items[*item].priority);
    order
}

/// Sums of decimals that are exactly full must count as fitting.
const ROUNDING: f64 = 1e-6;

struct Tried {
    fits: [Share; 3],
    /// In the order of work.
    done: Vec<Share>,
}

fn try_out(capacity: &Estimate, items: &[MoscowItem], order: &[usize], seed: u64, draws: u32) -> Tried {
    let mut chance = Chance::new(seed);
    let mut done = vec![0_u32; order.len()];
    let mut fits = [0_u32; 3];
    for _ in 0..draws {
        let room = chance.draw(capacity) + ROUNDING;
        let mut spent = 0.0;
        let mut by_priority = [0.0; 3];
        for (at, item) in order.iter().enumerate() {
            let effort = chance.draw(&items[*item].effort);
            spent += effort;
            done[at] += u32::from(spent <= room);
            if let Some(sum) = by_priority.get_mut(*items[*item].priority as usize) {
                *sum += effort;
            }
        }
        let mut sum = 0.0;
        for (priority, effort) in by_priority.into_iter().enumerate() {
            sum += effort;
            fits[priority] += u32::from(sum <= room);
        }
    }
    let share = |hits: u32| Share::of(f64::from(hits), f64::from(draws));
    Tried { fits: fits.map(share), done: done.into_iter().map(share).collect() }
}
