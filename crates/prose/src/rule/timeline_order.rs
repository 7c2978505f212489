use super::{Draft, Least, Rule};
use crate::read::Section;
use crate::read::clock::Moment;
use crate::read::entry::{Entry, entries};
use footbridge_diagnostic::Diagnostic;

/// A timeline has at least five entries, each with its time, in order. Causes are found by asking what came before; an entry in the wrong
/// place makes an effect look like a cause.
pub(crate) const RULE: Rule = Rule {
    code: "prose-timeline-order",
    holds: "At least 5 entries, each beginning with a time, in order. An entry without a date is on the day of the one before.",
    why: "Causes are found by asking what came before; an entry in the wrong place makes an effect look like a cause.",
    find,
};

const FEWEST: Least = Least {
    count: 5,
    one: "entry with a time",
    many: "entries with a time",
    help: "Begin each line with its time: “10:42 UTC the alert fires”.",
};

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let entries = entries(section);
    let timed: Vec<(&Entry, Moment)> =
        entries.iter().filter_map(|entry| entry.at.filter(|at| at.minutes.is_some()).map(|at| (entry, at))).collect();
    let mut findings = draft.too_few(&RULE, section, timed.len(), &FEWEST);
    if findings.is_empty() {
        findings.extend(entries.iter().filter(|entry| entry.at.is_none()).map(|entry| {
            let message = format!("The entry “{}” does not begin with a time.", entry.name);
            draft.error(&RULE, entry.span.clone(), message).help("Begin it with the time: “10:42 UTC …”.")
        }));
    }
    findings.extend(first_out_of_order(draft, &timed));
    findings
}

fn first_out_of_order(draft: &Draft<'_>, timed: &[(&Entry, Moment)]) -> Option<Diagnostic> {
    let mut last: Option<(&Entry, Moment)> = None;
    for (entry, at) in timed {
        // An entry without a day happens on the day of the one before it.
        let now = Moment { day: at.day.or(last.and_then(|(_, last)| last.day)), ..*at };
        if let Some((earlier, _)) = last.filter(|(_, last)| now.is_before(*last)) {
            let message = format!("The entry “{}” stands below “{}”, which happened later.", entry.name, earlier.name);
            let help = "Put it where it belongs. If it is the next day, write the date before the time.";
            return Some(draft.error(&RULE, entry.span.clone(), message).help(help));
        }
        last = Some((entry, now));
    }
    None
}
