use crate::artifact::template;
use crate::document::{Block, Document, Part};
use crate::read::placeholder;
use crate::rules::Rules;

/// The headings of an answer with the words below each, counted as [`crate::check`] counts them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Words of the whole answer: without headings, front matter, HTML, placeholders and what the template left behind.
    pub words: u32,
    /// Each heading, in order; first what stands before any, when it holds words.
    pub headings: Vec<OutlineHeading>,
}

/// A heading and the words up to the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineHeading {
    /// 1 to 6; 0 for what stands before the first heading.
    pub level: u8,
    /// Its words; empty before the first heading.
    pub title: String,
    /// Byte of the answer at which it begins.
    pub start: usize,
    /// Words below it, up to the next heading.
    pub words: u32,
}

/// How an answer is divided, and how long each part is.
pub fn outline(answer: &str, rules: &Rules) -> Outline {
    let document = cleared(answer, rules);
    let words = |part: &Part| part.said().map(Block::words).sum();
    let headings = document.parts.iter().map(|part| match &part.heading {
        Some(heading) => {
            OutlineHeading { level: heading.level, title: heading.text().trim().to_owned(), start: heading.span.start, words: words(part) }
        }
        None => OutlineHeading { level: 0, title: String::new(), start: 0, words: words(part) },
    });
    let headings = headings.filter(|heading| heading.level > 0 || heading.words > 0).collect();
    Outline { words: document.words(), headings }
}

/// An answer without what its templates left behind.
fn cleared(answer: &str, rules: &Rules) -> Document {
    let mut document = Document::read(answer);
    placeholder::clear(&mut document, &templates(rules));
    document
}

/// The texts an answer may have begun with.
pub(crate) fn templates(rules: &Rules) -> Vec<Document> {
    rules.starter.iter().cloned().chain(rules.artifact.map(template)).map(|text| Document::read(&text)).collect()
}

#[cfg(test)]
mod tests {
    use super::outline;
    use crate::{Rules, check};

    #[test]
    fn an_untouched_template_has_no_words_and_each_heading_those_that_were_written() {
        let starter = "# Teardown: X\n\n## Users\n\n*Who are they, what do they build with it?*\n\n## Next\n\n*Which one?*\n";
        let rules = Rules { starter: Some(starter.to_owned()), ..Rules::default() };
        assert_eq!(outline(starter, &rules).words, 0);
        let written = starter.replace("*Which one?*", "The retry header.\n\n```\nnot a heading\n```");
        let found = outline(&format!("---\npublish: true\n---\nBefore.\n\n{written}"), &rules);
        let told: Vec<(u8, &str, u32)> =
            found.headings.iter().map(|heading| (heading.level, heading.title.as_str(), heading.words)).collect();
        assert_eq!(told, [(0, "", 1), (1, "Teardown: X", 0), (2, "Users", 0), (2, "Next", 6)]);
        assert_eq!(found.words, told.iter().map(|(.., words)| words).sum::<u32>(), "the parts make up the whole");
        assert_eq!(check(&written, "answer.md", &rules).words, 6, "and a check counts the same");
    }
}
