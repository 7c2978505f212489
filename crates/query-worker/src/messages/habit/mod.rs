//! Habits from other languages and databases that the parser stumbles over: signs, brackets, clauses out of order, commas, CASE.
//!
//! The parser says only where it gave up. Each habit looks at the words around that place, and speaks up when it knows them.

mod bracket;
mod case;
mod clause;
mod comma;
mod comparison;
mod name;
mod sign;

use super::written::{Written, word};
use datafusion::sql::sqlparser::tokenizer::{Token, TokenWithSpan};
use footbridge_diagnostic::Diagnostic;
use std::ops::Range;

/// Where the parser gave up.
struct Place<'a> {
    written: &'a Written<'a>,
    tokens: &'a [TokenWithSpan],
    /// The word or sign it could not use; the number of tokens at the end of the query.
    at: usize,
}

/// In the order they are asked: what is certain first.
const HABITS: &[fn(&Place<'_>) -> Option<Diagnostic>] = &[
    sign::apart,
    sign::turned_around,
    sign::two_dots,
    sign::long_dash,
    sign::slashes,
    sign::star_in_call,
    sign::exclamation,
    sign::doubled_equals,
    sign::curly_quotes,
    sign::hash,
    clause::nothing_between,
    comparison::pattern_without_quotes,
    name::minus_in_name,
    name::digit_first,
    name::as_first,
    bracket::any_list,
    comparison::exists_as_table,
    bracket::elsewhere_subquery,
    clause::join_word,
    clause::partition,
    clause::second_with,
    bracket::over_bare,
    bracket::bare_columns,
    comparison::filter_without_where,
    comparison::between_first,
    clause::on_and_using,
    bracket::other_brackets,
    comparison::is_value,
    comparison::exists_after_column,
    comparison::between,
    case::case,
    case::if_then,
    clause::outer,
    clause::percent,
    clause::direction_in_full,
    clause::direction_first,
    bracket::open_parenthesis,
    name::name_with_blanks,
    comma::thousands,
    comma::comma_for_and,
    clause::clause_order,
    bracket::extra_parenthesis,
    comma::missing_comma,
    comma::distinct_outside,
    bracket::in_without_parentheses,
    comparison::null_without_is,
    comparison::not_equals,
    name::as_for_equals,
];

/// What the writer was used to, when one of the habits knows the place.
pub(super) fn explain(written: &Written<'_>, at: usize) -> Option<Diagnostic> {
    let place = Place { written, tokens: written.words(), at };
    HABITS.iter().find_map(|habit| habit(&place))
}

impl Place<'_> {
    fn is(&self, at: usize, name: &str) -> bool {
        self.tokens.get(at).and_then(|token| word(&token.token)).is_some_and(|word| word.eq_ignore_ascii_case(name))
    }

    fn sign(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at).map(|token| &token.token)
    }

    fn before(&self, back: usize) -> Option<usize> {
        self.at.checked_sub(back)
    }

    /// The text from one token to another, at most to the end of the query.
    fn span(&self, first: usize, last: usize) -> Range<usize> {
        let last = last.min(self.tokens.len() - 1);
        self.written.span(self.tokens[first].span).start..self.written.span(self.tokens[last].span).end
    }

    fn text(&self, at: usize) -> &str {
        &self.written.sql[self.span(at, at)]
    }

    fn say(&self, (first, last): (usize, usize), message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        Diagnostic::error("sql-syntax", message).help(help).at(self.written.file, self.span(first, last))
    }

    fn find(&self, range: Range<usize>, name: &str) -> Option<usize> {
        range.into_iter().find(|at| self.is(*at, name))
    }

    /// Words of clauses before the place, in the same parentheses and the same SELECT, nearest first.
    fn clauses(&self) -> Vec<usize> {
        let mut depth = 0_usize;
        let mut found = Vec::new();
        for at in (0..self.at).rev() {
            match self.sign(at) {
                Some(Token::RParen) => depth += 1,
                Some(Token::LParen) if depth == 0 => break,
                Some(Token::LParen) => depth -= 1,
                _ if depth > 0 => {}
                _ if ["union", "except", "intersect"].iter().any(|word| self.is(at, word)) => break,
                _ if self.rank(at).is_some() => found.push(at),
                _ => {}
            }
        }
        found
    }

    fn rank(&self, at: usize) -> Option<usize> {
        ORDER.iter().position(|clause| self.is(at, clause))
    }

    /// The clause that a word begins, in capitals: `GROUP BY` for `group`.
    fn clause_name(&self, at: usize) -> Option<String> {
        let name = word(&self.tokens.get(at)?.token)?.to_uppercase();
        Some(if name == "GROUP" || name == "ORDER" { format!("{name} BY") } else { name })
    }
}

/// Clauses in the order they are written.
const ORDER: [&str; 8] = ["select", "from", "where", "group", "having", "qualify", "order", "limit"];
