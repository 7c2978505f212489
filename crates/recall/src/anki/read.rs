use super::AnkiCard;
use super::html::plain;
use std::collections::BTreeMap;

/// Largest text that is read, in bytes.
pub const LARGEST_ANKI: usize = 10_000_000;

/// Most cards of one text, and the longest field, in bytes.
const MOST_CARDS: usize = 20_000;
const LONGEST_FIELD: usize = 20_000;

/// A line that is no card, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// From 1.
    pub line: usize,
    /// What is wrong with it.
    pub says: String,
}

/// Nothing of the text can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Too large.
    #[error("the file is larger than 10 MB")]
    TooLarge,
    /// No text.
    #[error("the file is not UTF-8 text")]
    NotText,
    /// Too many.
    #[error("the file holds more than 20,000 cards")]
    TooMany,
}

/// What the headers say.
#[derive(Default)]
struct Head {
    separator: Option<char>,
    html: Option<bool>,
    guid: Option<usize>,
    tags: Option<usize>,
    /// Columns that name a deck or a type of notes, which are nothing to us.
    others: Vec<usize>,
    tags_of_all: Vec<String>,
}

/// Reads the cards of a text; lines that are none are told, and the others are read. Without a header the separator is guessed from the first
/// line. HTML becomes plain text unless the header says that there is none.
pub fn read_anki(bytes: &[u8]) -> Result<(Vec<AnkiCard>, Vec<BadLine>), Unreadable> {
    if bytes.len() > LARGEST_ANKI {
        return Err(Unreadable::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let mut bad = Vec::new();
    let (head, body, first_line) = head(&text, &mut bad);
    let separator = head.separator.unwrap_or_else(|| guessed(body));
    let (mut cards, mut met) = (Vec::new(), Met::default());
    for record in records(body, separator, first_line, &mut bad) {
        match card(record.fields, &head).and_then(|card| met.add(record.line, card, &cards)) {
            Ok(card) => cards.push(card),
            Err(says) => bad.push(BadLine { line: record.line, says }),
        }
        if cards.len() > MOST_CARDS {
            return Err(Unreadable::TooMany);
        }
    }
    bad.sort_by_key(|bad| bad.line);
    Ok((cards, bad))
}

/// Where in the text each card stands, by what tells it from the others. Of two that are told apart by nothing, the second would take the place
/// of the first.
#[derive(Default)]
struct Met {
    /// Line and number of the card.
    by_guid: BTreeMap<String, (usize, usize)>,
    by_front: BTreeMap<String, (usize, usize)>,
    without_guid: BTreeMap<String, (usize, usize)>,
}

impl Met {
    /// The card again, to be kept as the next of `cards`, or where its like stands with another text.
    fn add(&mut self, line: usize, card: AnkiCard, cards: &[AnkiCard]) -> Result<AnkiCard, String> {
        let by_guid = self.by_guid.get(&card.guid);
        let by_front = if card.guid.is_empty() { &self.by_front } else { &self.without_guid };
        let differs = |(_, at): &&(usize, usize)| {
            let met = &cards[*at];
            (&met.front, &met.back, &met.tags) != (&card.front, &card.back, &card.tags)
        };
        if let Some((first, _)) = by_guid.filter(differs) {
            return Err(format!(
                "Its guid `{}` stands in line {first} already and the two differ, so only line {first} is read. Give one of them another guid.",
                shown(&card.guid)
            ));
        }
        if let Some((first, _)) = by_front.get(&card.front).filter(differs) {
            return Err(format!(
                "It asks the same as line {first} and the two differ, so only line {first} is read. Make one card of them, or change what one asks."
            ));
        }
        let here = (line, cards.len());
        if card.guid.is_empty() {
            self.without_guid.entry(card.front.clone()).or_insert(here);
        } else {
            self.by_guid.entry(card.guid.clone()).or_insert(here);
        }
        self.by_front.entry(card.front.clone()).or_insert(here);
        Ok(card)
    }
}

/// The headers, what stands behind them, and the number of its first line.
fn head<'a>(text: &'a str, bad: &mut Vec<BadLine>) -> (Head, &'a str, usize) {
    let mut head = Head::default();
    let mut rest = text;
    let mut line = 1;
    while let Some(header) = rest.strip_prefix('#') {
        let (header, after) = header.split_once('\n').unwrap_or((header, ""));
        if let Some((key, value)) = header.split_once(':') {
            let column = || value.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let mut of_column = |into: &mut Option<usize>| match column() {
                Some(at) => *into = Some(at),
                None => bad.push(BadLine { line, says: format!("`{}` is no number of a column, so it is left out.", shown(value)) }),
            };
            match key.trim().to_lowercase().as_str() {
                "separator" => head.separator = separator(value),
                "html" => head.html = Some(value.trim() == "true"),
                "guid column" => of_column(&mut head.guid),
                "tags column" => of_column(&mut head.tags),
                "deck column" | "notetype column" => head.others.extend(column()),
                "tags" => head.tags_of_all = tags(value),
                _ => {}
            }
        }
        rest = after;
        line += 1;
    }
    (head, rest, line)
}

fn separator(value: &str) -> Option<char> {
    match value.trim().to_lowercase().as_str() {
        "tab" | "\\t" => Some('\t'),
        "comma" => Some(','),
        "semicolon" => Some(';'),
        "pipe" => Some('|'),
        "colon" => Some(':'),
        "space" => Some(' '),
        _ => value.chars().next().filter(|letter| *letter != '"'),
    }
}

/// The separator that the first line holds.
fn guessed(body: &str) -> char {
    let first = body.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    ['\t', '|', ';', ','].into_iter().find(|separator| first.contains(*separator)).unwrap_or('\t')
}

struct Record {
    line: usize,
    fields: Vec<String>,
}

/// Lines as fields. A field in quotes may hold separators, line breaks and doubled quotes.
fn records(body: &str, separator: char, first_line: usize, bad: &mut Vec<BadLine>) -> Vec<Record> {
    let mut records = Vec::new();
    let mut rest = body;
    let mut line = first_line;
    while !rest.is_empty() {
        let physical = rest.split_inclusive('\n').next().unwrap_or(rest);
        let taken = if physical.trim().is_empty() || physical.starts_with('#') {
            physical.len()
        } else if let Some((fields, taken)) = record(rest, separator) {
            records.push(Record { line, fields });
            taken
        } else {
            bad.push(BadLine { line, says: "A quote that begins in this line is never closed.".to_owned() });
            physical.len()
        };
        line += rest[..taken].matches('\n').count();
        rest = &rest[taken..];
    }
    records
}

/// The fields of the record that a text begins with, and its bytes; nothing when a quote is not closed within a field's length.
fn record(text: &str, separator: char) -> Option<(Vec<String>, usize)> {
    let mut fields = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let mut field = String::new();
        if let Some(quoted) = rest.strip_prefix('"') {
            let mut inner = 0;
            loop {
                let close = quoted[inner..].find('"')? + inner;
                if close > LONGEST_FIELD * 2 {
                    return None;
                }
                field.push_str(&quoted[inner..close]);
                inner = close + 1;
                if !quoted[inner..].starts_with('"') {
                    break;
                }
                field.push('"');
                inner += 1;
            }
            at += 1 + inner;
        }
        let rest = &text[at..];
        let end = rest.find([separator, '\n']).unwrap_or(rest.len());
        field.push_str(&rest[..end]);
        fields.push(field);
        at += end;
        match text[at..].chars().next() {
            Some(letter) if letter == separator => at += letter.len_utf8(),
            Some(_) => return Some((fields, at + 1)),
            None => return Some((fields, at)),
        }
    }
}

fn card(fields: Vec<String>, head: &Head) -> Result<AnkiCard, String> {
    if let Some(long) = fields.iter().find(|field| field.len() > LONGEST_FIELD) {
        return Err(format!("A field has {} bytes; {LONGEST_FIELD} are the most.", long.len()));
    }
    let mut card = AnkiCard { tags: head.tags_of_all.clone(), ..AnkiCard::default() };
    let mut sides = Vec::new();
    for (at, field) in fields.into_iter().enumerate() {
        if head.guid == Some(at) {
            card.guid = field.trim().to_owned();
        } else if head.tags == Some(at) {
            card.tags.extend(tags(&field));
        } else if !head.others.contains(&at) {
            sides.push(if head.html == Some(false) { field.trim().to_owned() } else { plain(&field) });
        }
    }
    card.tags.dedup();
    let mut sides = sides.into_iter();
    card.front = sides.next().unwrap_or_default();
    card.back = sides.filter(|side| !side.is_empty()).collect::<Vec<_>>().join("\n\n");
    match (card.front.is_empty(), card.back.is_empty()) {
        (true, _) => Err("It has no front.".to_owned()),
        (false, true) => Err("It has no back.".to_owned()),
        (false, false) => Ok(card),
    }
}

fn tags(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The beginning of what somebody wrote.
fn shown(text: &str) -> &str {
    let text = text.trim();
    &text[..text.floor_char_boundary(40.min(text.len()))]
}
