//! Markdown that Notion imports: no HTML, tables kept, headings of three levels, callouts as quotes. The text is the person's own, with
//! only that changed.

use super::{Losses, callout_name, is_comment, is_line_break};
use crate::markdown::events;
use pulldown_cmark::{BlockQuoteKind, Event, Tag};
use std::ops::Range;

/// Notion knows headings of three levels.
const DEEPEST_HEADING: u8 = 3;

pub(super) fn write(markdown: &str) -> (String, Losses) {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut losses = Losses::default();
    for (event, span) in events(markdown).into_offset_iter() {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                losses.html += usize::from(!is_comment(&markdown[span.clone()]));
                edits.push((span, String::new()));
            }
            Event::InlineHtml(html) => {
                losses.html += usize::from(!is_comment(&html) && !is_line_break(&html));
                edits.push((span, if is_line_break(&html) { " ".to_owned() } else { String::new() }));
            }
            Event::Start(Tag::Heading { level, .. }) if level as u8 > DEEPEST_HEADING => {
                let marks = markdown[span.start..].bytes().take_while(|byte| *byte == b'#').count();
                if marks > usize::from(DEEPEST_HEADING) {
                    losses.deep_headings += 1;
                    edits.push((span.start..span.start + marks, "#".repeat(usize::from(DEEPEST_HEADING))));
                }
            }
            Event::Start(Tag::BlockQuote(Some(kind))) => edits.extend(callout(markdown, span, kind)),
            _ => {}
        }
    }
    (format!("{}\n", edited(markdown, edits).trim()), losses)
}

/// `[!NOTE]` becomes a bold word.
fn callout(markdown: &str, span: Range<usize>, kind: BlockQuoteKind) -> Option<(Range<usize>, String)> {
    let start = span.start + markdown[span.clone()].find("[!")?;
    let end = start + markdown[start..span.end].find(']')? + 1;
    let name = callout_name(kind);
    Some((start..end, format!("**{name}**")))
}

/// Applies edits; one that begins inside an earlier one is part of it.
fn edited(markdown: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut text = String::with_capacity(markdown.len());
    let mut at = 0;
    for (span, instead) in edits {
        if span.start < at {
            continue;
        }
        text.push_str(&markdown[at..span.start]);
        text.push_str(&instead);
        at = span.end;
    }
    text.push_str(&markdown[at..]);
    text
}
