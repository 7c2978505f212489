//! How a run can fail, by whose fault it is.

use footbridge_diagnostic::Diagnostic;
use std::io;
use std::path::PathBuf;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The query cannot be read, planned or run: its writer's to mend. At least one finding; spans are byte ranges into the query.
    #[error("{}", first_message(.0))]
    Statement(Vec<Diagnostic>),
    /// The query asked for more time, memory or output than it may have.
    #[error("{}", .0.message)]
    Limit(Diagnostic),
    /// A data file cannot be read as a table.
    #[error("{}", .0.message)]
    Source(Diagnostic),
    /// The engine itself failed. Never held against a learner.
    #[error("The SQL engine is not available.")]
    Broken(#[source] Broken),
}

/// What went wrong on our side.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// The worker could not be started.
    #[error("The SQL worker {} could not be started.", path.display())]
    Start {
        /// Where it was looked for.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The worker started but did not say hello.
    #[error("The SQL worker started but did not report ready.")]
    Silent,
    /// The worker died twice on the same query, for no limit that we set.
    #[error("The SQL worker stopped twice while running this query ({ended}).")]
    DiedTwice {
        /// How it ended, in words.
        ended: String,
        /// The last it wrote to its error output.
        last_words: String,
    },
    /// The worker said something that is not in the protocol, twice.
    #[error("The SQL worker sent an answer that could not be read.")]
    Garbled(#[source] crate::protocol::FrameError),
}

fn first_message(findings: &[Diagnostic]) -> &str {
    findings.first().map_or("The query cannot be run.", |finding| finding.message.as_str())
}
