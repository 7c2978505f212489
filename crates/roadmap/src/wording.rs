//! How numbers and names are said.

pub(crate) use footbridge_diagnostic::counted;

/// Names as they stand in a file: `a`, `b` and `c`.
pub(crate) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    footbridge_diagnostic::listed(names.into_iter().map(|name| format!("`{name}`")))
}
