//! The shipped pack read as it stands, and read after its files were damaged: untrusted packs give findings, never a panic.

use footbridge_content::{Files, Kind, prove_banks, read};
use std::collections::BTreeMap;
use std::path::Path;

/// Damaged packs tried; each is read whole.
const ROUNDS: u64 = 200;

/// Files that every other file is checked against, damaged more often than their number would have it.
const CENTRAL: [&str; 4] = ["pack.toml", "path.toml", "skills.toml", "ids.lock"];

fn texts() -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut texts = BTreeMap::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("the pack is there") {
            let path = entry.expect("the pack can be listed").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_none_or(|ending| ending != "parquet") {
                let name = path.strip_prefix(&root).expect("below the root").to_string_lossy().replace('\\', "/");
                texts.insert(name, std::fs::read(&path).expect("a text of the pack"));
            }
        }
    }
    texts
}

fn files(texts: &BTreeMap<String, Vec<u8>>) -> Files {
    let mut files = Files::default();
    texts.iter().for_each(|(path, bytes)| files.insert(path.clone(), bytes.clone()));
    files
}

/// A generator of its own, so that a failing round can be repeated by its number: splitmix64 (Steele, Lea, Flood 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let wide = u128::from(mixed ^ (mixed >> 31)) * end as u128;
        (wide >> 64) as usize
    }
}

fn damage(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let to = (at + chance.below(40)).min(bytes.len());
    match chance.below(8) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..to)),
        2 => drop(bytes.splice(at..to, [b'"', b'\n', b'[', b'{', b'=', 0xff][chance.below(6)..].iter().copied())),
        3 => {
            let piece = bytes[at..to].to_vec();
            let elsewhere = chance.below(bytes.len() + 1);
            drop(bytes.splice(elsewhere..elsewhere, piece));
        }
        4 => {
            let deep = [&b"[["[..], b"a.", b"{a=", b"> ", b"- "][chance.below(5)].repeat(2_000);
            drop(bytes.splice(at..at, deep));
        }
        5 => {
            let number = [&b"65535"[..], b"-1", b"0", b"99999999999999999999", b"nan", b"1e400"][chance.below(6)];
            let digits = bytes.iter().position(u8::is_ascii_digit).unwrap_or(at.min(bytes.len()));
            drop(bytes.splice(digits..(digits + 1).min(bytes.len()), number.iter().copied()));
        }
        6 => bytes.iter_mut().skip(at).take(8).for_each(|byte| *byte = byte.wrapping_add(1)),
        _ => *bytes = String::from_utf8_lossy(bytes).replace('\n', "\r\n").into_bytes(),
    }
}

#[test]
fn the_shipped_pack_has_no_fault_in_shape_or_links() {
    let (pack, found) = read(&files(&texts()));
    assert!(pack.is_some());
    let said: Vec<String> = found.iter().map(|finding| format!("{:?}: {}", finding.place, finding.message)).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn every_sql_exercise_can_come_back_with_other_numbers() {
    let pack = read(&files(&texts())).0.expect("the pack can be read");
    let always_the_same: Vec<String> = pack
        .exercises
        .iter()
        .filter(|exercise| exercise.kind == Kind::Sql && exercise.variants_in_all < 2)
        .map(|exercise| exercise.id.to_string())
        .collect();
    assert_eq!(always_the_same, [""; 0], "a re-test asks for a fresh variant");
}

#[test]
fn the_shipped_banks_hold_what_they_promise() {
    let (pack, _) = read(&files(&texts()));
    let pack = pack.expect("the shipped pack");
    let said: Vec<String> = prove_banks(&pack).iter().map(|finding| format!("{}: {}", finding.code, finding.message)).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
    let promised: usize = pack.head.banks.iter().map(|promise| promise.questions).sum();
    assert!(pack.banks.iter().map(|bank| bank.questions.len()).sum::<usize>() >= promised);
}

#[test]
fn damaged_packs_give_findings_and_never_a_panic() {
    let whole = texts();
    let paths: Vec<&String> = whole.keys().collect();
    let mut told = 0;
    for round in 0..ROUNDS {
        let mut chance = Chance(round);
        let mut damaged = whole.clone();
        for _ in 0..=chance.below(3) {
            let central = chance.below(3) == 0;
            let path = if central { CENTRAL[chance.below(CENTRAL.len())] } else { paths[chance.below(paths.len())] };
            damage(damaged.get_mut(path).expect("a file of the pack"), &mut chance);
        }
        let damaged = files(&damaged);
        let (pack, found) = read(&damaged);
        told += usize::from(!found.is_empty());
        for finding in &found {
            assert!(!finding.message.is_empty(), "round {round}");
            let Some(place) = &finding.place else { continue };
            let length = damaged.bytes(&place.file).map_or(0, <[u8]>::len);
            assert!(
                place.span.start <= place.span.end && place.span.end <= length,
                "round {round}: {place:?} of {length} bytes: {}",
                finding.message
            );
        }
        if let Some(pack) = pack {
            for exercise in &pack.exercises {
                let _ = (pack.path.week_of(exercise.id.as_str()), pack.path.step_of(exercise.id.as_str()));
            }
            pack.prompts.iter().for_each(|prompt| drop(prompt.places()));
        }
    }
    assert!(told > usize::try_from(ROUNDS).expect("a small number") / 3, "the damage is noticed: {told} of {ROUNDS} rounds");
}
