//! Files as one ZIP in memory, and back. What comes back is held to what we would have written: plain files below `private/`.

use super::sealed::damaged;
use super::{MOST_FILES, too_large};
use crate::{Fault, Trouble};
use footbridge_journal::DiskPath;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Files by their path in the learner's folder.
pub(super) type Files = BTreeMap<DiskPath, Vec<u8>>;

pub(super) fn pack(files: &Files) -> Result<Vec<u8>, Trouble> {
    let refused = |error: zip::result::ZipError| Trouble::new(Fault::Ours, "The files could not be put together.").because(error);
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(path.as_str(), options).map_err(refused)?;
        writer.write_all(bytes).map_err(|error| refused(error.into()))?;
    }
    Ok(writer.finish().map_err(refused)?.into_inner())
}

/// An archive of too many files. They are counted before anything is allocated for them: each has one such mark in the directory at the end.
pub(super) fn refuse_many(bytes: &[u8]) -> Result<(), Trouble> {
    let marks = bytes.windows(4).filter(|window| *window == b"PK\x01\x02").count();
    if marks > 2 * MOST_FILES { Err(too_large()) } else { Ok(()) }
}

/// At most `most` bytes in all.
pub(super) fn unpack(bytes: &[u8], most: usize) -> Result<Files, Trouble> {
    refuse_many(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged().because(error))?;
    if archive.len() > MOST_FILES {
        return Err(too_large());
    }
    let mut files = Files::new();
    let mut left = most;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| damaged().because(error))?;
        if entry.is_symlink() || !entry.is_file() {
            return Err(foreign("a link or a folder"));
        }
        let path = entry.name().ok().and_then(|name| DiskPath::new(&name).ok()).filter(|path| path.as_str().starts_with("private/"));
        let path = path.ok_or_else(|| foreign("a path that leads out of `private/`"))?;
        // The sizes a ZIP states are its own claim: what really comes out is counted.
        let mut unpacked = Vec::new();
        let limit = u64::try_from(left).unwrap_or(u64::MAX).saturating_add(1);
        entry.by_ref().take(limit).read_to_end(&mut unpacked).map_err(|error| damaged().because(error))?;
        left = left.checked_sub(unpacked.len()).ok_or_else(too_large)?;
        if files.insert(path, unpacked).is_some() {
            return Err(foreign("the same file twice"));
        }
    }
    Ok(files)
}

fn foreign(what: &str) -> Trouble {
    Trouble::asked(format!("The backup holds {what}, which none of ours does, so nothing was restored."))
        .help("Open it with age and look at what it holds.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zipped(entries: &[&str]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for name in entries {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a file begins");
            writer.write_all(b"x").expect("memory is written");
        }
        writer.finish().expect("the directory is written").into_inner()
    }

    #[test]
    fn what_is_packed_comes_back() {
        let path = |text| DiskPath::new(text).expect("a path");
        let files: Files = [(path("private/é ü.toml"), vec![0, 159, 146]), (path("private/a/b"), Vec::new())].into();
        assert_eq!(unpack(&pack(&files).expect("packed"), 3).expect("unpacked"), files);
        assert_eq!(unpack(&pack(&Files::new()).expect("packed"), 0).expect("unpacked"), Files::new());
    }

    #[test]
    fn nothing_leads_out_of_the_private_folder() {
        for name in [
            "../outside",
            "private/../footbridge.toml",
            "private/../../outside",
            "/etc/passwd",
            "private/a/../../b",
            "private//a",
            "private\\..\\x",
            "private/c:/x",
            "footbridge.toml",
            "privateer/x",
            "private",
            "private/",
        ] {
            unpack(&zipped(&[name]), 9).expect_err(name);
        }
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.add_symlink("private/link", "/etc", SimpleFileOptions::default()).expect("a link");
        let linked = writer.finish().expect("the directory is written").into_inner();
        assert!(unpack(&linked, 9).expect_err("a link").message.contains("a link or a folder"));
        assert_eq!(unpack(&zipped(&["private/x"]), 1).expect("sound").len(), 1);
    }

    #[test]
    fn sizes_have_ceilings() {
        let path = |text| DiskPath::new(text).expect("a path");
        let repeated = vec![b'a'; 500_000];
        let bomb = pack(&[(path("private/a"), repeated.clone()), (path("private/b"), repeated)].into()).expect("packed");
        assert!(bomb.len() < 10_000);
        assert_eq!(unpack(&bomb, 1_000_000).expect("as large as it may be").len(), 2);
        assert_eq!(unpack(&bomb, 999_999).expect_err("too large").message, too_large().message);
        let whole = zipped(&["private/x"]);
        assert_eq!(unpack(&whole[..whole.len() / 2], 9).expect_err("cut short").message, damaged().message);
    }
}
