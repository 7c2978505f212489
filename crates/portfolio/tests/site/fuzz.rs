//! Readers of what others wrote, with damaged input. The seeds are fixed: a failure comes back.

use crate::parse::parse;
use crate::{find, sample, sample_site, text};
use footbridge_portfolio::{Drawing, Page, build, check, read_evidence};

struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }
}

/// Cuts, repeats, swaps and replaces some bytes, with pieces that mean something to the reader.
fn damaged(bytes: &[u8], pieces: &[&str], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len());
        let end = (at + chance.below(40)).min(bytes.len());
        match chance.below(5) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes[at..end].reverse(),
            2 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            3 => {
                let piece = pieces[chance.below(pieces.len())].as_bytes().to_vec();
                bytes.splice(at..end, piece);
            }
            _ => {
                let byte = chance.below(256) as u8;
                bytes.splice(at..at, [byte]);
            }
        }
        if bytes.is_empty() {
            bytes.push(b'x');
        }
    }
    bytes
}

#[test]
fn damaged_evidence_never_leads_out_of_the_site() {
    let pieces = ["\"", "{", "}", "[", "]", ",", "null", "../", "\\\\", "\\u0000", "/", "1e999", "-1", "\"path\": \"", "\u{feff}", "é"];
    let sound = find(&build(&sample()), "evidence.json").bytes.clone();
    let mut chance = Chance(1);
    let mut still_read = 0;
    for _ in 0..3_000 {
        let bytes = damaged(&sound, &pieces, &mut chance);
        let (file, findings) = read_evidence(&bytes);
        assert!(file.is_some() || !findings.is_empty());
        for place in findings.iter().filter_map(|finding| finding.place.as_ref()) {
            assert!(place.span.start <= place.span.end && place.span.end <= bytes.len());
        }
        for entry in file.iter().flat_map(|file| &file.entries) {
            still_read += 1;
            let Some(answer) = &entry.answer else { continue };
            let name = answer.path.strip_prefix(&format!("evidence/{}/", entry.id)).expect("a path below the entry's folder");
            assert!(!name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0']), "{name}");
        }
    }
    assert!(still_read > 500, "the damage is small enough to reach the entries: {still_read}");
}

#[test]
fn damaged_pages_are_read_to_the_end() {
    let pieces = [
        "<",
        ">",
        "\"",
        "'",
        "&",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<a href=",
        "<h1>",
        "<style>",
        "url(",
        "#",
        "%",
        "\0",
        "private/",
    ];
    let files = build(&sample());
    let sound = find(&files, "evidence/weekly-teardown.html");
    let mut chance = Chance(2);
    for _ in 0..400 {
        let page = Page { path: sound.path.clone(), bytes: damaged(&sound.bytes, &pieces, &mut chance) };
        let mut pages = vec![page];
        pages.extend(files.iter().filter(|file| file.path == "style.css").cloned());
        for finding in check(&pages) {
            let place = finding.place.expect("every finding about a page has a place");
            assert!(place.span.start <= place.span.end && place.span.end <= pages[0].bytes.len(), "{place:?}");
        }
    }
}

#[test]
fn damaged_drawings_are_carried_over_whole_or_not_at_all() {
    let pieces = [
        "<script>",
        "<a href='x'>",
        "onload='x'",
        "<!DOCTYPE",
        "&a;",
        "url(x)",
        "<g>",
        "</g>",
        "<",
        ">",
        "\"",
        "style='",
        "xlink:href='#'",
        "\0",
    ];
    let svg = include_bytes!("../../examples/sample_site/roadmap.svg");
    let mut chance = Chance(3);
    for _ in 0..300 {
        let mut site = sample();
        let damaged = damaged(svg, &pieces, &mut chance);
        site.entries[0].drawing = Some(Drawing { svg: String::from_utf8_lossy(&damaged).into_owned(), alt: "x".to_owned() });
        site.entries.truncate(1);
        let files = build(&site);
        if let Some(drawing) = files.iter().find(|file| file.path == "evidence/sql-error-rate.svg") {
            let written = text(drawing).to_lowercase();
            assert!(
                !written.contains("<script") && !written.contains("<a") && !written.contains(" onload=") && !written.contains("url(x"),
                "{written}"
            );
        }
    }
}

#[test]
fn damaged_texts_still_give_well_formed_pages_without_faults() {
    let pieces = [
        "#",
        "\n\n",
        "|",
        "|---|",
        "```",
        "~~~",
        "<b>",
        "[a](",
        "](#errors)",
        "![",
        "&lt;",
        "- ",
        "> ",
        "1. ",
        ": ",
        "\0",
        "---\n",
        "+++\n",
        "\u{202e}",
    ];
    let text_of = include_str!("../../examples/sample_site/api.md").as_bytes();
    let mut chance = Chance(4);
    for _ in 0..100 {
        let mut site = sample();
        site.entries.truncate(1);
        let damaged = String::from_utf8_lossy(&damaged(text_of, &pieces, &mut chance)).into_owned();
        site.entries[0].body = Some(damaged.clone());
        site.about.clone_from(&damaged);
        if chance.below(2) == 0 {
            site.entries[0].answer = Some(sample_site::answer("answer.md", &damaged));
        }
        let files = build(&site);
        for page in files.iter().filter(|file| file.path.ends_with(".html")) {
            parse(text(page)).unwrap_or_else(|fault| panic!("{}: {fault}\n{damaged}", page.path));
        }
        let findings = check(&files);
        assert!(findings.is_empty(), "{findings:?}\n{damaged}");
    }
}
