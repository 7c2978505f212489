//! `private/mocks/<id>.toml`: one mock interview with its transcripts and scores. It names employers and people, so it stays in `private/`.

use super::from_reply::UnreviewedFile;
use crate::folder::path;
use crate::private::refused;
use crate::{App, Trouble};
use serde::{Deserialize, Serialize};

pub(super) const FOLDER: &str = "private/mocks";

const HEAD: &str = "# A mock interview: what was asked, what I said, how I scored it. Nothing of private/ leaves this folder.\n\n";

/// The largest file that is read, in bytes: ten transcripts and what others said of them.
const LARGEST: usize = 4 * 1024 * 1024;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MockFile {
    pub(super) on: jiff::civil::Date,
    /// When it was begun that day, to the minute; files of earlier versions do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) at: Option<jiff::civil::Time>,
    pub(super) about: String,
    pub(super) seed: u64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) says: String,
    #[serde(default)]
    pub(super) question: Vec<AskedFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) review: Vec<ReviewFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) page: Vec<PageFile>,
}

/// A page that was written for a reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PageFile {
    /// Numbers of the questions on it.
    pub(super) questions: Vec<u32>,
    /// The hash of their answers, as a review names it.
    pub(super) answers: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AskedFile {
    pub(super) id: String,
    pub(super) variant: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) seconds: Option<u32>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) given: String,
    /// The number was given or changed after the anchors had been shown, which may name it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) given_late: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) transcript: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) unreviewed: Option<UnreviewedFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) score: Vec<ScoreFile>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScoreFile {
    pub(super) criterion: String,
    pub(super) level: u8,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) because: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReviewFile {
    pub(super) by: String,
    pub(super) on: jiff::civil::Date,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) note: String,
    pub(super) score: Vec<ScoreFile>,
}

impl AskedFile {
    /// A question that is not answered yet.
    pub(super) fn new(id: String, variant: usize) -> Self {
        Self {
            id,
            variant,
            unreviewed: None,
            seconds: None,
            given: String::new(),
            given_late: false,
            transcript: String::new(),
            score: Vec::new(),
        }
    }
}

impl MockFile {
    /// Reads a file; what is wrong with it is the error, in one sentence.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        if text.len() > LARGEST {
            return Err("it is larger than 4 MB".to_owned());
        }
        let file: Self = toml::from_str(text).map_err(|error| error.message().trim_end_matches('.').to_owned())?;
        let scores = file.question.iter().flat_map(|asked| &asked.score).chain(file.review.iter().flat_map(|review| &review.score));
        match scores.into_iter().find(|score| !(1..=4).contains(&score.level)) {
            Some(score) => Err(format!("the level of `{}` is {}; levels go from 1 to 4", score.criterion, score.level)),
            None => Ok(file),
        }
    }
}

impl App {
    /// Ids of all mock interviews, the earliest first.
    pub(super) fn mock_ids(&self) -> Result<Vec<String>, Trouble> {
        let entries = self.private_entries(FOLDER, &path(FOLDER))?;
        let mut ids: Vec<String> = entries.iter().filter_map(|entry| entry.name.strip_suffix(".toml").map(str::to_owned)).collect();
        ids.retain(|id| is_id(id));
        ids.sort_by_key(|id| number_of(id));
        Ok(ids)
    }

    pub(super) fn mock_file(&self, id: &str) -> Result<MockFile, Trouble> {
        let ids = self.mock_ids()?;
        if !ids.iter().any(|known| known == id) {
            let help = "`footbridge mock list` shows all; `footbridge mock begin` begins one.";
            return Err(Trouble::not_found(format!("There is no mock interview `{id}`."))
                .help(help)
                .or_meant(id, ids.iter().map(String::as_str)));
        }
        let file = file_of(id);
        let text = self.private_text(FOLDER, &path(&file))?.unwrap_or_default();
        MockFile::read(&text).map_err(|why| {
            Trouble::asked(format!("`{file}` cannot be read: {why}.")).help("Mend it in your editor; nothing of it was changed.")
        })
    }

    pub(super) fn write_mock(&self, id: &str, mock: &MockFile) -> Result<(), Trouble> {
        let text = toml::to_string_pretty(mock)
            .map_err(|error| Trouble::new(crate::Fault::Ours, "The interview cannot be written.").because(error))?;
        let folder = self.world.disk.create_folder_all(&path(FOLDER));
        folder.map_err(|error| refused(FOLDER, error))?;
        let written = self.world.disk.write_atomically(&path(&file_of(id)), format!("{HEAD}{text}").as_bytes());
        written.map_err(|error| refused(FOLDER, error))
    }
}

pub(super) fn file_of(id: &str) -> String {
    format!("{FOLDER}/{id}.toml")
}

/// `mock-2026-11-26-2`: nothing else becomes a part of a path.
fn is_id(id: &str) -> bool {
    number_of(id).is_some()
}

fn number_of(id: &str) -> Option<(jiff::civil::Date, u32)> {
    let rest = id.strip_prefix("mock-")?;
    let (day, number) = rest.split_at_checked(10)?;
    let number = number.strip_prefix('-')?;
    let is_plain = !number.is_empty() && number.len() <= 4 && number.bytes().all(|b| b.is_ascii_digit()) && !number.starts_with('0');
    Some((day.parse().ok()?, number.parse().ok().filter(|_| is_plain)?))
}

/// The id of the next interview of a day.
pub(super) fn next_id(ids: &[String], day: jiff::civil::Date) -> String {
    let last = ids.iter().filter_map(|id| number_of(id)).filter(|(on, _)| *on == day).map(|(_, number)| number).max().unwrap_or(0);
    format!("mock-{day}-{}", last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_we_name_is_an_id() {
        for wrong in ["mock-2026-11-26", "mock-2026-11-26-0", "mock-2026-11-26-../x", "../mock-2026-11-26-1", "mock-2026-13-26-1", "mock-é"]
        {
            assert!(!is_id(wrong), "{wrong}");
        }
        let day = jiff::civil::date(2026, 11, 26);
        assert_eq!(next_id(&[], day), "mock-2026-11-26-1");
        assert_eq!(next_id(&["mock-2026-11-26-9".into(), "mock-2026-11-26-10".into()], day), "mock-2026-11-26-11");
    }

    /// Files that were changed by hand, mutated: nothing panics, and levels stay levels.
    #[test]
    fn no_file_does_harm() {
        let whole = "on = \"2026-11-26\"\nabout = \"x\"\nseed = 7\n[[question]]\nid = \"sd-x\"\nvariant = 0\ntranscript = \"é\"\n[[question.score]]\ncriterion = \"q1-1\"\nlevel = 3\n".as_bytes();
        let (mut state, mut read) = (0x2545_F491_4F6C_DD1D_u64, 0);
        let mut next = |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % below as u64).expect("small")
        };
        for _ in 0..3_000 {
            let mut bytes = whole.to_vec();
            let at = next(bytes.len());
            match next(3) {
                0 => bytes[at] = u8::try_from(next(128)).expect("a byte"),
                1 => drop(bytes.remove(at)),
                _ => bytes.insert(at, b"[]=\"\n09'"[next(8)]),
            }
            if let Ok(file) = MockFile::read(&String::from_utf8_lossy(&bytes)) {
                read += 1;
                assert!(file.question.iter().flat_map(|asked| &asked.score).all(|score| (1..=4).contains(&score.level)));
            }
        }
        assert!(read > 0, "no mutation left the file readable");
    }
}
