//! The rules of artifacts. One rule, one file; a rule that several artifacts need stands once. All of them are errors.

pub(crate) mod action_owner;
pub(crate) mod alert_threshold;
pub(crate) mod alternative_reason;
pub(crate) mod ask_date;
pub(crate) mod bad_consequence;
pub(crate) mod blame;
pub(crate) mod business_number;
pub(crate) mod constraint_number;
pub(crate) mod cost_named;
pub(crate) mod data_model;
pub(crate) mod decision_names_option;
pub(crate) mod decision_owner;
pub(crate) mod decision_status;
pub(crate) mod do_nothing;
pub(crate) mod error_table;
pub(crate) mod example_authenticated;
pub(crate) mod example_documented;
pub(crate) mod example_parses;
pub(crate) mod executive_words;
pub(crate) mod failure_seen;
pub(crate) mod frustration_number;
pub(crate) mod idempotency_how;
pub(crate) mod impact_number;
pub(crate) mod interface_example;
pub(crate) mod leading_question;
pub(crate) mod limit_number;
pub(crate) mod log_entries;
pub(crate) mod metric_incomplete;
pub(crate) mod next_step;
pub(crate) mod non_goals;
pub(crate) mod notes_anonymous;
pub(crate) mod notes_date;
pub(crate) mod objection;
pub(crate) mod open_question_owner;
pub(crate) mod open_questions;
pub(crate) mod participants;
pub(crate) mod problem_evidence;
pub(crate) mod questions;
pub(crate) mod quotes;
pub(crate) mod reckoning;
pub(crate) mod requirement_strength;
pub(crate) mod review_date;
pub(crate) mod risk_answer;
pub(crate) mod rollout;
pub(crate) mod stakeholder_complete;
pub(crate) mod test_plan;
pub(crate) mod timeline_order;
pub(crate) mod timeline_turns;
pub(crate) mod tool_purpose;
pub(crate) mod version_how;
pub(crate) mod why_twice;
pub(crate) mod wishes;

use crate::document::Document;
use crate::read::Section;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// One rule over a section, or over a whole document.
pub(crate) struct Rule {
    pub(crate) code: &'static str,
    /// What has to be there.
    pub(crate) holds: &'static str,
    /// Why it matters: one sentence, said with every finding.
    pub(crate) why: &'static str,
    pub(crate) find: fn(&Draft<'_>, &Section<'_>) -> Vec<Diagnostic>,
}

/// What a rule may look at beside its own section.
pub(crate) struct Draft<'a> {
    /// The name findings point at.
    pub(crate) file: &'a str,
    pub(crate) answer: &'a str,
    pub(crate) document: &'a Document,
    pub(crate) sections: &'a [Option<Section<'a>>],
}

impl<'a> Draft<'a> {
    /// Another section, when it stands in the document.
    pub(crate) fn section(&self, heading: &str) -> Option<&'a Section<'a>> {
        self.sections.iter().flatten().find(|section| section.heading == heading)
    }

    /// A finding of a rule.
    pub(crate) fn error(&self, rule: &Rule, span: Range<usize>, message: String) -> Diagnostic {
        Diagnostic::error(rule.code, message).at(self.file, span).note(rule.why)
    }

    /// A finding that does not block.
    pub(crate) fn advice(&self, rule: &Rule, span: Range<usize>, message: String) -> Diagnostic {
        Diagnostic::advice(rule.code, message).at(self.file, span).note(rule.why)
    }
}

/// "1 item", "2 items".
pub(crate) fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

/// "Baseline", "Baseline and Target", "Baseline, Target and By".
pub(crate) fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// "how many", "how many, nor for how long": behind "does not say".
pub(crate) fn nor(names: &[&str]) -> String {
    names.join(", nor ")
}
