//! Data files on this side of the pipe.

use crate::request::{Format, Source};
use footbridge_diagnostic::Diagnostic;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::PathBuf;
use std::time::SystemTime;

/// A source whose file is there and has a known format.
pub(crate) struct Opened {
    pub(crate) key: FileKey,
    pub(crate) format: Format,
}

/// What tells one file from another, and from itself after a change.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct FileKey {
    pub(crate) path: PathBuf,
    pub(crate) length: u64,
    modified: Option<SystemTime>,
    node: u64,
}

impl Opened {
    pub(crate) fn open(&self) -> io::Result<File> {
        File::open(&self.key.path)
    }
}

/// Looks at every source; the finding names the first one that is no table file.
pub(crate) fn look_at(sources: &[Source]) -> Result<Vec<Opened>, Diagnostic> {
    for (at, source) in sources.iter().enumerate() {
        // Unquoted names in a query have no case, so two names that differ in case only could not be told apart.
        if sources[..at].iter().any(|other| other.name.to_lowercase() == source.name.to_lowercase()) {
            return Err(Diagnostic::error("data-duplicate-name", format!("Two data files are both called `{}`.", source.name))
                .help("Give one of them another name; capital letters make no difference."));
        }
    }
    sources.iter().map(look_at_one).collect()
}

fn look_at_one(source: &Source) -> Result<Opened, Diagnostic> {
    let Some(format) = Format::of(&source.path) else {
        let known = Format::EXTENSIONS.map(|extension| format!(".{extension}")).join(", ");
        let message = format!("`{}` is not a kind of data file that can be read.", source.path.display());
        return Err(Diagnostic::error("data-format", message).help(format!("Use a file that ends in {known}.")));
    };
    // Absolute, because the key outlives a change of the working folder.
    let path = std::path::absolute(&source.path).map_err(|error| unreadable(source, &error))?;
    let metadata = fs::metadata(&path).map_err(|error| unreadable(source, &error))?;
    if metadata.is_dir() {
        let message = format!("`{}` is a folder, not a data file.", source.path.display());
        return Err(Diagnostic::error("data-format", message).help("Name one file; each becomes a table of its own."));
    }
    let key = FileKey { path, length: metadata.len(), modified: metadata.modified().ok(), node: node(&metadata) };
    Ok(Opened { key, format })
}

/// The finding for a file that cannot be opened.
pub(crate) fn unreadable(source: &Source, error: &io::Error) -> Diagnostic {
    let path = source.path.display();
    match error.kind() {
        io::ErrorKind::NotFound => Diagnostic::error("data-missing", format!("There is no file `{path}`."))
            .help("Check the path; it counts from the folder you are in."),
        io::ErrorKind::PermissionDenied => Diagnostic::error("data-unreadable", format!("You may not read `{path}`."))
            .help("Change the file's permissions, or copy it to a folder of yours."),
        _ => Diagnostic::error("data-unreadable", format!("`{path}` cannot be read.")).note(format!("The system says: {error}.")),
    }
}

#[cfg(unix)]
fn node(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn node(_: &Metadata) -> u64 {
    0
}
