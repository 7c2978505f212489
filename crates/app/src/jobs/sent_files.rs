//! `private/applications/sent/`: the résumés and letters that were sent, each kept by the hash of its bytes.

use super::application_files::none;
use crate::folder::path;
use crate::private::refused;
use crate::view::KeptFileView;
use crate::words::count;
use crate::{App, Trouble};
use footbridge_jobs::Kept;
use footbridge_journal::DiskPath;
use footbridge_verdict::AnswerHash;

const SENT: &str = "private/applications/sent";

/// Largest file that is kept, in bytes.
pub const LARGEST_SENT: u64 = 20_000_000;

/// What a résumé is called whose file had no name.
pub(super) const UNNAMED_RESUME: &str = "résumé";
/// What a letter is called that was no file.
pub(super) const UNNAMED_LETTER: &str = "letter";

/// Endings of text. Any other one says nothing that the text itself does not say.
const TEXT_ENDINGS: [&str; 6] = ["txt", "md", "markdown", "html", "htm", "json"];

/// Exactly what was sent, to be saved again.
pub struct SentFile {
    /// What it was called, with an ending that fits it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl App {
    /// Keeps a file as it is, when it is one that a résumé is sent as. The same bytes are kept once. `name` is what it is called; only its
    /// ending counts.
    pub fn keep_sent(&self, bytes: &[u8], name: &str) -> Result<KeptFileView, Trouble> {
        self.with_learner(|_| ())?;
        if bytes.is_empty() || bytes.len() as u64 > LARGEST_SENT {
            return Err(Trouble::asked("The file is empty, or larger than 20 MB.").help("Keep exactly the file that was sent."));
        }
        let ending = ending(bytes, name).ok_or_else(|| {
            Trouble::asked("This is no file that a résumé is sent as; nothing was kept.")
                .help("A résumé is a PDF, a DOCX or ODT document, or text, Markdown, HTML or JSON in UTF-8. What is inside counts, not the ending.")
        })?;
        self.keep_bytes(bytes, ending)
    }

    /// Keeps the text of a letter.
    pub(super) fn keep_letter(&self, text: &str, name: &str) -> Result<KeptFileView, Trouble> {
        self.keep_bytes(text.as_bytes(), text_ending(text, name))
    }

    fn keep_bytes(&self, bytes: &[u8], ending: &str) -> Result<KeptFileView, Trouble> {
        let _lock = self.lock()?;
        let hash = AnswerHash::of(bytes);
        let view = |file: &DiskPath| KeptFileView { hash: hash.to_string(), file: file.to_string(), bytes: count(bytes.len()) };
        if let Some(file) = self.file_of(&hash) {
            return Ok(view(&file));
        }
        let file = path(&format!("{SENT}/{hash}.{ending}"));
        let disk = &self.world.disk;
        let keep = || {
            if !disk.exists(&file)? {
                disk.create_folder_all(&path(SENT))?;
                disk.write_atomically(&file, bytes)?;
            }
            Ok(())
        };
        keep().map_err(|error| refused(SENT, error))?;
        Ok(view(&file))
    }

    /// Exactly what was sent with an application, by its hash. Only what the application names is given.
    pub fn sent_file(&self, id: &str, hash: &str) -> Result<SentFile, Trouble> {
        let shelf = self.shelf()?;
        let history = &shelf.find(id).map_err(|_| none())?.file.history;
        let mut sent = history.iter().rev().flat_map(|entry| [&entry.resume, &entry.letter]).flatten();
        let not_there = || {
            Trouble::not_found("These bytes are not kept, or were changed since they were sent.")
                .help("The history of the application names what is kept.")
        };
        let kept = sent.find(|kept| !kept.hash.is_empty() && kept.hash == hash).ok_or_else(not_there)?;
        let file = self.kept_file(kept).ok_or_else(not_there)?;
        let bytes = self.world.disk.read(&file).map_err(|error| refused(SENT, error))?;
        let ending = file.to_string().rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_owned());
        let fits = ending_of(&kept.name).is_some_and(|there| there == ending);
        let name = if fits || ending.is_empty() { kept.name.clone() } else { format!("{}.{ending}", kept.name) };
        Ok(SentFile { name, bytes })
    }

    /// Where a kept file stands, when its bytes are still those that were sent.
    pub(super) fn kept_file(&self, kept: &Kept) -> Option<DiskPath> {
        self.file_of(&AnswerHash::read(&kept.hash).ok()?)
    }

    fn file_of(&self, hash: &AnswerHash) -> Option<DiskPath> {
        let entries = self.world.disk.list(&path(SENT)).ok()?;
        let named = entries.into_iter().filter(|entry| entry.name.split('.').next() == Some(hash.as_str()));
        let files = named.filter_map(|entry| path(SENT).join(&entry.name).ok());
        files.into_iter().find(|file| self.world.disk.read(file).is_ok_and(|bytes| AnswerHash::of(&bytes) == *hash))
    }
}

/// By what is inside; a name from elsewhere only chooses among the endings of text.
fn ending(bytes: &[u8], name: &str) -> Option<&'static str> {
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|there| there == part);
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => Some("pdf"),
        [b'P', b'K', 3, 4, ..]
            if bytes.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/vnd.oasis.opendocument.text")) =>
        {
            Some("odt")
        }
        [b'P', b'K', 3, 4, ..] => holds(b"word/document.xml").then_some("docx"),
        _ => {
            let text = std::str::from_utf8(bytes).ok()?;
            let is_text = !text.chars().any(|letter| letter.is_control() && !letter.is_whitespace());
            is_text.then(|| text_ending(text, name))
        }
    }
}

fn text_ending(text: &str, name: &str) -> &'static str {
    let named = ending_of(name).and_then(|ending| TEXT_ENDINGS.into_iter().find(|known| *known == ending));
    named.unwrap_or_else(|| {
        let begin: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(14).collect::<String>().to_lowercase();
        let is_json = |text: &str| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
        match begin.as_str() {
            begin if begin.starts_with("<!doctype html") || begin.starts_with("<html") => "html",
            begin if begin.starts_with(['{', '[']) && is_json(text) => "json",
            _ => "txt",
        }
    })
}

fn ending_of(name: &str) -> Option<String> {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase())
}
