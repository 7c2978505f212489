use footbridge_analytics::{Clock, Column, Kind, Names, Part, Question, Reading, Table, read, unit_of, unit_sql};
use footbridge_query::{DataType, Engine, EngineConfig, Limits, Request, Source};
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
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("footbridge-analytics-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a temporary folder can be made");
        let sources = files.iter().map(|(name, text)| {
            let path = folder.join(name);
            std::fs::write(&path, text).expect("a file can be written");
            Source { name: name.split('.').next().expect("a name").to_owned(), path }
        });
        Self { sources: sources.collect(), folder }
    }

    pub(crate) fn table(&self) -> Table {
        let schemas = engine().describe(&self.sources).expect("tables");
        let kind = |data_type: &DataType| match data_type {
            DataType::Text => Kind::Text,
            DataType::Integer | DataType::Float | DataType::Decimal => Kind::Number,
            DataType::Date | DataType::Timestamp => Kind::Time,
            DataType::List => Kind::List,
            DataType::Other(name) if name == "struct" => Kind::Struct,
            _ => Kind::Other,
        };
        let columns = schemas[0].columns.iter().map(|column| Column { name: column.name.clone(), kind: kind(&column.data_type) });
        Table { columns: columns.collect(), names: schemas.iter().map(|schema| schema.name.clone()).collect() }
    }

    pub(crate) fn reading(&self, names: &Names) -> Reading {
        read(&self.table(), names, &USERS).expect("columns are known")
    }

    pub(crate) fn clock(&self, reading: &Reading) -> Clock {
        let largest = unit_sql(reading).map(|sql| self.run(&sql)[0][0].as_ref().expect("a number").parse().expect("a number"));
        Clock::utc(largest.map_or(footbridge_analytics::Unit::Written, unit_of))
    }

    pub(crate) fn ask(&self, question: &Question, names: &Names) -> Rows {
        let reading = self.reading(names);
        self.run(&question.sql(&reading, &self.clock(&reading)))
    }

    pub(crate) fn run(&self, sql: &str) -> Rows {
        let limits = Limits { rows: 100_000, ..Limits::default() };
        let request = Request { sources: self.sources.clone(), sql: sql.to_owned(), file: "query.sql".to_owned(), limits };
        let answer = engine().run(&request).unwrap_or_else(|failure| panic!("{failure:?}\n{sql}"));
        let cell = |value: &footbridge_query::Value| (!value.is_null()).then(|| value.to_string());
        answer.table.rows.iter().map(|row| row.iter().map(cell).collect()).collect()
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
