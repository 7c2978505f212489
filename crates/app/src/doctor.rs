use crate::told::system_cause;
use crate::{App, Trouble};
use footbridge_diagnostic::{Severity, counted};
use footbridge_query::Measure;
use serde::Serialize;

/// What works on this machine, and what is enforced.
#[derive(Debug, Clone, Serialize)]
pub struct DoctorView {
    /// Whether everything needed is there.
    pub well: bool,
    /// The same in one sentence.
    pub answer: String,
    /// One line each.
    pub lines: Vec<DoctorLine>,
}

/// One thing looked at.
#[derive(Debug, Clone, Serialize)]
pub struct DoctorLine {
    /// What.
    pub what: String,
    /// How it stands.
    pub mark: DoctorMark,
    /// What was found.
    pub says: String,
    /// What to do, when something is wrong.
    pub help: Option<String>,
}

/// How one thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoctorMark {
    /// As it should be.
    Well,
    /// A safeguard that this machine does not enforce: nothing to mend, and nothing to rely on.
    NotEnforced,
    /// Something needs mending.
    Wrong,
}

impl DoctorLine {
    fn new(what: &str, mark: DoctorMark, says: impl Into<String>) -> Self {
        Self { what: what.to_owned(), mark, says: says.into(), help: None }
    }

    /// Something that could not be looked at.
    fn sick(what: &str, trouble: Trouble) -> Self {
        let findings: String = trouble.findings.iter().map(|finding| format!(" {}", finding.message)).collect();
        let cause = system_cause(&trouble).map_or_else(String::new, |cause| format!(" The system says: {cause}."));
        Self { help: trouble.help, ..Self::new(what, DoctorMark::Wrong, format!("{}{cause}{findings}", trouble.message)) }
    }
}

impl App {
    /// Looks at the folder, the data and the SQL worker. What cannot be looked at is a line like the others.
    pub fn doctor(&self) -> DoctorView {
        let worker = self.worker_line();
        // Without a worker nothing is confined, and nothing needs to be.
        let measures = if worker.mark == DoctorMark::Well { self.grader.engine().confinement().measures } else { Vec::new() };
        let mut lines = vec![self.folder_line(), self.data_line(), worker];
        lines.extend(measures.iter().map(safeguard_line));
        if self.onboarded().unwrap_or(true) {
            lines.push(self.journal_line());
            lines.push(self.private_files_line());
        }
        summed_up(lines)
    }

    fn folder_line(&self) -> DoctorLine {
        let what = "Learner's folder";
        match self.onboarded() {
            Ok(true) => DoctorLine::new(what, DoctorMark::Well, self.folder_name()),
            Ok(false) => DoctorLine {
                help: Some("`footbridge init` makes it.".to_owned()),
                ..DoctorLine::new(what, DoctorMark::Well, format!("{} (not made yet)", self.folder_name()))
            },
            Err(trouble) => DoctorLine::sick(what, trouble),
        }
    }

    fn journal_line(&self) -> DoctorLine {
        let what = "Journal";
        let looked = self.with_learner(|learner| {
            let is_wrong = learner.findings.iter().any(|finding| finding.severity != Severity::Advice);
            let says: Vec<&str> = learner.findings.iter().map(|finding| finding.message.as_str()).collect();
            let says = match says.is_empty() {
                true => format!("{}, nothing wrong", counted(learner.state.events_counted(), "event", "events")),
                false => says.join(" "),
            };
            let help = learner.findings.iter().find_map(|finding| finding.help.first().cloned());
            DoctorLine { help, ..DoctorLine::new(what, if is_wrong { DoctorMark::Wrong } else { DoctorMark::Well }, says) }
        });
        looked.unwrap_or_else(|trouble| DoctorLine::sick(what, trouble))
    }

    fn private_files_line(&self) -> DoctorLine {
        let what = "Private files";
        let unread = self.private_files_unread();
        if unread.is_empty() {
            return DoctorLine::new(what, DoctorMark::Well, "contacts, gatherings and applications can be read");
        }
        let says: Vec<&str> = unread.iter().map(|notice| notice.message.as_str()).collect();
        DoctorLine {
            help: unread.iter().find_map(|notice| notice.help.clone()),
            ..DoctorLine::new(what, DoctorMark::Wrong, says.join(" "))
        }
    }

    fn data_line(&self) -> DoctorLine {
        let what = "Data sets";
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
        let Some(first) = missing.first() else {
            return DoctorLine::new(what, DoctorMark::Well, folder.display().to_string());
        };
        let says = match missing.len() {
            1 => format!("1 file is missing: {first}"),
            many => format!("{many} files are missing, the first is {first}"),
        };
        DoctorLine {
            help: Some("Set FOOTBRIDGE_CONTENT to the folder that holds `data/`.".to_owned()),
            ..DoctorLine::new(what, DoctorMark::Wrong, says)
        }
    }

    fn worker_line(&self) -> DoctorLine {
        let what = "SQL worker";
        let request = footbridge_query::Request {
            sources: Vec::new(),
            sql: "select 1".to_owned(),
            file: "query.sql".to_owned(),
            limits: footbridge_query::Limits::default(),
        };
        let worker = self.world.engine.worker.display();
        match self.grader.engine().run(&request) {
            Ok(answer) => DoctorLine::new(what, DoctorMark::Well, format!("{worker} answers in {} ms", answer.elapsed.as_millis())),
            Err(failure) => DoctorLine {
                help: Some("Put `footbridge-query` beside `footbridge`, or name it in FOOTBRIDGE_QUERY.".to_owned()),
                ..DoctorLine::new(what, DoctorMark::Wrong, format!("{worker}: {failure}"))
            },
        }
    }
}

fn safeguard_line(measure: &Measure) -> DoctorLine {
    let (mark, says) = match measure.enforced {
        true => (DoctorMark::Well, "enforced"),
        false => (DoctorMark::NotEnforced, "not enforced here"),
    };
    DoctorLine::new(&format!("SQL worker: {}", measure.safeguard), mark, format!("{says}: {}", measure.detail))
}

fn summed_up(lines: Vec<DoctorLine>) -> DoctorView {
    let with = |mark: DoctorMark| lines.iter().filter(|line| line.mark == mark).count();
    let well = with(DoctorMark::Wrong) == 0;
    let mut answer = if well { "Everything needed is there" } else { "Something needs mending" }.to_owned();
    if with(DoctorMark::NotEnforced) > 0 {
        let open = counted(with(DoctorMark::NotEnforced), "safeguard is", "safeguards are");
        answer.push_str(&format!("; {open} not enforced on this machine"));
    }
    DoctorView { well, answer, lines }
}

#[cfg(test)]
mod tests {
    use super::*;
    use footbridge_query::Safeguard;

    #[test]
    fn a_safeguard_that_is_not_enforced_is_neither_well_nor_wrong() {
        let measure = |safeguard, enforced| safeguard_line(&Measure { safeguard, enforced, detail: "how".to_owned() });
        let view = summed_up(vec![measure(Safeguard::WallClock, true), measure(Safeguard::NoFiles, false)]);
        assert_eq!(view.lines.iter().map(|line| line.mark).collect::<Vec<_>>(), [DoctorMark::Well, DoctorMark::NotEnforced]);
        assert_eq!(view.answer, "Everything needed is there; 1 safeguard is not enforced on this machine");
        let whole = summed_up(vec![measure(Safeguard::WallClock, true)]);
        assert_eq!((whole.well, whole.answer.as_str()), (true, "Everything needed is there"));
    }
}
