use crate::program::answer_of;
use std::fs;
use std::process::Command;

/// "22 November 2026, Linux 6.1, 2 cores of Some Processor, 24 GB of memory".
pub(super) fn describe() -> String {
    let date = answer_of(Command::new("date").args(["-u", "+%-d %B %Y"])).unwrap_or_else(|| "an unknown day".to_owned());
    let system = answer_of(Command::new("uname").args(["-s", "-r"])).unwrap_or_else(|| std::env::consts::OS.to_owned());
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let memory = field("/proc/meminfo", "MemTotal").and_then(|total| total.strip_suffix(" kB")?.parse::<f64>().ok());
    let memory = memory.map_or_else(String::new, |kib| format!(", {:.0} GB of memory", kib * 1024.0 / 1e9));
    format!("{date}, {system}, {cores} cores of {processor}{memory}")
}

/// A value of a file of `name : value` lines.
pub(super) fn field(path: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    text.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        (key.trim() == name).then(|| value.trim().to_owned())
    })
}
