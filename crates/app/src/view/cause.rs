use serde::Serialize;
use utoipa::ToSchema;

/// What lies beneath something that could not be done.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, ToSchema)]
pub struct CauseView {
    /// What the operating system said.
    pub system: Option<String>,
    /// What was found in files.
    pub findings: Vec<FileFindingView>,
}

/// One finding in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FileFindingView {
    /// Stable name of the rule; of a form, it names the field.
    pub code: String,
    /// The file, from the learner's folder.
    pub file: Option<String>,
    /// Line, from 1.
    pub line: Option<usize>,
    /// What is wrong here. Backticks mark code. Of a private file nothing is quoted.
    pub message: String,
    /// Why we think so.
    pub notes: Vec<String>,
    /// What to do next.
    pub help: Vec<String>,
}
