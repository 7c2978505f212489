use super::{Draft, Rule, counted};
use crate::read::Section;
use crate::read::clock::{self, Moment};
use crate::read::label::Label;
use crate::text::Prose;
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// A timeline has at least five entries, each with its time, in order. Causes are found by asking what came before; an entry in the wrong
/// place makes an effect look like a cause.
pub(crate) const RULE: Rule = Rule {
    code: "prose-timeline-order",
    holds: "At least 5 entries, each beginning with a time, in order. An entry without a date is on the day of the one before.",
    why: "Causes are found by asking what came before; an entry in the wrong place makes an effect look like a cause.",
    find,
};

const TIME: Label = &["time", "when", "at"];

const FEWEST: usize = 5;

/// One entry of a log or timeline.
pub(crate) struct Entry {
    pub(crate) at: Option<Moment>,
    pub(crate) name: String,
    pub(crate) span: Range<usize>,
}

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let entries = entries(section);
    let timed: Vec<(&Entry, Moment)> =
        entries.iter().filter_map(|entry| entry.at.filter(|at| at.minutes.is_some()).map(|at| (entry, at))).collect();
    let mut findings = Vec::new();
    if timed.len() < FEWEST {
        let message = format!(
            "The section “{}” has {} with a time; it needs {FEWEST}.",
            section.heading,
            counted(timed.len(), "entry").replace("entrys", "entries")
        );
        findings.push(draft.error(&RULE, section.span(), message).help("Begin each line with its time: “10:42 UTC the alert fires”."));
    } else {
        for entry in entries.iter().filter(|entry| entry.at.is_none()) {
            let message = format!("The entry “{}” does not begin with a time.", entry.name);
            findings.push(draft.error(&RULE, entry.span.clone(), message).help("Begin it with the time: “10:42 UTC …”."));
        }
    }
    findings.extend(first_out_of_order(draft, &timed));
    findings
}

fn first_out_of_order(draft: &Draft<'_>, timed: &[(&Entry, Moment)]) -> Option<Diagnostic> {
    // An entry without a day happens on the day of the one before it.
    let mut last: Option<(u32, u32)> = None;
    for (entry, at) in timed {
        let day = at.day.or_else(|| last.map(|(day, _)| day)).unwrap_or(0);
        let now = (day, at.minutes.unwrap_or(0));
        if last.is_some_and(|last| now < last) {
            let message = format!("The entry “{}” stands behind one that happened later.", entry.name);
            let help = "Put it where it belongs. If it is the next day, write the date before the time.";
            return Some(draft.error(&RULE, entry.span.clone(), message).help(help));
        }
        // The first day that is written comes after entries that name none.
        last = Some(now);
    }
    None
}

/// List items or rows; where there are none, lines of the text.
pub(crate) fn entries(section: &Section<'_>) -> Vec<Entry> {
    let items = section.items(&[]);
    let listed: Vec<Entry> = items
        .iter()
        .map(|item| {
            let column = item.column(TIME).map(|time| time.text);
            Entry { at: clock::leading(column.as_deref().unwrap_or(item.text())), name: item.name().to_owned(), span: item.span.clone() }
        })
        .collect();
    let lined: Vec<Entry> = section.blocks().filter(|block| block.item.is_none()).flat_map(|block| lines(&block.prose)).collect();
    let timed = |entries: &[Entry]| entries.iter().filter(|entry| entry.at.is_some()).count();
    if timed(&lined) > timed(&listed) { lined } else { listed }
}

fn lines(prose: &Prose) -> Vec<Entry> {
    let breaks = prose.lines.iter().copied().chain(prose.text.match_indices('\n').map(|(at, _)| at + 1));
    let mut starts: Vec<usize> = std::iter::once(0).chain(breaks).collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).copied().chain([prose.text.len()]);
    let ranges = starts.iter().copied().zip(ends).map(|(start, end)| start..end);
    ranges
        .filter_map(|range| {
            let line = prose.text[range.clone()].trim_end();
            let name = line.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
            let at = clock::leading(line);
            at.map(|at| Entry { at: Some(at), name, span: prose.origin(range.start..range.start + line.len()) })
        })
        .collect()
}
