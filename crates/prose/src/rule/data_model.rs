use super::{Draft, Rule};
use crate::document::BlockKind;
use crate::read::{Section, phrase};
use footbridge_diagnostic::Diagnostic;

/// The data model names fields with their types. A field without a type is decided by whoever writes the first line of code, and cannot be
/// changed cheaply afterwards.
pub(crate) const RULE: Rule = Rule {
    code: "prose-data-model",
    holds: "At least 2 fields with types, in a table, a list or a code block.",
    why: "What the specification leaves open, the first line of code decides for years.",
    find,
};

const TYPES: &[&str] = &[
    "string",
    "text",
    "varchar*",
    "char*",
    "int",
    "int32",
    "int64",
    "integer",
    "bigint",
    "smallint",
    "number",
    "float",
    "float64",
    "double",
    "decimal*",
    "numeric*",
    "boolean",
    "bool",
    "timestamp*",
    "datetime",
    "date",
    "time",
    "uuid",
    "ulid",
    "json",
    "jsonb",
    "bytes",
    "bytea",
    "blob",
    "enum",
    "array",
    "list",
    "map",
    "object",
    "serial",
    "bigserial",
    "money",
    "u32",
    "u64",
    "i32",
    "i64",
    "struct",
    "binary",
    "interval",
];

const FEWEST: usize = 2;

fn find(draft: &Draft<'_>, section: &Section<'_>) -> Vec<Diagnostic> {
    let in_blocks: usize = section
        .blocks()
        .filter(|block| match block.kind {
            BlockKind::Cell { row, .. } => row > 0,
            BlockKind::Code { .. } => true,
            BlockKind::Paragraph => block.item.is_some(),
        })
        .map(|block| phrase::all(block.text(), TYPES).len())
        .sum();
    if in_blocks >= FEWEST {
        return Vec::new();
    }
    let help = "Write a table with field, type and meaning, or the statement that creates the table in a code block.";
    vec![draft.fault(&RULE, section, "names no fields with their types", help)]
}
