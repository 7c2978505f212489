use super::paint::{Ink, Paint, line, number, quoted, run};

pub(super) fn paint(paint: &mut Paint<'_>) {
    // At the beginning of a command the next word is a program.
    let mut begins = true;
    // Between words; a `#` begins a comment only here.
    let mut between = true;
    while let Some(next) = paint.next() {
        let rest = paint.rest();
        match next {
            '\\' => {
                // A line that goes on is still the same command.
                paint.plain(rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at));
                between = true;
                continue;
            }
            '\n' | '|' | ';' | '&' => {
                paint.plain_character();
                begins = true;
            }
            ' ' | '\t' => paint.plain_character(),
            '#' if between => paint.ink(Ink::Comment, line(rest)),
            '$' if begins && rest.starts_with("$ ") => paint.plain(1),
            '"' | '\'' => {
                paint.ink(Ink::Text, quoted(rest, next == '"', true));
                begins = false;
            }
            '$' => variable(paint),
            '-' if between => paint.ink(Ink::Keyword, run(rest, |c| c.is_alphanumeric() || matches!(c, '-' | '_'))),
            _ => {
                begins = word(paint, begins, between);
            }
        }
        between = matches!(next, ' ' | '\t' | '\n' | '|' | ';' | '&');
    }
}

fn variable(paint: &mut Paint<'_>) {
    let rest = paint.rest();
    let length = match rest[1..].chars().next() {
        Some('{') => run(rest, |c| c != '}' && c != '\n') + usize::from(rest[run(rest, |c| c != '}' && c != '\n')..].starts_with('}')),
        Some(c) if c.is_alphanumeric() || c == '_' => 1 + run(&rest[1..], |c| c.is_alphanumeric() || c == '_'),
        _ => 0,
    };
    if length == 0 { paint.plain_character() } else { paint.ink(Ink::Variable, length) }
}

/// Whether a command still begins after it.
fn word(paint: &mut Paint<'_>, begins: bool, between: bool) -> bool {
    let rest = paint.rest();
    let length = run(rest, |c| !c.is_whitespace() && !matches!(c, '"' | '\'' | '$' | '|' | ';' | '&' | '\\' | '#'));
    if length == 0 {
        paint.plain_character();
    } else if between && number(rest) == length {
        paint.ink(Ink::Number, length);
    } else if begins && !rest[..length].contains('=') {
        paint.ink(Ink::Name, length);
    } else {
        paint.plain(length);
        // `NAME=value program`: the program is still to come.
        return begins;
    }
    false
}
