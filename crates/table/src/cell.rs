//! Cells of CSV files. A spreadsheet runs a cell that begins like a formula, whoever wrote it.

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before the sign that begins one. A text that looks as if that had
/// been done to it gets another, so that [`as_written`] gives back every text.
pub fn guarded(text: &str) -> String {
    if begins_a_formula(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// What [`guarded`] was given. An apostrophe that guards nothing, as in 'tis, is the writer's own.
pub fn as_written(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| begins_a_formula(rest.trim_start_matches('\''))).unwrap_or(cell)
}

/// Some programs skip white space before these signs, and take their wide forms too.
fn begins_a_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_come_back() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+91 98765", "'+91 98765"),
            ("-5 %", "'-5 %"),
            ("@here", "'@here"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("\nx", "'\nx"),
            ("\u{a0}=1", "'\u{a0}=1"),
            (" =1", "' =1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("''=1", "'''=1"),
            ("'tis", "'tis"),
            ("''tis", "''tis"),
            ("plain = text", "plain = text"),
            ("", ""),
            ("'", "'"),
        ] {
            assert_eq!(guarded(text), cell);
            assert_eq!(as_written(cell), text, "{cell}");
        }
    }
}
