use crate::LARGEST_TEXT;
use crate::exercise::{Replaced, Spec};
use footbridge_diagnostic::{Diagnostic, nearest};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use toml::Spanned;

/// Variants of one exercise, and bytes of one value: a pack of anybody must not fill the memory.
const MOST_VARIANTS: usize = 60;
const LONGEST_VALUE: usize = 400;
const MOST_LAPS: u8 = 10;

/// `[parameters]` as it is written.
pub(crate) type ParametersToml = BTreeMap<String, Spanned<Vec<Value>>>;

/// One value of a parameter.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Value {
    Text(String),
    Whole(i64),
    Decimal(f64),
}

/// `[laps]`: how often the lists are gone through, and which of them stand one place further each time.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LapsToml {
    pub(crate) number: Spanned<u8>,
    pub(crate) shifts: Vec<Spanned<String>>,
}

/// What varies between the variants of one exercise: each parameter with its value in every variant.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parameters {
    values: BTreeMap<String, Vec<String>>,
    /// At least 1 once there are values.
    laps: usize,
    shifted: BTreeSet<String>,
}

/// A text of the pack and the file it stands in.
pub(crate) struct Place<'a> {
    pub(crate) file: String,
    pub(crate) text: &'a str,
}

impl Parameters {
    /// Types the table; `found` gets what is wrong with it. Without a sound table there are no variants.
    pub(crate) fn read(file: &str, table: ParametersToml, found: &mut Vec<Diagnostic>) -> Self {
        let before = found.len();
        let longest = table.values().map(|values| values.as_ref().len()).max().unwrap_or(0);
        let mut read = BTreeMap::new();
        for (name, values) in table {
            let span = values.span();
            let mut fault = |code: &str, message: String| found.push(Diagnostic::error(code, message).at(file, span.clone()));
            if !is_name(&name) {
                fault("parameter-name", format!("`{name}` is no name of a parameter: lower-case letters, digits and `_` make one."));
            }
            let values: Vec<String> = values.into_inner().iter().map(Value::written).collect();
            if values.len() < 2 || values.len() != longest {
                let count = values.len();
                fault("parameter-count", format!("`{name}` has {count} values; all parameters have one for each variant, at least 2."));
            }
            if values.len() > MOST_VARIANTS || values.iter().any(|value| value.len() > LONGEST_VALUE) {
                fault("parameter-size", format!("A parameter has at most {MOST_VARIANTS} values of at most {LONGEST_VALUE} bytes."));
            }
            if let Some(value) = values.iter().find(|value| value.contains(['"', '\'', '\\', '\n', '\r', '{', '}'])) {
                fault(
                    "parameter-value",
                    format!("`{value}` cannot be put into other texts: values hold no quotes, backslashes, braces or line breaks."),
                );
            }
            read.insert(name, values);
        }
        if found.len() == before { Self { values: read, laps: 1, shifted: BTreeSet::new() } } else { Self::default() }
    }

    /// The same lists gone through several times, some of them one place further in each lap, so that no pair comes back soon.
    pub(crate) fn in_laps(self, file: &str, laps: Option<LapsToml>, found: &mut Vec<Diagnostic>) -> Self {
        let Some(laps) = laps.filter(|_| !self.values.is_empty()) else { return self };
        let number = *laps.number.as_ref();
        let most = self.length().min(usize::from(MOST_LAPS));
        if !(2..=most).contains(&usize::from(number)) {
            let message =
                format!("`number` is {number}; there are 2 to {most} laps: after as many as there are values all pairs come back.");
            found.push(Diagnostic::error("parameter-laps", message).at(file, laps.number.span()));
            return self;
        }
        for name in laps.shifts.iter().filter(|name| !self.values.contains_key(name.as_ref())) {
            let message = format!("There is no parameter `{}` to be shifted.", name.as_ref());
            found.push(Diagnostic::error("parameter-laps", message).at(file, name.span()));
        }
        let shifted = laps.shifts.into_iter().map(Spanned::into_inner).collect();
        Self { laps: usize::from(number), shifted, ..self }
    }

    /// How many variants there are; 0 when the exercise does not vary.
    pub(crate) fn variants(&self) -> usize {
        self.length() * self.laps
    }

    fn length(&self) -> usize {
        self.values.values().next().map_or(0, Vec::len)
    }

    fn value(&self, name: &str, variant: usize) -> Option<&String> {
        let length = self.length().max(1);
        let lap = if self.shifted.contains(name) { variant / length } else { 0 };
        self.values.get(name)?.get((variant + lap) % length)
    }

    /// A text of one variant. Without parameters nothing is replaced.
    pub(crate) fn put_into(&self, text: &str, variant: usize) -> String {
        self.put(text, variant).0
    }

    /// The TOML of one variant, which still knows its places in the file.
    pub(crate) fn spec(&self, spec: &Spec, variant: usize) -> Spec {
        let (toml, replaced) = self.put(&spec.toml, variant);
        Spec { file: spec.file.clone(), toml: Cow::Owned(toml), offset: spec.offset, replaced }
    }

    fn put(&self, text: &str, variant: usize) -> (String, Vec<Replaced>) {
        let mut made = String::with_capacity(text.len());
        let mut replaced = Vec::new();
        let mut from = 0;
        for (span, name) in places(text) {
            let Some(value) = self.value(name, variant) else { continue };
            made.push_str(&text[from..span.start]);
            replaced.push(Replaced { at: made.len(), put: value.len(), written: span.len() });
            made.push_str(value);
            from = span.end;
        }
        made.push_str(&text[from..]);
        (made, replaced)
    }

    /// A figure that a text writes out although it belongs to some of the variants: the others would show it beside their own. Only figures
    /// that hardly stand anywhere by chance are looked for.
    pub(crate) fn written_out<'a>(&self, text: &'a str) -> Option<&'a str> {
        let mut between = Vec::new();
        let mut from = 0;
        for (span, _) in places(text) {
            between.push(&text[from..span.start]);
            from = span.end;
        }
        between.push(&text[from..]);
        between.into_iter().flat_map(figures).filter(|figure| is_telling(figure)).find(|figure| {
            let of_variant = |at: usize| self.values.values().any(|values| figures(&values[at]).any(|value| bare(value) == bare(figure)));
            let of = (0..self.length()).filter(|at| of_variant(*at)).count();
            (1..self.length()).contains(&of)
        })
    }

    /// Parameters that no text uses, and places that no parameter fills. The first text is the one that holds the table.
    pub(crate) fn misused(&self, texts: &[Place<'_>]) -> Vec<Diagnostic> {
        let Some(table) = texts.first().filter(|_| !self.values.is_empty()) else { return Vec::new() };
        let names: Vec<&str> = self.values.keys().map(String::as_str).collect();
        let mut used = BTreeSet::new();
        let mut found = Vec::new();
        let longest = self.values.values().flatten().map(String::len).max().unwrap_or(0);
        for text in texts {
            if text.text.len() + places(text.text).count() * longest > LARGEST_TEXT {
                let message = format!("With its values filled in `{}` is larger than {} KiB.", text.file, LARGEST_TEXT / 1024);
                found.push(Diagnostic::error("parameter-size", message).at(&text.file, 0..0));
            }
            for (span, name) in places(text.text) {
                if names.contains(&name) {
                    used.insert(name);
                } else {
                    let finding = Diagnostic::error("parameter-unknown", format!("There is no parameter `{name}`.")).at(&text.file, span);
                    found.push(match nearest(name, names.iter().copied()) {
                        Some(meant) => finding.help(format!("Did you mean `{{{{{meant}}}}}`?")),
                        None => finding,
                    });
                }
            }
        }
        found.extend(names.into_iter().filter(|name| !used.contains(name)).map(|name| {
            let at = table.text.find(name).unwrap_or(0);
            let message = format!("The parameter `{name}` stands nowhere, so its values make no difference.");
            Diagnostic::error("parameter-unused", message)
                .at(&table.file, at..at + name.len())
                .help(format!("Write {{{{{name}}}}} where it varies."))
        }));
        found
    }
}

impl Value {
    pub(crate) fn written(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Whole(number) => number.to_string(),
            Self::Decimal(number) => number.to_string(),
        }
    }
}

/// Numbers as they are written, with points and commas inside of them.
fn figures(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != ',');
    pieces.map(|piece| piece.trim_matches(['.', ','])).filter(|piece| !piece.is_empty())
}

/// A figure without the commas that group its digits.
fn bare(figure: &str) -> String {
    figure.replace(',', "")
}

/// Whether a figure has three digits or more and is not round: 43.2 or 1,500, but neither 30 nor 200.
fn is_telling(figure: &str) -> bool {
    let digits: String = figure.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    digits.len() >= 3 && digits.trim_end_matches('0').len() >= 2
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// Every `{{name}}` of a text. What stands between braces but is no name, as `{{query:…}}`, means something else.
fn places(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices("{{").filter_map(|(start, _)| {
        let inner = &text[start + 2..];
        let name = &inner[..inner.find("}}")?];
        is_name(name).then(|| (start..start + name.len() + 4, name))
    })
}

#[cfg(test)]
mod tests {
    use super::{LapsToml, Parameters, ParametersToml, Place};
    use crate::Spec;
    use footbridge_diagnostic::Diagnostic;

    fn read(toml: &str) -> (Parameters, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let table: ParametersToml = toml::from_str(toml).expect("TOML");
        (Parameters::read("exercise.toml", table, &mut found), found)
    }

    fn codes(found: &[Diagnostic]) -> Vec<&str> {
        found.iter().map(|finding| finding.code.as_str()).collect()
    }

    #[test]
    fn a_variant_takes_the_value_at_its_place() {
        let (parameters, found) = read("uptime = [99.9, '99.95']\ndays = [30, 365]\n");
        assert_eq!(found, []);
        assert_eq!(parameters.variants(), 2);
        assert_eq!(
            parameters.put_into("{{uptime}} % of {{days}} days, {{query:x}}, {{other}}", 1),
            "99.95 % of 365 days, {{query:x}}, {{other}}"
        );
    }

    #[test]
    fn a_figure_of_one_variant_is_not_written_out() {
        let (parameters, _) = read("each = ['1,500', '2,400']\nshare = [99.9, 99.95]\ndays = [30, 365]\nround = [200, 500]\n");
        for (text, found) in [
            ("{{each}} calls in {{days}} days.", None),
            ("With 1500 calls it is enough.", Some("1500")),
            ("{{share}} % is not 99.95 %.", Some("99.95")),
            ("30 days, 200 answers and 15,000 calls.", None),
        ] {
            assert_eq!(parameters.written_out(text), found, "{text}");
        }
    }

    #[test]
    fn places_in_a_variant_lead_back_to_the_file() {
        let (parameters, _) = read("n = ['1', '1234567890']\n");
        let written = Spec { file: "f".to_owned(), toml: "a = '{{n}}'\nb = '{{n}}' # end".into(), offset: 100, replaced: Vec::new() };
        for variant in [0, 1] {
            let spec = parameters.spec(&written, variant);
            for word in ["a =", "b =", "# end"] {
                let at = |text: &str| text.find(word).map(|start| start..start + word.len()).expect("the word");
                let expected = at(&written.toml);
                assert_eq!(spec.place(at(&spec.toml)), expected.start + 100..expected.end + 100, "{word} of variant {variant}");
            }
            let value = spec.toml.find("'\nb").expect("the end of the first value");
            assert_eq!(spec.place(5..value), 105..110, "inside a value");
        }
    }

    #[test]
    fn what_cannot_vary_is_said() {
        assert_eq!(codes(&read("a = [1]\n").1), ["parameter-count"]);
        assert_eq!(codes(&read("a = [1, 2]\nb = [1, 2, 3]\n").1), ["parameter-count"]);
        assert_eq!(codes(&read("Big = ['x', 'y\"z']\n").1), ["parameter-name", "parameter-value"]);
        assert_eq!(codes(&read(&format!("a = [{}]\n", "1,".repeat(61))).1), ["parameter-size"]);
        assert_eq!(codes(&read(&format!("a = ['x', '{}']\n", "y".repeat(401))).1), ["parameter-size"]);
        let (parameters, _) = read("uptime = [1, 2]\nspare = [1, 2]\n");
        let toml = Place { file: "exercise.toml".to_owned(), text: "uptime spare" };
        let texts = [toml, Place { file: "brief.md".to_owned(), text: "{{uptme}} and {{uptime}}" }];
        assert_eq!(codes(&parameters.misused(&texts)), ["parameter-unknown", "parameter-unused"]);
    }

    #[test]
    fn each_lap_pairs_the_values_anew() {
        let (parameters, _) = read("product = ['a', 'b', 'c']\nangle = ['1', '2', '3']\n");
        let laps = |text: &str| toml::from_str::<LapsToml>(text).expect("a table");
        let mut found = Vec::new();
        let lapped = parameters.clone().in_laps("exercise.toml", Some(laps("number = 3\nshifts = ['angle']\n")), &mut found);
        let pairs: Vec<String> = (0..lapped.variants()).map(|variant| lapped.put_into("{{product}}{{angle}}", variant)).collect();
        assert_eq!(pairs, ["a1", "b2", "c3", "a2", "b3", "c1", "a3", "b1", "c2"]);
        assert!(found.is_empty());
        for wrong in ["number = 1\nshifts = ['angle']\n", "number = 4\nshifts = ['angle']\n", "number = 2\nshifts = ['angel']\n"] {
            let mut found = Vec::new();
            parameters.clone().in_laps("exercise.toml", Some(laps(wrong)), &mut found);
            assert_eq!(codes(&found), ["parameter-laps"], "{wrong}");
        }
    }
}
