use super::files::{read_files, rendered, write};
use super::{on_every_core, refuse_unconfined};
use crate::{Fault, Trouble};
use footbridge_content::{Exercise, Files, Kind, Pack, read};
use footbridge_grade::{BenchError, DataFolder, Depth, Grader, Measured, Search, harden, measure, write_hidden};
use footbridge_query::Engine;
use serde::Serialize;
use std::path::Path;

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
    depth: Depth,
    progress: &(dyn Fn(usize, usize, &str) + Sync),
) -> Result<Vec<(String, Measured)>, Trouble> {
    let (_, pack, grader) = opened(folder)?;
    let chosen = sql_exercises(&pack, wanted);
    let measured = on_every_core(&chosen, progress, |exercise| measure(&grader, &pack, exercise.variant(0), depth));
    let told = |(exercise, measured): (&&Exercise, Result<Measured, BenchError>)| {
        let failed = |error| Trouble::new(Fault::Asked, format!("`{}` could not be measured.", exercise.id)).because(error);
        Ok((exercise.id.to_string(), measured.map_err(failed)?))
    };
    chosen.iter().zip(measured).map(told).collect()
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
        exercise.each_variant().map(|variant| harden(&grader, &pack, variant, hardening.seed, search)).collect::<Result<Vec<_>, _>>()
    })) {
        let failed = |error| Trouble::new(Fault::Asked, format!("No databases for `{}` could be built.", exercise.id)).because(error);
        let variants = match hardened {
            Ok(variants) => variants,
            Err(BenchError::Databases(found)) => {
                report.faults.extend(found.iter().map(|finding| rendered(finding, &files)));
                continue;
            }
            Err(BenchError::Exercise(finding)) => {
                report.faults.push(rendered(&finding, &files));
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
