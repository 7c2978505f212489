use super::{Stage, checker, stage};
use crate::folders::Folders;
use crate::program::{run, say};
use anyhow::Context;
use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Proves the exercises whose files, data or checker changed since they were last proven on this machine.
pub(super) const CHANGED: Stage = stage("Exercises that changed are proven", |folders| prove(folders, false));
/// Proves every exercise.
pub(super) const ALL: Stage = stage("All exercises are proven", |folders| prove(folders, true));

fn prove(folders: &Folders, all: bool) -> anyhow::Result<()> {
    let now = hashes(folders)?;
    let stamp = folders.own("proven-exercises");
    let before = if all { BTreeMap::new() } else { read_stamp(&stamp) };
    let changed: Vec<&str> = now.iter().filter(|(id, hash)| before.get(*id) != Some(*hash)).map(|(id, _)| id.as_str()).collect();
    if changed.is_empty() {
        say("No exercise changed since it was last proven; `--all` proves them all again");
        return Ok(());
    }
    let mut check = folders.footbridge();
    check.args(["pack", "check"]).arg(folders.content());
    if changed.len() < now.len() {
        check.arg("--only").args(&changed);
    }
    run(&mut check)?;
    let text: String = now.iter().map(|(id, hash)| format!("{id} {hash:016x}\n")).collect();
    fs::create_dir_all(folders.own(""))
        .and_then(|()| fs::write(&stamp, text))
        .with_context(|| format!("{} cannot be written", stamp.display()))
}

fn read_stamp(path: &Path) -> BTreeMap<String, u64> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let pairs = text.lines().filter_map(|line| line.split_once(' '));
    pairs.filter_map(|(id, hash)| Some((id.to_owned(), u64::from_str_radix(hash, 16).ok()?))).collect()
}

/// One hash for every exercise and every lesson, by id.
fn hashes(folders: &Folders) -> anyhow::Result<BTreeMap<String, u64>> {
    let mut shared = DefaultHasher::new();
    for place in checker::places(folders)? {
        feed(&place, &mut shared)?;
    }
    feed(&folders.content().join("data"), &mut shared)?;
    let mut hashes = BTreeMap::new();
    for path in entries(&folders.content().join("exercises"))?.into_iter().chain(lessons(folders)?) {
        let id = path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let mut hasher = shared.clone();
        feed(&path, &mut hasher)?;
        hashes.insert(id, hasher.finish());
    }
    Ok(hashes)
}

fn lessons(folders: &Folders) -> anyhow::Result<Vec<PathBuf>> {
    let mut lessons = Vec::new();
    for track in entries(&folders.content().join("tracks"))? {
        lessons.extend(entries(&track)?.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "md")));
    }
    Ok(lessons)
}

/// Feeds a file, or everything below a folder in the order of its names.
fn feed(path: &Path, hasher: &mut DefaultHasher) -> anyhow::Result<()> {
    path.file_name().hash(hasher);
    if path.is_dir() {
        return entries(path)?.iter().try_for_each(|entry| feed(entry, hasher));
    }
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?.hash(hasher);
    Ok(())
}

fn entries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let listed = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths = listed.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
