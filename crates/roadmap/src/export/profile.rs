//! How the bets become rows of a tool's CSV file: TOML that a person can write too.

use super::field::Field;
use super::template::Template;
use footbridge_diagnostic::{Diagnostic, nearest};
use jiff::civil::date;
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

/// A mapping from bets to the columns that a tool imports.
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
    pub(crate) content: Content,
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

impl Column {
    pub(crate) fn fields(&self) -> Vec<Field> {
        match &self.content {
            Content::Text(template) => template.fields().collect(),
            Content::Values { templates, .. } => templates.iter().flat_map(Template::fields).collect(),
        }
    }
}

/// A tool whose mapping is built in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Jira.
    Jira,
    /// Linear.
    Linear,
    /// Aha! Roadmaps.
    Aha,
}

impl Tool {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Jira, Self::Linear, Self::Aha];

    /// How bets become rows of the file that it imports.
    pub fn profile(self) -> Profile {
        let (file, text) = match self {
            Self::Jira => ("jira.toml", include_str!("../../profiles/jira.toml")),
            Self::Linear => ("linear.toml", include_str!("../../profiles/linear.toml")),
            Self::Aha => ("aha.toml", include_str!("../../profiles/aha.toml")),
        };
        read_profile(text, file).0.expect("the profiles of this crate are read in its tests")
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
}

/// Reads a mapping. It comes back only when nothing is wrong with it: half a mapping would lose what it does not name.
pub fn read_profile(text: &str, file: &str) -> (Option<Profile>, Vec<Diagnostic>) {
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
    let columns: Vec<Column> = toml.column.into_iter().filter_map(|column| read_column(column, file, &mut findings)).collect();
    let profile = Profile { id: toml.id, title: toml.title, date: toml.date.into_inner(), steps: toml.steps, columns };
    (findings.is_empty().then_some(profile), findings)
}

fn read_column(column: ColumnToml, file: &str, findings: &mut Vec<Diagnostic>) -> Option<Column> {
    let before = findings.len();
    let name = column.name.get_ref().trim().to_owned();
    let error = |message: String, span: Range<usize>| Diagnostic::error("profile-column", message).at(file, span);
    if name.is_empty() {
        findings.push(
            error("A column has no name.".to_owned(), column.name.span()).help("Write the name that the tool expects in the header."),
        );
    }
    let content = match (&column.text, &column.values) {
        (Some(text), None) => template(text, file, findings).map(Content::Text),
        (None, Some(values)) => {
            let templates = values.get_ref().iter().filter_map(|value| template(value, file, findings)).collect();
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
    Some(Column { name, required: column.required, longest: column.longest, content })
}

fn template(text: &Spanned<String>, file: &str, findings: &mut Vec<Diagnostic>) -> Option<Template> {
    let parsed = Template::parse(text.get_ref());
    if let Err(unknown) = &parsed {
        let help = unknown.near.map_or_else(all_places, |near| format!("Did you mean `{{{near}}}`?"));
        findings
            .push(Diagnostic::error("profile-place", format!("There is no field `{}`.", unknown.name)).at(file, text.span()).help(help));
    }
    parsed.ok()
}

fn all_places() -> String {
    let places: Vec<String> = Field::ALL.iter().map(|(name, _)| format!("{{{name}}}")).collect();
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
