use crate::secret::Secret;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The file that lets this user's own scripts in. It goes when the server goes.
#[derive(Debug)]
pub(crate) struct TokenFile(PathBuf);

impl TokenFile {
    /// Writes the token where only this user can read it: `$XDG_RUNTIME_DIR`, else the folder for temporary files.
    pub(crate) fn write(port: u16, token: &Secret) -> Result<Self, (PathBuf, io::Error)> {
        let path = folder().join(format!("footbridge-{port}.token"));
        write_anew(&path, token).map_err(|error| (path.clone(), error))?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TokenFile {
    fn drop(&mut self) {
        // A file that stays behind holds a token that opens nothing any more.
        let _gone = std::fs::remove_file(&self.0);
    }
}

fn folder() -> PathBuf {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    runtime.filter(|folder| folder.is_dir()).unwrap_or_else(std::env::temp_dir)
}

/// Never writes through what lies there: in a shared folder that could be somebody else's file or link.
fn write_anew(path: &Path, token: &Secret) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = create_private(path)?;
    writeln!(file, "{}", token.reveal())
}

#[cfg(unix)]
fn create_private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn create_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}
