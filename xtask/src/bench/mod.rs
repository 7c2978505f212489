//! Measures what the product promises, on the real binary built for release, and writes the figures as measured.

mod figures;
mod log_workload;
mod machine;
mod start;
mod verdicts;

use crate::dist::build_release;
use crate::folders::Folders;
use crate::node::Node;
use crate::program::{output_of, say};
use crate::run::build_front_end;
use anyhow::Context;
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Measure, and write docs/benchmarks.md.
#[derive(Debug, Args)]
pub(crate) struct Bench {
    /// Print the figures; leave docs/benchmarks.md as it is
    #[arg(long)]
    dry: bool,
}

/// One figure beside what was promised.
struct Measured {
    what: &'static str,
    bar: &'static str,
    figure: String,
    how: String,
}

impl Bench {
    pub(crate) fn perform(&self, folders: &Folders) -> anyhow::Result<()> {
        build_front_end(&Node::find()?, folders)?;
        build_release(folders)?;
        let bench = Learner::make(folders)?;
        let mut measured = start::measure(&bench)?;
        measured.extend(log_workload::measure(folders, &bench)?);
        measured.extend(verdicts::measure(bench)?);
        for bench in CRATE_BENCHES {
            measured.push(bench.measure(folders)?);
        }
        let text = page(&measured);
        println!("{text}");
        if !self.dry {
            let path = folders.root.join("docs").join("benchmarks.md");
            fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
            say("Written: docs/benchmarks.md");
        }
        Ok(())
    }
}

/// A learner's folder for measuring in, and the released program beside its worker.
struct Learner {
    program: PathBuf,
    content: PathBuf,
    /// Everything that measuring leaves behind.
    own: PathBuf,
}

impl Learner {
    fn make(folders: &Folders) -> anyhow::Result<Self> {
        let own = folders.emptied("bench")?;
        let learner = Self { program: folders.released("footbridge"), content: folders.content(), own };
        let who = ["--blocker", "technical-skill", "--background", "support", "--hours", "6", "--days", "mon,wed,sat"];
        let where_to = ["--start", "2027-01-04", "--region", "india", "--target", "Technical product manager, APIs"];
        output_of(learner.footbridge().arg("init").args(who).args(where_to))?;
        Ok(learner)
    }

    /// The released program on this learner's folder. It finds the worker beside itself.
    fn footbridge(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.env("FOOTBRIDGE_CONTENT", &self.content).env("FOOTBRIDGE_HOME", self.own.join("my-path"));
        command.env("XDG_CONFIG_HOME", self.own.join("config")).env("XDG_RUNTIME_DIR", &self.own).env_remove("FOOTBRIDGE_QUERY");
        command
    }

    fn server(&self) -> Command {
        let mut command = self.footbridge();
        command.args(["serve", "--no-open", "--port", "0"]);
        command
    }

    /// The token that lets scripts in.
    fn token(&self, port: u16) -> anyhow::Result<String> {
        let path = self.own.join(format!("footbridge-{port}.token"));
        read(&path).map(|token| token.trim().to_owned())
    }
}

/// A crate's own bench, in a process of its own: a peak of memory is then that of the work alone.
struct CrateBench {
    what: &'static str,
    bar: &'static str,
    how: &'static str,
    /// What cargo is asked for.
    cargo: &'static [&'static str],
}

const CRATE_BENCHES: [CrateBench; 7] = [
    CrateBench {
        what: "Stop of a query past its limit",
        bar: "200 ms after it",
        how: "nine queries without end or too large, five times each, and the first answer of the worker that takes the place of the one killed.",
        cargo: &["bench", "-p", "footbridge-query-worker", "--bench", "kills"],
    },
    CrateBench {
        what: "Journal of 100,000 lines, read and folded",
        bar: "0.2 s CPU, 100 MB",
        how: "unsorted lines, one in a hundred twice; one file and 24 files, three runs each.",
        cargo: &["bench", "-p", "footbridge-journal", "--bench", "fold"],
    },
    CrateBench {
        what: "100,000 cards scheduled",
        bar: "0.2 s CPU",
        how: "memory from their logs of one to five recalls, due days, and the queue of a day.",
        cargo: &["bench", "-p", "footbridge-recall", "--bench", "schedule"],
    },
    CrateBench {
        what: "Recall on the day of an interview, and the minutes that suffice",
        bar: "none",
        how: "400 cards looked 60 days ahead, three times in full and six times roughly.",
        cargo: &["bench", "-p", "footbridge-recall", "--bench", "ahead"],
    },
    CrateBench {
        what: "Portfolio of 500 pieces",
        bar: "1 s",
        how: "pages, feeds and pictures in memory; the fastest of five runs.",
        cargo: &["run", "--release", "-p", "footbridge-portfolio", "--example", "measure_site"],
    },
    CrateBench {
        what: "LinkedIn export of 10,000 rows, imported and joined to 200 companies",
        bar: "300 ms",
        how: "from bytes to warm paths, median of eleven runs.",
        cargo: &["run", "--release", "-p", "footbridge-people", "--example", "measure_import"],
    },
    CrateBench {
        what: "Résumé to PDF, warm",
        bar: "50 ms a page",
        how: "one page and six, every theme, mean of ten edits each; the proof of the text layer is told apart.",
        cargo: &["run", "--release", "-p", "footbridge-resume", "--example", "measure_pages"],
    },
];

impl CrateBench {
    fn measure(&self, folders: &Folders) -> anyhow::Result<Measured> {
        say(&format!("Measuring: {}", self.what));
        let said = output_of(folders.cargo(self.cargo).arg("--quiet"))?;
        let lines: Vec<&str> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        Ok(Measured {
            what: self.what,
            bar: self.bar,
            figure: lines.join("<br>"),
            how: format!("`cargo {}`: {}", self.cargo.join(" "), self.how),
        })
    }
}

fn page(measured: &[Measured]) -> String {
    let rows: String = measured.iter().map(|row| format!("| {} | {} | {} |\n", row.what, row.bar, row.figure)).collect();
    let how: String = measured.iter().map(|row| format!("- **{}.** {}\n", row.what, row.how)).collect();
    format!(
        "# Benchmarks\n\nWritten by `cargo xtask bench` on {}. Figures are as measured, on the release build.\n\n\
         | what | bar | measured |\n|---|---|---|\n{rows}\n## How each was measured\n\n{how}",
        machine::describe()
    )
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::CRATE_BENCHES;
    use std::path::Path;

    #[test]
    fn every_bench_stands_in_its_crate() {
        for bench in CRATE_BENCHES {
            let [.., package, kind, name] = bench.cargo else { panic!("{:?}", bench.cargo) };
            let folder = if *kind == "--bench" { "benches" } else { "examples" };
            let file = format!("../crates/{}/{folder}/{name}.rs", package.trim_start_matches("footbridge-"));
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file).exists(), "{file}");
        }
    }
}
