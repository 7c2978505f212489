use super::{Draft, Least, Rule};
use crate::read::Section;
use crate::text::word_count;
use footbridge_diagnostic::Diagnostic;

/// At least three quotes, word for word. What is retold has already been interpreted, and only the person's own words can convince somebody
/// who was not there.
pub(crate) const RULE: Rule = Rule {
    code: "prose-quotes",
    holds: "At least 3 quotes of 3 words or more in quotation marks, or block quotes.",
    why: "Only the person's own words convince somebody who was not there.",
    find,
};

const MARKS: [(char, char); 5] = [('“', '”'), ('"', '"'), ('„', '“'), ('«', '»'), ('‘', '’')];

const FEWEST: Least =
    Least { count: 3, one: "quote", many: "quotes", help: "Write what they said in quotation marks, or as lines that begin with >." };

/// A word in quotation marks is a term, not a quote.
const FEWEST_WORDS: usize = 3;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let quotes: usize = section.blocks().map(|block| if block.in_quote { 1 } else { in_marks(block.text()) }).sum();
    draft.too_few(&RULE, section, quotes, &FEWEST)
}

fn in_marks(text: &str) -> usize {
    let mut count = 0;
    let mut rest = text;
    while let Some((at, open)) = rest.char_indices().find(|(_, c)| MARKS.iter().any(|(open, _)| open == c)) {
        let inner = &rest[at + open.len_utf8()..];
        let close = MARKS.iter().filter(|(mark, _)| *mark == open).filter_map(|(_, close)| inner.find(*close)).min();
        let Some(length) = close else {
            rest = inner;
            continue;
        };
        if word_count(&inner[..length]) >= FEWEST_WORDS {
            count += 1;
        }
        rest = inner[length..].char_indices().nth(1).map_or("", |(next, _)| &inner[length + next..]);
    }
    count
}
