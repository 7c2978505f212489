use super::{Ink, Page, Span, command_for, finding, rows_table, rows_words};
use footbridge_app::view::{ExerciseState, FindingView, VerdictView};
use footbridge_diagnostic::upper_first;

/// What a check found, all of it: the answer first, then what to mend, then what comes next.
pub(crate) fn verdict(page: &mut Page<'_>, view: &VerdictView, file: &str, text: &str) {
    let (words, ink) = outcome_words(&view.outcome);
    page.labelled(Span::new(ink, format!("{words}:")), &view.summary);
    match view.passes_as {
        _ if view.outcome != "pass" => {}
        ExerciseState::SelfReported => page.says("Your own word stands for this one: it counts as self-reported, never as verified."),
        ExerciseState::StructureVerified => {
            page.says("What it must hold was judged, and whether it is good was not: it counts as structure verified.");
        }
        _ => {}
    }
    for kind in ["essential", "actionable", "informative"] {
        for found in view.findings.iter().filter(|found| found.kind == kind) {
            page.gap();
            page.verbatim(&finding(found, file, text, page.terminal()));
        }
    }
    right(page, &view.findings);
    for table in &view.tables {
        page.heading(&upper_first(&table.title));
        page.table(&rows_table(&table.rows));
        page.aside(&rows_words(&table.rows));
    }
    if !view.discussion.is_empty() {
        page.blocks(&view.discussion, &[]);
    }
    page.gap();
    if let Some(kept) = &view.kept {
        page.says(&format!("Kept as evidence: `{kept}`"));
    }
    for milestone in &view.milestones {
        page.labelled(Span::new(Ink::Good, "Milestone reached:"), milestone);
    }
    if view.outcome == "pass"
        && let Some(next) = &view.next
    {
        let command = command_for(&next.opens).map(|command| format!(" (`{command}`)")).unwrap_or_default();
        page.says(&format!("Next: {}{command}", next.title));
    }
}

/// The outcome in words, and its ink.
pub(crate) fn outcome_words(outcome: &str) -> (&'static str, Ink) {
    match outcome {
        "pass" => ("Passed", Ink::Good),
        "revise" => ("Not right yet", Ink::Warning),
        "unreadable" => ("Cannot be read", Ink::Bad),
        _ => ("Not checked", Ink::Warning),
    }
}

fn right(page: &mut Page<'_>, findings: &[FindingView]) {
    let mut right = findings.iter().filter(|found| found.kind == "celebratory").peekable();
    if right.peek().is_some() {
        page.heading("What is right");
    }
    for found in right {
        match &found.question {
            Some(question) => page.point(&format!("`{question}`: {}", found.message)),
            None => page.point(&found.message),
        }
    }
}
