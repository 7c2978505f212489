use crate::{Fault, Trouble};
use footbridge_content::{Files, Kind, LARGEST_TEXT, Pack, read};
use footbridge_diagnostic::{Diagnostic, Source, render_text};
use footbridge_grade::{DataFolder, Grader, prove};
use footbridge_query::Engine;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// What checking a pack found.
#[derive(Debug, Clone)]
pub struct PackReport {
    /// Title of the pack; empty when `pack.toml` cannot be read.
    pub title: String,
    /// Lessons and exercises proven.
    pub exercises: usize,
    /// Answers tried.
    pub tried: usize,
    /// Every fault, rendered with its place.
    pub faults: Vec<String>,
    /// Feedback texts that are new or changed, from the pack's folder.
    pub unread: Vec<String>,
}

impl PackReport {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty() && self.unread.is_empty()
    }
}

/// Checks a pack on the disk: reads it, proves every wanted exercise, and with `bless` writes the feedback texts to be read.
pub fn check_pack(folder: &Path, wanted: &dyn Fn(&str) -> bool, bless: bool, progress: &dyn Fn(&str)) -> Result<PackReport, Trouble> {
    let (files, links) = read_files(folder)?;
    let (pack, found) = read(&files);
    let mut report = PackReport {
        title: String::new(),
        exercises: 0,
        tried: 0,
        faults: found.iter().map(|finding| rendered(finding, &files)).collect(),
        unread: Vec::new(),
    };
    let Some(pack) = pack else { return Ok(report) };
    report.title.clone_from(&pack.head.title);
    report.faults.extend(links.iter().map(|link| {
        let finding = Diagnostic::error("pack-link", format!("`{link}` is a link; a pack holds files only."));
        rendered(&finding.help("Put the file itself there. Nothing was proven, because a link may lead out of the pack."), &files)
    }));
    if !links.is_empty() {
        return Ok(report);
    }
    let grader = Grader::new(Engine::new(crate::world::engine()), DataFolder::new(folder.join("data")));
    let chosen = || pack.exercises.iter().filter(|exercise| wanted(exercise.id.as_str()));
    if chosen().any(|exercise| exercise.kind == Kind::Sql) {
        refuse_unconfined(&grader)?;
    }
    for exercise in chosen() {
        progress(exercise.id.as_str());
        let proven = prove(&grader, &pack, exercise);
        report.exercises += 1;
        report.tried += proven.tried;
        report.faults.extend(proven.found.iter().map(|finding| rendered(finding, &files)));
        for text in proven.unread {
            if bless {
                write(&folder.join(&text.path), &text.text)?;
            }
            report.unread.push(text.path);
        }
    }
    Ok(report)
}

/// The queries of a pack are somebody else's programs: they run only where every safeguard holds.
fn refuse_unconfined(grader: &Grader) -> Result<(), Trouble> {
    let confinement = grader.engine().confinement();
    let Some(open) = confinement.measures.iter().find(|measure| !measure.enforced) else { return Ok(()) };
    Err(Trouble::new(Fault::World, format!("The queries of this pack are not run here: {}", open.detail)).help(
        "`footbridge doctor` says what is enforced here. Leave SQL exercises out with `--only`, or check the pack where all of it is.",
    ))
}

/// Begins a new exercise in a pack: every file that its kind needs, ready to be filled in.
pub fn new_exercise(folder: &Path, kind: &str, id: &str) -> Result<Vec<PathBuf>, Trouble> {
    let id = footbridge_verdict::ExerciseId::new(id).map_err(|error| Trouble::asked(format!("{error}.")))?;
    let (files, _) = read_files(folder)?;
    let (pack, _) = read(&files);
    let track =
        pack.as_ref().and_then(|pack| pack.tracks.first()).map_or_else(|| "track".to_owned(), |track| track.id.as_ref().to_string());
    let base = folder.join("exercises").join(id.as_str());
    if base.exists() {
        return Err(Trouble::asked(format!("{} is there already.", base.display())));
    }
    let head = format!("id = \"{id}\"\nkind = \"{kind}\"\ntrack = \"{track}\"\ntitle = \"\"\nskills = []\nminutes = 20\n");
    let (own, answers): (&str, &[(&str, &str)]) = match kind {
        "sql" => (
            "\n[sql]\ndataset = \"\"\ntables = []\norder = \"none\"\n\n[[fault]]\nname = \"name-the-fault\"\nsays = \"\"\nhelp = \"\"\n",
            &[("starter.sql", "select\n"), ("solution.sql", ""), ("wrong/name-the-fault.sql", "")],
        ),
        "read" | "choice" | "numeric" => (
            "\n[[question]]\nid = \"\"\nask = \"\"\noptions = [\n  { text = \"\", right = true, feedback = \"\" },\n  { text = \"\", feedback = \"\" },\n  { text = \"\", feedback = \"\" },\n]\n",
            &[],
        ),
        "write" => (
            "\n[write]\nwords = { min = 100, max = 600 }\n[[write.section]]\nheading = \"\"\nasks = \"\"\nmin_words = 40\n",
            &[("starter.md", "## \n"), ("solution.md", ""), ("wrong/name-the-fault.md", "")],
        ),
        "roadmap" => (
            "\n[roadmap]\nmin_outcomes = 2\nmin_bets = 5\nmax_bets = 9\n",
            &[("starter.yaml", "format: 1\n"), ("solution.yaml", ""), ("wrong/name-the-fault.yaml", "")],
        ),
        other => {
            let kinds = "One of: sql, read, choice, numeric, write, roadmap.";
            return Err(Trouble::asked(format!("`{other}` is no kind of exercise.")).help(kinds));
        }
    };
    let head = format!("{head}{own}");
    let texts = [("exercise.toml", head.as_str()), ("brief.md", ""), ("hints.md", "## \n\n## \n"), ("discussion.md", "")];
    let mut written = Vec::new();
    for (name, text) in texts.iter().chain(answers) {
        let path = base.join(name);
        write(&path, text)?;
        written.push(path);
    }
    Ok(written)
}

/// One exercise as a learner would see it: title, brief, what is wanted, hints.
pub fn preview_exercise(folder: &Path, id: &str) -> Result<String, Trouble> {
    let (files, _) = read_files(folder)?;
    let (pack, found) = read(&files);
    let pack: Pack = pack.ok_or_else(|| {
        let first = found.first().map_or_else(String::new, |finding| finding.message.clone());
        Trouble::asked(format!("The pack cannot be read: {first}"))
    })?;
    let exercise = pack.exercise(id).ok_or_else(|| Trouble::not_found(format!("The pack has no exercise `{id}`.")))?;
    let hints: String = exercise.hints.iter().map(|hint| format!("\n### Hint: {}\n\n{}\n", hint.title, hint.body)).collect();
    let starter = crate::work::starter(exercise);
    Ok(format!(
        "# {}\n\n{} · {} min\n\n{}\n\n## {}\n\n{starter}\n{hints}",
        exercise.title,
        exercise.kind.word(),
        exercise.minutes,
        exercise.brief,
        exercise.kind.answer_file()
    ))
}

fn rendered(finding: &Diagnostic, files: &Files) -> String {
    let file = finding.place.as_ref().map(|place| place.file.as_str());
    let source = file.and_then(|file| files.text(file).map(|text| Source { file, text }));
    render_text(finding, source.as_ref(), false)
}

/// All texts of a pack, and the names of its links. Data files stay where they are; links are not followed, so nothing outside the pack
/// is read or written.
fn read_files(folder: &Path) -> Result<(Files, Vec<String>), Trouble> {
    let refused = |path: &Path, error: std::io::Error| {
        Trouble::new(Fault::World, format!("{} cannot be read.", path.display()))
            .help("Name the folder that holds `pack.toml`.")
            .because(error)
    };
    let (mut files, mut links) = (Files::default(), Vec::new());
    let mut open = vec![folder.to_owned()];
    while let Some(current) = open.pop() {
        for entry in std::fs::read_dir(&current).map_err(|error| refused(&current, error))? {
            let entry = entry.map_err(|error| refused(&current, error))?;
            let path = entry.path();
            let kind = entry.file_type().map_err(|error| refused(&path, error))?;
            let text = path.extension().is_some_and(|ending| ["toml", "md", "sql", "yaml", "lock"].iter().any(|known| ending == *known));
            let name = || path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if kind.is_symlink() {
                links.push(name());
            } else if kind.is_file() && text {
                files.insert(name(), read_start(&path).map_err(|error| refused(&path, error))?);
            } else if kind.is_dir() {
                open.push(path);
            }
        }
    }
    links.sort();
    Ok((files, links))
}

/// As much of a file as tells that it is too large, and no more.
fn read_start(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LARGEST_TEXT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn write(path: &Path, text: &str) -> Result<(), Trouble> {
    let refused = |error| Trouble::new(Fault::World, format!("{} cannot be written.", path.display())).because(error);
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, text)).map_err(refused)
}
