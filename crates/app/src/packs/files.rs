//! The texts of a pack on the disk.

use crate::{Fault, Trouble};
use footbridge_content::{Files, LARGEST_TEXT};
use footbridge_diagnostic::{Diagnostic, Source, render_text};
use std::io::Read as _;
use std::path::Path;

/// All texts of a pack, and the names of its links. Data files stay where they are; links are not followed, so nothing outside the pack
/// is read or written.
pub(super) fn read_files(folder: &Path) -> Result<(Files, Vec<String>), Trouble> {
    let refused = |path: &Path, error: std::io::Error| {
        Trouble::new(Fault::World, format!("{} cannot be read.", path.display()))
            .help("Name the folder that holds `pack.toml`.")
            .because(error)
    };
    let (mut files, mut links) = (Files::default(), Vec::new());
    let mut open = vec![folder.to_owned()];
    while let Some(current) = open.pop() {
        for entry in std::fs::read_dir(&current).map_err(|error| refused(&current, error))? {
            let entry = entry.map_err(|error| refused(&current, error))?;
            let path = entry.path();
            let kind = entry.file_type().map_err(|error| refused(&path, error))?;
            let text =
                path.extension().is_some_and(|ending| ["toml", "md", "sql", "yaml", "lock", "json"].iter().any(|known| ending == *known));
            let name = || path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if kind.is_symlink() {
                links.push(name());
            } else if kind.is_file() && text {
                files.insert(name(), read_start(&path).map_err(|error| refused(&path, error))?);
            } else if kind.is_dir() {
                open.push(path);
            }
        }
    }
    links.sort();
    Ok((files, links))
}

/// As much of a file as tells that it is too large, and no more.
fn read_start(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LARGEST_TEXT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(super) fn write(path: &Path, text: &str) -> Result<(), Trouble> {
    let refused = |error| Trouble::new(Fault::World, format!("{} cannot be written.", path.display())).because(error);
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, text)).map_err(refused)
}

pub(super) fn rendered(finding: &Diagnostic, files: &Files) -> String {
    let file = finding.place.as_ref().map(|place| place.file.as_str());
    let source = file.and_then(|file| files.text(file).map(|text| Source { file, text }));
    render_text(finding, source.as_ref(), false)
}
