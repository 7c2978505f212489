//! Builds a site of 500 pieces and says how long it took: `cargo run --release -p footbridge-portfolio --example measure_site`.

#[path = "sample_site/mod.rs"]
mod sample_site;

use footbridge_portfolio::{Entry, Page, Site, Theme, build, check};
use footbridge_verdict::ExerciseId;
use std::time::Instant;

/// Pieces of the site; each has a page.
const PIECES: usize = 500;
/// The fastest of so many runs is told: the others measure the machine.
const RUNS: usize = 5;

fn main() {
    let mut site = large();
    let (with_pictures, pages) = fastest(|| build(&site));
    let (checked, findings) = fastest(|| check(&pages));
    println!("with an address: {}: {with_pictures:.0} ms", described(&pages));
    println!("checked: {} findings: {checked:.0} ms", findings.len());
    site.base_address = None;
    let (without_pictures, pages) = fastest(|| build(&site));
    println!("without an address: {}: {without_pictures:.0} ms", described(&pages));
}

/// The pieces of the sample again and again, each time with another id and title.
fn large() -> Site {
    let mut site = sample_site::rich(Theme::Workbench);
    let kinds: Vec<Entry> = site.entries.clone();
    site.entries = (0..PIECES)
        .map(|number| {
            let mut entry = kinds[number % kinds.len()].clone();
            entry.id = ExerciseId::new(&format!("{}-{number}", entry.id)).expect("an id with a number is one");
            entry.title = format!("{} ({number})", entry.title);
            entry
        })
        .collect();
    site
}

fn described(pages: &[Page]) -> String {
    let html = pages.iter().filter(|page| page.path.ends_with(".html")).count();
    let pictures = pages.iter().filter(|page| page.path.ends_with(".png")).count();
    let bytes: usize = pages.iter().map(|page| page.bytes.len()).sum();
    format!("{html} pages, {pictures} pictures, {} files, {:.1} MB", pages.len(), bytes as f64 / 1e6)
}

fn fastest<T>(act: impl Fn() -> T) -> (f64, T) {
    let timed = || {
        let start = Instant::now();
        let result = act();
        (start.elapsed().as_secs_f64() * 1000.0, result)
    };
    let (mut best, mut result) = timed();
    for _ in 1..RUNS {
        let (time, again) = timed();
        best = best.min(time);
        result = again;
    }
    (best, result)
}
