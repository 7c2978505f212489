use super::DiskPath;
use super::contained::LeadsElsewhere;
use std::{fmt, io};

/// What was being done when the disk refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskAct {
    /// Reading a file, or looking at what is there.
    Read,
    /// Listing a folder.
    List,
    /// Writing a file, whole or at its end.
    Write,
    /// Removing a file.
    Remove,
    /// Making a folder.
    CreateFolder,
}

/// Why the disk refused, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskCause {
    /// There is nothing of that name.
    Missing,
    /// The account may not do this.
    Denied,
    /// The file system is mounted read-only.
    ReadOnly,
    /// No space, or the quota is used up.
    Full,
    /// Something of another kind stands there: a file for a folder, or a folder for a file.
    WrongKind,
    /// A link of the file system leads out of the folder, or into another part of it.
    Elsewhere,
    /// Anything else; the source says what the system reported.
    Unknown,
}

/// The disk refused. Its text is one sentence for a person; the system's own words are the source.
#[derive(Debug, thiserror::Error)]
pub struct DiskError {
    /// What was being done.
    pub act: DiskAct,
    /// To what.
    pub path: DiskPath,
    /// What the system reported.
    #[source]
    pub source: io::Error,
}

impl DiskError {
    /// Classifies what the system reported.
    pub fn cause(&self) -> DiskCause {
        match self.source.kind() {
            io::ErrorKind::NotFound => DiskCause::Missing,
            io::ErrorKind::PermissionDenied => DiskCause::Denied,
            io::ErrorKind::ReadOnlyFilesystem => DiskCause::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => DiskCause::Full,
            io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => DiskCause::WrongKind,
            _ if self.source.get_ref().is_some_and(|inner| inner.is::<LeadsElsewhere>()) => DiskCause::Elsewhere,
            _ => DiskCause::Unknown,
        }
    }
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let done = match self.act {
            DiskAct::Read => "read",
            DiskAct::List => "listed",
            DiskAct::Write => "written",
            DiskAct::Remove => "removed",
            DiskAct::CreateFolder => "made",
        };
        let why = match self.cause() {
            DiskCause::Missing => ": it does not exist",
            DiskCause::Denied => ": this account has no permission",
            DiskCause::ReadOnly => ": the disk is read-only",
            DiskCause::Full => ": the disk is full, or the quota is used up",
            DiskCause::WrongKind => ": a file stands where a folder should be, or a folder where a file should be",
            DiskCause::Elsewhere => ": it is reached through a link that leads elsewhere",
            DiskCause::Unknown => ": the system reported a fault",
        };
        write!(f, "`{}` could not be {done}{why}", self.path)
    }
}
