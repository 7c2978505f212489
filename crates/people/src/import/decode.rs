//! Bytes of a file as text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Text, without the mark that says how it is encoded.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    /// Set when the encoding had to be found out.
    pub(super) guessed: bool,
}

/// UTF-8 with or without a mark, UTF-16 with one; else the Western encoding of Windows, in which spreadsheets save. Line ends of old
/// Macintoshes become those of everybody else; the length stays.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let decoded = by_mark(bytes);
    if decoded.text.contains('\r') && !decoded.text.contains('\n') {
        return Decoded { text: Cow::Owned(decoded.text.replace('\r', "\n")), ..decoded };
    }
    decoded
}

fn by_mark(bytes: &[u8]) -> Decoded<'_> {
    match Encoding::for_bom(bytes) {
        Some((encoding, length)) if encoding == UTF_8 => Decoded { text: String::from_utf8_lossy(&bytes[length..]), guessed: false },
        Some((encoding, length)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            Decoded { text: encoding.decode_without_bom_handling(&bytes[length..]).0, guessed: false }
        }
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Decoded { text: Cow::Borrowed(text), guessed: false },
            Err(_) => Decoded { text: WINDOWS_1252.decode_without_bom_handling(bytes).0, guessed: true },
        },
    }
}
