//! Texts with places for fields: `Size: {size}`.

use footbridge_diagnostic::nearest;

/// The values of a field of a record; none when the record says nothing about it.
pub(crate) type Values<'v> = &'v dyn Fn(usize, usize) -> Vec<String>;

/// A text with places for fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template {
    lines: Vec<Vec<Part>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    /// A place in the list of names.
    Place(usize),
}

/// Why a text is no template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UnknownPlace {
    /// What stands between the braces.
    pub(crate) name: String,
    /// The field that was probably meant.
    pub(crate) near: Option<String>,
}

impl Template {
    /// A brace that opens and does not close is text.
    pub(crate) fn parse(text: &str, names: &[&str]) -> Result<Self, UnknownPlace> {
        let lines = text.split('\n').map(|text| line(text, names)).collect::<Result<_, _>>()?;
        Ok(Self { lines })
    }

    pub(crate) fn fields(&self) -> impl Iterator<Item = usize> + '_ {
        self.lines.iter().flatten().filter_map(|part| match part {
            Part::Text(_) => None,
            Part::Place(field) => Some(*field),
        })
    }

    /// The text for one record. A line all of whose places are empty is left out; several values of a place are joined by semicolons.
    pub(crate) fn fill(&self, values: Values<'_>, record: usize) -> String {
        let lines = self.lines.iter().filter_map(|parts| {
            let mut places = 0;
            let mut filled = 0;
            let mut words = String::new();
            for part in parts {
                match part {
                    Part::Text(text) => words.push_str(text),
                    Part::Place(field) => {
                        let values = values(record, *field);
                        places += 1;
                        filled += usize::from(!values.is_empty());
                        words.push_str(&values.join("; "));
                    }
                }
            }
            (places == 0 || filled > 0).then_some(words)
        });
        let lines: Vec<String> = lines.collect();
        lines.join("\n").trim().to_owned()
    }

    /// The field of a text that is nothing but its place.
    pub(crate) fn only_place(&self) -> Option<usize> {
        match self.lines.as_slice() {
            [parts] => match parts.as_slice() {
                [Part::Place(field)] => Some(*field),
                _ => None,
            },
            _ => None,
        }
    }

    /// One value of a list. A template of nothing but a place has as many values as the field.
    pub(crate) fn values(&self, values: Values<'_>, record: usize) -> Vec<String> {
        if let Some(field) = self.only_place() {
            return values(record, field);
        }
        Some(self.fill(values, record)).filter(|value| !value.is_empty()).into_iter().collect()
    }
}

fn line(text: &str, names: &[&str]) -> Result<Vec<Part>, UnknownPlace> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, name, after)) = place(rest) {
        let unknown = || UnknownPlace { name: name.to_owned(), near: nearest(name, names.iter().copied()).map(str::to_owned) };
        let field = names.iter().position(|known| *known == name).ok_or_else(unknown)?;
        if !before.is_empty() {
            parts.push(Part::Text(before.to_owned()));
        }
        parts.push(Part::Place(field));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest.to_owned()));
    }
    Ok(parts)
}

fn place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}
