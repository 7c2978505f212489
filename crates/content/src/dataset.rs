use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// One data set.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Folder below `data/`; set by the reader.
    #[serde(skip)]
    pub id: String,
    /// Title.
    pub title: String,
    /// Made by a generator, not observed.
    pub synthetic: bool,
    /// SPDX id.
    pub licence: String,
    /// Where it comes from, or how it is made.
    pub source: String,
    /// Markdown.
    #[serde(default)]
    pub summary: String,
    /// Tables.
    #[serde(default, rename = "table")]
    pub tables: Vec<Table>,
}

/// One table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Name in SQL.
    pub name: String,
    /// File with everything there is, directly in the data set's folder.
    #[serde(deserialize_with = "file_name")]
    pub file: String,
    /// File a verdict runs on, when it is another; in the same folder.
    #[serde(default, deserialize_with = "optional_file_name")]
    pub graded: Option<String>,
    /// SHA-256 of `file`.
    pub sha256: Option<String>,
    /// SHA-256 of `graded`.
    pub graded_sha256: Option<String>,
    /// Rows of `file`.
    pub rows: Option<u64>,
    /// Rows of `graded`.
    pub graded_rows: Option<u64>,
    /// What a row is.
    pub about: String,
    /// Columns that together are different in every row; none when rows may repeat.
    #[serde(default)]
    pub key: Vec<String>,
    /// Rows of other tables that these rows belong to.
    #[serde(default, rename = "reference")]
    pub references: Vec<Reference>,
    /// Conditions that every row fulfils, in SQL.
    #[serde(default)]
    pub checks: Vec<String>,
    /// Columns.
    #[serde(default, rename = "column")]
    pub columns: Vec<Column>,
}

/// Columns that name a row of another table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Columns here.
    pub columns: Vec<String>,
    /// The other table.
    pub table: String,
    /// Its columns; those of the same names when it is left out.
    #[serde(default)]
    pub to: Vec<String>,
    /// Every row names one: the columns are never empty.
    #[serde(default)]
    pub required: bool,
}

/// One column.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Name.
    pub name: String,
    /// Type as a learner reads it.
    #[serde(rename = "type")]
    pub data_type: String,
    /// What it means.
    #[serde(default)]
    pub about: String,
}

/// A name that leads nowhere: packs come from strangers, and the SQL worker may read whatever file is named here.
fn file_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    if is_plain && !name.starts_with('.') && !name.is_empty() {
        return Ok(name);
    }
    Err(D::Error::custom(format!("`{name}` is no name of a file in this folder: letters, digits, `-`, `_` and `.` make one")))
}

fn optional_file_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    file_name(deserializer).map(Some)
}

impl Table {
    /// The file a verdict runs on.
    pub fn graded_file(&self) -> &str {
        self.graded.as_deref().unwrap_or(&self.file)
    }

    /// The hash of the file a verdict runs on.
    pub fn graded_hash(&self) -> Option<&str> {
        if self.graded.is_some() { self.graded_sha256.as_deref() } else { self.sha256.as_deref() }
    }
}
