//! The sentences a person reads about a journal. One for each file and kind of problem, so that a thousand foreign lines are one sentence.

use crate::reader::{LineProblem, LineProblemKind};
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

const LINES_NAMED: usize = 3;

/// Findings about one file, in the order of their first line.
pub(crate) fn of_file(file: &str, problems: &[LineProblem]) -> Vec<Diagnostic> {
    let mut groups: Vec<Vec<&LineProblem>> = Vec::new();
    for problem in problems {
        let same = |group: &&mut Vec<&LineProblem>| std::mem::discriminant(&group[0].kind) == std::mem::discriminant(&problem.kind);
        match groups.iter_mut().find(same) {
            Some(group) => group.push(problem),
            None => groups.push(vec![problem]),
        }
    }
    groups.iter().map(|group| of_group(file, group)).collect()
}

/// The finding about a last line that was cut short.
pub(crate) fn torn(file: &str, line: usize, span: Range<usize>) -> Diagnostic {
    Diagnostic::warning("journal-torn-line", format!("Line {line} of `{file}`, the last one, was cut short and is not counted."))
        .at(file, span)
        .note("The machine or Footbridge stopped while writing it. That act was never confirmed; everything before it is there.")
        .help(format!(
            "Nothing to do: the next act recorded on the same device moves the piece to `{file}.torn-1`, or the next free number."
        ))
}

/// The finding about events of one device whose times and numbers disagree.
pub(crate) fn clock_went_back(file: &str, line: usize, device: &str) -> Diagnostic {
    Diagnostic::advice(
        "journal-clock-went-back",
        format!("Line {line} of `{file}` is dated before an event that device `{device}` numbered before it."),
    )
    .note("Its clock went back between the two, or the folder was on two branches.")
    .note("Every event is counted, in the order of its time.")
}

fn of_group(file: &str, group: &[&LineProblem]) -> Diagnostic {
    let one = group.len() == 1;
    let lines = name_lines(group);
    let (are, they, their) = if one { ("is", "it", "an event") } else { ("are", "they", "events") };
    let place = |finding: Diagnostic| finding.at(file, group[0].span.clone());
    match &group[0].kind {
        LineProblemKind::Newer => {
            let were = if one { "was" } else { "were" };
            place(Diagnostic::warning(
                "journal-newer-format",
                format!("{lines} of `{file}` {were} written by a newer Footbridge; {they} {are} kept as written and not counted here."),
            ))
            .help("Update Footbridge on this device to count what it says.")
        }
        LineProblemKind::Damaged { why } => place(Diagnostic::warning(
            "journal-damaged-line",
            format!("{lines} of `{file}` {are} {their} of Footbridge that cannot be read; {they} {are} left as written and not counted."),
        ))
        .note(if one { format!("What is wrong: {why}.") } else { format!("What is wrong with the first: {why}.") })
        .help("If the file was edited by hand, its history in git has the line as it was."),
        LineProblemKind::Foreign => place(Diagnostic::warning(
            "journal-foreign-line",
            format!("{lines} of `{file}` {are} not written by Footbridge; {they} {are} left as written and not counted."),
        )),
        LineProblemKind::ConflictMarker => place(Diagnostic::warning(
            "journal-conflict-marker",
            format!(
                "{lines} of `{file}` {are} left from a merge in git that was not finished; the events around {them} are counted.",
                them = if one { "it" } else { "them" }
            ),
        ))
        .help("Delete the marker lines and keep all others: events count in any order, and twice the same counts once.")
        .help("With `journal/*.jsonl merge=union` in `.gitattributes` git merges these files by itself."),
        LineProblemKind::Glued { .. } => place(Diagnostic::advice(
            "journal-glued-line",
            format!(
                "{lines} of `{file}` {hold} whole events among other bytes; those events are counted.",
                hold = if one { "holds" } else { "hold" }
            ),
        ))
        .note("A line break was lost in a merge, or the machine lost power while writing."),
        LineProblemKind::Duplicate => place(Diagnostic::advice(
            "journal-duplicate",
            format!(
                "{lines} of `{file}` {repeat} {their} read before; each event counts once.",
                repeat = if one { "repeats" } else { "repeat" }
            ),
        ))
        .note("Merging the same history twice leaves such lines. They do no harm."),
        LineProblemKind::Contradiction => place(Diagnostic::warning(
            "journal-contradiction",
            format!(
                "{lines} of `{file}` {carry} the id of another event and {say} something else; only the earlier of the two is counted.",
                carry = if one { "carries" } else { "carry" },
                say = if one { "says" } else { "say" }
            ),
        ))
        .help("If the file was edited by hand, its history in git has the line as it was."),
    }
}

fn name_lines(group: &[&LineProblem]) -> String {
    let mut numbers: Vec<usize> = group.iter().map(|problem| problem.line).collect();
    numbers.dedup();
    match numbers.as_slice() {
        [one] => format!("Line {one}"),
        [most @ .., last] if numbers.len() <= LINES_NAMED => format!("Lines {} and {last}", comma(most)),
        _ => format!("Lines {} and {} more", comma(&numbers[..LINES_NAMED]), numbers.len() - LINES_NAMED),
    }
}

fn comma(numbers: &[usize]) -> String {
    numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}
