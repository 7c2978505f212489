use footbridge_analytics::{Clock, Column, Kind, Names, Part, Question, Reading, Table, read, unit_of, unit_sql};
use footbridge_query::{DataType, Engine, EngineConfig, Failure, Limits, Request, Source};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// Files in a folder of their own, gone afterwards.
pub(crate) struct Files {
    folder: PathBuf,
    sources: Vec<Source>,
}

/// Columns and rows as text.
pub(crate) type Rows = Vec<Vec<Option<String>>>;

pub(crate) const USERS: [Part; 3] = [Part::User, Part::Time, Part::Event];

impl Files {
    pub(crate) fn new<T: AsRef<[u8]>>(files: &[(&str, T)]) -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("footbridge-analytics-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a temporary folder can be made");
        let sources = files.iter().map(|(name, text)| {
            let path = folder.join(name);
            std::fs::write(&path, text.as_ref()).expect("a file can be written");
            Source { name: name.split('.').next().expect("a name").to_owned(), path }
        });
        Self { sources: sources.collect(), folder }
    }

    pub(crate) fn table(&self) -> Table {
        self.try_table().expect("tables")
    }

    /// The table, when the engine can read the files at all.
    pub(crate) fn try_table(&self) -> Result<Table, Failure> {
        let schemas = engine().describe(&self.sources)?;
        let kind = |data_type: &DataType| match data_type {
            DataType::Text => Kind::Text,
            DataType::Integer | DataType::Float | DataType::Decimal => Kind::Number,
            DataType::Date | DataType::Timestamp => Kind::Time,
            DataType::List => Kind::List,
            DataType::Other(name) if name == "struct" => Kind::Struct,
            _ => Kind::Other,
        };
        let columns = schemas[0].columns.iter().map(|column| Column { name: column.name.clone(), kind: kind(&column.data_type) });
        Ok(Table { columns: columns.collect(), names: schemas.iter().map(|schema| schema.name.clone()).collect() })
    }

    pub(crate) fn reading(&self, names: &Names) -> Reading {
        read(&self.table(), names, &USERS).expect("columns are known")
    }

    pub(crate) fn clock(&self, reading: &Reading) -> Clock {
        let size = unit_sql(reading).and_then(|sql| self.run(&sql)[0][0].as_ref().map(|size| size.parse().expect("a number")));
        Clock::utc(size.map_or(footbridge_analytics::Unit::Written, unit_of))
    }

    pub(crate) fn ask(&self, question: &Question, names: &Names) -> Rows {
        let reading = self.reading(names);
        self.run(&question.sql(&reading, &self.clock(&reading)))
    }

    pub(crate) fn run(&self, sql: &str) -> Rows {
        self.try_run(sql).unwrap_or_else(|failure| panic!("{failure:?}\n{sql}"))
    }

    /// The rows, unless the query or the file is refused.
    pub(crate) fn try_run(&self, sql: &str) -> Result<Rows, Failure> {
        let limits = Limits { rows: 100_000, ..Limits::default() };
        let request = Request { sources: self.sources.clone(), sql: sql.to_owned(), file: "query.sql".to_owned(), limits };
        let answer = engine().run(&request)?;
        let cell = |value: &footbridge_query::Value| (!value.is_null()).then(|| value.to_string());
        Ok(answer.table.rows.iter().map(|row| row.iter().map(cell).collect()).collect())
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        // What is left in the system's temporary folder is in nobody's way.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A row with NULL as a dash.
pub(crate) fn line(row: &[Option<String>]) -> String {
    row.iter().map(|cell| cell.as_deref().unwrap_or("-")).collect::<Vec<_>>().join(" ")
}

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let named = std::env::var_os("FOOTBRIDGE_QUERY").map(PathBuf::from);
        // Beside target/debug/deps, where this test lies.
        let built = || std::env::current_exe().ok().and_then(|test| Some(test.parent()?.parent()?.join("footbridge-query")));
        let worker = named.or_else(built).filter(|worker| worker.exists());
        let worker = worker.expect("`cargo build -p footbridge-query-worker` makes the worker, or FOOTBRIDGE_QUERY names it");
        Engine::new(EngineConfig { worker, pool: 2, memory_bytes: 1 << 30, recycle_after: 100 })
    })
}
