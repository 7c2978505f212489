//! Files that are written for the person, wherever they say: whole, or not at all.

use crate::context::Context;
use anyhow::Context as _;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// Who may read a file that was not there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Readers {
    /// Whoever the system lets read a new file.
    AsUsual,
    /// The person alone.
    OnlyThePerson,
}

/// Whether a name stands for standard input or standard output.
pub(crate) fn is_standard(file: &Path) -> bool {
    file == Path::new("-")
}

/// Writes what a command made to where the person asked for it, and tells so; `-` is standard output. A device or a pipe is written into, since
/// nothing can take its place.
pub(crate) fn write_out(bytes: &[u8], file: &Path, here: &Context) -> anyhow::Result<()> {
    if is_standard(file) {
        return Ok(here.print_bytes(bytes)?);
    }
    let is_device = fs::metadata(file).is_ok_and(|there| !there.is_file() && !there.is_dir());
    let written = if is_device { fs::write(file, bytes) } else { keep_whole(bytes, file, Readers::AsUsual) };
    written.with_context(|| format!("{} could not be written", file.display()))?;
    here.tell(&format!("Written: {}", file.display()));
    Ok(())
}

/// Writes beside the file and gives it its name at the end, so that a full disk or a loss of power leaves what was there. A link stays a link,
/// and a file that is replaced keeps its permissions.
pub(crate) fn keep_whole(bytes: &[u8], file: &Path, readers: Readers) -> io::Result<()> {
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let mut name = OsString::from(".");
    name.push(file.file_name().ok_or(io::ErrorKind::InvalidInput)?);
    name.push(".footbridge-tmp");
    let beside = file.with_file_name(name);
    let written = write_new(bytes, &beside, readers).and_then(|()| {
        if let Ok(there) = fs::metadata(&file) {
            fs::set_permissions(&beside, there.permissions())?;
        }
        fs::rename(&beside, &file)
    });
    if written.is_err() {
        // The first fault is the one to tell; a leftover is replaced by the next try.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write_new(bytes: &[u8], file: &Path, readers: Readers) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if readers == Readers::OnlyThePerson {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = readers;
    let mut file = options.open(file)?;
    file.write_all(bytes)?;
    file.sync_all()
}
