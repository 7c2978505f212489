//! Links of the file system may lead anywhere; what is asked for by a name below the learner's folder is in that folder, or refused.

use super::DiskPath;
use std::io;
use std::path::{Component, Path};

/// Why something is refused; its text stands behind the path.
#[derive(Debug, thiserror::Error)]
#[error("it is reached through a link that leads elsewhere")]
pub(super) struct LeadsElsewhere;

impl From<LeadsElsewhere> for io::Error {
    fn from(elsewhere: LeadsElsewhere) -> Self {
        Self::other(elsewhere)
    }
}

/// Refuses a path that links lead out of the root, or from one folder below it into another: `site/x` must not show what is private. What
/// does not exist yet is looked at as far as it exists, and a link to nowhere leads elsewhere. The root itself may be a link.
pub(super) fn stays_inside(root: &Path, full: &Path, path: &DiskPath) -> io::Result<()> {
    let Some(home) = resolved(root)? else { return Ok(()) };
    for at in full.ancestors().take_while(|at| at.starts_with(root)) {
        match resolved(at)? {
            None if at.is_symlink() => return Err(LeadsElsewhere.into()),
            None => {}
            Some(there) => {
                let inside = there.strip_prefix(&home).map_err(|_| LeadsElsewhere)?;
                return if is_same_part(inside, path) { Ok(()) } else { Err(LeadsElsewhere.into()) };
            }
        }
    }
    Ok(())
}

/// Whether what was reached lies below the same first name as what was asked for; the root itself is reached when nothing below it is there.
fn is_same_part(inside: &Path, asked: &DiskPath) -> bool {
    let reached = inside.components().next();
    let first = asked.as_str().split('/').find(|name| !name.is_empty());
    match (reached, first) {
        (None, _) => true,
        (Some(Component::Normal(reached)), Some(first)) => reached == first,
        _ => false,
    }
}

/// Where a path leads; `None` when nothing is there.
fn resolved(path: &Path) -> io::Result<Option<std::path::PathBuf>> {
    match path.canonicalize() {
        Ok(there) => Ok(Some(there)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        // A loop of links leads nowhere.
        Err(_) if path.is_symlink() => Err(LeadsElsewhere.into()),
        Err(error) => Err(error),
    }
}
