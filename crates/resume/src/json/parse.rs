use super::{Member, Node, Value};
use footbridge_diagnostic::Diagnostic;
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};
use std::ops::Range;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Reads JSON. What is not quite JSON (a comment, a comma too many or too few, a key without quotes) is told and read all the same, so
/// that one comma does not hide every other fault. Numbers are strict.
pub(crate) fn parse(text: &str, file: &str) -> (Option<Node>, Vec<Diagnostic>) {
    let body = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let shift = text.len() - body.len();
    match parse_to_ast(body, &CollectOptions::default(), &options(false)) {
        Ok(read) => (read.value.map(|value| node(value, shift)), Vec::new()),
        Err(error) => {
            let lenient = parse_to_ast(body, &CollectOptions::default(), &options(true)).ok();
            (lenient.and_then(|read| read.value).map(|value| node(value, shift)), vec![fault(&error, text, file, shift)])
        }
    }
}

fn options(lenient: bool) -> ParseOptions {
    ParseOptions {
        allow_comments: lenient,
        allow_loose_object_property_names: lenient,
        allow_trailing_commas: lenient,
        allow_missing_commas: lenient,
        allow_single_quoted_strings: lenient,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
    }
}

fn node(value: ast::Value<'_>, shift: usize) -> Node {
    let span = span(value.range(), shift);
    let value = match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
        ast::Value::NumberLit(literal) => Value::Number(literal.value.to_owned()),
        ast::Value::StringLit(literal) => Value::Text(literal.value.into_owned()),
        ast::Value::Array(array) => Value::List(array.elements.into_iter().map(|element| node(element, shift)).collect()),
        ast::Value::Object(object) => Value::Object(object.properties.into_iter().map(|property| member(property, shift)).collect()),
    };
    Node { span, value }
}

fn member(property: ast::ObjectProp<'_>, shift: usize) -> Member {
    let key_span = span(property.name.range(), shift);
    Member { key: property.name.into_string(), key_span, node: node(property.value, shift) }
}

fn span(range: jsonc_parser::common::Range, shift: usize) -> Range<usize> {
    range.start + shift..range.end + shift
}

fn fault(error: &ParseError, text: &str, file: &str, shift: usize) -> Diagnostic {
    use ParseErrorKind as Kind;
    let (message, help) = match error.kind() {
        Kind::CommentsNotAllowed => ("JSON has no comments.", "Remove it, or keep it as text under a key of your own."),
        Kind::TrailingCommasNotAllowed => ("There is a comma after the last entry.", "Remove this comma."),
        Kind::ExpectedComma => ("A comma is missing here.", "Put a comma after the entry before."),
        Kind::ExpectedColonAfterObjectKey => ("A colon is missing after the key.", "Write it as \"key\": value."),
        Kind::ExpectedObjectValue => ("The key has no value.", "Give it a value, or remove the key."),
        Kind::ExpectedStringObjectProperty => ("A key stands in double quotes.", "Write it as \"key\": value."),
        Kind::SingleQuotedStringsNotAllowed => ("Texts stand in double quotes.", "Replace the single quotes around this text."),
        Kind::String(ParseStringErrorKind::UnterminatedStringLiteral) => ("This text does not end.", "Close it with a double quote."),
        Kind::String(_) => (
            "This escape is not one of JSON's.",
            "A backslash itself is written \\\\, a quote \\\", a line break \\n; a backslash before any other character can go.",
        ),
        Kind::UnterminatedArray => ("This list does not end.", "Close it with ]."),
        Kind::UnterminatedObject => ("This group of keys does not end.", "Close it with }."),
        Kind::UnterminatedCommentBlock => ("This comment does not end, and JSON has no comments.", "Remove it."),
        Kind::MultipleRootJsonValues => ("The file goes on after its end.", "Remove what stands after the closing }."),
        Kind::NestingDepthExceeded => {
            ("This is nested too deep.", "A résumé nests a handful of levels; look for brackets that were opened too often.")
        }
        Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral
        | Kind::HexadecimalNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed => {
            ("This is no number as JSON writes them.", "Put it in double quotes, as \"+91 98450 12345\".")
        }
        _ => ("This cannot stand here.", "Look at the quotes, commas and brackets just before it."),
    };
    let range = error.range();
    let start = text.floor_char_boundary(range.start + shift);
    let end = text.ceil_char_boundary((range.end + shift).min(text.len())).max(start);
    Diagnostic::error("resume-json", message).at(file, start..end).help(help)
}
