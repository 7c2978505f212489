//! The rules of artifacts. One rule, one file; a rule that several artifacts need stands once. Nearly all are errors; the few that are advice
//! say so.

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
pub(crate) mod priority_compared;
pub(crate) mod problem_evidence;
pub(crate) mod questions;
pub(crate) mod quotes;
pub(crate) mod reckoning;
pub(crate) mod requirement_strength;
pub(crate) mod review_date;
pub(crate) mod risk_answer;
pub(crate) mod rollout;
pub(crate) mod stakeholder_complete;
pub(crate) mod success_measured;
pub(crate) mod test_plan;
pub(crate) mod timeline_order;
pub(crate) mod timeline_turns;
pub(crate) mod tool_purpose;
pub(crate) mod version_how;
pub(crate) mod why_twice;
pub(crate) mod wishes;

use crate::document::Document;
use crate::example::{self, Examples};
use crate::front_matter::front_matter_length;
use crate::read::{Item, Section, date};
use crate::text::word_count;
use footbridge_diagnostic::{Diagnostic, counted, listed};
use std::cell::OnceCell;
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

/// How many things of a kind a section needs.
pub(crate) struct Least {
    pub(crate) count: usize,
    /// What one is called, and what several are called.
    pub(crate) one: &'static str,
    pub(crate) many: &'static str,
    /// What to do when there are fewer.
    pub(crate) help: &'static str,
}

/// A shorter item of a list is a keyword: "Load test" says neither what is done nor what must come out.
pub(crate) const WORDS_OF_AN_ITEM: usize = 4;

/// What a rule may look at beside its own section.
pub(crate) struct Draft<'a> {
    /// The name findings point at.
    pub(crate) file: &'a str,
    pub(crate) answer: &'a str,
    pub(crate) document: &'a Document,
    pub(crate) sections: &'a [Option<Section<'a>>],
    /// Read when the first rule asks for them.
    examples: OnceCell<Examples>,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(file: &'a str, answer: &'a str, document: &'a Document, sections: &'a [Option<Section<'a>>]) -> Self {
        Self { file, answer, document, sections, examples: OnceCell::new() }
    }

    /// Another section, when it stands in the document.
    pub(crate) fn section(&self, heading: &str) -> Option<&'a Section<'a>> {
        self.sections.iter().flatten().find(|section| section.heading == heading)
    }

    /// All examples of the document.
    pub(crate) fn examples(&self) -> &Examples {
        self.examples.get_or_init(|| example::read(self.document))
    }

    /// Whether a date stands in the front matter or right below the title, where many documents keep it.
    pub(crate) fn has_date_at_top(&self) -> bool {
        let front_matter = &self.answer[..front_matter_length(self.answer)];
        let top = self.document.parts.iter().take(2).take_while(|part| part.heading.as_ref().is_none_or(|heading| heading.level == 1));
        date::first(front_matter).is_some() || top.flat_map(|part| part.said()).any(|block| date::first(block.text()).is_some())
    }

    /// A finding of a rule.
    pub(crate) fn error(&self, rule: &Rule, span: Range<usize>, message: String) -> Diagnostic {
        Diagnostic::error(rule.code, message).at(self.file, span).note(rule.why)
    }

    /// A finding that does not block.
    pub(crate) fn advice(&self, rule: &Rule, span: Range<usize>, message: String) -> Diagnostic {
        Diagnostic::advice(rule.code, message).at(self.file, span).note(rule.why)
    }

    /// A finding about a whole section; `what` goes on behind its name: "names no cost".
    pub(crate) fn fault(&self, rule: &Rule, section: &Section<'_>, what: &str, help: &str) -> Diagnostic {
        self.error(rule, section.span(), format!("The section “{}” {what}.", section.heading)).help(help)
    }

    /// That a section does not say something; nothing when it says everything.
    pub(crate) fn unsaid(&self, rule: &Rule, section: &Section<'_>, missing: &[&str], help: &str) -> Vec<Diagnostic> {
        if missing.is_empty() {
            return Vec::new();
        }
        vec![self.fault(rule, section, &format!("does not say {}", missing.join(", nor ")), help)]
    }

    /// That a section has fewer things than it needs; nothing when there are enough.
    pub(crate) fn too_few(&self, rule: &Rule, section: &Section<'_>, there: usize, least: &Least) -> Vec<Diagnostic> {
        if there >= least.count {
            return Vec::new();
        }
        let what = format!("has {}; it needs {}", counted(there, least.one, least.many), least.count);
        vec![self.fault(rule, section, &what, least.help)]
    }
}

/// How many items have [`WORDS_OF_AN_ITEM`] or more.
pub(crate) fn telling(items: &[Item<'_>]) -> usize {
    items.iter().filter(|item| word_count(item.text()) >= WORDS_OF_AN_ITEM).count()
}

/// What is missing: of pairs of a name and whether it is there, the names that are not.
pub(crate) fn absent<const N: usize>(parts: [(bool, &str); N]) -> Vec<&str> {
    parts.into_iter().filter(|(is_there, _)| !is_there).map(|(_, name)| name).collect()
}

/// Labels as they are written: "“Baseline” and “By”".
pub(crate) fn labels_listed(labels: &[&str]) -> String {
    listed(labels.iter().map(|label| format!("“{label}”")))
}
