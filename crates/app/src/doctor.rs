use crate::{App, Trouble};
use serde::Serialize;

/// What works on this machine, and what is enforced.
#[derive(Debug, Clone, Serialize)]
pub struct DoctorView {
    /// Whether everything needed is there.
    pub well: bool,
    /// One line each.
    pub lines: Vec<DoctorLine>,
}

/// One thing looked at.
#[derive(Debug, Clone, Serialize)]
pub struct DoctorLine {
    /// What.
    pub what: String,
    /// It is as it should be.
    pub well: bool,
    /// What was found.
    pub says: String,
    /// What to do, when something is wrong.
    pub help: Option<String>,
}

impl App {
    /// Looks at the folder, the data and the SQL worker.
    pub fn doctor(&self) -> Result<DoctorView, Trouble> {
        let worker = self.worker_line();
        // Without a worker nothing is confined, and nothing needs to be.
        let measures = if worker.well { self.grader.engine().confinement().measures } else { Vec::new() };
        let mut lines = vec![self.folder_line(), self.data_line(), worker];
        lines.extend(measures.into_iter().map(|measure| DoctorLine {
            what: format!("SQL worker: {}", measure.safeguard),
            well: true,
            says: format!("{}: {}", if measure.enforced { "enforced" } else { "not enforced here" }, measure.detail),
            help: None,
        }));
        if self.onboarded()? {
            lines.push(self.with_learner(|learner| {
                let findings: Vec<&str> = learner.findings.iter().map(|finding| finding.message.as_str()).collect();
                DoctorLine {
                    what: "Journal".to_owned(),
                    well: findings.is_empty(),
                    says: match findings.is_empty() {
                        true => format!("{} events, nothing wrong", learner.state.events_counted()),
                        false => findings.join(" "),
                    },
                    help: learner.findings.iter().find_map(|finding| finding.help.first().cloned()),
                }
            })?);
        }
        Ok(DoctorView { well: lines.iter().all(|line| line.well), lines })
    }

    fn folder_line(&self) -> DoctorLine {
        let onboarded = self.onboarded().unwrap_or(false);
        DoctorLine {
            what: "Learner's folder".to_owned(),
            well: true,
            says: format!("{}{}", self.folder_name(), if onboarded { "" } else { " (not made yet)" }),
            help: (!onboarded).then(|| "`footbridge init` makes it.".to_owned()),
        }
    }

    fn data_line(&self) -> DoctorLine {
        let folder = self.world.data.path();
        let wanted = self.course.pack.datasets.iter().flat_map(|dataset| {
            dataset
                .tables
                .iter()
                .flat_map(|table| [Some(&table.file), table.graded.as_ref()])
                .flatten()
                .map(|file| folder.join(&dataset.id).join(file))
        });
        let missing: Vec<String> = wanted.filter(|path| !path.is_file()).map(|path| path.display().to_string()).collect();
        DoctorLine {
            what: "Data sets".to_owned(),
            well: missing.is_empty(),
            says: match missing.first() {
                None => folder.display().to_string(),
                Some(first) => format!("{} files are missing, the first is {first}", missing.len()),
            },
            help: (!missing.is_empty()).then(|| "Set FOOTBRIDGE_CONTENT to the folder that holds `data/`.".to_owned()),
        }
    }

    fn worker_line(&self) -> DoctorLine {
        let request = footbridge_query::Request {
            sources: Vec::new(),
            sql: "select 1".to_owned(),
            file: "query.sql".to_owned(),
            limits: footbridge_query::Limits::default(),
        };
        let ran = self.grader.engine().run(&request);
        DoctorLine {
            what: "SQL worker".to_owned(),
            well: ran.is_ok(),
            says: match &ran {
                Ok(answer) => format!("{} answers in {} ms", self.world.engine.worker.display(), answer.elapsed.as_millis()),
                Err(failure) => format!("{}: {failure}", self.world.engine.worker.display()),
            },
            help: ran.is_err().then(|| "Put `footbridge-query` beside `footbridge`, or name it in FOOTBRIDGE_QUERY.".to_owned()),
        }
    }
}
