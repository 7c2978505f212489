use serde::Deserialize;

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
    /// File with everything there is.
    pub file: String,
    /// File a verdict runs on, when it is another.
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
    /// Columns.
    #[serde(default, rename = "column")]
    pub columns: Vec<Column>,
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
