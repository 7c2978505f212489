//! How records become rows of a tool's CSV file: TOML that a person can write too.

use crate::template::Template;
use footbridge_diagnostic::{Diagnostic, nearest};
use jiff::civil::date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;

/// A mapping from records to the columns that a tool imports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// `jira`.
    pub id: String,
    /// `Jira`.
    pub title: String,
    /// How a day is written, as in `strftime`: `%Y-%m-%d`.
    pub date: String,
    /// What to choose in the importer, in order.
    pub steps: Vec<String>,
    /// The columns, in the order of the file.
    pub columns: Vec<Column>,
}

/// One column, or several with the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// As it stands in the header.
    pub name: String,
    /// The tool rejects a row in which it is empty.
    pub required: bool,
    /// The tool rejects a row with more characters than that.
    pub longest: Option<usize>,
    /// Other names that the tool gives it in its exports.
    pub exported_as: Vec<String>,
    /// Words of ours and those of the tool: `must` and `Highest`.
    pub words: Vec<(String, String)>,
    pub(crate) content: Content,
}

/// Where a field of ours stands in a table that the tool exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source<'p> {
    /// The field.
    pub field: usize,
    /// Its column.
    pub column: &'p Column,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    /// One text.
    Text(Template),
    /// Several values, in one cell or in a column each.
    Values {
        templates: Vec<Template>,
        /// What stands between the values in one cell; without it each gets a column of its own.
        join: Option<String>,
        /// What white space inside a value becomes.
        spaces: Option<String>,
    },
}

impl Profile {
    /// The fields that can be read back: those of columns that hold nothing else.
    pub fn sources(&self) -> impl Iterator<Item = Source<'_>> {
        self.columns.iter().filter_map(|column| match &column.content {
            Content::Text(template) => template.only_place().map(|field| Source { field, column }),
            Content::Values { .. } => None,
        })
    }
}

impl Column {
    /// Whether a header of an exported table names it.
    pub fn is_called(&self, header: &str) -> bool {
        std::iter::once(&self.name).chain(&self.exported_as).any(|name| name.eq_ignore_ascii_case(header.trim()))
    }

    /// Our word for one of the tool's; the same where it has none of its own.
    pub fn our_word<'w>(&'w self, theirs: &'w str) -> &'w str {
        self.words.iter().find(|(_, word)| word.eq_ignore_ascii_case(theirs.trim())).map_or(theirs, |(ours, _)| ours)
    }

    /// The tool's word for one of ours.
    pub(crate) fn their_word(&self, ours: String) -> String {
        self.words.iter().find(|(word, _)| *word == ours).map_or(ours, |(_, theirs)| theirs.clone())
    }

    /// What white space inside its values becomes, where that is something else.
    pub fn spaces(&self) -> Option<&str> {
        match &self.content {
            Content::Values { spaces, .. } => spaces.as_deref(),
            Content::Text(_) => None,
        }
    }

    /// The fields that it takes.
    pub fn fields(&self) -> Vec<usize> {
        match &self.content {
            Content::Text(template) => template.fields().collect(),
            Content::Values { templates, .. } => templates.iter().flat_map(Template::fields).collect(),
        }
    }
}

/// Largest mapping that is read, in bytes.
const LARGEST: usize = 64 * 1024;
/// More columns are a mistake.
const MOST_COLUMNS: usize = 100;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileToml {
    format: Spanned<u32>,
    id: String,
    title: String,
    date: Spanned<String>,
    #[serde(default)]
    steps: Vec<String>,
    #[serde(default)]
    column: Vec<ColumnToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnToml {
    name: Spanned<String>,
    text: Option<Spanned<String>>,
    values: Option<Spanned<Vec<Spanned<String>>>>,
    join: Option<Spanned<String>>,
    spaces: Option<Spanned<String>>,
    #[serde(default)]
    required: bool,
    longest: Option<usize>,
    #[serde(default)]
    exported_as: Vec<String>,
    #[serde(default)]
    words: BTreeMap<String, String>,
}

/// Reads a mapping of fields with these names. It comes back only when nothing is wrong with it: half a mapping would lose what it does not name.
pub fn read_profile(text: &str, file: &str, names: &[&str]) -> (Option<Profile>, Vec<Diagnostic>) {
    let error = |code: &str, message: String, span: Range<usize>| Diagnostic::error(code, message).at(file, span);
    if text.len() > LARGEST {
        return (
            None,
            vec![error("profile-too-large", format!("The mapping has {} KiB; {} is the most.", text.len() / 1024, LARGEST / 1024), 0..0)],
        );
    }
    let toml: ProfileToml = match toml::from_str(text) {
        Ok(toml) => toml,
        Err(fault) => return (None, vec![toml_finding(file, &fault)]),
    };
    let mut findings = Vec::new();
    if *toml.format.get_ref() != 1 {
        findings.push(error(
            "profile-format",
            format!("The format is {}; this reader knows format 1.", toml.format.get_ref()),
            toml.format.span(),
        ));
    }
    if toml.column.is_empty() || toml.column.len() > MOST_COLUMNS {
        let message = format!("The mapping has {} columns; it needs 1 to {MOST_COLUMNS}.", toml.column.len());
        findings.push(error("profile-columns", message, 0..0).help("Begin each with `[[column]]`."));
    }
    if jiff::fmt::strtime::format(toml.date.get_ref(), date(2026, 9, 30)).is_err() {
        let message = format!("`{}` is no pattern for a day.", toml.date.get_ref());
        findings.push(error("profile-date", message, toml.date.span()).help("Write `%Y-%m-%d`, `%d/%m/%Y` or `%d/%b/%Y`."));
    }
    let columns: Vec<Column> = toml.column.into_iter().filter_map(|column| read_column(column, file, names, &mut findings)).collect();
    let profile = Profile { id: toml.id, title: toml.title, date: toml.date.into_inner(), steps: toml.steps, columns };
    (findings.is_empty().then_some(profile), findings)
}

fn read_column(column: ColumnToml, file: &str, names: &[&str], findings: &mut Vec<Diagnostic>) -> Option<Column> {
    let before = findings.len();
    let name = column.name.get_ref().trim().to_owned();
    let error = |message: String, span: Range<usize>| Diagnostic::error("profile-column", message).at(file, span);
    if name.is_empty() {
        findings.push(
            error("A column has no name.".to_owned(), column.name.span()).help("Write the name that the tool expects in the header."),
        );
    }
    let content = match (&column.text, &column.values) {
        (Some(text), None) => template(text, file, names, findings).map(Content::Text),
        (None, Some(values)) => {
            let templates = values.get_ref().iter().filter_map(|value| template(value, file, names, findings)).collect();
            let join = column.join.as_ref().map(|join| join.get_ref().clone());
            let spaces = column.spaces.as_ref().map(|spaces| spaces.get_ref().clone());
            Some(Content::Values { templates, join, spaces })
        }
        _ => {
            let finding = error(format!("The column `{name}` needs either `text` or `values`."), column.name.span());
            findings.push(finding.help("`text = \"{title}\"` is one text; `values = [\"{horizon}\"]` are several."));
            None
        }
    };
    if let (Some(_), Some(stray)) = (&column.text, column.join.as_ref().or(column.spaces.as_ref())) {
        findings.push(error(format!("`join` and `spaces` of `{name}` belong to `values`."), stray.span()));
    }
    let content = content.filter(|_| findings.len() == before)?;
    let words = column.words.into_iter().collect();
    Some(Column { name, required: column.required, longest: column.longest, exported_as: column.exported_as, words, content })
}

fn template(text: &Spanned<String>, file: &str, names: &[&str], findings: &mut Vec<Diagnostic>) -> Option<Template> {
    let parsed = Template::parse(text.get_ref(), names);
    if let Err(unknown) = &parsed {
        let help = unknown.near.as_ref().map_or_else(|| all_places(names), |near| format!("Did you mean `{{{near}}}`?"));
        findings
            .push(Diagnostic::error("profile-place", format!("There is no field `{}`.", unknown.name)).at(file, text.span()).help(help));
    }
    parsed.ok()
}

fn all_places(names: &[&str]) -> String {
    let places: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    format!("The fields are {}.", places.join(", "))
}

/// The parser's error as a finding; an unknown key gets the nearest known one as help.
fn toml_finding(file: &str, error: &toml::de::Error) -> Diagnostic {
    let said = error.message().trim_end_matches('.');
    let unknown = said.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`'));
    let finding = match unknown {
        Some((key, rest)) => {
            let known: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
            let finding = Diagnostic::error("profile-unknown-key", format!("There is no key `{key}` here."));
            match nearest(key, known.iter().copied()) {
                Some(meant) => finding.help(format!("Did you mean `{meant}`?")),
                None => finding.help(format!("Known keys: {}.", known.join(", "))),
            }
        }
        None => Diagnostic::error("profile-shape", format!("This cannot be read: {said}.")),
    };
    finding.at(file, error.span().unwrap_or(0..0))
}
