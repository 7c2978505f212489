use crate::Fluency;
use crate::network::Network;

/// The order of all work that is not weekly. It depends neither on the calendar nor on what is done: that is why more minutes never
/// end a plan later, and why finishing something does not shuffle the rest. Only what a deadline asks for is left in its turn as long as
/// something weekly that it requires was never done.
pub(crate) struct Order {
    pub(crate) sequence: Vec<usize>,
    /// What a deadline asks for. It comes before all else.
    pub(crate) wanted: Vec<usize>,
    /// What was pulled to the front so that the first days hold every fluency a newcomer must meet.
    pub(crate) openers: Vec<Opener>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Opener {
    pub(crate) fluency: Fluency,
    pub(crate) item: usize,
}

const FIRST_DAYS: [Fluency; 3] = [Fluency::SystemDesign, Fluency::Apis, Fluency::Communication];

/// The sequence without a deadline: each item in its turn.
pub(crate) fn in_turn(network: &Network<'_>) -> Vec<usize> {
    order(network, Vec::new()).sequence
}

pub(crate) fn order(network: &Network<'_>, wanted: Vec<usize>) -> Order {
    let weeks = effective_weeks(network);
    let mut placed: Vec<bool> = network.weekly.clone();
    let mut sequence = wanted.clone();
    wanted.iter().for_each(|item| placed[*item] = true);
    let mut openers = Vec::new();
    for fluency in FIRST_DAYS {
        let Some(item) = opener(network, &weeks, fluency) else { continue };
        openers.push(Opener { fluency, item });
        for before in network.with_prerequisites(item) {
            if !placed[before] {
                placed[before] = true;
                sequence.push(before);
            }
        }
    }
    let mut numbers = weeks.clone();
    numbers.sort_unstable();
    numbers.dedup();
    for week in numbers {
        round_robin(network, &weeks, week, &mut placed, &mut sequence);
    }
    Order { sequence, wanted, openers }
}

/// An item belongs to its own week of the path or to that of its latest prerequisite, whichever is later.
fn effective_weeks(network: &Network<'_>) -> Vec<u16> {
    let own = |item: usize| {
        let item = &network.items[item];
        item.weekly.map_or(item.week, |weekly| item.week.max(weekly.from))
    };
    (0..network.items.len()).map(|item| network.with_prerequisites(item).into_iter().map(own).max().unwrap_or(0)).collect()
}

/// The shortest way to meet a fluency in the earliest week of the path that has it; nothing when something weekly brings it anyway.
fn opener(network: &Network<'_>, weeks: &[u16], fluency: Fluency) -> Option<usize> {
    let in_first_week = |item: usize| network.weekly[item] && network.items[item].weekly.is_some_and(|weekly| weekly.from <= 1);
    let of_fluency = |item: &usize| network.items[*item].fluency == fluency;
    if (0..weeks.len()).filter(of_fluency).any(in_first_week) {
        return None;
    }
    let reachable =
        |item: &usize| network.with_prerequisites(*item).into_iter().all(|before| !network.weekly[before] || in_first_week(before));
    let minutes =
        |item: usize| -> u32 { network.with_prerequisites(item).into_iter().map(|before| u32::from(network.minutes(before))).sum() };
    (0..weeks.len())
        .filter(|item| !network.weekly[*item])
        .filter(of_fluency)
        .filter(reachable)
        .min_by_key(|item| (weeks[*item], minutes(*item), *item))
}

fn round_robin(network: &Network<'_>, weeks: &[u16], week: u16, placed: &mut [bool], sequence: &mut Vec<usize>) {
    let mut turn = 0;
    loop {
        let ready = |fluency: Fluency| {
            (0..weeks.len()).find(|item| {
                weeks[*item] == week
                    && !placed[*item]
                    && network.items[*item].fluency == fluency
                    && network.requires[*item].iter().all(|before| placed[*before])
            })
        };
        let next = (0..Fluency::ALL.len()).find_map(|step| {
            let at = (turn + step) % Fluency::ALL.len();
            ready(Fluency::ALL[at]).map(|item| (at, item))
        });
        let Some((at, item)) = next else { return };
        placed[item] = true;
        sequence.push(item);
        turn = at + 1;
    }
}
