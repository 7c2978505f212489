//! The one file that is wanted out of a ZIP, unpacked in memory and never to disk.

use super::LARGEST_FILE;
use footbridge_diagnostic::Diagnostic;
use std::io::{Cursor, Read};
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

/// Text packs to a third or a tenth; what grows more than this on unpacking was made to harm.
const MOST_GROWTH: u64 = 100;
/// Small files may grow more: a few hundred equal rows do.
const GROWTH_COUNTS_FROM: u64 = 1_000_000;
/// A complete export has fewer than a hundred files.
const MOST_FILES: usize = 2_000;

/// Whether the bytes begin as a ZIP does.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Unpacks the file whose name is `Connections.csv` in any case, in any folder; else the only CSV file with that word in its name.
pub(super) fn connections(bytes: &[u8], file: &str) -> Result<Vec<u8>, Diagnostic> {
    // Counted before anything is allocated for them: each file has one such mark in the directory at the end.
    let files = bytes.windows(4).filter(|window| *window == b"PK\x01\x02").count();
    if files > MOST_FILES {
        return Err(suspicious(file, "It names more than 2,000 files; an export has fewer than a hundred."));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(&error, file))?;
    let index = wanted(&archive).ok_or_else(|| missing(file))?;
    let entry = archive.by_index(index).map_err(|error| unreadable(&error, file))?;
    if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
        return Err(packed_otherwise(file));
    }
    let packed = entry.compressed_size();
    // The sizes a ZIP states are its own claim: what really comes out is counted.
    let most = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX).min(packed.saturating_mul(MOST_GROWTH).max(GROWTH_COUNTS_FROM));
    let mut unpacked = Vec::new();
    if entry.take(most + 1).read_to_end(&mut unpacked).is_err() {
        return Err(broken(file));
    }
    if unpacked.len() > LARGEST_FILE {
        return Err(super::too_large(file));
    }
    if u64::try_from(unpacked.len()).unwrap_or(u64::MAX) > most {
        return Err(suspicious(
            file,
            "The list grows to more than a hundred times its size when it is unpacked; text grows to ten times at most.",
        ));
    }
    Ok(unpacked)
}

fn wanted(archive: &ZipArchive<Cursor<&[u8]>>) -> Option<usize> {
    let names: Vec<(usize, String)> = (0..archive.len())
        .filter_map(|index| Some((index, archive.name_for_index(index)?.ok()?.to_lowercase())))
        .map(|(index, name)| (index, name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()))
        .collect();
    let exact = names.iter().find(|(_, name)| name == "connections.csv");
    let mut alike = names.iter().filter(|(_, name)| name.contains("connections") && name.ends_with(".csv"));
    let only = match (alike.next(), alike.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    };
    exact.or(only).map(|(index, _)| *index)
}

fn unreadable(error: &ZipError, file: &str) -> Diagnostic {
    match error {
        ZipError::UnsupportedArchive(_) => packed_otherwise(file),
        ZipError::InvalidPassword => packed_otherwise(file),
        _ => broken(file),
    }
}

fn broken(file: &str) -> Diagnostic {
    Diagnostic::error("contacts-zip-broken", "The ZIP cannot be unpacked: it is cut off or damaged.")
        .at(file, 0..0)
        .help("Download the export once more, or unpack it yourself and choose Connections.csv.")
}

fn packed_otherwise(file: &str) -> Diagnostic {
    Diagnostic::error("contacts-zip-packing", "The list in this ZIP is encrypted or packed in a way that exports do not use.")
        .at(file, 0..0)
        .help("Unpack it yourself and choose Connections.csv.")
}

fn missing(file: &str) -> Diagnostic {
    Diagnostic::error("contacts-zip-without-list", "There is no Connections.csv in this ZIP.")
        .at(file, 0..0)
        .note("The first, fast part of an export sometimes lacks it; it comes with the second.")
        .help("When you ask LinkedIn for your data, choose “Connections”.")
}

fn suspicious(file: &str, why: &str) -> Diagnostic {
    Diagnostic::error("contacts-zip-suspicious", "This ZIP is not unpacked: it does not look like an export.")
        .at(file, 0..0)
        .note(why)
        .help("If it is yours, unpack it yourself and choose Connections.csv.")
}
