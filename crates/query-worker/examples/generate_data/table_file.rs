//! Writing a table as Parquet, and keeping `tables.toml` in step with what was written.

use datafusion::arrow::array::{ArrayRef, RecordBatch};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, Encoding, ZstdLevel};
use datafusion::parquet::file::properties::{EnabledStatistics, WriterProperties};
use datafusion::parquet::schema::types::ColumnPath;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

/// A graded file may not hold more rows than this.
pub(crate) const MOST_GRADED_ROWS: usize = 50_000;

/// What was written to one file.
struct Written {
    rows: usize,
    bytes: usize,
    sha256: String,
}

/// The files written so far, by name.
#[derive(Default)]
pub(crate) struct Ledger {
    files: BTreeMap<String, Written>,
}

impl Ledger {
    /// Writes a table to `folder/name.parquet`. `rising` are whole-number columns that grow from row to row: their differences are stored.
    pub(crate) fn write(&mut self, folder: &Path, name: &str, batches: &[RecordBatch], rising: &[&str]) -> Result<(), Box<dyn Error>> {
        let schema = batches.first().ok_or("a table without a batch")?.schema();
        let mut properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::try_new(19)?))
            .set_created_by("Footbridge generate_data".to_owned())
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_max_row_group_row_count(Some(262_144));
        for column in rising {
            let path = ColumnPath::from(*column);
            properties =
                properties.set_column_dictionary_enabled(path.clone(), false).set_column_encoding(path, Encoding::DELTA_BINARY_PACKED);
        }
        let mut bytes = Vec::new();
        let mut writer = ArrowWriter::try_new(&mut bytes, schema, Some(properties.build()))?;
        for batch in batches {
            writer.write(batch)?;
        }
        writer.close()?;
        let rows = batches.iter().map(RecordBatch::num_rows).sum();
        let file = format!("{name}.parquet");
        fs::write(folder.join(&file), &bytes)?;
        let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        self.files.insert(file, Written { rows, bytes: bytes.len(), sha256 });
        Ok(())
    }

    /// Writes a table of the named columns.
    pub(crate) fn write_columns(
        &mut self,
        folder: &Path,
        name: &str,
        columns: Vec<(&str, ArrayRef)>,
        rising: &[&str],
    ) -> Result<(), Box<dyn Error>> {
        let columns: Vec<(&str, ArrayRef, bool)> = columns.into_iter().map(|(name, array)| (name, array, true)).collect();
        let batch = RecordBatch::try_from_iter_with_nullable(columns)?;
        self.write(folder, name, &[batch], rising)
    }

    /// Puts rows and hashes into the lines of `tables.toml` that carry them; the rest is written by hand.
    pub(crate) fn update(&self, tables_toml: &Path) -> Result<(), Box<dyn Error>> {
        let text = fs::read_to_string(tables_toml)?;
        let mut updated = String::with_capacity(text.len());
        let (mut whole, mut graded) = (None, None);
        for line in text.lines() {
            let (key, value) = line.split_once(" = ").unwrap_or((line, ""));
            let named = || self.files.get(value.trim_matches('"'));
            match key {
                "[[table]]" => (whole, graded) = (None, None),
                "file" => whole = named(),
                "graded" => graded = named(),
                _ => {}
            }
            let line = match (key, whole, graded) {
                ("sha256", Some(written), _) => format!("sha256 = \"{}\"", written.sha256),
                ("rows", Some(written), _) => format!("rows = {}", written.rows),
                ("graded_sha256", _, Some(written)) => format!("graded_sha256 = \"{}\"", written.sha256),
                ("graded_rows", _, Some(written)) => format!("graded_rows = {}", written.rows),
                _ => line.to_owned(),
            };
            updated.push_str(&line);
            updated.push('\n');
        }
        fs::write(tables_toml, updated)?;
        Ok(())
    }

    /// One line a file.
    pub(crate) fn report(&self) {
        for (file, Written { rows, bytes, sha256 }) in &self.files {
            println!("{file:30} {rows:>9} rows {bytes:>10} bytes  {sha256}");
        }
        let total: usize = self.files.values().map(|written| written.bytes).sum();
        println!("{total} bytes in all");
    }
}
