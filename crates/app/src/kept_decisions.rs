//! Decisions that a person keeps in their folder. They often name an employer, so they lie below `private/`.

use crate::slug::slug;
use crate::view::KeptDecisionView;
use crate::{App, Trouble};
use footbridge_decide::{is_table, judge, read_unscored};

const FOLDER: &str = "private/decisions";

/// A file name holds so many letters of a title.
const LONGEST: usize = 60;

impl App {
    /// Writes a decision into the learner's folder as a file of its own, named after its title and the day.
    pub fn keep_decision(&self, text: &str) -> Result<KeptDecisionView, Trouble> {
        let report = judge(text, "decision.yaml");
        let title = match (report.decided, read_unscored(text, "decision.yaml")) {
            (Some((decision, _)), _) => decision.title,
            (None, Some(unscored)) => unscored.title,
            (None, None) => {
                return Err(Trouble::asked("This cannot be read as a decision, so it was not kept.").findings(report.findings));
            }
        };
        let title = title.map(|title| slug(&title)).unwrap_or_default();
        let name: String = if title.is_empty() { "decision".to_owned() } else { title.chars().take(LONGEST).collect() };
        let ending = if is_table(text) { "csv" } else { "yaml" };
        let file = self.keep_beside(FOLDER, &format!("{}-{}", name.trim_end_matches('-'), self.today()), ending, text)?;
        Ok(KeptDecisionView { file })
    }
}
