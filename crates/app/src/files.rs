use crate::view::{OwnFilesView, RunView, TableSchemaView};
use crate::view_sql::{column_view, run_failure, run_view};
use crate::{App, Trouble};
use footbridge_query::{Answer, Engine, Failure, Limits, Request, Source, TableSchema};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A person's own query may take longer and give more than an exercise's.
const OWN_LIMITS: Limits = Limits { rows: 10_000, bytes: 16_000_000, wall: Duration::from_secs(60), cpu: Duration::from_secs(120) };

/// A person's own files, asked without a learner's folder and without the course: reading it would take most of the time of a short query.
pub struct OwnFiles {
    engine: Engine,
}

impl OwnFiles {
    /// With the engine of this machine; nothing is started before the first question.
    pub fn on_this_machine() -> Self {
        Self { engine: Engine::new(crate::world::engine()) }
    }

    /// Files of the person as tables, named after the files.
    pub fn open(&self, paths: &[String]) -> Result<OwnFilesView, Trouble> {
        open(&self.engine, paths)
    }

    /// Runs a query on them.
    pub fn query(&self, paths: &[String], sql: &str) -> Result<RunView, Trouble> {
        Ok(run_view(ask(&self.engine, paths, sql)?, sql))
    }
}

impl App {
    /// Files of the person as tables, named after the files.
    pub fn open_files(&self, paths: &[String]) -> Result<OwnFilesView, Trouble> {
        open(self.grader.engine(), paths)
    }

    /// Runs a query on the person's own files.
    pub fn query_files(&self, paths: &[String], sql: &str) -> Result<RunView, Trouble> {
        Ok(run_view(self.ask_files(paths, sql)?, sql))
    }

    pub(crate) fn ask_files(&self, paths: &[String], sql: &str) -> Result<Result<Answer, Failure>, Trouble> {
        ask(self.grader.engine(), paths, sql)
    }
}

fn open(engine: &Engine, paths: &[String]) -> Result<OwnFilesView, Trouble> {
    let sources = sources(paths)?;
    let (mut tables, mut read, mut findings) = (Vec::new(), Vec::new(), Vec::new());
    for (source, path) in sources.iter().zip(paths) {
        match engine.describe(std::slice::from_ref(source)) {
            Ok(schemas) => {
                tables.extend(schemas.iter().map(schema_view));
                read.push(path.clone());
            }
            Err(failure) => findings.extend(run_failure(&failure, "").findings),
        }
    }
    let proposal = tables.first().map_or_else(String::new, |table| format!("select *\nfrom {}\nlimit 20\n", quoted(&table.name)));
    Ok(OwnFilesView { tables, read, findings, proposal })
}

fn ask(engine: &Engine, paths: &[String], sql: &str) -> Result<Result<Answer, Failure>, Trouble> {
    let request = Request { sources: sources(paths)?, sql: sql.to_owned(), file: "query.sql".to_owned(), limits: OWN_LIMITS };
    Ok(engine.run(&request))
}

/// One table for each path; `name=path` gives a name of one's own.
pub(crate) fn sources(paths: &[String]) -> Result<Vec<Source>, Trouble> {
    let mut sources: Vec<Source> = Vec::new();
    for written in paths {
        let (name, path) = match written.split_once('=') {
            Some((name, path)) if is_name(name) => (name.to_owned(), PathBuf::from(path)),
            _ => (name_of(Path::new(written)), PathBuf::from(written)),
        };
        if sources.iter().any(|source| source.name.eq_ignore_ascii_case(&name)) {
            return Err(Trouble::asked(format!("Two files would both be the table `{name}`."))
                .help("Give one of them a name of its own: `--data other=path/to/file.csv`."));
        }
        sources.push(Source { name, path });
    }
    Ok(sources)
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

/// A table's name from a file's: `2026 sales.csv` becomes `t_2026_sales`.
fn name_of(path: &Path) -> String {
    let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().to_lowercase());
    let name: String = stem.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
    if is_name(&name) { name } else { format!("t_{name}") }
}

fn quoted(name: &str) -> String {
    if is_name(name) { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

fn schema_view(schema: &TableSchema) -> TableSchemaView {
    TableSchemaView {
        name: schema.name.clone(),
        about: String::new(),
        rows: schema.rows,
        columns: schema.columns.iter().map(column_view).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_become_tables_with_names_that_sql_can_say() {
        let named = |paths: &[&str]| {
            let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
            sources(&paths).map(|sources| sources.into_iter().map(|source| source.name).collect::<Vec<_>>())
        };
        assert_eq!(named(&["a/Sales.csv", "2026 sales.csv", "x=b/sales.csv"]).expect("three names"), ["sales", "t_2026_sales", "x"]);
        assert!(named(&["a/sales.csv", "b/sales.csv"]).is_err(), "the same name twice");
        assert!(named(&["a/sales.csv", "SALES=b.csv"]).is_err(), "SQL does not tell them apart");
    }
}
