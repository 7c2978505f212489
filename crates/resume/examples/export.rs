//! Puts a résumé on paper: `cargo run -p footbridge-resume --example export -- resume.json modern a4 > resume.pdf`.
//!
//! In place of a paper, `html`, `text` or `json`. What stands against the résumé, and what a PDF did not prove, goes to standard error.

use footbridge_diagnostic::{Source, render_text};
use footbridge_resume::{Layout, Paper, PartialDate, Resume, Theme, check, html, pdf, prove, read, text, write};
use std::io::Write;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, theme, paper] = &arguments[..] else { panic!("a file, a theme and a paper are wanted") };
    let source = std::fs::read_to_string(file).expect("a file that can be read");
    let (resume, mut found) = read(&source, file);
    let today = PartialDate::read("2026-11-26").expect("a date");
    found.extend(resume.iter().flat_map(|resume| check(resume, today)));
    for finding in &found {
        eprintln!("{}\n", render_text(finding, Some(&Source { file, text: &source }), false));
    }
    let resume = resume.expect("a résumé");
    let theme = match theme.as_str() {
        "classic" => Theme::Classic,
        "modern" => Theme::Modern,
        "compact" => Theme::Compact,
        other => panic!("there is no theme {other}"),
    };
    let exported = match paper.as_str() {
        "html" => html(&resume, theme).into_bytes(),
        "text" => text(&resume).into_bytes(),
        "json" => write(&resume).into_bytes(),
        "a4" => proven(&resume, Layout { paper: Paper::A4, theme }),
        "letter" => proven(&resume, Layout { paper: Paper::Letter, theme }),
        other => panic!("there is no paper {other}"),
    };
    std::io::stdout().write_all(&exported).expect("standard output is open");
}

fn proven(resume: &Resume, layout: Layout) -> Vec<u8> {
    let pdf = pdf(resume, &layout).expect("it can be set");
    let proof = prove(resume, &pdf);
    for field in proof.missing() {
        eprintln!("{}: “{}” was read as “{}” and “{}”", field.label, field.expected, field.read_as[0], field.read_as[1]);
    }
    eprintln!("{} of {} fields proven", proof.fields.len() - proof.missing().count(), proof.fields.len());
    pdf.bytes
}
