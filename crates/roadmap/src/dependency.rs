//! Which bet waits for which: checked by rules, drawn as lines.

use crate::roadmap::{Bet, Roadmap};
use std::collections::HashMap;
use std::ops::Range;

/// One bet waits for another.
pub(crate) struct Dependency<'r> {
    pub(crate) bet: &'r Bet,
    /// Position of the bet in the file.
    pub(crate) number: usize,
    pub(crate) needs: &'r Bet,
    /// Position of what it waits for.
    pub(crate) needs_number: usize,
    /// Where the bet says so.
    pub(crate) span: &'r Range<usize>,
}

/// All dependencies on bets that exist, in the order of the file; one that is named twice counts once.
pub(crate) fn dependencies(roadmap: &Roadmap) -> Vec<Dependency<'_>> {
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    for (number, bet) in roadmap.bets.iter().enumerate() {
        by_id.entry(bet.id.as_str()).or_insert(number);
    }
    let mut found: Vec<Dependency<'_>> = Vec::new();
    for (number, bet) in roadmap.bets.iter().enumerate() {
        let first_of_bet = found.len();
        for id in &bet.depends_on {
            let Some(&needs_number) = by_id.get(id.as_str()) else { continue };
            if found[first_of_bet..].iter().all(|known| known.needs_number != needs_number) {
                let needs = &roadmap.bets[needs_number];
                found.push(Dependency { bet, number, needs, needs_number, span: &id.span });
            }
        }
    }
    found
}
