//! Handed files become tables under the names the parent gave.

use crate::files::HandedFiles;
use crate::json_lines;
use crate::session::{self, STORE};
use datafusion::arrow::datatypes::DataType;
use datafusion::catalog::TableProvider;
use datafusion::common::TableReference;
use datafusion::datasource::file_format::FileFormat;
use datafusion::datasource::file_format::csv::CsvFormat;
use datafusion::datasource::file_format::json::JsonFormat;
use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl};
use datafusion::datasource::physical_plan::parquet::metadata::DFParquetMetadata;
use datafusion::error::{DataFusionError, Result};
use datafusion::object_store::ObjectStoreExt;
use datafusion::object_store::path::Path;
use datafusion::parquet::basic::Type as PhysicalType;
use datafusion::parquet::file::metadata::RowGroupMetaData;
use datafusion::prelude::SessionContext;
use footbridge_diagnostic::Diagnostic;
use footbridge_query::protocol::{TableHandle, WireFormat};
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::BufReader;
use std::sync::Arc;

/// Up to this size a text file is read to its end to find its columns' types; beyond, its first rows must do.
const READ_WHOLE: u64 = 64 << 20;

/// How many rows of a larger text file are read to find its columns' types.
const SAMPLE_ROWS: usize = 100_000;

/// A column of text that takes fewer bytes a row does not hold the texts: a text has four bytes of length before it.
const BYTES_OF_A_PLACE: i64 = 3;

/// One table of the query at hand.
#[derive(Debug, Clone)]
pub(crate) struct NamedTable {
    pub(crate) name: String,
    pub(crate) columns: Vec<String>,
    /// The type of each column.
    pub(crate) types: Vec<DataType>,
    /// Columns of text whose file stores each text once and then only which one a row has.
    pub(crate) repeating: Arc<HashSet<String>>,
}

/// Every table this worker has met. Schemas are kept, so that a warm worker looks at a file once.
#[derive(Default)]
pub(crate) struct Tables {
    files: Arc<HandedFiles>,
    providers: HashMap<(u64, WireFormat), Provider>,
}

#[derive(Clone)]
struct Provider {
    table: Arc<dyn TableProvider>,
    repeating: Arc<HashSet<String>>,
}

/// Why the tables could not be set up.
pub(crate) enum SetupError {
    /// A file is not what its extension says.
    Source(Diagnostic),
    /// The engine refused.
    Engine(DataFusionError),
}

impl From<DataFusionError> for SetupError {
    fn from(error: DataFusionError) -> Self {
        Self::Engine(error)
    }
}

impl Tables {
    pub(crate) fn files(&self) -> Arc<HandedFiles> {
        Arc::clone(&self.files)
    }

    /// Makes exactly these tables visible.
    pub(crate) async fn set_up(
        &mut self,
        context: &SessionContext,
        handles: &[TableHandle],
        files: Vec<File>,
    ) -> Result<Vec<NamedTable>, SetupError> {
        session::clear(context)?;
        for (handle, file) in handles.iter().filter(|handle| handle.fresh).zip(files) {
            self.files.insert(handle.file, handle.length, file);
        }
        let mut named = Vec::new();
        for handle in handles {
            let provider = self.provider(context, handle).await.map_err(|error| SetupError::Source(self.not_a_table(handle, &error)))?;
            named.push(named_table(handle, &provider));
            // Unquoted names in a query are lower case, whatever the file is called.
            let name = handle.name.to_lowercase();
            context.register_table(TableReference::bare(name), provider.table)?;
        }
        Ok(named)
    }

    fn not_a_table(&self, handle: &TableHandle, error: &DataFusionError) -> Diagnostic {
        let (kind, help) = match handle.format {
            WireFormat::Parquet => {
                ("a Parquet file", "Check that the file was written to its end and is not another format under this name.")
            }
            WireFormat::Csv => {
                ("a table of comma-separated values", "The first line names the columns, and every line needs as many values.")
            }
            WireFormat::Tsv => {
                ("a table of tab-separated values", "The first line names the columns, and every line needs as many values.")
            }
            WireFormat::JsonLines => {
                ("JSON with one object a line", "Every line is one object in braces; a list around them is not needed.")
            }
        };
        let mut finding = Diagnostic::error("data-not-a-table", format!("The file for `{}` cannot be read as {kind}.", handle.name));
        finding.notes.extend(self.json_fault(handle).or_else(|| crate::messages::source_reason(error)));
        finding.help(help)
    }

    /// That a file cannot be read on, with the line where that can be found out: the engine's reader of JSON does not name it.
    pub(crate) fn placed(&self, handle: &TableHandle, broken: Diagnostic) -> Diagnostic {
        match self.json_fault(handle) {
            Some(fault) => Diagnostic::error("data-broken", format!("The file for `{}` cannot be read to its end.", handle.name))
                .note(fault)
                .help("Mend that line, or write the column in one way on every line, for example as text in quotes."),
            None => broken,
        }
    }

    fn json_fault(&self, handle: &TableHandle) -> Option<String> {
        let is_json = matches!(handle.format, WireFormat::JsonLines);
        is_json.then(|| self.files.reader(handle.file)).flatten().and_then(|file| json_lines::fault(BufReader::new(file)))
    }

    async fn provider(&mut self, context: &SessionContext, handle: &TableHandle) -> Result<Provider> {
        let key = (handle.file, handle.format);
        if let Some(provider) = self.providers.get(&key) {
            return Ok(provider.clone());
        }
        let state = context.state();
        let url = ListingTableUrl::parse(format!("{STORE}/{}", handle.file))?;
        let options = ListingOptions::new(format(handle)).with_file_extension("");
        let config = ListingTableConfig::new(url).with_listing_options(options).infer_schema(&state).await?;
        let table = Arc::new(ListingTable::try_new(config)?);
        let mut repeating = match handle.format {
            WireFormat::Parquet => self.repeating(context, handle).await?,
            WireFormat::Csv | WireFormat::Tsv | WireFormat::JsonLines => HashSet::new(),
        };
        // Bytes that are no text, and what a program wrote as a category, come in types of their own.
        repeating.retain(|column| table.schema().field_with_name(column).is_ok_and(|field| *field.data_type() == DataType::Utf8View));
        let provider = Provider { table, repeating: Arc::new(repeating) };
        self.providers.insert(key, provider.clone());
        Ok(provider)
    }

    /// The columns of a Parquet file that take so few bytes a row that no row can hold its value.
    async fn repeating(&self, context: &SessionContext, handle: &TableHandle) -> Result<HashSet<String>> {
        let object = self.files.head(&Path::from(handle.file.to_string())).await?;
        let cache = context.runtime_env().cache_manager.get_file_metadata_cache();
        let metadata = DFParquetMetadata::new(self.files.as_ref(), &object).with_file_metadata_cache(Some(cache)).fetch_metadata().await?;
        let mut bytes: HashMap<String, i64> = HashMap::new();
        let columns = metadata.row_groups().iter().flat_map(RowGroupMetaData::columns);
        for column in columns.filter(|column| column.column_type() == PhysicalType::BYTE_ARRAY) {
            *bytes.entry(column.column_path().string()).or_default() += column.uncompressed_size();
        }
        let most = metadata.file_metadata().num_rows().saturating_mul(BYTES_OF_A_PLACE);
        Ok(bytes.into_iter().filter(|(_, bytes)| *bytes < most).map(|(column, _)| column).collect())
    }
}

fn format(handle: &TableHandle) -> Arc<dyn FileFormat> {
    let rows = if handle.length <= READ_WHOLE { usize::MAX } else { SAMPLE_ROWS };
    match handle.format {
        WireFormat::Parquet => Arc::new(ParquetFormat::new()),
        WireFormat::Csv => Arc::new(CsvFormat::default().with_has_header(true).with_schema_infer_max_rec(rows)),
        WireFormat::Tsv => Arc::new(CsvFormat::default().with_has_header(true).with_delimiter(b'\t').with_schema_infer_max_rec(rows)),
        WireFormat::JsonLines => Arc::new(JsonFormat::default().with_schema_infer_max_rec(rows)),
    }
}

fn named_table(handle: &TableHandle, provider: &Provider) -> NamedTable {
    let schema = provider.table.schema();
    let (columns, types) = schema.fields().iter().map(|field| (field.name().clone(), field.data_type().clone())).unzip();
    NamedTable { name: handle.name.clone(), columns, types, repeating: Arc::clone(&provider.repeating) }
}

#[cfg(test)]
mod tests {
    use super::Tables;
    use crate::session;
    use datafusion::arrow::array::{ArrayRef, BinaryArray, DictionaryArray, RecordBatch, StringArray};
    use datafusion::arrow::datatypes::Int32Type;
    use datafusion::parquet::arrow::ArrowWriter;
    use footbridge_query::protocol::{TableHandle, WireFormat};
    use std::fs::File;
    use std::path::Path;
    use std::sync::Arc;

    /// The columns of a table that are stored as places of texts.
    async fn repeating(path: &Path) -> Vec<String> {
        let file = File::open(path).expect("a table");
        let length = file.metadata().expect("its length").len();
        let handle = TableHandle { name: "t".to_owned(), file: 1, fresh: true, format: WireFormat::Parquet, length, path: None };
        let mut tables = Tables::default();
        let context = session::open(tables.files(), 64 << 20).expect("an engine");
        let Ok(named) = tables.set_up(&context, &[handle], vec![file]).await else { panic!("the table cannot be read") };
        let mut columns: Vec<String> = named[0].repeating.iter().cloned().collect();
        columns.sort_unstable();
        columns
    }

    #[tokio::test]
    async fn columns_whose_texts_are_stored_once_are_known() {
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/data/metered");
        assert_eq!(repeating(&shipped.join("requests.parquet")).await, ["endpoint", "method", "version"]);
        assert_eq!(repeating(&shipped.join("plans.parquet")).await, [""; 0]);
    }

    #[tokio::test]
    async fn only_columns_of_text_are_among_them() {
        let texts: Vec<String> = (0..5_000).map(|row| format!("category number {}", row % 7)).collect();
        let text: ArrayRef = Arc::new(StringArray::from(texts.clone()));
        let category: ArrayRef = Arc::new(texts.iter().map(String::as_str).collect::<DictionaryArray<Int32Type>>());
        let bytes: ArrayRef = Arc::new(texts.iter().map(|text| Some(text.as_bytes())).collect::<BinaryArray>());
        let batch = RecordBatch::try_from_iter([("bytes", bytes), ("category", category), ("text", text)]).expect("columns of one length");
        let path = std::env::temp_dir().join(format!("footbridge-query-{}-repeating.parquet", std::process::id()));
        let mut writer = ArrowWriter::try_new(File::create(&path).expect("a file"), batch.schema(), None).expect("a writer");
        writer.write(&batch).expect("rows");
        writer.close().expect("a whole file");
        let found = repeating(&path).await;
        std::fs::remove_file(&path).expect("it was there");
        assert_eq!(found, ["text"]);
    }
}
