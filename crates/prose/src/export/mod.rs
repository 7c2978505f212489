//! A document in the forms of the places where it is read: LinkedIn, Medium, Confluence, Notion.

mod confluence;
mod flat;
mod notion;

pub use flat::plain_text;

use crate::front_matter::{front_matter_length, without_front_matter};
use footbridge_diagnostic::listed;
use pulldown_cmark::BlockQuoteKind;

/// Where a document goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// A post: plain text.
    LinkedIn,
    /// A story: plain text for its editor.
    Medium,
    /// A page: wiki markup.
    Confluence,
    /// A page: Markdown that its import takes.
    Notion,
}

/// A document ready for its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The text to paste or to import.
    pub text: String,
    /// Characters of it, without the line break at its end.
    pub characters: usize,
    /// Most characters that the place takes; `None` where it tells none.
    pub limit: Option<usize>,
    /// What the place cannot show and what became of it, one sentence each.
    pub lost: Vec<String>,
}

impl Exported {
    /// Characters that are too many for the place.
    pub fn over(&self) -> usize {
        self.limit.map_or(0, |limit| self.characters.saturating_sub(limit))
    }
}

/// Characters of one post on LinkedIn, as its help pages give them.
const LINKEDIN_POST: usize = 3_000;

impl Target {
    /// All places.
    pub const ALL: [Self; 4] = [Self::LinkedIn, Self::Medium, Self::Confluence, Self::Notion];

    /// The name in commands: `confluence`.
    pub fn id(self) -> &'static str {
        match self {
            Self::LinkedIn => "linkedin",
            Self::Medium => "medium",
            Self::Confluence => "confluence",
            Self::Notion => "notion",
        }
    }

    /// The name as the place writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::LinkedIn => "LinkedIn",
            Self::Medium => "Medium",
            Self::Confluence => "Confluence",
            Self::Notion => "Notion",
        }
    }

    /// The place with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.id() == id)
    }

    /// Most characters of one text there.
    pub fn limit(self) -> Option<usize> {
        match self {
            Self::LinkedIn => Some(LINKEDIN_POST),
            Self::Medium | Self::Confluence | Self::Notion => None,
        }
    }
}

/// What of a document could not be shown as it is.
#[derive(Debug, Clone, Default)]
struct Losses {
    tables: usize,
    /// The words of each place that was bold or in italics.
    emphasised: Vec<String>,
    code_blocks: usize,
    images: usize,
    links: usize,
    deep_headings: usize,
    html: usize,
    quotes: usize,
    references: usize,
    unread_references: usize,
}

impl Losses {
    fn told(self) -> Vec<String> {
        let places = places(&self.emphasised);
        let (at_one, at_many) =
            (format!("Bold or italics at 1 place are gone: {places}."), format!("Bold or italics at {{}} places are gone: {places}."));
        let rows: [(usize, &str, &str); 10] = [
            (self.tables, "1 table became lines.", "{} tables became lines."),
            (self.emphasised.len(), &at_one, &at_many),
            (self.code_blocks, "1 code block became plain lines.", "{} code blocks became plain lines."),
            (self.quotes, "1 quotation became a paragraph.", "{} quotations became paragraphs."),
            (
                self.images,
                "1 picture is left out; its words stand in brackets.",
                "{} pictures are left out; their words stand in brackets.",
            ),
            (self.links, "1 address is written behind its words.", "{} addresses are written behind their words."),
            (
                self.deep_headings,
                "1 heading below the third level became one of the third.",
                "{} headings below the third level became ones of the third.",
            ),
            (self.html, "HTML at 1 place is left out.", "HTML at {} places is left out."),
            (self.references, "1 reference is left out; its figure stays.", "{} references are left out; their figures stay."),
            (
                self.unread_references,
                "1 reference cannot be read and goes out as it stands: mend it, or take it out. `{{query:exercise:column}}` stands behind its figure.",
                "{} references cannot be read and go out as they stand: mend them, or take them out. `{{query:exercise:column}}` stands behind its figure.",
            ),
        ];
        rows.into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| if count == 1 { one.to_owned() } else { many.replacen("{}", &count.to_string(), 1) })
            .collect()
    }
}

/// Places of a text that are named at most, and characters of each.
const NAMED: usize = 3;
const LONGEST_NAMED: usize = 40;

/// Places by the words that stand there: the first few, and how many more there are.
fn places(words: &[String]) -> String {
    let short = |words: &String| match words.char_indices().nth(LONGEST_NAMED) {
        Some((at, _)) => format!("“{}…”", words[..at].trim_end()),
        None => format!("“{words}”"),
    };
    let named = words.iter().take(NAMED).map(short);
    let more = (words.len() > NAMED).then(|| format!("{} more", words.len() - NAMED));
    listed(named.chain(more))
}

/// A document in the form of a place.
pub fn export(markdown: &str, target: Target) -> Exported {
    let body = without_front_matter(markdown);
    let (read, unread) = crate::references(body, "");
    // Taken out with the space before them: they are for who checks the figures, not for who reads them.
    let body = crate::with_references(body, |reference| reference.figure.written.clone());
    let (text, losses) = match target {
        Target::LinkedIn => flat::write(&body, flat::Style::Post),
        Target::Medium => flat::write(&with_title(markdown, &body), flat::Style::Story),
        Target::Confluence => confluence::write(&body),
        Target::Notion => notion::write(&body),
    };
    let lost = Losses { references: read.len(), unread_references: unread.len(), ..losses }.told();
    let characters = text.trim_end().chars().count();
    Exported { text, characters, limit: target.limit(), lost }
}

/// A story begins with its title: the first heading, or the title of the front matter where there is no heading of the first level.
fn with_title(markdown: &str, body: &str) -> String {
    let has_heading = body.lines().any(|line| line.starts_with("# "));
    let front_matter = &markdown[..front_matter_length(markdown)];
    let title = front_matter
        .lines()
        .find_map(|line| line.strip_prefix("title"))
        .map(|rest| rest.trim_start().trim_start_matches([':', '=']).trim());
    match title.map(|title| title.trim_matches(['"', '\''])).filter(|title| !title.is_empty() && !has_heading) {
        Some(title) => format!("# {title}\n\n{body}"),
        None => body.to_owned(),
    }
}

fn callout_name(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    }
}

/// A comment is shown nowhere, so nothing is lost with it.
fn is_comment(html: &str) -> bool {
    html.trim_start().starts_with("<!--")
}

fn is_line_break(html: &str) -> bool {
    let name = html.trim_start_matches(['<', '/']).to_lowercase();
    name.trim_end_matches(['>', '/', ' ']) == "br"
}
