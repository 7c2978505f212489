use super::text::{painted, wrap};
use super::{Span, Terminal};
use footbridge_app::view::{FindingView, PositionView};
use footbridge_diagnostic::{Diagnostic, Source, render_text};

/// A finding with the lines it points at, its reasons and what to do next.
pub(crate) fn finding(view: &FindingView, file: &str, text: &str, terminal: &Terminal) -> String {
    // The renderer does not wrap; its first line begins with severity and code, the others with a label.
    let fits = |sentence: &str| wrapped(sentence, terminal.width.saturating_sub(12));
    let first = terminal.width.saturating_sub(view.code.len() + 12);
    let message = wrapped(&view.message, first.max(40));
    let mut diagnostic = match view.severity.as_str() {
        "error" => Diagnostic::error(&view.code, message),
        "warning" => Diagnostic::warning(&view.code, message),
        _ => Diagnostic::advice(&view.code, message),
    };
    let source = Source { file, text };
    let byte = |at: &PositionView| source.byte_of(at.line as u64, at.column as u64);
    match (&view.start, &view.end) {
        (Some(start), Some(end)) => diagnostic = diagnostic.at(file, byte(start)..byte(end)),
        _ => {
            if let Some(question) = &view.question {
                diagnostic = diagnostic.note(format!("It is about the question `{question}`."));
            }
        }
    }
    diagnostic.notes.extend(view.notes.iter().map(|note| fits(note)));
    diagnostic.help.extend(view.help.iter().map(|help| fits(help)));
    render_text(&diagnostic, Some(&source), terminal.colour)
}

fn wrapped(sentence: &str, columns: usize) -> String {
    let lines = wrap(&[Span::plain(sentence)], columns);
    lines.iter().map(|line| painted(line, false)).collect::<Vec<_>>().join("\n")
}
