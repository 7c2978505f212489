//! Scores from elsewhere, put into a matrix whose weights are locked.

use crate::decision::{Estimate, Written};
use crate::read::Unscored;
use crate::seal::seal;
use footbridge_table::quoted;

/// What is said of one option by one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The score; `None` where nothing is known.
    pub score: Option<Estimate>,
    /// By which rule; may be empty.
    pub why: String,
    /// What it rests on; may be empty.
    pub evidence: String,
}

impl Unscored {
    /// The seal of its criteria and weights as they are now.
    pub fn seal(&self) -> String {
        seal(&self.criteria, self.scale)
    }

    /// Whether the criteria and weights are those that were locked.
    pub fn is_locked(&self) -> bool {
        self.locked.as_ref().is_some_and(|locked| locked.value == self.seal())
    }

    /// The file with scores below the name of each option, one [`Given`] for each criterion; everything else stays as it was written. Options
    /// whose name does not stand on a line of its own are left as they are.
    pub fn filled(&self, text: &str, given: &[Vec<Given>]) -> String {
        let mut filled = text.to_owned();
        // From the end on, so that the places before stay where they are.
        for (option, given) in self.options.iter().zip(given).rev() {
            if let Some((at, indent)) = below(text, option) {
                let newline = if text[..at].ends_with('\n') { "" } else { "\n" };
                filled.insert_str(at, &format!("{newline}{}", self.block(given, &" ".repeat(indent))));
            }
        }
        filled
    }

    fn block(&self, given: &[Given], indent: &str) -> String {
        let named = || self.criteria.iter().map(|criterion| quoted(&criterion.name)).zip(given);
        let texts = |key: &str, text: fn(&Given) -> &str| {
            let lines: String = named()
                .filter(|(_, given)| !text(given).is_empty())
                .map(|(name, given)| format!("{indent}  {name}: {}\n", quoted(text(given))))
                .collect();
            if lines.is_empty() { lines } else { format!("{indent}{key}:\n{lines}") }
        };
        let score = |given: &Given| given.score.map_or_else(|| "not known".to_owned(), |score| score.to_string());
        let scores: String = named().map(|(name, given)| format!("{indent}  {name}: {}\n", score(given))).collect();
        format!("{indent}scores:\n{scores}{}{}", texts("evidence", |given| &given.evidence), texts("why", |given| &given.why))
    }
}

/// Where the line after an option's name begins, and how far its keys are indented.
fn below(text: &str, name: &Written<String>) -> Option<(usize, usize)> {
    let line = text[..name.span.start].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &text[line..name.span.start];
    let key = before.find("name:")?;
    let is_plain = before[..key].chars().all(|letter| letter == ' ' || letter == '-');
    let end = text[name.span.start..].find('\n').map_or(text.len(), |newline| name.span.start + newline + 1);
    is_plain.then_some((end, key))
}
