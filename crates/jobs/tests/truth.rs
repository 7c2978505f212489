//! Requirements found in fifty-two descriptions, against what a reader marked. `tests/descriptions/README.md` says how.

use footbridge_jobs::{Kind, Must, Requirement, Skill, requirements};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Truth {
    must: BTreeSet<String>,
    nice: BTreeSet<String>,
    unclear: BTreeSet<String>,
    years: u8,
    degree: String,
}

#[derive(Deserialize)]
struct Pack {
    skill: Vec<PackSkill>,
}

#[derive(Deserialize)]
struct PackSkill {
    id: String,
    aliases: Vec<String>,
}

/// What was marked and what was found, over several descriptions.
#[derive(Default)]
struct Tally {
    marked: usize,
    found: usize,
    right: usize,
    same_must: usize,
    years: usize,
    degree: usize,
    descriptions: usize,
}

impl Tally {
    fn recall(&self) -> f64 {
        self.right as f64 / self.marked as f64
    }

    fn precision(&self) -> f64 {
        self.right as f64 / self.found as f64
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The course's skills, with the words that the product looks for.
fn skills() -> Vec<Skill> {
    let pack: Pack = toml::from_str(&text(&folder().join("../../../content/skills.toml"))).expect("the skills of the course");
    pack.skill.into_iter().map(|skill| Skill { id: skill.id, aliases: skill.aliases }).collect()
}

fn descriptions(half: &str) -> Vec<(String, String, Truth)> {
    let mut all: Vec<PathBuf> = std::fs::read_dir(folder().join("descriptions"))
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(half)))
        .collect();
    all.sort();
    let read = |path: PathBuf| {
        let truth = toml::from_str(&text(&path.with_extension("toml"))).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path.file_stem().expect("a name").to_string_lossy().into_owned(), text(&path), truth)
    };
    all.into_iter().map(read).collect()
}

fn tally(half: &str, skills: &[Skill], tell: bool) -> Tally {
    let mut tally = Tally::default();
    for (name, text, truth) in descriptions(half) {
        let description = requirements(&text, skills, "description.txt");
        assert!(description.findings.is_empty(), "{name}: {:?}", description.findings);
        let found: BTreeMap<&str, &Requirement> =
            description.requirements.iter().filter_map(|found| Some((found.skill.as_deref()?, found))).collect();
        let marked: BTreeMap<&str, Must> = [(&truth.must, Must::Must), (&truth.nice, Must::Nice), (&truth.unclear, Must::Unclear)]
            .into_iter()
            .flat_map(|(ids, must)| ids.iter().map(move |id| (id.as_str(), must)))
            .collect();
        tally.descriptions += 1;
        tally.marked += marked.len();
        tally.found += found.len();
        let right: Vec<&&str> = found.keys().filter(|id| marked.contains_key(**id)).collect();
        tally.right += right.len();
        tally.same_must += right.iter().filter(|id| marked[**id] == found[**id].must).count();
        let years =
            description.requirements.iter().find(|one| one.kind == Kind::Experience).and_then(|one| one.years).map(|years| years.least);
        tally.years += usize::from(years == Some(truth.years));
        let degree = description.requirements.iter().filter(|one| one.kind == Kind::Degree).map(|one| one.must).min();
        let degree = match degree {
            Some(Must::Must) => "must",
            Some(_) => "nice",
            None => "none",
        };
        tally.degree += usize::from(degree == truth.degree);
        if tell {
            for id in marked.keys().filter(|id| !found.contains_key(**id)) {
                println!("{name}: missed {id}");
            }
            for (id, one) in found.iter().filter(|(id, _)| !marked.contains_key(**id)) {
                println!("{name}: too much {id} for “{}” in “{}”", one.words, one.quote);
            }
            for id in right.iter().filter(|id| marked[**id] != found[**id].must) {
                println!("{name}: {id} is {:?}, marked {:?}, in “{}”", found[**id].must, marked[**id], found[**id].quote);
            }
            if years != Some(truth.years) || degree != truth.degree {
                println!("{name}: years {years:?} for {}, degree {degree} for {}", truth.years, truth.degree);
            }
        }
    }
    tally
}

fn print(what: &str, tally: &Tally) {
    println!(
        "{what}: {} descriptions, {} marked, {} found, {} of them right: recall {:.1} %, precision {:.1} %; must or nice right {:.1} %; years right {} and degree {} of {}",
        tally.descriptions,
        tally.marked,
        tally.found,
        tally.right,
        100.0 * tally.recall(),
        100.0 * tally.precision(),
        100.0 * tally.same_must as f64 / tally.right as f64,
        tally.years,
        tally.degree,
        tally.descriptions
    );
}

#[test]
fn nine_in_ten_are_found_where_that_was_reached_and_nine_in_ten_of_those_are_right() {
    let skills = skills();
    // Only the tuned half is told in detail; who tunes must not see where the others fail.
    let tuned = tally("tuned-", &skills, true);
    let held = tally("held-", &skills, false);
    let unseen = tally("unseen-", &skills, false);
    // What is found of the unseen ones falls short of nine in ten. Its measured value is the floor, so that it can only rise.
    for (set, tally, descriptions, recall) in [("tuned on", tuned, 20, 0.9), ("held out", held, 20, 0.9), ("unseen", unseen, 12, 0.813)] {
        print(set, &tally);
        assert_eq!(tally.descriptions, descriptions, "{set}");
        assert!(tally.recall() >= recall, "{set}: recall {:.3}", tally.recall());
        assert!(tally.precision() >= 0.9, "{set}: precision {:.3}", tally.precision());
    }
}
