use super::fields::Fields;
use super::pattern::{Manner, Pattern, TooCostly};
use super::rule::{Hit, exceptions, is_excepted, pattern};
use super::scope::Scoped;
use crate::text::sentences;
use std::ops::Range;

/// The same word twice in a row.
#[derive(Debug)]
pub(super) struct Repetition {
    pattern: Pattern,
    exceptions: Option<Pattern>,
    most: usize,
    ignore_case: bool,
    letters_only: bool,
}

impl Repetition {
    pub(super) fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let tokens = fields.list("tokens");
        let (ignore_case, letters_only) = (fields.flag("ignorecase"), fields.flag("alpha"));
        let most = fields.number("max").filter(|most| *most >= 0.0).map_or(0, |most| most as usize);
        if tokens.is_empty() {
            fields.advice("vale-unreadable", "tokens", "The rule has no `tokens`; it is passed over.".to_owned());
            return None;
        }
        let pattern = pattern(fields, "tokens", &tokens, Manner { word: false, ignore_case })?;
        Some(Self { pattern, exceptions: exceptions(fields)?, most, ignore_case, letters_only })
    }

    pub(super) fn find(&self, scoped: &Scoped<'_>) -> Result<Vec<Hit>, TooCostly> {
        let text = scoped.str();
        let mut hits = Vec::new();
        let mut before: Option<(String, Range<usize>)> = None;
        let mut count = 0;
        for (_, at) in self.pattern.find_all(text)? {
            let written = text[at.clone()].trim();
            let word = if self.ignore_case { written.to_lowercase() } else { written.to_owned() };
            let is_word = !word.is_empty() && (!self.letters_only || word.chars().all(char::is_alphabetic));
            let repeated = before.as_ref().filter(|(earlier, _)| is_word && *earlier == word).map(|(_, first)| first.start..at.end);
            if let Some(both) = repeated {
                count += 1;
                // Two sentences may end and begin with the same word.
                if count > self.most && sentences(&text[both.clone()]).len() == 1 && !is_excepted(self.exceptions.as_ref(), text, &both)? {
                    hits.push(Hit { span: scoped.origin(both), words: vec![written.to_owned()] });
                    count = 0;
                }
            }
            before = Some((word, at));
        }
        Ok(hits)
    }
}
