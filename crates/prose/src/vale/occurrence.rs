use super::fields::Fields;
use super::pattern::{Manner, Pattern, TooCostly};
use super::rule::{Hit, pattern};
use super::scope::Scoped;

/// How often something may stand in one text.
#[derive(Debug)]
pub(super) struct Occurrence {
    pattern: Pattern,
    /// 0 for no limit.
    most: usize,
    fewest: usize,
}

impl Occurrence {
    pub(super) fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let token = fields.text("token").unwrap_or_default();
        let ignore_case = fields.flag("ignorecase");
        let mut limit = |key| fields.number(key).filter(|number| *number >= 0.0).map_or(0, |number| number as usize);
        let (most, fewest) = (limit("max"), limit("min"));
        if token.is_empty() || (most == 0 && fewest == 0) {
            fields.advice("vale-unreadable", "token", "The rule lacks `token`, or both `max` and `min`; it is passed over.".to_owned());
            return None;
        }
        let pattern = pattern(fields, "token", &[token], Manner { word: false, ignore_case })?;
        Some(Self { pattern, most, fewest })
    }

    pub(super) fn find(&self, text: &Scoped<'_>) -> Result<Vec<Hit>, TooCostly> {
        let found = self.pattern.find_all(text.str())?;
        let is_wrong = (self.most > 0 && found.len() > self.most) || (self.fewest > 0 && found.len() < self.fewest);
        if !is_wrong {
            return Ok(Vec::new());
        }
        let at = found.first().map_or(0..0, |(_, at)| at.clone());
        Ok(vec![Hit { span: text.origin(at), words: vec![found.len().to_string()] }])
    }
}
