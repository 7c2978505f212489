//! The whole review log, for whoever wants to fit another model to it.

use crate::{App, Trouble};

impl App {
    /// Every recall as CSV: days since the one before on the same card are fractional, so that another model can be fitted later.
    pub fn recall_log_csv(&self) -> Result<String, Trouble> {
        self.with_learner(|learner| {
            let mut csv = String::from("card,at,days_since_last,grade,right,seconds\n");
            for (card, recalls) in &learner.state.recalls {
                let mut before: Option<jiff::Timestamp> = None;
                for (at, recalled) in recalls {
                    let days =
                        before.map_or_else(String::new, |before| format!("{:.4}", at.duration_since(before).as_secs_f64() / 86_400.0));
                    let right = recalled.right.map_or_else(String::new, |right| right.to_string());
                    let seconds = recalled.seconds.map_or_else(String::new, |seconds| seconds.to_string());
                    csv.push_str(&format!("{card},{at},{days},{},{right},{seconds}\n", super::grade_word(recalled.level)));
                    before = Some(*at);
                }
            }
            csv
        })
    }
}
