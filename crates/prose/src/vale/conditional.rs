use super::fields::Fields;
use super::pattern::{Manner, Pattern, TooCostly};
use super::rule::{Hit, exceptions, expression, is_excepted, pattern};
use super::scope::Scoped;
use fancy_regex::Regex;
use std::collections::HashSet;

/// What may only stand where something else stands: an acronym with its definition.
#[derive(Debug)]
pub(super) struct Conditional {
    first: Pattern,
    second: Regex,
    exceptions: Option<Pattern>,
}

impl Conditional {
    pub(super) fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (first, second) = (fields.text("first").unwrap_or_default(), fields.text("second").unwrap_or_default());
        let ignore_case = fields.flag("ignorecase");
        if first.is_empty() || second.is_empty() {
            fields.advice("vale-unreadable", "first", "The rule lacks `first` or `second`; it is passed over.".to_owned());
            return None;
        }
        let first = pattern(fields, "first", &[first], Manner { word: false, ignore_case })?;
        let second = expression(fields, "second", (&second, &second), ignore_case)?;
        Some(Self { first, second, exceptions: exceptions(fields)? })
    }

    /// With a group in `second`, its text is what has been defined, from there to the end of the document. Without one, `second` has to
    /// stand in the same text.
    pub(super) fn find(&self, texts: &[Scoped<'_>]) -> Result<Vec<Hit>, TooCostly> {
        let has_group = self.second.captures_len() > 1;
        let mut defined: HashSet<&str> = HashSet::new();
        let mut hits = Vec::new();
        for text in texts {
            let mut stands_here = false;
            for captures in self.second.captures_iter(text.str()) {
                let captures = captures.map_err(|_| TooCostly)?;
                stands_here = true;
                defined.extend((1..captures.len()).filter_map(|group| captures.get(group)).map(|group| &text.str()[group.range()]));
            }
            if !has_group && stands_here {
                continue;
            }
            for (_, at) in self.first.find_all(text.str())? {
                let word = &text.str()[at.clone()];
                if !defined.contains(word) && !is_excepted(self.exceptions.as_ref(), text.str(), &at)? {
                    hits.push(Hit { span: text.origin(at), words: vec![word.to_owned()] });
                }
            }
        }
        Ok(hits)
    }
}
