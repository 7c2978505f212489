use footbridge_diagnostic::{Diagnostic, nearest};
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

/// Findings that are told; a file with more is broken in one way many times.
const MOST_FINDINGS: usize = 100;

/// A JSON text that is read piece by piece, so that every fault gets its place.
pub(super) struct Reader<'a> {
    text: &'a str,
    findings: Vec<Diagnostic>,
    untold: usize,
}

/// The fields of an object by name.
pub(super) type Fields<'a> = BTreeMap<String, &'a RawValue>;

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, findings: Vec::new(), untold: 0 }
    }

    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        if self.untold > 0 {
            self.findings.push(Diagnostic::error("evidence-more", format!("There are {} more faults in `{}`.", self.untold, super::PATH)));
        }
        self.findings
    }

    pub(super) fn tell(&mut self, finding: Diagnostic, span: Range<usize>) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(finding.at(super::PATH, span));
        } else {
            self.untold += 1;
        }
    }

    /// Where a value stands in the text.
    pub(super) fn place(&self, value: &RawValue) -> Range<usize> {
        let start = value.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        start..start + value.get().len()
    }

    /// The whole text as one value.
    pub(super) fn whole(&mut self) -> Option<&'a RawValue> {
        match serde_json::from_str::<&RawValue>(self.text) {
            Ok(value) => Some(value),
            Err(error) => {
                let at = offset(self.text, error.line(), error.column());
                self.tell(
                    Diagnostic::error("evidence-syntax", format!("`{}` is not JSON from here on.", super::PATH))
                        .note("Footbridge writes this file; it was changed or cut on its way.")
                        .help("Get the file again from the published site."),
                    at..at,
                );
                None
            }
        }
    }

    /// The fields of an object. Names that are not known, missing or there twice are told.
    pub(super) fn object(&mut self, value: &'a RawValue, known: &[&str], what: &str) -> Option<Fields<'a>> {
        let Ok(Pairs(pairs)) = serde_json::from_str::<Pairs<'a>>(value.get()) else {
            let place = self.place(value);
            self.tell(Diagnostic::error("evidence-type", format!("{what} is not an object.")), place);
            return None;
        };
        let mut fields = Fields::new();
        for (name, field) in pairs {
            let place = self.place(field);
            let words: String = name.chars().take(60).collect();
            if !known.contains(&name.as_str()) {
                let mut finding =
                    Diagnostic::error("evidence-unknown-key", format!("{what} has a key `{words}` that this version does not know."));
                if let Some(near) = nearest(&name, known.iter().copied()) {
                    finding = finding.help(format!("Did you mean `{near}`?"));
                }
                self.tell(finding, place);
            } else if fields.insert(name, field).is_some() {
                self.tell(Diagnostic::error("evidence-twice", format!("{what} says `{words}` twice.")), place);
            }
        }
        let missing: Vec<String> = known.iter().filter(|name| !fields.contains_key(**name)).map(|name| format!("`{name}`")).collect();
        if !missing.is_empty() {
            let place = self.place(value);
            self.tell(Diagnostic::error("evidence-missing", format!("{what} lacks {}.", missing.join(", "))), place);
        }
        Some(fields)
    }

    /// The value of a field as a type; `None` when it is missing, which is told already, or of another type.
    pub(super) fn value<T: DeserializeOwned>(&mut self, fields: &Fields<'a>, name: &str, expected: &str) -> Option<T> {
        let value = fields.get(name)?;
        let read = serde_json::from_str(value.get()).ok();
        if read.is_none() {
            let place = self.place(value);
            self.tell(Diagnostic::error("evidence-type", format!("`{name}` is not {expected}.")), place);
        }
        read
    }

    /// A text of at most `longest` bytes.
    pub(super) fn words(&mut self, fields: &Fields<'a>, name: &str, longest: usize) -> Option<String> {
        let words: String = self.value(fields, name, "a text")?;
        if words.len() <= longest {
            return Some(words);
        }
        let place = fields.get(name).map_or(0..0, |value| self.place(value));
        self.tell(
            Diagnostic::error("evidence-too-long", format!("`{name}` has {} bytes; at most {longest} are read.", words.len())),
            place,
        );
        None
    }

    /// A text that stands for a value.
    pub(super) fn named<T>(&mut self, fields: &Fields<'a>, name: &str, expected: &str, meaning: impl Fn(&str) -> Option<T>) -> Option<T> {
        let words: String = self.value(fields, name, expected)?;
        let meant = meaning(&words);
        if meant.is_none() {
            let place = fields.get(name).map_or(0..0, |value| self.place(value));
            let words: String = words.chars().take(60).collect();
            self.tell(Diagnostic::error("evidence-value", format!("`{name}` is `{words}`, which is not {expected}.")), place);
        }
        meant
    }
}

/// An object as it is written, names that stand twice included.
struct Pairs<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Pairs<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor;
        impl<'de> Visitor<'de> for PairsVisitor {
            type Value = Pairs<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(PairsVisitor)
    }
}

/// The byte that a line and a column, both from 1, name.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (start + column.saturating_sub(1)).min(text.len())
}
