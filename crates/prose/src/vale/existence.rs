use super::fields::Fields;
use super::pattern::{Manner, Pattern, TooCostly};
use super::rule::{Hit, exceptions, is_excepted, pattern};
use super::scope::Scoped;

/// Words that should not stand in the text.
#[derive(Debug)]
pub(super) struct Existence {
    pattern: Pattern,
    exceptions: Option<Pattern>,
}

impl Existence {
    pub(super) fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let tokens = fields.list("tokens");
        let raw = fields.list("raw").concat();
        let (ignore_case, nonword, append) = (fields.flag("ignorecase"), fields.flag("nonword"), fields.flag("append"));
        if tokens.is_empty() && raw.is_empty() {
            fields.advice("vale-unreadable", "tokens", "The rule has no `tokens`; it is passed over.".to_owned());
            return None;
        }
        let manner = Manner { word: !nonword && !tokens.is_empty(), ignore_case };
        // `raw` is one pattern in pieces. It stands beside the tokens, or behind each of them.
        let patterns = match (tokens.is_empty(), raw.is_empty(), append) {
            (true, _, _) => vec![raw],
            (false, true, _) => tokens,
            (false, false, true) => tokens.iter().map(|token| format!("(?:{token}){raw}")).collect(),
            (false, false, false) => tokens.iter().map(|token| format!("{raw}(?:{token})")).collect(),
        };
        let pattern = pattern(fields, "tokens", &patterns, manner)?;
        Some(Self { pattern, exceptions: exceptions(fields)? })
    }

    pub(super) fn find(&self, text: &Scoped<'_>) -> Result<Vec<Hit>, TooCostly> {
        let mut hits = Vec::new();
        for (_, at) in self.pattern.find_all(text.str())? {
            let observed = text.str()[at.clone()].trim().to_owned();
            if !is_excepted(self.exceptions.as_ref(), text.str(), &at)? {
                hits.push(Hit { span: text.origin(at), words: vec![observed] });
            }
        }
        Ok(hits)
    }
}
