//! The way to an interview: companies, what they ask for, and applications. What a learner writes about them stands in files below `private/`.

mod application_acts;
mod application_files;
mod applications;
mod closing;
mod companies;
mod company_files;
mod description;
mod description_answer;
mod interviews_ahead;
mod sent_files;

pub(crate) use interviews_ahead::{InterviewAhead, is_interview};
pub use sent_files::{LARGEST_SENT, SentFile};

pub(crate) use company_files::FOLDER as CARDS;

use crate::folder::path;
use crate::slug::slug;
use crate::{App, Trouble};
use footbridge_diagnostic::Diagnostic;
use footbridge_journal::{DiskError, Entry, EntryKind};
use footbridge_verdict::AnswerHash;

/// Longest line that is kept: a name, a role, an address.
const LONGEST_LINE: usize = 400;
/// Longest text that is kept, in bytes.
const LONGEST_TEXT: usize = 40_000;

/// What stands for a name in an address, so that no history of a browser and no log can be read for names of companies. It hides them from
/// a look, not from a search: whoever holds an address and a list of companies can try them one by one, since nothing in it is secret.
fn opaque(name: &str) -> String {
    AnswerHash::of(name.as_bytes()).short().to_owned()
}

/// Letters and numbers of a name, for a file: `Acme & Co.` becomes `acme-co`.
fn file_stem(name: &str) -> String {
    const LONGEST: usize = 60;
    let joined = slug(name);
    let end = joined.floor_char_boundary(LONGEST);
    let stem = joined[..end].trim_end_matches('-');
    if stem.is_empty() { "unnamed".to_owned() } else { stem.to_owned() }
}

/// The same with a number when a file of that name is taken: nothing is written over.
fn free_stem(name: &str, is_taken: impl Fn(&str) -> Result<bool, DiskError>) -> Result<String, DiskError> {
    let stem = file_stem(name);
    let mut candidate = stem.clone();
    let mut number = 2_u32;
    while is_taken(&candidate)? {
        candidate = format!("{stem}-{number}");
        number += 1;
    }
    Ok(candidate)
}

/// One line of a form, without white space around.
fn line(what: &str, text: &str) -> Result<String, Trouble> {
    let text = text.trim();
    if text.len() > LONGEST_LINE || text.contains(char::is_control) {
        return Err(Trouble::asked(format!("The {what} is one line of at most {LONGEST_LINE} bytes.")));
    }
    Ok(text.to_owned())
}

/// A text of a form, without white space around.
fn long_text(what: &str, text: &str) -> Result<String, Trouble> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    if text.len() > LONGEST_TEXT {
        return Err(Trouble::asked(format!("The {what} is longer than {} kB.", LONGEST_TEXT / 1000)));
    }
    Ok(text)
}

impl App {
    /// The text of a file that a person may have written by hand, or what is wrong with it, under the code of its kind of file.
    fn text_by_hand(&self, folder: &str, entry: &Entry, code: &str) -> Result<String, Diagnostic> {
        let whole = format!("{folder}/{}", entry.name);
        if entry.kind == EntryKind::Other {
            return Err(no_plain_file(&whole));
        }
        let file = path(folder).join(&entry.name).map_err(|_| unsafe_name(&whole))?;
        self.private_text(folder, &file).ok().flatten().ok_or_else(|| {
            Diagnostic::error(code, "The file cannot be read as UTF-8 text.")
                .at(&whole, 0..0)
                .help("Check its permissions, and save it as UTF-8 in your editor.")
        })
    }
}

/// A link out of the learner's folder or to nothing, a pipe, a device.
fn no_plain_file(file: &str) -> Diagnostic {
    Diagnostic::error("jobs-no-plain-file", "This is no plain file of your folder, so it is not read.")
        .at(file, 0..0)
        .help("Put the file itself here, instead of a link to it.")
}

/// A file that is there, and whose name no path of ours can be.
fn unsafe_name(file: &str) -> Diagnostic {
    Diagnostic::error("jobs-file-name", "This name cannot be held by every system, so the file is not read.")
        .at(file, 0..0)
        .help("Take backslashes, colons and control characters out of its name.")
}

#[cfg(test)]
mod tests {
    use super::file_stem;

    #[test]
    fn a_name_becomes_a_file_that_every_system_takes() {
        for (name, stem) in [
            ("Acme & Co., API", "acme-co-api"),
            ("../../etc", "etc"),
            ("Zürich Pay", "zürich-pay"),
            ("???", "unnamed"),
            (&"ä ".repeat(60), "ä-".repeat(20).trim_end_matches('-')),
        ] {
            assert_eq!(file_stem(name), stem, "{name}");
        }
    }
}
