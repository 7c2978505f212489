use super::paint::{Ink, Paint, number, quoted, word};

pub(super) fn paint(paint: &mut Paint<'_>) {
    while !paint.rest().is_empty() {
        token(paint);
    }
}

pub(super) fn token(paint: &mut Paint<'_>) {
    let rest = paint.rest();
    if rest.starts_with('"') {
        let length = quoted(rest, true, false);
        let names = rest[length..].trim_start().starts_with(':');
        paint.ink(if names { Ink::Name } else { Ink::Text }, length);
        return;
    }
    let digits = number(rest);
    if digits > 0 {
        paint.ink(Ink::Number, digits);
        return;
    }
    match word(rest) {
        0 => paint.plain_character(),
        length if matches!(&rest[..length], "true" | "false" | "null") => paint.ink(Ink::Keyword, length),
        length => paint.plain(length),
    }
}
