use super::fields::Fields;
use super::pattern::{Manner, Pattern, TooCostly};
use super::rule::{Hit, pattern};
use super::scope::Scoped;

/// Two ways of writing of which only one may stand in a document.
#[derive(Debug)]
pub(super) struct Consistency {
    /// Each holds both ways, as its patterns 0 and 1.
    pairs: Vec<Pattern>,
}

impl Consistency {
    pub(super) fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let either = fields.pairs("either");
        let manner = Manner { word: !fields.flag("nonword"), ignore_case: fields.flag("ignorecase") };
        if either.is_empty() {
            fields.advice("vale-unreadable", "either", "The rule has no pairs in `either`; it is passed over.".to_owned());
            return None;
        }
        let mut pairs = Vec::new();
        for (one, other) in either {
            pairs.push(pattern(fields, "either", &[one, other], manner)?);
        }
        Some(Self { pairs })
    }

    /// One finding for each pair of which both stand in the document, where the second of them first comes.
    pub(super) fn find(&self, texts: &[Scoped<'_>]) -> Result<Vec<Hit>, TooCostly> {
        let mut hits = Vec::new();
        for pair in &self.pairs {
            let mut first: Option<usize> = None;
            'document: for text in texts {
                for (index, at) in pair.find_all(text.str())? {
                    if first.is_some_and(|first| first != index) {
                        hits.push(Hit { span: text.origin(at.clone()), words: vec![text.str()[at].to_owned()] });
                        break 'document;
                    }
                    first = Some(index);
                }
            }
        }
        Ok(hits)
    }
}
