//! Pieces of SQL that cannot break out of their place.

/// A name, in double quotes so that capitals, spaces and words of SQL stay what they are.
pub(crate) fn name(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A text.
pub(crate) fn text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A share with four digits, unknown where there is nothing to share.
pub(crate) fn share(part: &str, whole: &str) -> String {
    format!("round({part} * 1.0 / nullif({whole}, 0), 4)")
}

/// Both ends of the Wilson score interval at 95 % for `part` of `whole`: Wilson, *Journal of the American Statistical Association* 22
/// (1927), 209–212. Unlike the textbook's p ± 1.96 s it stays within 0 and 1
/// and holds for few users. Adding 0 takes the sign from what is rounded to -0.0.
pub(crate) fn wilson(part: &str, whole: &str) -> [String; 2] {
    ["-", "+"].map(|sign| {
        let n = format!("nullif({whole}, 0)");
        let p = format!("({part} * 1.0 / {n})");
        format!("0 + round(({p} + 1.920729 / {n} {sign} 1.959964 * sqrt({p} * (1 - {p}) / {n} + 0.960365 / ({n} * {n} * 1.0))) / (1 + 3.841459 / {n}), 4)")
    })
}
