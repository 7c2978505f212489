use crate::{Diagnostic, Severity, Source};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// Renders a finding for a terminal: message, the lines it points at, notes and help.
///
/// `source` is the file the finding points into; without it the place is left out. `colour` chooses ANSI styling; meaning never
/// depends on it.
pub fn render_text(diagnostic: &Diagnostic, source: Option<&Source<'_>>, colour: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::NOTE.with_name("advice"),
    };
    let mut group = Group::with_title(level.primary_title(&diagnostic.message).id(&diagnostic.code));
    if let (Some(place), Some(source)) = (&diagnostic.place, source) {
        let start = source.text.floor_char_boundary(place.span.start);
        let span = start..source.text.floor_char_boundary(place.span.end).max(start);
        group = group.element(Snippet::source(source.text).path(source.file).annotation(AnnotationKind::Primary.span(span)));
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(note));
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_shows_its_place_its_reason_and_the_next_step() {
        let source = Source { file: "query.sql", text: "select usr_id\nfrom orders\n" };
        let finding = Diagnostic::error("sql-unknown-column", "There is no column `usr_id` in `orders`.")
            .at("query.sql", 7..13)
            .note("`orders` has order_id, user_id and amount.")
            .help("Did you mean `user_id`?");
        insta::assert_snapshot!(render_text(&finding, Some(&source), false), @"
        error[sql-unknown-column]: There is no column `usr_id` in `orders`.
         --> query.sql:1:8
          |
        1 | select usr_id
          |        ^^^^^^
          |
          = note: `orders` has order_id, user_id and amount.
          = help: Did you mean `user_id`?
        ");
    }

    #[test]
    fn a_span_outside_the_text_or_backwards_is_still_rendered() {
        let source = Source { file: "query.sql", text: "é" };
        #[expect(clippy::reversed_empty_ranges, reason = "a span that runs backwards is what is tried")]
        for span in [1..90, 80..90, 2..0] {
            let finding = Diagnostic::error("sql-syntax", "The query ends too early.").at("query.sql", span);
            assert!(render_text(&finding, Some(&source), false).contains("query.sql:1:"));
        }
    }
}
