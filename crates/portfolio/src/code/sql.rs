use super::paint::{Ink, Paint, line, number, quoted, word};

/// Sorted, for a binary search.
const KEYWORDS: [&str; 67] = [
    "all",
    "and",
    "as",
    "asc",
    "between",
    "by",
    "case",
    "cast",
    "cross",
    "current",
    "date",
    "desc",
    "distinct",
    "else",
    "end",
    "escape",
    "except",
    "exists",
    "false",
    "filter",
    "first",
    "following",
    "from",
    "full",
    "group",
    "having",
    "ilike",
    "in",
    "inner",
    "intersect",
    "interval",
    "is",
    "join",
    "last",
    "lateral",
    "left",
    "like",
    "limit",
    "natural",
    "not",
    "null",
    "nulls",
    "offset",
    "on",
    "or",
    "order",
    "outer",
    "over",
    "partition",
    "preceding",
    "qualify",
    "range",
    "recursive",
    "right",
    "row",
    "rows",
    "select",
    "then",
    "timestamp",
    "true",
    "unbounded",
    "union",
    "using",
    "values",
    "when",
    "where",
    "with",
];

pub(super) fn paint(paint: &mut Paint<'_>) {
    while let Some(next) = paint.next() {
        let rest = paint.rest();
        match next {
            '\'' => paint.ink(Ink::Text, text(rest)),
            '"' => paint.plain(quoted(rest, false, false)),
            '-' if rest.starts_with("--") => paint.ink(Ink::Comment, line(rest)),
            '/' if rest.starts_with("/*") => paint.ink(Ink::Comment, rest[2..].find("*/").map_or(rest.len(), |end| end + 4)),
            '0'..='9' => paint.ink(Ink::Number, number(rest)),
            _ => name(paint),
        }
    }
}

/// A text in which `''` stands for one quote.
fn text(rest: &str) -> usize {
    let mut length = quoted(rest, false, true);
    while rest[length..].starts_with('\'') {
        length += quoted(&rest[length..], false, true);
    }
    length
}

fn name(paint: &mut Paint<'_>) {
    let rest = paint.rest();
    let length = word(rest);
    if length == 0 {
        paint.plain_character();
    } else if KEYWORDS.binary_search(&rest[..length].to_ascii_lowercase().as_str()).is_ok() {
        paint.ink(Ink::Keyword, length);
    } else if rest[length..].starts_with('(') {
        paint.ink(Ink::Name, length);
    } else {
        paint.plain(length);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn keywords_are_sorted() {
        assert!(super::KEYWORDS.is_sorted());
    }
}
