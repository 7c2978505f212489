//! Habits from other languages and databases that the parser stumbles over: signs, brackets, clauses out of order, commas, CASE.
//!
//! The parser says only where it gave up. Each habit looks at the words around that place, and speaks up when it knows them.

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

/// What the writer was used to, when one of the habits knows the place.
pub(super) fn explain(written: &Written<'_>, at: usize) -> Option<Diagnostic> {
    let place = Place { written, tokens: written.words(), at };
    let habits = [turned_around, exclamation, doubled_equals, curly_quotes, hash, other_brackets, is_value, exists_after_column, between];
    let more = [
        case,
        if_then,
        outer,
        percent,
        direction_in_full,
        direction_first,
        name_with_blanks,
        comma_for_and,
        clause_order,
        extra_parenthesis,
    ];
    let last = [open_parenthesis, missing_comma, distinct_outside, in_without_parentheses, not_equals, as_for_equals];
    habits.iter().chain(&more).chain(&last).find_map(|habit| habit(&place))
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

    /// The text from one token to another.
    fn span(&self, first: usize, last: usize) -> Range<usize> {
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
}

/// Clauses in the order they are written.
const ORDER: [&str; 8] = ["select", "from", "where", "group", "having", "qualify", "order", "limit"];

fn turned_around(place: &Place<'_>) -> Option<Diagnostic> {
    let (first, last, meant) = match (place.sign(place.at)?, place.before(1).and_then(|at| place.sign(at))) {
        (Token::RArrow, _) => (place.at, place.at, ">="),
        (Token::ExclamationMark, Some(Token::Eq)) => (place.at - 1, place.at, "!="),
        (Token::Lt, Some(Token::Eq)) => (place.at - 1, place.at, "<="),
        _ => return None,
    };
    let found = place.written.sql[place.span(first, last)].replace(' ', "");
    Some(place.say((first, last), format!("`{found}` is no comparison."), format!("Write `{meant}`.")))
}

fn exclamation(place: &Place<'_>) -> Option<Diagnostic> {
    let found = matches!(place.sign(place.at)?, Token::ExclamationMark);
    found.then(|| place.say((place.at, place.at), "`!` does not turn a condition around here.", "Write NOT."))
}

fn doubled_equals(place: &Place<'_>) -> Option<Diagnostic> {
    let twice = *place.sign(place.at)? == Token::Eq && place.before(1).and_then(|at| place.sign(at)) == Some(&Token::Eq);
    twice.then(|| place.say((place.at - 1, place.at), "The equals sign stands twice.", "Write `=` once."))
}

fn curly_quotes(place: &Place<'_>) -> Option<Diagnostic> {
    const QUOTES: [char; 5] = ['‘', '’', '“', '”', '´'];
    let is_quote = |token: &Token| matches!(token, Token::Char(sign) if QUOTES.contains(sign));
    if !is_quote(place.sign(place.at)?) {
        return None;
    }
    let rest = place.at + 1..place.tokens.len();
    let last = rest.into_iter().find(|at| place.sign(*at).is_some_and(is_quote)).unwrap_or(place.at);
    let inner = place.written.sql[place.span(place.at, last)].trim_matches(QUOTES);
    Some(place.say((place.at, last), "Curly quotes are no quotes in SQL.", format!("Write '{inner}', with straight quotes.")))
}

fn hash(place: &Place<'_>) -> Option<Diagnostic> {
    let found = matches!(place.sign(place.at)?, Token::Char('#') | Token::Sharp);
    let message = "`#` begins no comment here.";
    found.then(|| place.say((place.at, place.tokens.len() - 1), message, "Begin the comment with `--`."))
}

fn other_brackets(place: &Place<'_>) -> Option<Diagnostic> {
    let found = matches!(place.sign(place.at)?, Token::LBrace | Token::LBracket);
    let list = found && place.is(place.before(1)?, "in");
    list.then(|| place.say((place.at, place.at), "The list after IN stands in round parentheses.", "Write `IN (1, 2)`."))
}

fn is_value(place: &Place<'_>) -> Option<Diagnostic> {
    let before = place.before(1)?;
    let (negated, is) = if place.is(before, "not") { (true, place.before(2)?) } else { (false, before) };
    if !place.is(is, "is") || place.at >= place.tokens.len() {
        return None;
    }
    let instead = if negated { "<>" } else { "=" };
    let help = format!("Write `{instead} {}`.", place.text(place.at));
    Some(place.say((is, place.at), "IS tests for NULL, TRUE and FALSE only.", help))
}

fn exists_after_column(place: &Place<'_>) -> Option<Diagnostic> {
    let found = place.is(place.at, "exists");
    let message = "EXISTS stands alone before its subquery, with no column in front.";
    found.then(|| place.say((place.at, place.at), message, "Write `IN (SELECT …)` to look for the column's value in the subquery."))
}

fn between(place: &Place<'_>) -> Option<Diagnostic> {
    let help = "Write `BETWEEN 1 AND 10`.";
    let comma = place.sign(place.at) == Some(&Token::Comma);
    if comma && place.before(2).is_some_and(|at| place.is(at, "between")) {
        return Some(place.say((place.at, place.at), "Between the two ends of BETWEEN stands AND.", help));
    }
    let opened = place.find(0..place.at, "between").filter(|at| place.sign(at + 1) == Some(&Token::LParen))? + 1;
    let closed = (opened..place.at).find(|at| place.sign(*at) == Some(&Token::RParen))?;
    let listed = (opened..closed).any(|at| place.sign(at) == Some(&Token::Comma));
    let gave_up = closed + 1 == place.at;
    (listed && gave_up).then(|| place.say((opened, closed), "BETWEEN takes no parentheses around its two ends.", help))
}

/// The parser takes a CASE that it cannot read for the name of a column, and stumbles over one of the next words.
fn case(place: &Place<'_>) -> Option<Diagnostic> {
    let case = [1, 2].into_iter().filter_map(|back| place.before(back)).find(|at| place.is(*at, "case"))?;
    let end = place.find(place.at..place.tokens.len(), "end").unwrap_or(place.tokens.len());
    let count = |name: &str| (case..end).filter(|at| place.is(*at, name)).count();
    if let Some(no_else) = (place.at..end).find(|at| place.is(*at, "else") && place.is(at + 1, "if")) {
        let message = "ELSE is the last part of a CASE and takes no condition.";
        return Some(place.say((no_else, no_else + 1), message, "Write WHEN for a further condition."));
    }
    Some(match (count("when"), count("then"), end == place.tokens.len()) {
        (0, ..) => {
            place.say((case, case), "CASE needs WHEN before its condition.", "Write `CASE WHEN a > 10 THEN 'large' ELSE 'small' END`.")
        }
        (whens, thens, _) if thens < whens => {
            let when = place.find(case..end, "when")?;
            place.say((when, when), "WHEN needs THEN after its condition.", "Write `WHEN a > 10 THEN 'large'`.")
        }
        (.., true) => place.say((case, case), "This CASE is not closed.", "CASE is closed with END, after its last value."),
        _ => return None,
    })
}

fn if_then(place: &Place<'_>) -> Option<Diagnostic> {
    let first = place.find(0..place.at, "if").filter(|at| place.sign(at + 1) != Some(&Token::LParen))?;
    place.find(first..place.tokens.len(), "then")?;
    let help = "Write `CASE WHEN a > 10 THEN 'large' ELSE 'small' END`, or `if(a > 10, 'large', 'small')`.";
    Some(place.say((first, first), "IF … THEN is no expression in SQL.", help))
}

fn outer(place: &Place<'_>) -> Option<Diagnostic> {
    let outer = place.before(1).filter(|at| place.is(*at, "outer") && place.is(place.at, "join"))?;
    Some(place.say((outer, outer), "OUTER does not say which side keeps its rows.", "Write LEFT JOIN, RIGHT JOIN or FULL JOIN."))
}

fn percent(place: &Place<'_>) -> Option<Diagnostic> {
    let found = place.is(place.at, "percent") && place.before(2).is_some_and(|at| place.is(at, "limit"));
    found.then(|| {
        let help = "Leave PERCENT out; for a share of the rows compare row_number() with count(*) OVER ().";
        place.say((place.at, place.at), "LIMIT takes a number of rows, not a share.", help)
    })
}

fn direction_in_full(place: &Place<'_>) -> Option<Diagnostic> {
    let (name, short) = [("descending", "DESC"), ("ascending", "ASC")].into_iter().find(|(name, _)| place.is(place.at, name))?;
    let ordered = place.clauses().first().is_some_and(|at| place.is(*at, "order"));
    ordered.then(|| place.say((place.at, place.at), format!("`{name}` is not known here."), format!("Write {short}.")))
}

fn direction_first(place: &Place<'_>) -> Option<Diagnostic> {
    let direction = place.before(1).filter(|at| place.is(*at, "desc") || place.is(*at, "asc"))?;
    let ordered = place.is(place.before(2)?, "by");
    let name = ordered.then(|| word(&place.tokens.get(place.at)?.token)).flatten()?;
    let found = place.text(direction).to_uppercase();
    Some(place.say((direction, place.at), format!("{found} stands after the column."), format!("Write `{name} {found}`.")))
}

fn name_with_blanks(place: &Place<'_>) -> Option<Diagnostic> {
    let first = place.before(1).filter(|at| at.checked_sub(1).is_some_and(|at| place.is(at, "as")))?;
    let ends = |at: usize| place.is(at, "from") || matches!(place.sign(at), Some(Token::Comma) | None);
    let last = (place.at..place.tokens.len()).find(|at| ends(at + 1))?;
    let names = (first..=last).all(|at| place.sign(at).is_some_and(|token| word(token).is_some()));
    let name = place.written.sql[place.span(first, last)].to_owned();
    names.then(|| {
        let help = format!("Write \"{name}\" with quotes, or {} with underscores.", name.replace(' ', "_"));
        place.say((first, last), "A name with blanks stands in double quotes.", help)
    })
}

fn comma_for_and(place: &Place<'_>) -> Option<Diagnostic> {
    let comma = *place.sign(place.at)? == Token::Comma;
    let nearest = *place.clauses().first()?;
    let condition = place.is(nearest, "where") || place.is(nearest, "having") || place.is(nearest, "qualify");
    let message = "Conditions are not joined by a comma.";
    (comma && condition).then(|| place.say((place.at, place.at), message, "Write AND, or OR where one of them is enough."))
}

fn clause_order(place: &Place<'_>) -> Option<Diagnostic> {
    let found = place.clause_name(place.at)?;
    let clauses = place.clauses();
    if place.is(place.at, "on") {
        return Some(place.say(
            (place.at, place.at),
            "ON stands before its JOIN here.",
            "Write the table after JOIN first: `JOIN … ON …`.",
        ));
    }
    if ["union", "except", "intersect"].iter().any(|word| place.is(place.at, word)) {
        let ended = clauses.iter().find(|at| place.is(**at, "order") || place.is(**at, "limit"))?;
        let word = place.clause_name(*ended)?;
        let message = format!("{word} stands before {found} here, and belongs to the whole.");
        return Some(place.say((*ended, place.at), message, format!("Put it at the end, or put the query before {found} in parentheses.")));
    }
    let rank = place.rank(place.at)?;
    if clauses.iter().any(|at| place.rank(*at) == Some(rank)) {
        let help = match ORDER[rank] {
            "where" | "having" | "qualify" => "Join the conditions with AND.",
            "group" | "order" => "Put all columns after one BY, with commas between them.",
            "from" => "Put JOIN and a condition between the tables.",
            "select" => "Put all columns after one SELECT, or UNION ALL between two queries.",
            _ => "Keep one of them.",
        };
        return Some(place.say((place.at, place.at), format!("{found} stands twice in one query."), help));
    }
    let later = clauses.into_iter().rfind(|at| place.rank(*at) > Some(rank))?;
    let later = place.clause_name(later)?;
    let help = format!("Put {found} before {later}; the order is SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.");
    Some(place.say((place.at, place.at), format!("{found} stands after {later} here."), help))
}

impl Place<'_> {
    /// The clause that a word begins, in capitals: `GROUP BY` for `group`.
    fn clause_name(&self, at: usize) -> Option<String> {
        let name = word(&self.tokens.get(at)?.token)?.to_uppercase();
        Some(if name == "GROUP" || name == "ORDER" { format!("{name} BY") } else { name })
    }
}

fn extra_parenthesis(place: &Place<'_>) -> Option<Diagnostic> {
    let found = *place.sign(place.at)? == Token::RParen;
    let count = |sign: &Token| place.tokens[..place.at].iter().filter(|token| token.token == *sign).count();
    let closes_nothing = found && count(&Token::LParen) == count(&Token::RParen);
    closes_nothing.then(|| place.say((place.at, place.at), "This parenthesis closes nothing.", "Delete it, or open one before."))
}

/// An opened parenthesis that nothing closes, however far the parser came.
fn open_parenthesis(place: &Place<'_>) -> Option<Diagnostic> {
    let mut open = Vec::new();
    for at in 0..place.tokens.len() {
        match place.sign(at) {
            Some(Token::LParen) => open.push(at),
            Some(Token::RParen) => drop(open.pop()),
            _ => {}
        }
    }
    let opened = open.pop().filter(|_| place.at < place.tokens.len())?;
    Some(place.say((opened, opened), "This parenthesis is opened and never closed.", "Close it with `)`."))
}

fn missing_comma(place: &Place<'_>) -> Option<Diagnostic> {
    let before = place.before(1)?;
    let is_value = |at: usize| matches!(place.sign(at), Some(Token::Number(..) | Token::SingleQuotedString(_)));
    let is_name = |at: usize| place.tokens.get(at).is_some_and(super::written::is_name);
    let inside = (0..place.at).filter(|at| place.sign(*at) == Some(&Token::LParen)).count()
        > (0..place.at).filter(|at| place.sign(*at) == Some(&Token::RParen)).count();
    let help = "Put a comma between the two.";
    if inside && is_value(place.at) && (is_value(before) || is_name(before)) {
        return Some(place.say((place.at, place.at), format!("A comma is missing before {}.", place.text(place.at)), help));
    }
    let call = place.sign(place.at) == Some(&Token::LParen) && is_name(before);
    if call
        && place.before(2).is_some_and(|at| {
            is_name(at) && place.before(3).is_some_and(|at| place.is(at, "select") || place.sign(at) == Some(&Token::Comma))
        })
    {
        return Some(place.say((before, before), format!("A comma is missing before `{}`.", place.text(before)), help));
    }
    let next_cte = place.sign(before) == Some(&Token::RParen) && is_name(place.at) && place.is(place.at + 1, "as");
    let message = || format!("A comma is missing before `{}`.", place.text(place.at));
    (next_cte && place.is(0, "with")).then(|| place.say((place.at, place.at), message(), "Put a comma between the parts of WITH."))
}

/// `count DISTINCT (a)`.
fn distinct_outside(place: &Place<'_>) -> Option<Diagnostic> {
    let distinct = place.before(1).filter(|at| place.is(*at, "distinct") && place.sign(place.at) == Some(&Token::LParen))?;
    let name = distinct.checked_sub(1).filter(|at| place.tokens.get(*at).is_some_and(super::written::is_name))?;
    let called = place.text(name);
    let help = format!("Write `{called}(DISTINCT a)`.");
    Some(place.say((name, place.at), format!("DISTINCT stands inside the parentheses of `{called}`."), help))
}

fn in_without_parentheses(place: &Place<'_>) -> Option<Diagnostic> {
    let found = place.at < place.tokens.len() && place.is(place.before(1)?, "in");
    let help = || format!("Write `IN ({})`.", place.text(place.at));
    found.then(|| place.say((place.at, place.at), "The list after IN stands in parentheses.", help()))
}

fn not_equals(place: &Place<'_>) -> Option<Diagnostic> {
    let found = place.is(place.at, "not") && matches!(place.sign(place.at + 1)?, Token::Eq);
    found.then(|| place.say((place.at, place.at + 1), "`NOT =` is no comparison.", "Write `<>`."))
}

fn as_for_equals(place: &Place<'_>) -> Option<Diagnostic> {
    let nearest = *place.clauses().first()?;
    let condition = place.is(place.at, "as") && (place.is(nearest, "where") || place.is(nearest, "having"));
    condition.then(|| place.say((place.at, place.at), "AS gives names in SELECT and FROM; it compares nothing.", "Write `=`."))
}
