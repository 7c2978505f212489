use super::figures::Times;
use super::{Learner, Measured, machine};
use crate::local::Local;
use crate::program::say;
use anyhow::{Context, ensure};
use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

const STARTS: usize = 20;
/// Long enough for everything that a start sets in motion to come to rest.
const REST: Duration = Duration::from_secs(5);

/// Time to the first page, and memory once it is shown.
pub(super) fn measure(learner: &Learner) -> anyhow::Result<Vec<Measured>> {
    say("Measuring the start");
    let mut times = Vec::with_capacity(STARTS);
    for _ in 0..STARTS {
        let begun = Instant::now();
        let local = Local::start(&mut learner.server())?;
        let page = local.first_page()?;
        times.push(begun.elapsed());
        ensure!(page.contains("/assets/"), "the first page is not the built front end");
    }
    let times = Times::new(times);
    Ok(vec![
        Measured {
            what: "Start of `footbridge serve` to the first page served",
            bar: "150 ms",
            figure: times.in_words(),
            how: format!(
                "{} starts on a learner's folder: from starting the process until the last byte of the page behind the printed address, one-time code and redirection included.",
                times.count()
            ),
        },
        idle(learner)?,
    ])
}

fn idle(learner: &Learner) -> anyhow::Result<Measured> {
    let local = Local::start(&mut learner.server())?;
    local.first_page()?;
    let bearer = format!("Authorization: Bearer {}", learner.token(local.port)?);
    for path in ["/api/session", "/api/today", "/api/path"] {
        let status = local.ask("GET", path, &[&bearer], "")?.status;
        ensure!(status == 200, "{path} was answered with status {status}");
    }
    sleep(REST);
    let status = format!("/proc/{}/status", local.id());
    let resident = machine::field(&status, "VmRSS").context("this system tells no process's memory")?;
    let kib: f64 = resident.trim_end_matches(" kB").parse().context("memory is a number of kB")?;
    let workers = children(local.id());
    ensure!(workers == 0, "{workers} workers run before anything was asked of them");
    Ok(Measured {
        what: "Idle memory",
        bar: "40 MB",
        figure: format!("{:.1} MB resident; no worker runs", kib * 1024.0 / 1e6),
        how: format!("`VmRSS` {} s after the first page and the data of Today and Path were served.", REST.as_secs()),
    })
}

/// Processes started by a process.
fn children(id: u32) -> usize {
    let tasks = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let listed = tasks.map(|task| fs::read_to_string(task.path().join("children")).unwrap_or_default());
    listed.map(|children| children.split_whitespace().count()).sum()
}
