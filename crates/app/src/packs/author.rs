use super::files::{read_files, write};
use crate::Trouble;
use footbridge_content::{Pack, read};
use std::path::{Path, PathBuf};

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
