//! How long an export takes from bytes to paths: 10,000 rows, 200 companies. The bar is 300 ms in a release build.
//!
//! `cargo run --release -p footbridge-people --example measure_import`

use footbridge_people::{Strength, linkedin, warm_paths};
use std::fmt::Write;
use std::time::{Duration, Instant};

const ROWS: usize = 10_000;
const COMPANIES: usize = 200;
const RUNS: usize = 11;

fn main() {
    let export = export();
    let companies: Vec<String> = (0..COMPANIES).map(company).collect();
    let mut runs: Vec<(Duration, Duration)> = Vec::new();
    let mut found = [0; 3];
    for _ in 0..RUNS {
        let begin = Instant::now();
        let import = linkedin::read(export.as_bytes(), "Connections.csv");
        let imported = begin.elapsed();
        let paths = warm_paths(&import.contacts, &companies);
        runs.push((imported, begin.elapsed()));
        let count = |strength| paths.iter().filter(|path| path.strength == strength).count();
        found = [count(Strength::Exact), count(Strength::Strong), count(Strength::Weak)];
        assert_eq!(import.contacts.len(), ROWS, "every row is somebody");
    }
    runs.sort_by_key(|(_, both)| *both);
    let (imported, both) = runs[RUNS / 2];
    println!("{ROWS} rows, {} kB, {COMPANIES} companies, median of {RUNS} runs", export.len() / 1_000);
    println!("import          {:>7.1} ms", milliseconds(imported));
    println!("import and join {:>7.1} ms (bar: 300 ms)", milliseconds(both));
    println!("paths: {} exact, {} strong, {} weak", found[0], found[1], found[2]);
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

fn company(number: usize) -> String {
    const KNOWN: [&str; 12] = [
        "Postman",
        "Stripe",
        "Twilio",
        "Algolia",
        "AWS",
        "Google Cloud",
        "Microsoft",
        "DigitalOcean",
        "Meta",
        "Razorpay",
        "Swiggy",
        "CRED",
    ];
    KNOWN.get(number).map_or_else(|| format!("Firm {number}"), |name| (*name).to_owned())
}

/// Employers of many kinds, most of them written once: the unkind case.
fn export() -> String {
    const KNOWN: [&str; 10] = [
        "Stripe",
        "\"Google, Inc.\"",
        "Amazon Web Services (AWS)",
        "ex-Meta",
        "Razorpay Software Pvt. Ltd.",
        "Twilio (formerly SendGrid)",
        "Société Générale",
        "Self-employed",
        "Microsoft India (R&D) Private Limited",
        "Consultant at Swiggy",
    ];
    let mut export =
        "Notes:\n\"When exporting, some addresses are missing.\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            .to_owned();
    for row in 0..ROWS {
        let employer =
            if row % 5 == 0 { KNOWN[row / 5 % KNOWN.len()].to_owned() } else { format!("Firm {} Technologies {row} GmbH", row % 400) };
        let day = row % 28 + 1;
        writeln!(
            export,
            "Given{row},Fämily{row},https://www.linkedin.com/in/person-{row},,{employer},\"Product Manager, APIs\",{day:02} Mar 2024"
        )
        .expect("text is written to memory");
    }
    export
}
