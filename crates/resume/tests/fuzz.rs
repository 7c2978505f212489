//! Whatever is read, nothing panics, places lie inside the file, and what was understood can be put on paper.

use footbridge_resume::{Layout, Paper, PartialDate, Selection, Theme, check, html, pdf, prove, read, text, variant, with_evidence, write};

const SEEDS: [&str; 4] = [
    include_str!("difficult/accents.json"),
    include_str!("difficult/empty-sections.json"),
    include_str!("difficult/non-breaking.json"),
    r#"{"basics": {"name": "a", "email": "a@b.c"}, "work": [{"name": "b", "highlights": ["c", "d"]}], "meta": {"footbridge": {"sections": ["skills"], "evidence": [{"bullet": "/work/0/highlights/1", "text": "d", "evidence": "e"}]}}}"#,
];

const PIECES: [&str; 16] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "\\",
    "\\u00e9",
    "null",
    "1e9",
    "\"name\":",
    "\"2024-13\"",
    "//",
    "\u{202e}é",
    "\"highlights\": [[]],",
];

const ROUNDS: usize = 1_500;

struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("smaller than a usize")
    }
}

fn mutated(seed: &str, chance: &mut Chance) -> String {
    let mut characters: Vec<char> = seed.chars().collect();
    for _ in 0..=chance.below(4) {
        let at = chance.below(characters.len());
        match chance.below(4) {
            0 => drop(characters.remove(at)),
            1 => characters.truncate(at + 1),
            2 => {
                let until = (at + chance.below(40)).min(characters.len());
                let copy: Vec<char> = characters[at..until].to_vec();
                characters.splice(at..at, copy);
            }
            _ => drop(characters.splice(at..at, PIECES[chance.below(PIECES.len())].chars())),
        }
        if characters.is_empty() {
            characters.push('{');
        }
    }
    characters.into_iter().collect()
}

const VALUES: [&str; 9] =
    ["null", "5", "\"\"", "\"2031-02\"", "\"present\"", "[1, \"a\"]", "{}", "\"/work/0/highlights/0\"", "\"\\u202ea\\nb\""];

/// A document whose lines were swapped, dropped, doubled or given other values: most of it can still be understood.
fn rearranged(seed: &str, chance: &mut Chance) -> String {
    let mut lines: Vec<String> = seed.lines().map(str::to_owned).collect();
    for _ in 0..=chance.below(6) {
        let (at, other) = (chance.below(lines.len()), chance.below(lines.len()));
        match chance.below(8) {
            0 => lines.swap(at, other),
            1 => lines.insert(other, lines[at].clone()),
            2 if lines.len() > 1 => drop(lines.remove(at)),
            _ => {
                let line = &lines[at];
                if let Some((key, _)) = line.split_once("\": ").filter(|_| !line.ends_with(['{', '['])) {
                    lines[at] = format!("{key}\": {},", VALUES[chance.below(VALUES.len())]);
                }
            }
        }
    }
    lines.join("\n")
}

#[test]
fn no_file_does_harm() {
    let today = PartialDate::read("2026-11-26").expect("a date");
    let mut chance = Chance(0x2545_F491_4F6C_DD1D);
    let mut understood = 0;
    for round in 0..ROUNDS {
        let seed = SEEDS[round / 2 % SEEDS.len()];
        let source = if round % 2 == 0 { mutated(seed, &mut chance) } else { rearranged(seed, &mut chance) };
        let (resume, found) = read(&source, "f");
        assert!(resume.is_some() || !found.is_empty(), "nothing was read and nothing said: {source}");
        for place in found.iter().filter_map(|finding| finding.place.as_ref()) {
            assert!(source.get(place.span.clone()).is_some(), "{:?} is no place of {source}", place.span);
        }
        let Some(resume) = resume else { continue };
        understood += 1;
        let written = write(&resume);
        let again = read(&written, "f").0.unwrap_or_else(|| panic!("what was written cannot be read: {written}"));
        assert_eq!(write(&again), written, "writing is stable");
        assert!(serde_json::from_str::<serde_json::Value>(&written).is_ok() || written.contains("1e9"), "this is no JSON: {written}");
        for place in check(&resume, today).iter().filter_map(|finding| finding.place.as_ref()) {
            assert!(source.get(place.span.clone()).is_some(), "{:?} is no place of {source}", place.span);
        }
        if round % 100 < 2 {
            let pdf = pdf(&resume, &Layout { paper: Paper::A4, theme: Theme::Compact }).expect("whatever was understood can be set");
            let proof = prove(&resume, &pdf);
            assert!(pdf.pages > 0 && proof.fields.len() < 200);
        }
        let page = html(&resume, Theme::Modern);
        assert_eq!(page.matches("<main>").count(), 1);
        assert!(!text(&resume).contains(['\u{202e}', '\u{7}']));
        let whole = variant(&resume, &Selection::default());
        assert_eq!((write(&whole.resume), whole.left_out.len()), (written, 0), "a variant that chooses nothing changes nothing");
        assert!(with_evidence(&resume, &[]).content().bullets().all(|bullet| bullet.evidence.is_empty()));
    }
    assert!(understood > ROUNDS / 4, "only {understood} of {ROUNDS} were understood");
}
