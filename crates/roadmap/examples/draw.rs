//! Draws a roadmap: `cargo run -p footbridge-roadmap --example draw -- roadmap.yaml > roadmap.svg`.
//!
//! What stands against it goes to standard error.

use footbridge_diagnostic::{Source, render_text};
use footbridge_roadmap::{Limits, judge, svg};

fn main() {
    let file = std::env::args().nth(1).expect("the name of a file");
    let text = std::fs::read_to_string(&file).expect("a file that can be read");
    let report = judge(&text, &file, &Limits::default());
    for finding in &report.findings {
        eprintln!("{}\n", render_text(finding, Some(&Source { file: &file, text: &text }), false));
    }
    if let Some(roadmap) = &report.roadmap {
        print!("{}", svg(roadmap));
    }
}
