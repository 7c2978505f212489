//! Measures what the product promises, on the real binary built for release, and writes the figures as measured.

mod figures;
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
        measured.push(fold(folders)?);
        measured.push(verdicts::measure(&bench, &folders.content())?);
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

/// The journal's own bench: it reads in a process of its own, so that the peak of memory is the reader's alone.
fn fold(folders: &Folders) -> anyhow::Result<Measured> {
    say("Measuring the journal");
    let said = output_of(&mut folders.cargo(&["bench", "--quiet", "-p", "footbridge-journal", "--bench", "fold"]))?;
    Ok(Measured {
        what: "Journal of 100,000 lines, read and folded",
        bar: "0.2 s CPU, 100 MB",
        figure: said.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("<br>"),
        how: "`cargo bench -p footbridge-journal`: unsorted lines, one in a hundred twice; one file and 24 files, three runs each."
            .to_owned(),
    })
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
