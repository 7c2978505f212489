use serde::Serialize;

/// What a backup of the private part holds.
#[derive(Debug, Clone, Serialize)]
pub struct BackedUpView {
    /// Files in it.
    pub files: u32,
    /// Length of the encrypted file.
    pub bytes: u64,
    /// What is left out: links, and what is no plain file or has a name that is no UTF-8.
    pub left_out: Vec<String>,
}

/// What restoring a backup did, or would do.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RestoredView {
    /// Whether anything was written; otherwise `differing` says what stood in the way.
    pub restored: bool,
    /// Files that were not there.
    pub new: Vec<String>,
    /// Journals that got lines they did not have.
    pub joined: Vec<String>,
    /// Files that are there and hold something else: written over, or the reason why nothing was done.
    pub differing: Vec<String>,
    /// Files that are as in the backup.
    pub same: u32,
}
