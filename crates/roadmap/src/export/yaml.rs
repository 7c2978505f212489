//! The file itself, written anew: for what came in as CSV.

use crate::roadmap::{Bet, Outcome, Roadmap, Written};
use footbridge_table::quoted;
use std::fmt::Display;

/// The roadmap as the YAML that [`crate::read`] takes. Comments and the writer's own layout are not kept.
pub fn to_yaml(roadmap: &Roadmap) -> String {
    let mut yaml = Yaml { text: "format: 1\n".to_owned() };
    yaml.text_key(0, "product", Some(&roadmap.product));
    yaml.key(0, "as_of", roadmap.as_of.as_ref());
    yaml.text_key(0, "summary", roadmap.summary.as_ref());
    yaml.list("outcomes", &roadmap.outcomes, outcome);
    yaml.list("bets", &roadmap.bets, bet);
    yaml.list("not_doing", &roadmap.not_doing, |yaml, entry| {
        yaml.text_key(2, "title", Some(&entry.title));
        yaml.text_key(2, "why", entry.why.as_ref());
    });
    yaml.list("risks", &roadmap.risks, |yaml, risk| {
        yaml.text_key(2, "title", Some(&risk.title));
        yaml.text_key(2, "answer", risk.answer.as_ref());
    });
    if !roadmap.assumptions.is_empty() {
        yaml.text.push_str("assumptions:\n");
        roadmap.assumptions.iter().for_each(|assumption| yaml.line(&format!("  - {}", text_value(assumption))));
    }
    yaml.list("sources", &roadmap.sources, |yaml, source| {
        yaml.text_key(2, "title", Some(&source.title));
        yaml.text_key(2, "address", source.address.as_ref());
    });
    yaml.text
}

fn outcome(yaml: &mut Yaml, outcome: &Outcome) {
    yaml.text_key(2, "id", Some(&outcome.id));
    yaml.text_key(2, "title", Some(&outcome.title));
    yaml.text_key(2, "measure", outcome.measure.as_ref());
    yaml.text_key(2, "baseline", outcome.baseline.as_ref());
    yaml.text_key(2, "target", outcome.target.as_ref());
    yaml.key(2, "by", outcome.by.as_ref());
    yaml.text_key(2, "source", outcome.source.as_ref());
}

fn bet(yaml: &mut Yaml, bet: &Bet) {
    yaml.text_key(2, "id", Some(&bet.id));
    yaml.text_key(2, "title", Some(&bet.title));
    yaml.text_key(2, "problem", bet.problem.as_ref());
    yaml.ids("outcome", &bet.outcomes);
    yaml.key(2, "horizon", bet.horizon.as_ref().map(|horizon| horizon.word()).as_ref());
    yaml.key(2, "from", bet.from.as_ref());
    yaml.key(2, "until", bet.until.as_ref());
    yaml.key(2, "quarter", bet.quarter.as_ref());
    yaml.key(2, "size", bet.size.as_ref());
    yaml.key(2, "confidence", bet.confidence.as_ref());
    yaml.ids("depends_on", &bet.depends_on);
    yaml.text_key(2, "owner", bet.owner.as_ref());
    yaml.text_key(2, "evidence", bet.evidence.as_ref());
}

struct Yaml {
    text: String,
}

impl Yaml {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A value that never needs quotes.
    fn key<T: Display>(&mut self, level: usize, key: &str, value: Option<&T>) {
        if let Some(value) = value {
            self.line(&format!("{}{key}: {value}", "  ".repeat(level)));
        }
    }

    fn text_key(&mut self, level: usize, key: &str, text: Option<&Written<String>>) {
        self.key(level, key, text.map(|text| text_value(text)).as_ref());
    }

    fn ids(&mut self, key: &str, ids: &[Written<String>]) {
        let ids: Vec<String> = ids.iter().map(|id| text_value(id)).collect();
        match ids.as_slice() {
            [] => {}
            [id] => self.key(2, key, Some(id)),
            ids => self.key(2, key, Some(&format!("[{}]", ids.join(", ")))),
        }
    }

    fn list<T>(&mut self, key: &str, items: &[T], item: impl Fn(&mut Self, &T)) {
        if items.is_empty() {
            return;
        }
        self.line(&format!("{key}:"));
        for entry in items {
            let start = self.text.len();
            item(self, entry);
            // The first key of an entry shares its line with the dash.
            self.text.replace_range(start..start + 4, "  - ");
        }
    }
}

/// A text as YAML: plain where nothing in it could be taken for something else, else in double quotes.
fn text_value(text: &str) -> String {
    // A reader of YAML makes a number of `1E309` and `inf` as well, and neither comes back as it was written.
    let is_odd_number = text.parse::<f64>().is_ok_and(|number| number.to_string() != text);
    let is_plain = text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !is_odd_number
        && text.chars().all(|c| c.is_alphanumeric() || " -_,.()/%+=;:'’“”₹€→×?&@".contains(c))
        && !text.contains(": ")
        && !text.ends_with([':', ' '])
        && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(&text.to_lowercase().as_str());
    if is_plain { text.to_owned() } else { quoted(text) }
}
