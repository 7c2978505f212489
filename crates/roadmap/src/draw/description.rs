//! The picture in words, for whoever cannot see it.

use super::dates::{spoken, spoken_time};
use crate::roadmap::{Bet, Horizon, Roadmap};
use std::fmt::Write as _;

pub(super) struct Description {
    pub(super) title: String,
    pub(super) text: String,
}

pub(super) fn of(roadmap: &Roadmap) -> Description {
    let as_of = roadmap.as_of.as_ref().map(|as_of| format!(", as of {}", spoken(as_of.value))).unwrap_or_default();
    let title = format!("Roadmap of {}{as_of}", roadmap.product);
    let mut text = String::new();
    for horizon in Horizon::ALL {
        let mut bets = roadmap.bets_in(horizon).peekable();
        let is_empty = bets.peek().is_none();
        write!(text, "{}: ", horizon.heading()).expect("text grows");
        let told: Vec<String> = bets.map(|bet| one(roadmap, bet)).collect();
        write!(text, "{}. ", if is_empty { "nothing".to_owned() } else { told.join("; ") }).expect("text grows");
    }
    let nowhere: Vec<String> = roadmap.bets.iter().filter(|bet| bet.horizon.is_none()).map(|bet| one(roadmap, bet)).collect();
    if !nowhere.is_empty() {
        write!(text, "Without a horizon: {}.", nowhere.join("; ")).expect("text grows");
    }
    Description { title, text: text.trim_end().to_owned() }
}

fn one(roadmap: &Roadmap, bet: &Bet) -> String {
    let mut facts = Vec::new();
    if !bet.outcomes.is_empty() {
        facts.push(format!("moves {}", roadmap.titles_of_outcomes(bet).join(" and ")));
    }
    facts.extend(spoken_time(bet));
    facts.extend(bet.size.as_ref().map(|size| format!("size {size}")));
    facts.extend(bet.confidence.as_ref().map(|confidence| format!("{confidence} % sure")));
    if !bet.depends_on.is_empty() {
        facts.push(format!("waits for {}", roadmap.titles_of_needs(bet).join(" and ")));
    }
    if facts.is_empty() { bet.title.value.clone() } else { format!("{} ({})", bet.title, facts.join(", ")) }
}
