//! Lays the texts of the course together for the binary: their bytes in one piece and their names in another, and last what an exercise needs
//! only when somebody works on it. So the pages of memory that a start touches hold little else than what a start reads.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let content = Path::new("../../content");
    println!("cargo::rerun-if-changed={}", content.display());
    let mut texts = Vec::new();
    gather(content, "", &mut texts)?;
    texts.sort_by_key(|path| (is_for_later(path), path.clone()));
    let (mut index, mut bytes) = (String::new(), Vec::new());
    for path in &texts {
        let text = fs::read(content.join(path))?;
        writeln!(index, "{} {path}", text.len()).expect("writing to a String cannot fail");
        bytes.extend(text);
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder for what is built"));
    fs::write(out.join("course.index"), index)?;
    fs::write(out.join("course.bytes"), bytes)
}

/// The paths of all texts below a folder, from the course's own. Data sets are looked for on the disk.
fn gather(content: &Path, below: &str, texts: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(content.join(below))? {
        let entry = entry?;
        let name = entry.file_name().into_string().map_err(|name| io::Error::other(format!("{} is no text", name.display())))?;
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.file_type()?.is_dir() {
            gather(content, &path, texts)?;
        } else if !path.ends_with(".parquet") {
            texts.push(path);
        }
    }
    Ok(())
}

fn is_for_later(path: &str) -> bool {
    let Some((_, name)) = path.strip_prefix("exercises/").and_then(|path| path.split_once('/')) else { return false };
    ["wrong/", "hidden.json", "solution", "brief.md", "discussion.md", "starter."].iter().any(|later| name.starts_with(later))
}
