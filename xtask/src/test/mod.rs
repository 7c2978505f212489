//! Every test there is, in three groups that can be run alone.

mod browser;
mod checker;
mod front_end;
mod packs;
mod rust;

use crate::folders::Folders;
use crate::program::say;
use anyhow::bail;
use clap::Args;
use std::time::{Duration, Instant};

/// Run every test there is: Rust, exercises, front end, browser.
#[derive(Debug, Args)]
pub(crate) struct Test {
    /// Only Rust: format, lints, derived files, tests, exercises
    #[arg(long)]
    rust: bool,
    /// Only the front end: types, unit tests, build, size
    #[arg(long)]
    ui: bool,
    /// Only the browser: the real binary in a real Chromium
    #[arg(long)]
    browser: bool,
    /// Prove every exercise, not only those that changed
    #[arg(long)]
    all: bool,
}

/// One part of the tests.
struct Stage {
    name: &'static str,
    perform: fn(&Folders) -> anyhow::Result<()>,
}

const fn stage(name: &'static str, perform: fn(&Folders) -> anyhow::Result<()>) -> Stage {
    Stage { name, perform }
}

impl Test {
    pub(crate) fn perform(&self, folders: &Folders) -> anyhow::Result<()> {
        let every = !(self.rust || self.ui || self.browser);
        let mut report = Report::default();
        if self.rust || every {
            report.group(&rust::style(), folders);
            report.group(&rust::tests(), folders);
            report.group(&[if self.all { packs::ALL } else { packs::CHANGED }], folders);
        }
        if self.ui || every {
            report.group(&front_end::stages(), folders);
        }
        if self.browser || every {
            report.group(&browser::stages(), folders);
        }
        report.close()
    }
}

/// What ran, how long it took, and what went wrong.
#[derive(Default)]
struct Report {
    lines: Vec<(&'static str, Duration, Option<String>)>,
}

impl Report {
    /// Runs stages that build on one another: after a failure the rest of the group is left out.
    fn group(&mut self, stages: &[Stage], folders: &Folders) {
        for stage in stages {
            say(stage.name);
            let started = Instant::now();
            let failure = (stage.perform)(folders).err().map(|error| format!("{error:#}"));
            let failed = failure.is_some();
            if let Some(failure) = &failure {
                say(&format!("{}: failed. {failure}", stage.name));
            }
            self.lines.push((stage.name, started.elapsed(), failure));
            if failed {
                return;
            }
        }
    }

    fn close(&self) -> anyhow::Result<()> {
        say("Stages");
        for (name, took, failure) in &self.lines {
            let mark = if failure.is_some() { "failed" } else { "ok" };
            eprintln!("    {:>7.1} s  {mark:<6}  {name}", took.as_secs_f64());
        }
        let failures: Vec<String> =
            self.lines.iter().filter_map(|(name, _, failure)| Some(format!("{name}: {}", failure.as_ref()?))).collect();
        if !failures.is_empty() {
            bail!("the tests did not pass\n  {}", failures.join("\n  "));
        }
        Ok(())
    }
}
