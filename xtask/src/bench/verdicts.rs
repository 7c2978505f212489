use super::figures::Times;
use super::{Learner, Measured, read};
use crate::folders::copy_without;
use crate::local::Local;
use crate::program::say;
use anyhow::{Context, ensure};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const TIMES_EACH: usize = 20;

/// Solutions that are named as the slowest.
const SLOWEST: usize = 8;

/// Every shipped SQL solution, submitted over the API that the browser uses: on the data a learner sees, and on the hidden data as well.
pub(super) fn measure(learner: Learner) -> anyhow::Result<[Measured; 2]> {
    let solutions = solutions(&learner.content)?;
    let (on_all, _) = submit_each(&learner, &solutions)?;
    let visible = learner.own.join("visible");
    copy_without(&["hidden.json"], &learner.content, &visible)?;
    let (on_visible, slowest) = submit_each(&Learner { content: visible, ..learner }, &solutions)?;
    let how = format!(
        "{} shipped SQL solutions, {TIMES_EACH} times each, {} verdicts: from opening the connection to the last byte of the verdict, the answer's file and the journal written to disk in between.",
        solutions.len(),
        on_all.count()
    );
    Ok([
        Measured {
            what: "Submit to verdict on the visible data, warm",
            bar: "p95 100 ms",
            figure: on_visible.in_words(),
            how: format!(
                "{how} The course is a copy of the shipped one without its hidden data. The slowest solutions, by their median: {slowest}."
            ),
        },
        Measured {
            what: "Submit to verdict on the visible data and 20 hidden databases, warm",
            bar: "p95 300 ms, p99 1 s",
            figure: format!("{}, p99 {:.0} ms", on_all.in_words(), on_all.percentile(99)),
            how,
        },
    ])
}

/// All times, and the solutions that take longest.
fn submit_each(learner: &Learner, solutions: &[Solution]) -> anyhow::Result<(Times, String)> {
    say(&format!("Measuring verdicts on {}", learner.content.display()));
    let local = Local::start(&mut learner.server())?;
    let desk = Desk { token: format!("Authorization: Bearer {}", learner.token(local.port)?), local };
    let (mut times, mut medians) = (Vec::new(), Vec::new());
    for Solution { exercise, spec, name, text } in solutions {
        let first = times.len();
        let (variant, mut hash) = desk.begin(exercise)?;
        let text = in_variant(text, spec, variant)?;
        // The first one warms: the worker starts and the right result is computed.
        hash = desk.submit(exercise, &text, &hash)?.1;
        for _ in 0..TIMES_EACH {
            let (took, next) = desk.submit(exercise, &text, &hash)?;
            times.push(took);
            hash = next;
        }
        medians.push((Times::new(times[first..].to_vec()).percentile(50), format!("`{exercise}/{name}`")));
    }
    medians.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let slowest: Vec<String> = medians.iter().take(SLOWEST).map(|(median, solution)| format!("{solution} {median:.0} ms")).collect();
    Ok((Times::new(times), slowest.join(", ")))
}

/// A solution of a SQL exercise, as it is written.
struct Solution {
    exercise: String,
    /// The text of `exercise.toml`.
    spec: String,
    /// Name of its file.
    name: String,
    text: String,
}

fn solutions(content: &Path) -> anyhow::Result<Vec<Solution>> {
    let mut solutions = Vec::new();
    for folder in sorted(&content.join("exercises"))? {
        let id = folder.file_name().map(|name| name.to_string_lossy().into_owned()).context("an exercise's folder has a name")?;
        for file in sorted(&folder)? {
            let is_solution = file.file_stem().is_some_and(|stem| stem.to_string_lossy().starts_with("solution"));
            if is_solution && file.extension().is_some_and(|ending| ending == "sql") {
                let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                solutions.push(Solution { exercise: id.clone(), spec: read(&folder.join("exercise.toml"))?, name, text: read(&file)? });
            }
        }
    }
    ensure!(!solutions.is_empty(), "{} holds no SQL solutions", content.display());
    Ok(solutions)
}

/// The text with the parameters of this variant, counted from 1. A parameter stands on one line, and its list is JSON as well.
fn in_variant(text: &str, spec: &str, variant: usize) -> anyhow::Result<String> {
    let lines = spec.lines().skip_while(|line| *line != "[parameters]").skip(1).take_while(|line| !line.starts_with('['));
    lines.filter_map(|line| line.split_once(" = ")).try_fold(text.to_owned(), |text, (name, values)| {
        let values: Value = serde_json::from_str(values).with_context(|| format!("the values of `{name}` stand on no single line"))?;
        let value = &values[variant - 1];
        Ok(text.replace(&format!("{{{{{name}}}}}"), &value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
    })
}

fn sorted(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let listed = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths = listed.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// Where answers are handed in.
struct Desk {
    local: Local,
    token: String,
}

impl Desk {
    /// Opens an exercise; its variant, and the hash of its file as it is now.
    fn begin(&self, exercise: &str) -> anyhow::Result<(usize, String)> {
        let begun = self.post(&format!("/api/work/{exercise}/start"), "")?;
        let variant = begun["variant"].as_u64().context("an exercise has a variant")?;
        Ok((usize::try_from(variant)?, text(&begun, "hash")?))
    }

    /// Hands an answer in; how long the verdict took, and the hash of the file as it is now.
    fn submit(&self, exercise: &str, solution: &str, hash: &str) -> anyhow::Result<(Duration, String)> {
        let body = json!({ "text": solution, "base_hash": hash }).to_string();
        let begun = Instant::now();
        let verdict = self.post(&format!("/api/work/{exercise}/check"), &body)?;
        let took = begun.elapsed();
        let outcome = text(&verdict, "outcome")?;
        ensure!(outcome == "pass", "a solution of {exercise} gets the verdict {outcome}");
        Ok((took, text(&verdict, "hash")?))
    }

    fn post(&self, path: &str, body: &str) -> anyhow::Result<Value> {
        let json: &[&str] = &[&self.token, "Content-Type: application/json"];
        let answer = self.local.ask("POST", path, if body.is_empty() { &json[..1] } else { json }, body)?;
        ensure!(answer.status == 200, "{path} was answered with status {}: {}", answer.status, answer.body);
        serde_json::from_str(&answer.body).with_context(|| format!("{path} was not answered with JSON"))
    }
}

fn text(value: &Value, name: &str) -> anyhow::Result<String> {
    value[name].as_str().map(str::to_owned).with_context(|| format!("the answer has no `{name}`"))
}
