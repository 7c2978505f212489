use crate::{Checked, decide, questions, references, roadmap, spec, sql, write};
use footbridge_content::{Exercise, Kind, Pack};
use footbridge_diagnostic::Diagnostic;
use footbridge_query::{Answer, Engine, Failure, Limits, Request, Source, Table};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The folder that holds the data sets of a pack.
#[derive(Debug, Clone)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// `path` holds one folder for each data set.
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// Finds the learner's answer to another exercise, when there is one.
pub type OwnAnswer<'a> = &'a dyn Fn(&Exercise) -> Option<String>;

/// Judges answers. Warm: right results are computed once and kept.
pub struct Grader {
    engine: Engine,
    data: DataFolder,
    /// Results of solutions and known faults, by check version and text of the query.
    known: Mutex<HashMap<(String, String), Arc<Table>>>,
}

impl Grader {
    /// A grader that has started nothing yet.
    pub fn new(engine: Engine, data: DataFolder) -> Self {
        Self { engine, data, known: Mutex::default() }
    }

    /// The engine, for work outside exercises.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Judges one answer. `own` finds what the learner answered elsewhere, for texts that cite it.
    pub fn check(&self, pack: &Pack, exercise: &Exercise, answer: &str, own: OwnAnswer<'_>) -> Checked {
        match exercise.kind {
            Kind::Sql => sql::check(self, pack, exercise, answer),
            Kind::Write => match self.cited(pack, answer, exercise.kind.answer_file(), own) {
                Ok(cited) => write::check(exercise, answer, cited),
                Err(ours) => sql::failed_ours(&ours),
            },
            Kind::Decide => decide::check(exercise, answer),
            Kind::Roadmap => roadmap::check(exercise, answer),
            Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => questions::check(exercise, answer),
        }
    }

    /// What is wrong with the figures that any text takes from the learner's queries.
    pub fn cited(&self, pack: &Pack, text: &str, file: &str, own: OwnAnswer<'_>) -> Result<Vec<Diagnostic>, Failure> {
        references::check(self, pack, text, file, own)
    }

    /// Runs a query on an exercise's tables without judging it: on the graded rows, or on everything there is.
    pub fn explore(&self, pack: &Pack, exercise: &Exercise, sql: &str, full: bool) -> Result<Answer, Failure> {
        let spec = spec::read_sql(exercise).map_err(Failure::Source)?;
        let sources = self.sources(pack, &spec, full).map_err(Failure::Source)?;
        self.engine.run(&Request { sources, sql: sql.to_owned(), file: exercise.kind.answer_file().to_owned(), limits: Limits::default() })
    }

    /// The files behind an exercise's tables.
    pub(crate) fn sources(&self, pack: &Pack, spec: &spec::SqlSpec, full: bool) -> Result<Vec<Source>, Diagnostic> {
        let unknown = |what: String| Diagnostic::error("sql-data", what);
        let dataset = pack.dataset(&spec.dataset).ok_or_else(|| unknown(format!("There is no data set `{}`.", spec.dataset)))?;
        let file_of = |name: &String| {
            let table = dataset.tables.iter().find(|table| table.name == *name);
            let table = table.ok_or_else(|| unknown(format!("The data set `{}` has no table `{name}`.", spec.dataset)))?;
            let file = if full { &table.file } else { table.graded_file() };
            Ok(Source { name: name.clone(), path: self.data.0.join(&spec.dataset).join(file) })
        };
        spec.tables.iter().map(file_of).collect()
    }

    /// The result of a query of the pack itself, computed once.
    pub(crate) fn known_result(&self, version: &str, request: &Request) -> Result<Arc<Table>, Failure> {
        let key = (version.to_owned(), request.sql.clone());
        if let Some(table) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Arc::clone(table));
        }
        let table = Arc::new(self.engine.run(request)?.table);
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&table));
        Ok(table)
    }
}
