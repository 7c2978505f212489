use crate::local::Local;
use crate::program::{answer_of, output_of, run, say};
use anyhow::{Context, bail, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Libraries that every Linux with glibc has.
const SYSTEM_LIBRARIES: [&str; 8] = [
    "libc.so.6",
    "libm.so.6",
    "libgcc_s.so.1",
    "libpthread.so.0",
    "libdl.so.2",
    "librt.so.1",
    "ld-linux-x86-64.so.2",
    "ld-linux-aarch64.so.1",
];

/// An exercise, its solution, and the one thing in it that varies with the value of the first variant, which is begun first.
const SOLVED: (&str, &str) =
    ("sql-flights-without-a-plane", include_str!("../../../content/exercises/sql-flights-without-a-plane/solution.sql"));
const VARIES: (&str, &str) = ("{{origin}}", "LGA");

/// Every Linux has /proc; a program learns from it where it lies. The mount is this process's alone and goes with it.
const ENTER: &str = r#"mount --rbind /proc "$1/proc" && exec chroot "$@""#;

/// Unpacks the archive into a root that holds nothing but the system's C library and `/proc`, and uses it there.
pub(super) fn try_in(root: &Path, archive: &Path, name: &str) -> anyhow::Result<()> {
    say("Trying the archive in an empty root: no toolchain, no shell, no other files");
    for folder in ["opt", "tmp", "home", "proc"] {
        fs::create_dir_all(root.join(folder))?;
    }
    run(Command::new("tar").arg("--extract").arg("--file").arg(archive).arg("--directory").arg(root.join("opt")))?;
    let bin = root.join("opt").join(name).join("bin");
    for program in ["footbridge", "footbridge-query"] {
        for library in libraries(&bin.join(program))? {
            let inside = root.join(library.strip_prefix("/").unwrap_or(&library));
            fs::create_dir_all(inside.parent().context("a library lies in a folder")?)?;
            fs::copy(&library, &inside).with_context(|| format!("{} cannot be copied", library.display()))?;
        }
    }
    let bare = BareRoot { root: root.to_owned(), name: name.to_owned(), program: format!("/opt/{name}/bin/footbridge") };
    bare.use_it()
}

/// What a program is linked to; anything that is not the system's is an error.
fn libraries(program: &Path) -> anyhow::Result<BTreeSet<PathBuf>> {
    let mut libraries = BTreeSet::new();
    for line in output_of(Command::new("ldd").arg(program))?.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let Some(path) = words.iter().find(|word| word.starts_with('/')) else { continue };
        let name = path.rsplit('/').next().unwrap_or(path);
        ensure!(SYSTEM_LIBRARIES.contains(&name), "{} needs {name}, which not every machine has", program.display());
        libraries.insert(PathBuf::from(path));
    }
    Ok(libraries)
}

struct BareRoot {
    root: PathBuf,
    /// Of the folder in the archive.
    name: String,
    program: String,
}

impl BareRoot {
    fn use_it(&self) -> anyhow::Result<()> {
        self.says(&["--version"], env!("CARGO_PKG_VERSION"))?;
        let who = ["--blocker", "technical-skill", "--background", "support", "--hours", "6", "--days", "mon,wed,sat"];
        let where_to = ["--start", "2027-01-04", "--region", "india", "--target", "Technical product manager, APIs"];
        self.says(&[&["init", "/home/my-path"], &who[..], &where_to[..]].concat(), "hours")?;
        self.says(&["--folder", "/home/my-path", "today", "--json"], "{")?;
        self.says(&["sql", "select 6 * 7 as answer"], "42")?;
        self.says(&["--folder", "/home/my-path", "doctor"], "Everything needed is there")?;
        self.reads_its_data()?;
        self.checks_a_solution()?;
        self.has_its_manual_and_completions()?;
        self.shows_its_front_end()
    }

    /// `footbridge` inside the root, without any variable of this machine. The shell is this machine's; it is gone when footbridge starts.
    fn footbridge(&self) -> Command {
        let mut command = Command::new("unshare");
        if answer_of(Command::new("id").arg("-u")).as_deref() != Some("0") {
            command.args(["--user", "--map-root-user"]);
        }
        command.args(["--mount", "sh", "-c", ENTER, "sh"]).arg(&self.root).arg(&self.program);
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("HOME", "/home");
        command
    }

    fn says(&self, arguments: &[&str], wanted: &str) -> anyhow::Result<()> {
        eprintln!("    footbridge {}", arguments.join(" "));
        let said = output_of(self.footbridge().args(arguments))?;
        ensure!(said.contains(wanted), "`footbridge {}` does not say \"{wanted}\", but:\n{said}", arguments.join(" "));
        Ok(())
    }

    /// The data beside the program is found and read.
    fn reads_its_data(&self) -> anyhow::Result<()> {
        let plans = format!("/opt/{}/share/footbridge/data/metered/plans.parquet", self.name);
        self.says(&["sql", "--data", &plans, "select count(*) > 0 as any_plans from plans"], "true")
    }

    /// A shipped solution passes on the shipped data.
    fn checks_a_solution(&self) -> anyhow::Result<()> {
        self.says(&["--folder", "/home/my-path", "start", SOLVED.0], SOLVED.0)?;
        let answer = self.root.join("home/my-path/work/sql").join(SOLVED.0).join("query.sql");
        fs::write(&answer, solution()).with_context(|| format!("{} cannot be written", answer.display()))?;
        self.says(&["--folder", "/home/my-path", "check", SOLVED.0], "Passed")
    }

    fn has_its_manual_and_completions(&self) -> anyhow::Result<()> {
        let tree = self.root.join("opt").join(&self.name);
        for place in ["share/man/man1/footbridge.1", "share/man/man1/footbridge-check.1"].into_iter().chain(super::layout::completions()) {
            let text = fs::read_to_string(tree.join(place)).with_context(|| format!("the archive lacks {place}"))?;
            ensure!(text.contains("footbridge"), "{place} does not name footbridge");
        }
        Ok(())
    }

    /// The first page of the sample learner is the built front end.
    fn shows_its_front_end(&self) -> anyhow::Result<()> {
        eprintln!("    footbridge demo");
        let local = Local::start(self.footbridge().args(["demo", "--no-open", "--port", "0"]))?;
        let page = local.first_page()?;
        if !page.contains("/assets/") {
            bail!("the first page is not the built front end:\n{page}");
        }
        Ok(())
    }
}

fn solution() -> String {
    SOLVED.1.replace(VARIES.0, VARIES.1)
}

#[cfg(test)]
mod tests {
    use super::{VARIES, solution};

    #[test]
    fn the_solution_that_the_archive_is_tried_with_is_that_of_the_first_variant() {
        let exercise = include_str!("../../../content/exercises/sql-flights-without-a-plane/exercise.toml");
        assert!(!solution().contains("{{") && exercise.contains(&format!("origin = [\"{}\"", VARIES.1)));
    }
}
