//! The picture in words, for whoever cannot see it.

use super::dates::{spoken, spoken_time};
use crate::roadmap::{Bet, Horizon, Roadmap};
use std::collections::HashMap;
use std::fmt::Write as _;

pub(super) struct Description {
    pub(super) title: String,
    pub(super) text: String,
}

pub(super) fn of(roadmap: &Roadmap) -> Description {
    let as_of = roadmap.as_of.as_ref().map(|as_of| format!(", as of {}", spoken(as_of.value))).unwrap_or_default();
    let title = format!("Roadmap of {}{as_of}", roadmap.product);
    let mut titles: HashMap<&str, &str> = HashMap::new();
    let outcomes = roadmap.outcomes.iter().map(|outcome| (outcome.id.as_str(), outcome.title.as_str()));
    for (id, title) in roadmap.bets.iter().map(|bet| (bet.id.as_str(), bet.title.as_str())).chain(outcomes) {
        titles.entry(id).or_insert(title);
    }
    let mut text = String::new();
    for horizon in Horizon::ALL {
        let mut bets = roadmap.bets_in(horizon).peekable();
        let is_empty = bets.peek().is_none();
        write!(text, "{}: ", horizon.heading()).expect("text grows");
        let told: Vec<String> = bets.map(|bet| one(bet, &titles)).collect();
        write!(text, "{}. ", if is_empty { "nothing".to_owned() } else { told.join("; ") }).expect("text grows");
    }
    Description { title, text: text.trim_end().to_owned() }
}

fn one(bet: &Bet, titles: &HashMap<&str, &str>) -> String {
    let mut facts = Vec::new();
    let named = |ids: &[crate::roadmap::Written<String>]| {
        ids.iter().map(|id| titles.get(id.as_str()).copied().unwrap_or(id).to_owned()).collect::<Vec<_>>().join(" and ")
    };
    if !bet.outcomes.is_empty() {
        facts.push(format!("moves {}", named(&bet.outcomes)));
    }
    facts.extend(spoken_time(bet));
    facts.extend(bet.size.as_ref().map(|size| format!("size {size}")));
    facts.extend(bet.confidence.as_ref().map(|confidence| format!("{confidence} % sure")));
    if !bet.depends_on.is_empty() {
        facts.push(format!("waits for {}", named(&bet.depends_on)));
    }
    if facts.is_empty() { bet.title.value.clone() } else { format!("{} ({})", bet.title, facts.join(", ")) }
}
