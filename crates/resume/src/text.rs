use crate::resume::Resume;
use crate::sheet::{Block, Item, sheet};
use unicode_width::UnicodeWidthStr;

const COLUMNS: usize = 80;

/// The résumé as plain text for forms that take nothing else: at most 80 columns, except for a word that is longer. No marks but hyphens
/// before bullets; sections and entries are separated by empty lines.
pub fn text(resume: &Resume) -> String {
    let sheet = sheet(resume.content());
    let mut lines: Vec<String> = Vec::new();
    for words in sheet.name.iter().chain(&sheet.label) {
        wrap(&mut lines, "", words);
    }
    for items in [&sheet.contact, &sheet.links] {
        wrap(&mut lines, "", &items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join(" | "));
    }
    if !sheet.summary.is_empty() {
        lines.push(String::new());
    }
    for words in &sheet.summary {
        wrap(&mut lines, "", words);
    }
    for section in &sheet.sections {
        lines.push(String::new());
        lines.push(section.heading.to_uppercase());
        for block in &section.blocks {
            lines.push(String::new());
            push_block(&mut lines, block);
        }
        if !section.lines.is_empty() {
            lines.push(String::new());
        }
        for line in &section.lines {
            match &line.label {
                Some(label) => wrap(&mut lines, "", &format!("{label}: {}", line.text)),
                None => wrap(&mut lines, "", &line.text),
            }
        }
    }
    lines.join("\n").trim_start().to_owned() + "\n"
}

fn push_block(lines: &mut Vec<String>, block: &Block) {
    let Block { title, by, dates, link, paragraphs, bullets, entry: _ } = block;
    for words in title.iter().chain(by).chain(dates).chain(link.as_ref().map(|Item { text, .. }| text)).chain(paragraphs) {
        wrap(lines, "", words);
    }
    for words in bullets {
        wrap(lines, "- ", words);
    }
}

/// Breaks words into lines; the lines after the first stand below the words of the first.
fn wrap(lines: &mut Vec<String>, mark: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    let mut line = mark.to_owned();
    let mut empty = true;
    for word in words.split(' ') {
        if !empty && line.width() + 1 + word.width() > COLUMNS {
            lines.push(std::mem::replace(&mut line, " ".repeat(mark.len())));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
}
