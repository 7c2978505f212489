use crate::context::Context;
use crate::terminal::{Ink, Page, Span};
use footbridge_app::{Fault, Trouble, is_private, private_words_apart};
use footbridge_diagnostic::{Diagnostic, Source, render_text};

/// What went wrong and what to do next, for standard error.
pub(crate) fn told(error: &anyhow::Error, here: &Context) -> String {
    match error.downcast_ref::<Trouble>() {
        Some(trouble) => about(trouble, here),
        None => {
            let mut page = Page::new(&here.terminal);
            page.labelled(Span::new(Ink::Bad, "error:"), &format!("{error:#}"));
            page.finish()
        }
    }
}

/// The same of a trouble.
pub(crate) fn about(trouble: &Trouble, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.labelled(Span::new(Ink::Bad, "error:"), &trouble.message);
    if matches!(trouble.fault, Fault::World | Fault::Ours)
        && let Some(cause) = trouble.innermost().map(ToString::to_string)
        && !trouble.message.contains(&cause)
    {
        page.labelled(Span::new(Ink::Strong, "cause:"), &cause);
    }
    if let Some(help) = &trouble.help {
        page.labelled(Span::new(Ink::Good, "help:"), help);
    }
    for finding in &trouble.findings {
        page.verbatim(&placed(finding, here));
    }
    page.finish()
}

/// A finding with the lines it points at, when its file is in the learner's folder. Of a private file only the number of the line is told.
fn placed(finding: &Diagnostic, here: &Context) -> String {
    let file = finding.place.as_ref().map(|place| place.file.as_str());
    let read = file.and_then(|file| Some((file, std::fs::read_to_string(here.folder().join(file)).ok()?)));
    let source = read.as_ref().map(|(file, text)| Source { file, text });
    if let (true, Some(place)) = (is_private(finding), &finding.place) {
        let line = source.map_or_else(String::new, |source| format!(", line {}", source.line_column(place.span.start).line));
        let shown = private_words_apart(finding).note(format!("It stands in `{}`{line}.", place.file));
        return render_text(&shown, None, here.terminal.colour);
    }
    render_text(finding, source.as_ref(), here.terminal.colour)
}
