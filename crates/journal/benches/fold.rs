//! Reading and folding a journal of 100,000 lines: CPU time and peak memory.
//!
//! The files are written by one process and read by another, so that the peak is the reader's alone. Run with
//! `cargo bench -p footbridge-journal`.

use footbridge_journal::{Disk, DiskPath, RealDisk, State, read_folder};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

const LINES: usize = 100_000;
const READER: &str = "FOOTBRIDGE_BENCH_READ";

fn main() {
    match std::env::var_os(READER) {
        Some(root) => read_and_report(Path::new(&root)),
        // `cargo test --all-targets` runs this too, without the argument that `cargo bench` gives.
        None if !std::env::args().any(|argument| argument == "--bench") => {}
        None => {
            for files in [1, 24] {
                let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fold-{files}"));
                write_journal(&root, files);
                let this = std::env::current_exe().expect("a running program has a path");
                for _ in 0..3 {
                    Command::new(&this).env(READER, &root).status().expect("the reader runs");
                }
            }
        }
    }
}

fn read_and_report(root: &Path) {
    let disk = RealDisk::new(root);
    let folder = DiskPath::new("journal").expect("a safe path");
    let (files, bytes) =
        disk.list(&folder).expect("a folder").iter().fold((0, 0), |(files, bytes), entry| (files + 1, bytes + entry.bytes));
    let before = cpu_ms();
    let read = read_folder(&disk, &folder).expect("a readable folder");
    let after_read = cpu_ms();
    let state = State::fold(read.events);
    let done = cpu_ms();
    assert_eq!(state.events_counted(), LINES - LINES / 100, "every event is counted once");
    println!(
        "{files} files, {LINES} lines, mean {} bytes: {:.0} ms CPU (read {:.0}, fold {:.0}), peak {:.1} MB",
        bytes / LINES as u64,
        done - before,
        after_read - before,
        done - after_read,
        peak_mb(),
    );
}

/// A mixture of acts, shuffled, one line in a hundred twice.
fn write_journal(root: &Path, files: usize) {
    let disk = RealDisk::new(root);
    disk.create_folder_all(&DiskPath::new("journal").expect("a safe path")).expect("a writable folder");
    let mut order: Vec<usize> = (0..LINES).map(|line| if line % 100 == 99 { line - 50 } else { line }).collect();
    let mut chance = 7_u64;
    for place in (1..order.len()).rev() {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(place, (chance >> 33) as usize % (place + 1));
    }
    for (number, lines) in order.chunks(LINES.div_ceil(files)).enumerate() {
        let path = DiskPath::new(&format!("journal/k7f3q2a9-{:04}-{:02}.jsonl", 2025 + number / 12, number % 12 + 1));
        let text: String = lines.iter().map(|line| journal_line(*line)).collect();
        disk.write_atomically(&path.expect("a safe path"), text.as_bytes()).expect("a writable folder");
    }
}

fn journal_line(number: usize) -> String {
    let id = (number as u128 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
    let at = jiff::Timestamp::from_millisecond(1_772_000_000_000 + number as i64 * 60_017).expect("a time of this century");
    let exercise = format!("sql-exercise-{}", number % 400);
    let mut line = format!(r#"{{"v":1,"id":"{id:032x}","device":"k7f3q2a9","seq":{},"at":"{at:.3}","#, number + 1);
    let hash = format!("{id:032x}{:032x}", id.rotate_left(40));
    match number % 10 {
        0 | 1 => write!(line, r#""kind":"started","data":{{"exercise":"{exercise}"}}}}"#),
        2 => write!(line, r#""kind":"hint-shown","data":{{"exercise":"{exercise}","level":{}}}}}"#, number % 3 + 1),
        3 => write!(line, r#""kind":"solution-shown","data":{{"exercise":"{exercise}"}}}}"#),
        kind => write!(
            line,
            concat!(
                r#""kind":"checked","data":{{"exercise":"{}","outcome":"{}","proof":"verified","check_version":"3","#,
                r#""answer":"{}","files":[{{"name":"query.sql"}}],"seed":"{:016x}","help":{{"hints":1,"solution":false}},"#,
                r#""summary":"The answer has 12 rows where 14 are expected; 2 rows are missing."}}}}"#
            ),
            exercise,
            if kind == 9 { "pass" } else { "revise" },
            hash,
            number,
        ),
    }
    .expect("writing to a String cannot fail");
    line.push('\n');
    line
}

fn cpu_ms() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}

fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
    kib.map_or(f64::NAN, |kib| kib * 1024.0 / 1e6)
}
