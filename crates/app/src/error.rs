use footbridge_diagnostic::{Diagnostic, nearest, upper_first};

/// Whose it is to mend: decides exit codes and HTTP statuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// What was asked for does not exist.
    NotFound,
    /// What was asked for is not possible as asked.
    Asked,
    /// The file changed since it was read.
    Changed,
    /// The folder or the machine stands in the way.
    World,
    /// Ours.
    Ours,
}

/// Something could not be done: one sentence, and what to do next.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Trouble {
    /// Whose it is to mend.
    pub fault: Fault,
    /// What could not be done, and why.
    pub message: String,
    /// What to do next.
    pub help: Option<String>,
    /// Findings in a file, when the trouble is in one.
    pub findings: Vec<Diagnostic>,
    /// What lies beneath.
    #[source]
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Trouble {
    pub(crate) fn new(fault: Fault, message: impl Into<String>) -> Self {
        Self { fault, message: message.into(), help: None, findings: Vec::new(), source: None }
    }

    pub(crate) fn asked(message: impl Into<String>) -> Self {
        Self::new(Fault::Asked, message)
    }

    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(Fault::NotFound, message)
    }

    /// A file of another person that is refused: what matters most is told in the sentence, with the file it is in, the rest as findings.
    pub(crate) fn not_taken(refusal: &str, mut found: Vec<Diagnostic>) -> Self {
        let most = found.iter().position(|finding| finding.code == "review-other").unwrap_or(0);
        if most >= found.len() {
            return Self::asked(refusal);
        }
        let told = found.remove(most);
        let file = told.place.map_or_else(String::new, |place| format!(" The file is `{}`.", place.file));
        let notes: String = told.notes.iter().map(|note| format!(" {note}")).collect();
        let help = (!told.help.is_empty()).then(|| told.help.join(" "));
        Self { help, ..Self::asked(format!("{refusal} {}{notes}{file}", told.message)) }.findings(found)
    }

    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Asks whether the nearest of the known words is meant.
    #[must_use]
    pub(crate) fn or_meant<'a>(self, word: &str, known: impl Iterator<Item = &'a str>) -> Self {
        match nearest(word, known) {
            Some(meant) => self.help(format!("Did you mean `{meant}`?")),
            None => self,
        }
    }

    #[must_use]
    pub(crate) fn findings(mut self, findings: Vec<Diagnostic>) -> Self {
        self.findings = findings;
        self
    }

    #[must_use]
    pub(crate) fn because(mut self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.source = Some(Box::new(source));
        self
    }
}

impl Trouble {
    /// What the system or a reader said at the very bottom.
    pub fn innermost(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let mut cause: &(dyn std::error::Error + 'static) = self.source.as_deref()?;
        while let Some(deeper) = cause.source() {
            cause = deeper;
        }
        Some(cause)
    }
}

impl From<footbridge_journal::DiskError> for Trouble {
    fn from(error: footbridge_journal::DiskError) -> Self {
        Self::new(Fault::World, format!("{}.", upper_first(&error.to_string()))).because(error)
    }
}

impl From<footbridge_journal::ReadError> for Trouble {
    fn from(error: footbridge_journal::ReadError) -> Self {
        Self::new(Fault::World, format!("{}.", upper_first(&error.to_string()))).because(error)
    }
}

impl From<footbridge_journal::AppendError> for Trouble {
    fn from(error: footbridge_journal::AppendError) -> Self {
        Self::new(Fault::World, format!("{}.", upper_first(&error.to_string())))
            .help("Free some space or make the folder writable, then do it again.")
            .because(error)
    }
}
