//! The keys of one rule file, typed as they are asked for. What is wrong is told with its place and does not end the reading.

use footbridge_diagnostic::Diagnostic;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;
use std::ops::Range;

/// A rule file whose keys are asked for one by one.
pub(super) struct Fields<'a> {
    path: &'a str,
    text: &'a str,
    entries: Vec<(String, Value)>,
    asked: Vec<&'static str>,
    pub(super) findings: Vec<Diagnostic>,
}

/// Keys in their order; of a key that stands twice the last counts.
struct Entries(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Entries;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("keys with values")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry::<String, Value>()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Keys)
    }
}

impl<'a> Fields<'a> {
    /// Reads YAML within a budget: a rule is small, and a file made to be expensive is not read.
    pub(super) fn read(path: &'a str, text: &'a str) -> Result<Self, Diagnostic> {
        let options = serde_saphyr::options! {
            budget: serde_saphyr::budget! {
                max_events: 60_000,
                max_nodes: 30_000,
                max_depth: 8,
                max_documents: 1,
                max_anchors: 0,
                max_aliases: 0,
                max_merge_keys: 0,
                max_total_scalar_bytes: 512 * 1024,
            },
            duplicate_keys: serde_saphyr::options::DuplicateKeyPolicy::LastWins,
            strict_booleans: true,
            with_snippet: false,
        };
        match serde_saphyr::from_str_with_options::<Entries>(text, options) {
            Ok(Entries(entries)) => Ok(Self { path, text, entries, asked: Vec::new(), findings: Vec::new() }),
            Err(error) => {
                let location = error.location();
                let line = location.map_or(1, |location| usize::try_from(location.line()).unwrap_or(1));
                let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
                let length = text[start..].lines().next().map_or(0, str::len);
                let message = "The file is no rule: it cannot be read as YAML with keys and values.";
                Err(Diagnostic::advice("vale-unreadable", message)
                    .at(path, start..start + length)
                    .help("A rule begins with `extends: existence` or another kind; a pattern stands in single quotes: '\\bword\\b'."))
            }
        }
    }

    /// A finding at a key.
    pub(super) fn advice(&mut self, code: &str, key: &str, message: String) {
        self.findings.push(Diagnostic::advice(code, message).at(self.path, self.place(key)));
    }

    /// Where a key stands at the beginning of a line; the beginning of the file when it does not.
    fn place(&self, key: &str) -> Range<usize> {
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let rest = line.trim_start_matches(['"', '\'']);
            if rest.strip_prefix(key).is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':')) {
                return start..start + line.trim_end().len();
            }
            start += line.len();
        }
        0..0
    }

    fn value(&mut self, key: &'static str) -> Option<&Value> {
        self.asked.push(key);
        self.entries.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value).filter(|value| !value.is_null())
    }

    /// A text; a number or a boolean counts as it is written.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        let text = self.value(key).map(scalar);
        match text {
            Some(None) => {
                self.advice("vale-unreadable", key, format!("`{key}` has to be a text."));
                None
            }
            other => other.flatten(),
        }
    }

    pub(super) fn flag(&mut self, key: &'static str) -> bool {
        self.text(key).is_some_and(|text| text == "true" || text == "yes")
    }

    pub(super) fn number(&mut self, key: &'static str) -> Option<f64> {
        let written = self.text(key)?;
        let number = written.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        if number.is_none() {
            self.advice("vale-unreadable", key, format!("`{key}` has to be a number."));
        }
        number
    }

    /// A list of texts; a single one counts as a list of one.
    pub(super) fn list(&mut self, key: &'static str) -> Vec<String> {
        match self.value(key) {
            Some(Value::Array(values)) => values.iter().filter_map(scalar).filter(|text| !text.trim().is_empty()).collect(),
            Some(value) => scalar(value).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// Pairs in their order, also from a list of pairs.
    pub(super) fn pairs(&mut self, key: &'static str) -> Vec<(String, String)> {
        let of = |map: &serde_json::Map<String, Value>| {
            map.iter().filter_map(|(key, value)| Some((key.clone(), scalar(value)?))).collect::<Vec<_>>()
        };
        match self.value(key) {
            Some(Value::Object(map)) => of(map),
            Some(Value::Array(maps)) => maps.iter().filter_map(Value::as_object).flat_map(of).collect(),
            _ => Vec::new(),
        }
    }

    /// Marks a key as known, whatever its value.
    pub(super) fn know(&mut self, key: &'static str) {
        self.asked.push(key);
    }

    /// The value of `key` inside the map `outer`.
    pub(super) fn inner(&mut self, outer: &'static str, key: &str) -> Option<String> {
        self.value(outer).and_then(|value| value.get(key)).and_then(scalar)
    }

    /// Keys that nobody asked for.
    pub(super) fn tell_unknown(&mut self) {
        let unknown: Vec<String> =
            self.entries.iter().map(|(name, _)| name).filter(|name| !self.asked.contains(&name.as_str())).cloned().collect();
        for key in unknown {
            let near = footbridge_diagnostic::nearest(&key, self.asked.iter().copied()).map(|near| format!("Is `{near}` meant?"));
            self.advice("vale-unknown-key", &key, format!("`{key}` is a key that this rule does not have; it is passed over."));
            if let (Some(near), Some(finding)) = (near, self.findings.last_mut()) {
                finding.help.push(near);
            }
        }
    }
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
