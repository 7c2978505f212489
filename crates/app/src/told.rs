//! A trouble as a window shows it: with what was found in files, and with what the system said, but with nothing private quoted.

use crate::view::{CauseView, FileFindingView, NoticeView};
use crate::{App, Fault, Trouble};
use footbridge_diagnostic::{Diagnostic, Source};
use footbridge_journal::DiskPath;

/// The folder whose words are repeated nowhere.
const PRIVATE: &str = "private/";

impl App {
    /// What lies beneath a trouble.
    pub fn cause_of(&self, trouble: &Trouble) -> CauseView {
        CauseView { system: system_cause(trouble), findings: trouble.findings.iter().map(|finding| self.in_its_file(finding)).collect() }
    }

    fn in_its_file(&self, finding: &Diagnostic) -> FileFindingView {
        let file = finding.place.as_ref().map(|place| place.file.clone());
        let finding = private_words_apart(finding);
        let text = file.as_deref().and_then(|file| self.world.disk.read(&DiskPath::new(file).ok()?).ok());
        let text = text.and_then(|bytes| String::from_utf8(bytes).ok());
        let start = finding.place.as_ref().zip(text.as_ref()).map(|(place, text)| Source { file: "", text }.line_column(place.span.start));
        let Diagnostic { code, message, notes, help, .. } = finding;
        FileFindingView { code, file, line: start.map(|start| start.line), message, notes, help }
    }

    /// Private files that cannot be read, so that what stands there is missing on every screen.
    pub(crate) fn private_files_unread(&self) -> Vec<NoticeView> {
        let told = |trouble: Trouble| NoticeView { message: trouble.message, help: trouble.help };
        self.people_unread().into_iter().map(told).chain(self.applications_unread()).collect()
    }
}

/// Whether a finding lies in a file whose lines are shown nowhere else.
pub fn is_private(finding: &Diagnostic) -> bool {
    finding.place.as_ref().is_some_and(|place| place.file.starts_with(PRIVATE))
}

/// The finding without what it quotes of a private file.
pub fn private_words_apart(finding: &Diagnostic) -> Diagnostic {
    if !is_private(finding) {
        return finding.clone();
    }
    Diagnostic {
        message: without_quotes(&finding.message),
        notes: finding.notes.iter().map(|note| without_quotes(note)).collect(),
        help: finding.help.iter().map(|help| without_quotes(help)).collect(),
        ..finding.clone()
    }
}

/// What the operating system said at the very bottom. A reader's words are left out: they quote what they could not read.
pub(crate) fn system_cause(trouble: &Trouble) -> Option<String> {
    if !matches!(trouble.fault, Fault::World | Fault::Ours) {
        return None;
    }
    let system = trouble.innermost()?.downcast_ref::<std::io::Error>().filter(|error| error.get_ref().is_none())?;
    let said = system.to_string();
    (!trouble.message.contains(&said)).then_some(said)
}

/// The words with everything between double quotes left out.
fn without_quotes(words: &str) -> String {
    let mut shown = String::with_capacity(words.len());
    for (at, part) in words.split('"').enumerate() {
        match at % 2 {
            0 => shown.push_str(part),
            _ => shown.push_str("“…”"),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Error, ErrorKind};

    #[test]
    fn what_stands_in_quotes_is_left_out() {
        for (words, shown) in [
            ("nothing quoted", "nothing quoted"),
            ("invalid type: string \"Acme\", expected a sequence", "invalid type: string “…”, expected a sequence"),
            ("\"Acme\" and \"Zürich Pay", "“…” and “…”"),
        ] {
            assert_eq!(without_quotes(words), shown);
        }
    }

    #[test]
    fn only_the_system_is_quoted_as_a_cause() {
        let world = |error: Error| system_cause(&Trouble::new(Fault::World, "It could not be written.").because(error));
        assert_eq!(world(Error::from(ErrorKind::StorageFull)), Some("no storage space".to_owned()));
        assert_eq!(world(Error::other("Acme is no company")), None, "somebody's words");
        let asked = Trouble::asked("That is no day.").because(Error::from(ErrorKind::StorageFull));
        assert_eq!(system_cause(&asked), None, "what was asked for wrongly has no cause in the machine");
    }
}
