//! The query as it was written, and places in it.

use datafusion::common::{Location as EngineLocation, Span as EngineSpan};
use datafusion::sql::sqlparser::dialect::GenericDialect;
use datafusion::sql::sqlparser::tokenizer::{Location, Span, Token, TokenWithSpan, Tokenizer, TokenizerError};
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// A query's text, its tokens without blanks and comments, and its name.
pub(crate) struct Written<'a> {
    pub(crate) sql: &'a str,
    pub(crate) file: &'a str,
    tokens: Result<Vec<TokenWithSpan>, TokenizerError>,
    /// Byte offset of each line.
    lines: Vec<usize>,
}

impl<'a> Written<'a> {
    pub(crate) fn new(sql: &'a str, file: &'a str) -> Self {
        let mut tokens = Tokenizer::new(&GenericDialect {}, sql).tokenize_with_location();
        if let Ok(tokens) = &mut tokens {
            tokens.retain(|token| !matches!(token.token, Token::Whitespace(_) | Token::EOF));
        }
        let lines = std::iter::once(0).chain(sql.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { sql, file, tokens, lines }
    }

    /// The tokens, or why there are none.
    pub(crate) fn tokens(&self) -> Result<&[TokenWithSpan], &TokenizerError> {
        self.tokens.as_deref()
    }

    /// The tokens, none when the text is no SQL at all.
    pub(crate) fn words(&self) -> &[TokenWithSpan] {
        self.tokens.as_deref().unwrap_or_default()
    }

    /// Byte offset of a place in the parser's counting: lines and characters from 1. Line 0 means "nowhere" and becomes the end.
    pub(crate) fn offset(&self, location: Location) -> usize {
        let (Ok(line), Ok(column)) = (usize::try_from(location.line), usize::try_from(location.column)) else { return self.end() };
        let Some(&start) = line.checked_sub(1).and_then(|line| self.lines.get(line)) else { return self.end() };
        let rest = &self.sql[start..];
        rest.char_indices().nth(column.saturating_sub(1)).map_or(self.sql.len(), |(at, _)| start + at)
    }

    /// Bytes of a stretch in the parser's counting.
    pub(crate) fn span(&self, span: Span) -> Range<usize> {
        let start = self.offset(span.start);
        start..self.offset(span.end).max(start)
    }

    /// Bytes of a stretch in the engine's counting, which is the parser's.
    pub(crate) fn engine_span(&self, span: EngineSpan) -> Range<usize> {
        let location = |at: EngineLocation| Location { line: at.line, column: at.column };
        self.span(Span { start: location(span.start), end: location(span.end) })
    }

    /// Which token begins at this byte.
    pub(crate) fn token_at(&self, byte: usize) -> Option<usize> {
        let at = self.words().partition_point(|token| self.offset(token.span.start) < byte);
        self.words().get(at).filter(|token| self.offset(token.span.start) == byte).map(|_| at)
    }

    /// The end of what was written, before trailing blanks.
    pub(crate) fn end(&self) -> usize {
        self.sql.trim_end().len()
    }

    /// The first token that is this name or keyword, whatever its case.
    pub(crate) fn find(&self, name: &str) -> Option<Range<usize>> {
        self.find_where(|word| word.eq_ignore_ascii_case(name))
    }

    /// The first name or keyword that fits.
    pub(crate) fn find_where(&self, fits: impl Fn(&str) -> bool) -> Option<Range<usize>> {
        let token = self.words().iter().find(|token| word(&token.token).is_some_and(&fits))?;
        Some(self.span(token.span))
    }

    /// The first text literal with this content.
    pub(crate) fn find_text(&self, content: &str) -> Option<Range<usize>> {
        let is_it = |token: &&TokenWithSpan| matches!(&token.token, Token::SingleQuotedString(text) if text == content);
        Some(self.span(self.words().iter().find(is_it)?.span))
    }

    /// Points a finding at a place, when there is one.
    pub(crate) fn place(&self, finding: Diagnostic, span: Option<Range<usize>>) -> Diagnostic {
        match span {
            Some(span) => finding.at(self.file, span),
            None => finding,
        }
    }
}

/// The name or keyword a token is.
pub(crate) fn word(token: &Token) -> Option<&str> {
    match token {
        Token::Word(word) => Some(&word.value),
        _ => None,
    }
}

/// Whether a token can be a name. Many names of columns, such as `name` or `date`, are keywords somewhere, so only words that hold a
/// query together are left out.
pub(crate) fn is_name(token: &TokenWithSpan) -> bool {
    const STRUCTURE: [&str; 34] = [
        "select",
        "distinct",
        "from",
        "where",
        "group",
        "order",
        "by",
        "having",
        "limit",
        "offset",
        "on",
        "using",
        "join",
        "inner",
        "left",
        "right",
        "full",
        "outer",
        "cross",
        "union",
        "except",
        "intersect",
        "and",
        "or",
        "not",
        "in",
        "is",
        "like",
        "between",
        "case",
        "when",
        "then",
        "else",
        "as",
    ];
    match &token.token {
        Token::Word(word) => word.quote_style.is_some() || !STRUCTURE.iter().any(|reserved| word.value.eq_ignore_ascii_case(reserved)),
        _ => false,
    }
}

/// `a`, `b` and `c`, each in backticks, cut after `most`.
pub(crate) fn listed<'a>(names: impl IntoIterator<Item = &'a str>, most: usize) -> String {
    let mut names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(most);
    if more > 0 {
        names.truncate(most);
        names.push(format!("{more} more"));
    }
    footbridge_diagnostic::listed(names)
}
