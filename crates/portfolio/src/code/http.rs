use super::json;
use super::paint::{Ink, Paint, line, run};

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// Messages one after the other: a first line, headers, an empty line, a body. A body in JSON is coloured as such.
pub(super) fn paint(paint: &mut Paint<'_>) {
    let mut in_headers = true;
    while !paint.rest().is_empty() {
        let rest = paint.rest();
        let length = line(rest);
        if begins_a_message(&rest[..length]) {
            first_line(paint, length);
            in_headers = true;
        } else if length == 0 {
            in_headers = false;
        } else if in_headers {
            header(paint, length);
        } else {
            body(paint);
            continue;
        }
        paint.plain(1);
    }
}

fn begins_a_message(line: &str) -> bool {
    line.starts_with("HTTP/") || METHODS.iter().any(|method| line.strip_prefix(method).is_some_and(|rest| rest.starts_with(' ')))
}

fn first_line(paint: &mut Paint<'_>, length: usize) {
    let line = &paint.rest()[..length];
    let first = run(line, |c| c != ' ');
    if line.starts_with("HTTP/") {
        paint.ink(Ink::Comment, first);
        let after = &line[first..];
        let gap = run(after, |c| c == ' ');
        paint.plain(gap);
        let status = run(&after[gap..], |c| c.is_ascii_digit());
        paint.ink(Ink::Number, status);
        paint.plain(after.len() - gap - status);
        return;
    }
    paint.ink(Ink::Keyword, first);
    let version = line.rfind(" HTTP/").map_or(line.len(), |at| at + 1).max(first);
    paint.plain(version - first);
    paint.ink(Ink::Comment, line.len() - version);
}

fn header(paint: &mut Paint<'_>, length: usize) {
    let line = &paint.rest()[..length];
    let name = run(line, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if line[name..].starts_with(':') {
        paint.ink(Ink::Name, name);
        paint.plain(length - name);
    } else {
        paint.plain(length);
    }
}

/// Everything up to the line where the next message begins.
fn body(paint: &mut Paint<'_>) {
    let rest = paint.rest();
    let mut length = 0;
    for line in rest.split_inclusive('\n') {
        if begins_a_message(line) {
            break;
        }
        length += line.len();
    }
    if rest.trim_start().starts_with(['{', '[']) {
        let end = rest.len() - length;
        while paint.rest().len() > end {
            json::token(paint);
        }
    } else {
        paint.plain(length);
    }
}
