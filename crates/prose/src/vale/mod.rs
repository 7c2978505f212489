//! Wording rules in the YAML format of Vale, read with our own matcher. What they find is advice.
//!
//! A style is a folder of files, one rule a file. Taken are the extension points that look at words: existence, substitution, occurrence,
//! repetition, consistency, conditional, capitalization and metric. What is not taken is told and skipped: a house's style is never a
//! reason to fail.

mod capitalization;
mod conditional;
mod consistency;
mod existence;
mod fields;
mod formula;
mod metric;
mod occurrence;
mod pattern;
mod repetition;
mod rule;
mod scope;
mod substitution;
mod texts;

use crate::document::Document;
use footbridge_diagnostic::Diagnostic;
use rule::Rule;
use std::sync::Arc;

/// A file beyond this size is no rule that a person wrote.
const LARGEST_FILE: usize = 256 * 1024;

/// More rules than the largest public styles have together.
const MOST_RULES: usize = 2_000;

/// The rules of one or more style folders. Cloning shares them.
#[derive(Debug, Clone, Default)]
pub struct Style {
    rules: Arc<Vec<Rule>>,
}

impl Style {
    /// Reads rules from files: their path below the folder of styles (`Google/Passive.yml`) and their text. Files that do not end in `.yml`
    /// or `.yaml` are no rules and are passed over. Everything that could not be taken is told, as advice and with its place.
    pub fn read(files: &[(&str, &str)]) -> (Self, Vec<Diagnostic>) {
        let mut rules = Vec::new();
        let mut findings = Vec::new();
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".yml") || path.ends_with(".yaml")) {
            if text.len() > LARGEST_FILE {
                findings
                    .push(Diagnostic::advice("vale-too-large", "The file has more than 256 KiB; the rule is passed over.").at(path, 0..0));
            } else if rules.len() == MOST_RULES {
                findings.push(
                    Diagnostic::advice("vale-too-many", format!("There are more than {MOST_RULES} rules; the others are passed over."))
                        .at(path, 0..0),
                );
                break;
            } else {
                rules.extend(rule::read(path, text, &mut findings));
            }
        }
        (Self { rules: Arc::new(rules) }, findings)
    }

    /// Names of the rules that were taken, such as `Google.Passive`.
    pub fn names(&self) -> Vec<&str> {
        self.rules.iter().map(|rule| rule.name.as_str()).collect()
    }
}

/// What all styles find, as advice.
pub(crate) fn find(document: &Document, file: &str, styles: &[Style]) -> Vec<Diagnostic> {
    if styles.iter().all(|style| style.rules.is_empty()) {
        return Vec::new();
    }
    let texts = texts::read(document);
    styles.iter().flat_map(|style| style.rules.iter()).flat_map(|rule| rule::find(rule, &texts, file)).collect()
}
