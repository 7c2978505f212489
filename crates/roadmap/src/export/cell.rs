//! Cells of CSV files. A spreadsheet runs a cell that begins like a formula, whoever wrote it.

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before the signs that begin one.
pub(crate) fn disarmed(text: &str) -> String {
    if begins_a_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// As [`disarmed`], and it comes back: an apostrophe at the beginning gets another, so that [`as_written`] can tell ours from theirs.
pub(crate) fn neutralised(text: &str) -> String {
    if begins_a_formula(text) || text.starts_with('\'') { format!("'{text}") } else { text.to_owned() }
}

/// What [`neutralised`] was given.
pub(crate) fn as_written(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if begins_a_formula(rest) || rest.starts_with('\'') => rest,
        // A spreadsheet may have written an apostrophe of its own, as in 'tis.
        _ => cell,
    }
}

/// Only the signs that are run, not the apostrophe; some programs skip white space before them, and take their wide forms too.
pub(crate) fn begins_a_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_come_back() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+91 98765", "'+91 98765"),
            ("-5 %", "'-5 %"),
            ("@here", "'@here"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            (" =1", "' =1"),
            ("＝1", "'＝1"),
            ("'tis", "''tis"),
            ("'=1", "''=1"),
            ("plain = text", "plain = text"),
            ("", ""),
            ("'", "''"),
        ] {
            assert_eq!(neutralised(text), cell);
            assert_eq!(disarmed(text), if text.starts_with('\'') { text } else { cell });
            assert_eq!(as_written(cell), text, "{cell}");
        }
        assert_eq!(as_written("'tis"), "'tis");
    }
}
