use crate::{Fault, Trouble};
use footbridge_content::{Exercise, Files, Kind, LARGEST_TEXT, Pack, prove_banks, read};
use footbridge_diagnostic::{Diagnostic, Source, render_text};
use footbridge_grade::{BenchError, DataFolder, Grader, Measured, MutationScore, Search, harden, measure, prove, write_hidden};
use footbridge_query::Engine;
use serde::Serialize;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Most mutants of a hundred, over a whole pack, that may be called equivalent.
const MOST_EQUIVALENT_PERCENT: usize = 10;

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
    /// For each SQL exercise, how the mutants of its solution fare.
    pub scores: Vec<(String, MutationScore)>,
}

/// Checks a pack on the disk: reads it, proves every wanted exercise, and with `bless` writes the feedback texts to be read.
pub fn check_pack(
    folder: &Path,
    wanted: &dyn Fn(&str) -> bool,
    bless: bool,
    progress: &(dyn Fn(usize, usize, &str) + Sync),
) -> Result<PackReport, Trouble> {
    let (files, links) = read_files(folder)?;
    let (pack, found) = read(&files);
    let mut report = PackReport {
        title: String::new(),
        exercises: 0,
        tried: 0,
        faults: found.iter().map(|finding| rendered(finding, &files)).collect(),
        unread: Vec::new(),
        scores: Vec::new(),
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
    report.faults.extend(prove_banks(&pack).iter().map(|finding| rendered(finding, &files)));
    let grader = Grader::new(Engine::new(crate::world::engine()), DataFolder::new(folder.join("data")));
    let chosen = || pack.exercises.iter().filter(|exercise| wanted(exercise.id.as_str()));
    if chosen().any(|exercise| exercise.kind == Kind::Sql) {
        refuse_unconfined(&grader)?;
    }
    let chosen: Vec<&Exercise> = chosen().collect();
    for (exercise, proven) in chosen.iter().zip(on_every_core(&chosen, progress, |exercise| prove(&grader, &pack, exercise))) {
        report.exercises += 1;
        report.tried += proven.tried;
        report.faults.extend(proven.found.iter().map(|finding| rendered(finding, &files)));
        if proven.score.mutants > 0 {
            report.scores.push((exercise.id.to_string(), proven.score));
        }
        for text in proven.unread {
            if bless {
                write(&folder.join(&text.path), &text.text)?;
            }
            report.unread.push(text.path);
        }
    }
    // Of a part of the pack the share says nothing.
    if chosen.len() == pack.exercises.len() {
        report.faults.extend(many_equivalent(&report.scores));
    }
    Ok(report)
}

/// Whether too many mutants of a whole pack are called equivalent, as a rendered fault.
fn many_equivalent(scores: &[(String, MutationScore)]) -> Option<String> {
    let mut all = MutationScore::default();
    scores.iter().for_each(|(_, score)| all.add(score));
    let message = format!("{} of {} mutants of this pack are called equivalent.", all.equivalent, all.mutants);
    let finding = Diagnostic::error("equivalent-many", message)
        .help(format!("At most {MOST_EQUIVALENT_PERCENT} in a hundred may be, over all: look for data that tells some of them apart."));
    all.has_more_equivalent_than(MOST_EQUIVALENT_PERCENT).then(|| render_text(&finding, None, false))
}

/// Does something with each exercise on every core, and gives the results in their order.
fn on_every_core<T: Send>(
    exercises: &[&Exercise],
    progress: &(dyn Fn(usize, usize, &str) + Sync),
    act: impl Fn(&Exercise) -> T + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::new());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores.min(exercises.len()) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(exercise) = exercises.get(at) else { return };
                    progress(at, exercises.len(), exercise.id.as_str());
                    let result = act(exercise);
                    done.lock().unwrap_or_else(PoisonError::into_inner).push((at, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// How the mutants of one variant fared.
#[derive(Debug, Clone, Serialize)]
pub struct HardenedExercise {
    /// Its id.
    pub id: String,
    /// Which variant, from 1.
    pub variant: usize,
    /// Mutants that can be planned.
    pub mutants: usize,
    /// What the survivors change.
    pub survivors: Vec<String>,
    /// Hidden databases.
    pub databases: usize,
    /// Rows in all of them.
    pub rows: usize,
    /// Databases that were looked at to choose from.
    pub built: usize,
}

/// What hardening a pack found.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HardenReport {
    /// Each variant that was hardened.
    pub hardened: Vec<HardenedExercise>,
    /// Every fault of a `databases.toml`, rendered with its place. The `hidden.json` beside it is left as it was.
    pub faults: Vec<String>,
}

/// How a pack is hardened.
#[derive(Debug, Clone, Copy)]
pub struct Hardening {
    /// Where chance begins.
    pub seed: u64,
    /// Begin with the hidden databases that stand, and build no more than make up the number.
    pub keep: bool,
}

/// Measures the data of the wanted SQL exercises of a pack on the disk with wrong queries that steered nothing; with `smallest`, also how
/// small the databases are on which wrong answers are shown.
pub fn measure_pack(
    folder: &Path,
    wanted: &dyn Fn(&str) -> bool,
    smallest: bool,
    progress: &(dyn Fn(usize, usize, &str) + Sync),
) -> Result<Vec<(String, Measured)>, Trouble> {
    let (_, pack, grader) = opened(folder)?;
    let chosen = sql_exercises(&pack, wanted);
    let measured = on_every_core(&chosen, progress, |exercise| measure(&grader, &pack, exercise.variant(0), smallest));
    let told = |(exercise, measured): (&&Exercise, Result<Measured, BenchError>)| {
        let failed = |error| Trouble::new(Fault::Asked, format!("`{}` could not be measured.", exercise.id)).because(error);
        Ok((exercise.id.to_string(), measured.map_err(failed)?))
    };
    chosen.iter().zip(measured).map(told).collect()
}

/// A pack that can be read, and what its queries run in.
fn opened(folder: &Path) -> Result<(Files, Pack, Grader), Trouble> {
    let (files, _) = read_files(folder)?;
    let (pack, found) = read(&files);
    let first = || found.first().map_or_else(String::new, |finding| finding.message.clone());
    let pack = pack.ok_or_else(|| Trouble::asked(format!("The pack cannot be read: {}", first())))?;
    let grader = Grader::new(Engine::new(crate::world::engine()), DataFolder::new(folder.join("data")));
    refuse_unconfined(&grader)?;
    Ok((files, pack, grader))
}

fn sql_exercises<'a>(pack: &'a Pack, wanted: &dyn Fn(&str) -> bool) -> Vec<&'a Exercise> {
    pack.exercises.iter().filter(|exercise| exercise.kind == Kind::Sql && wanted(exercise.id.as_str())).collect()
}

/// Builds the hidden databases of the wanted SQL exercises of a pack on the disk and writes each `hidden.json`.
pub fn harden_pack(
    folder: &Path,
    wanted: &dyn Fn(&str) -> bool,
    hardening: Hardening,
    progress: &(dyn Fn(usize, usize, &str) + Sync),
) -> Result<HardenReport, Trouble> {
    let (files, pack, grader) = opened(folder)?;
    let chosen = sql_exercises(&pack, wanted);
    let search = if hardening.keep { Search::Keep } else { Search::Anew };
    let mut report = HardenReport::default();
    for (exercise, hardened) in chosen.iter().zip(on_every_core(&chosen, progress, |exercise| {
        exercise.each_variant().iter().map(|variant| harden(&grader, &pack, variant, hardening.seed, search)).collect::<Result<Vec<_>, _>>()
    })) {
        let failed = |error| Trouble::new(Fault::Asked, format!("No databases for `{}` could be built.", exercise.id)).because(error);
        let variants = match hardened {
            Ok(variants) => variants,
            Err(BenchError::Databases(found)) => {
                report.faults.extend(found.iter().map(|finding| rendered(finding, &files)));
                continue;
            }
            Err(error) => return Err(failed(error)),
        };
        report.hardened.extend(variants.iter().enumerate().map(|(at, hardened)| HardenedExercise {
            id: exercise.id.to_string(),
            variant: at + 1,
            mutants: hardened.mutants,
            survivors: hardened.survivors.iter().map(ToString::to_string).collect(),
            databases: hardened.hidden.len(),
            rows: hardened.hidden.iter().map(|hidden| hidden.database.size()).sum(),
            built: hardened.built,
        }));
        let columns = variants.first().map(|hardened| hardened.columns.clone()).unwrap_or_default();
        let hidden: Vec<_> = variants.into_iter().map(|hardened| hardened.hidden).collect();
        write(&folder.join(exercise.spec.file.replace("exercise.toml", "hidden.json")), &write_hidden(&hidden, &columns))?;
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
    let id = footbridge_verdict::ExerciseId::new(id).map_err(|error| Trouble::asked(format!("{error}.")).because(error))?;
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
        "decide" => (
            "\n[decide]\nmethod = \"rice\"\nperiod = \"quarter\"\noptions = []\n",
            &[
                ("starter.yaml", "format: 1\nmethod: rice\n"),
                ("solution.yaml", ""),
                ("solution-2.yaml", ""),
                ("wrong/name-the-fault.yaml", ""),
            ],
        ),
        other => {
            let kinds = "One of: sql, read, choice, numeric, write, roadmap, decide.";
            return Err(Trouble::asked(format!("`{other}` is no kind of exercise.")).help(kinds));
        }
    };
    let head = format!("{head}{own}");
    let brief = if kind == "decide" { "\n\n## Material\n\n" } else { "" };
    let texts = [("exercise.toml", head.as_str()), ("brief.md", brief), ("hints.md", "## \n\n## \n"), ("discussion.md", "")];
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
    let starter =
        crate::work::starter(exercise).map_err(|finding| Trouble::asked(format!("`{id}` cannot be shown yet.")).findings(vec![finding]))?;
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
            let text =
                path.extension().is_some_and(|ending| ["toml", "md", "sql", "yaml", "lock", "json"].iter().any(|known| ending == *known));
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
