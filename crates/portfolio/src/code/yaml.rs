use super::paint::{Ink, Paint, line, number, quoted, run};

pub(super) fn paint(paint: &mut Paint<'_>) {
    while !paint.rest().is_empty() {
        let end = paint.rest().len() - line(paint.rest());
        key(paint);
        while paint.rest().len() > end {
            value(paint, end);
        }
        paint.plain(1);
    }
}

/// Spaces, dashes of a list, and the key before a colon.
fn key(paint: &mut Paint<'_>) {
    paint.plain(run(paint.rest(), |c| c == ' '));
    while paint.rest().starts_with("- ") {
        paint.plain(2);
        paint.plain(run(paint.rest(), |c| c == ' '));
    }
    let rest = paint.rest();
    let length = if rest.starts_with(['"', '\'']) {
        quoted(rest, rest.starts_with('"'), false)
    } else {
        run(rest, |c| !matches!(c, ':' | '\n' | '#' | '{' | '[' | ' ' | '"' | '\''))
    };
    let colon = &rest[length..];
    if length > 0 && colon.starts_with(':') && (colon.len() == 1 || colon[1..].starts_with([' ', '\n'])) {
        paint.ink(Ink::Name, length);
        paint.plain(1);
    }
}

fn value(paint: &mut Paint<'_>, end: usize) {
    let rest = paint.rest();
    let here = &rest[..rest.len() - end];
    let word = run(here, |c| !matches!(c, ' ' | ',' | '[' | ']' | '{' | '}'));
    if here.starts_with('#') {
        paint.ink(Ink::Comment, here.len());
    } else if here.starts_with(['"', '\'']) {
        paint.ink(Ink::Text, quoted(here, here.starts_with('"'), false));
    } else if word == 0 {
        paint.plain_character();
    } else if number(here) == word {
        paint.ink(Ink::Number, word);
    } else if matches!(&here[..word], "true" | "false" | "null") {
        paint.ink(Ink::Keyword, word);
    } else {
        paint.plain(word);
    }
}
