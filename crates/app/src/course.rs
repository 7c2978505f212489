use crate::{Fault, Trouble};
use footbridge_content::{Exercise, Files, Kind, Pack, read};
use footbridge_diagnostic::Diagnostic;
use footbridge_grade::{Question, read_questions};
use footbridge_verdict::ExerciseId;
use rust_embed::EmbeddedFile;
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// The texts that ship inside the binary and are read when it starts. Data sets do not ship in it: they are looked for on the disk.
#[derive(rust_embed::RustEmbed)]
#[folder = "../../content"]
#[exclude = "data/**/*.parquet"]
#[exclude = "exercises/*/wrong/*"]
#[exclude = "exercises/*/hidden.json"]
#[exclude = "exercises/*/solution*"]
#[exclude = "exercises/*/brief.md"]
#[exclude = "exercises/*/discussion.md"]
#[exclude = "exercises/*/starter.*"]
struct Texts;

/// Those that an exercise needs when somebody works on it. They stand together in the binary, so that what is read at the start does not
/// bring them into memory, as pages beside its own.
#[derive(rust_embed::RustEmbed)]
#[folder = "../../content"]
#[include = "exercises/*/wrong/*"]
#[include = "exercises/*/hidden.json"]
#[include = "exercises/*/solution*"]
#[include = "exercises/*/brief.md"]
#[include = "exercises/*/discussion.md"]
#[include = "exercises/*/starter.*"]
struct LaterTexts;

/// The pack a learner works through.
pub(crate) struct Course {
    pub(crate) pack: Pack,
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
        Ok(Self { pack })
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

fn built_in_files() -> Files {
    let mut files = Files::default();
    let mut insert = |path: Cow<'_, str>, file: Option<EmbeddedFile>| {
        if let Some(file) = file {
            files.insert(path.into_owned(), file.data);
        }
    };
    Texts::iter().for_each(|path| insert(path.clone(), Texts::get(&path)));
    LaterTexts::iter().for_each(|path| insert(path.clone(), LaterTexts::get(&path)));
    files
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
    use super::{LaterTexts, Texts};
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn every_text_of_the_course_ships_once() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let mut on_disk = BTreeSet::new();
        let mut folders = vec![content.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("the course is on the disk") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_none_or(|ending| ending != "parquet") {
                    on_disk.insert(path.strip_prefix(&content).expect("below it").to_string_lossy().replace('\\', "/"));
                }
            }
        }
        let shipped: Vec<String> = Texts::iter().chain(LaterTexts::iter()).map(String::from).collect();
        assert_eq!(shipped.len(), on_disk.len());
        assert_eq!(shipped.into_iter().collect::<BTreeSet<_>>(), on_disk);
        assert!(Texts::iter().count() > 200 && LaterTexts::iter().count() > 1_000);
    }
}
