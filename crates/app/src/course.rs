use crate::planning::items;
use crate::{Fault, Trouble};
use footbridge_content::{Exercise, Files, Kind, Pack, read};
use footbridge_diagnostic::Diagnostic;
use footbridge_grade::{Question, read_questions};
use footbridge_planner::Item;
use footbridge_verdict::ExerciseId;
use std::collections::HashSet;
use std::sync::{Arc, LazyLock, OnceLock};

/// The texts of the course inside the binary, as `build.rs` lays them together: the length and the path of each on a line, in the order of
/// their bytes.
const INDEX: &str = include_str!(concat!(env!("OUT_DIR"), "/course.index"));
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/course.bytes"));

/// The pack a learner works through.
pub(crate) struct Course {
    pub(crate) pack: Pack,
    items: OnceLock<Vec<Item>>,
}

impl Course {
    /// The pack inside the binary, read once in the life of the program.
    pub(crate) fn shared() -> Result<Arc<Self>, Trouble> {
        static READ: OnceLock<Arc<Course>> = OnceLock::new();
        if let Some(course) = READ.get() {
            return Ok(Arc::clone(course));
        }
        let course = Arc::new(Self::built_in()?);
        Ok(Arc::clone(READ.get_or_init(|| course)))
    }

    /// The pack inside the binary.
    fn built_in() -> Result<Self, Trouble> {
        let (pack, found) = read(&built_in_files());
        let broken = || Trouble::new(Fault::Ours, "The course inside this program cannot be read.").help("Install Footbridge again.");
        let pack = pack.ok_or_else(broken)?;
        if let Some(finding) = found.iter().find(|finding| finding.is_error()) {
            let message = format!("The course inside this program is at fault: {}", finding.message);
            return Err(Trouble { message, ..broken().findings(found) });
        }
        Ok(Self { pack, items: OnceLock::new() })
    }

    /// A lesson or exercise, or a sentence with the nearest id.
    pub(crate) fn exercise(&self, id: &str) -> Result<&Exercise, Trouble> {
        self.pack.exercise(id).ok_or_else(|| {
            let ids = self.pack.exercises.iter().map(|exercise| exercise.id.as_str());
            Trouble::not_found(format!("There is no lesson or exercise `{id}`."))
                .help("`footbridge list` shows all of them.")
                .or_meant(id, ids)
        })
    }

    /// What a plan is made of, in the order of the path: the same for everybody and every day.
    pub(crate) fn items(&self) -> &[Item] {
        self.items.get_or_init(|| items(&self.pack))
    }

    pub(crate) fn track_title(&self, exercise: &Exercise) -> String {
        self.pack.track(exercise.track.as_str()).map_or_else(|| exercise.track.to_string(), |track| track.title.clone())
    }

    pub(crate) fn skill_titles(&self, skills: &[ExerciseId]) -> Vec<String> {
        skills.iter().filter_map(|id| self.pack.skill(id.as_str())).map(|skill| skill.title.clone()).collect()
    }
}

/// Where an item opens in the app.
pub(crate) fn opens(exercise: &Exercise) -> String {
    if exercise.kind == Kind::Lesson { format!("/lesson/{}", exercise.id) } else { format!("/work/{}", exercise.id) }
}

/// The texts of the course inside the binary, each with its path.
fn built_in_texts() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let mut rest = BYTES;
    INDEX.lines().filter_map(|line| line.split_once(' ')).map(move |(length, path)| {
        let (text, behind) = rest.split_at(length.parse().expect("each line begins with a length"));
        rest = behind;
        (path, text)
    })
}

fn built_in_files() -> Files {
    let mut files = Files::default();
    built_in_texts().for_each(|(path, text)| files.insert(path, text));
    files
}

/// Whether a word in small letters stands in what the course inside the binary tells and asks.
pub(crate) fn is_word_of_the_course(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let is_word = |word: &&str| !word.is_empty() && word.chars().all(char::is_lowercase);
        let texts = built_in_texts().filter(|(path, _)| path.starts_with("banks/") || path.ends_with(".md"));
        let words = texts.filter_map(|(_, text)| std::str::from_utf8(text).ok()).flat_map(str::split_whitespace);
        words.map(|word| word.trim_matches(|c: char| c.is_ascii_punctuation())).filter(is_word).collect()
    });
    WORDS.contains(word)
}

/// The questions of an exercise; none for a kind that asks none.
pub(crate) fn questions_of(exercise: &Exercise) -> Result<Vec<Question>, Diagnostic> {
    match exercise.kind {
        Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => read_questions(exercise),
        Kind::Sql | Kind::Write | Kind::Roadmap | Kind::Decide => Ok(Vec::new()),
    }
}

/// The course of this program is proven before it ships: what cannot be read in it is no fault of the learner's.
pub(crate) fn ours(found: Vec<Diagnostic>) -> Trouble {
    let first = found.first().map_or("", |finding| finding.message.as_str());
    Trouble::new(Fault::Ours, format!("A part of the course inside this program is at fault: {first}")).findings(found)
}

#[cfg(test)]
mod tests {
    use super::built_in_files;
    use std::path::Path;

    #[test]
    fn every_text_of_the_course_ships_as_it_stands() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let shipped = built_in_files();
        let mut texts = 0;
        let mut folders = vec![content.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("the course is on the disk") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_none_or(|ending| ending != "parquet") {
                    let name = path.strip_prefix(&content).expect("below it").to_string_lossy().replace('\\', "/");
                    let is_shipped = shipped.bytes(&name) == Some(&*std::fs::read(&path).expect("a readable text"));
                    assert!(is_shipped, "{name}");
                    texts += 1;
                }
            }
        }
        assert_eq!(shipped.paths().count(), texts);
    }
}
