//! How long a résumé takes on its way to paper and back: `cargo run --release -p footbridge-resume --example measure_pages`.
//!
//! The engine is warmed with one résumé; then each of two is set ten times, every time with another telephone number, as after an edit.

use footbridge_resume::{Layout, Paper, Pdf, Resume, Theme, pdf, prove, read};
use std::time::{Duration, Instant};

const ROUNDS: u32 = 10;

fn main() {
    let start = Instant::now();
    let sound = include_str!("../tests/sound.json");
    set(&resume(sound, 0), Theme::Modern);
    println!("first résumé, with fonts to be read: {} ms", milliseconds(start.elapsed()));
    for (name, source) in [("one page", sound), ("six pages", include_str!("../tests/difficult/six-pages.json"))] {
        for theme in Theme::ALL {
            measure(name, source, theme);
        }
    }
}

fn measure(name: &str, source: &str, theme: Theme) {
    set(&resume(source, 0), theme);
    let (mut setting, mut proving, mut pages, mut bytes) = (Duration::ZERO, Duration::ZERO, 0, 0);
    for round in 1..=ROUNDS {
        let resume = resume(source, round);
        let start = Instant::now();
        let pdf = set(&resume, theme);
        setting += start.elapsed();
        let start = Instant::now();
        assert!(prove(&resume, &pdf).passed(), "{name} in {theme:?} is not proven");
        proving += start.elapsed();
        (pages, bytes) = (u32::try_from(pdf.pages).expect("few pages"), pdf.bytes.len());
    }
    let (setting, proving) = (setting / ROUNDS, proving / ROUNDS);
    println!(
        "{name}, {theme:?}: {pages} pages, {} ms = {} ms a page; proof {} ms; {} kB",
        milliseconds(setting),
        milliseconds(setting / pages),
        milliseconds(proving),
        bytes / 1000
    );
}

fn resume(source: &str, round: u32) -> Resume {
    let source = source.replacen("\"phone\": \"", &format!("\"phone\": \"+{round} "), 1);
    read(&source, "resume.json").0.expect("a résumé")
}

fn set(resume: &Resume, theme: Theme) -> Pdf {
    pdf(resume, &Layout { paper: Paper::A4, theme }).expect("a résumé can be set")
}

fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 10_000.0).round() / 10.0
}
