//! Texts in YAML files that a program writes and a person edits.

use std::fmt::Write as _;

/// Any text as one value, or one key, on one line: in double quotes, where YAML takes every letter, so that nothing in it becomes a key, a
/// list or another type. Line breaks stay, as `\n`.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                write!(quoted, "\\u{:04X}", u32::from(letter)).expect("a String takes every letter");
            }
            letter if letter.is_control() => write!(quoted, "\\x{:02X}", u32::from(letter)).expect("a String takes every letter"),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn every_text_is_one_value_on_one_line() {
        for (text, value) in [
            ("", r#""""#),
            ("3,500 a month: ~30 %", r#""3,500 a month: ~30 %""#),
            ("- # {a: [b]} 'c' yes", r#""- # {a: [b]} 'c' yes""#),
            ("“files” in \"git\" \\ ₹", r#""“files” in \"git\" \\ ₹""#),
            ("one\ntwo\tthree\r\n", r#""one\ntwo\tthree\x0D\n""#),
            ("\u{0}\u{1b}[31m\u{7f}\u{85}", r#""\x00\x1B[31m\x7F\x85""#),
            ("\u{feff}\u{2028}\u{2029}\u{fffe}\u{ffff}", r#""\uFEFF\u2028\u2029\uFFFE\uFFFF""#),
        ] {
            assert_eq!(quoted(text), value);
        }
    }
}
