//! Requirements found in eighty-four descriptions, against what a reader marked. `tests/descriptions/README.md` says how.

use footbridge_diagnostic::Diagnostic;
use footbridge_jobs::{Kind, Must, Requirement, Skill, requirements};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
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

/// How often something was said, and how often that was right.
#[derive(Default, Clone, Copy)]
struct Said {
    said: usize,
    right: usize,
}

impl Said {
    fn count(&mut self, right: bool) {
        self.said += 1;
        self.right += usize::from(right);
    }

    fn precision(self) -> f64 {
        self.right as f64 / self.said as f64
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} ({:.1} %)", self.right, self.said, 100.0 * self.precision())
    }
}

/// What was marked and what was found, over several descriptions.
#[derive(Default)]
struct Tally {
    descriptions: usize,
    marked: usize,
    skills: Said,
    /// Of the skills that are right: those said to be a must, nice to have, or unclear.
    must: Said,
    nice: Said,
    unclear: Said,
    /// What was said of years, 0 for none.
    years: Said,
    /// What was said of a degree, that none is asked for included.
    degree: Said,
}

impl Tally {
    fn recall(&self) -> f64 {
        self.skills.right as f64 / self.marked as f64
    }

    /// Must, nice and unclear together.
    fn strength(&self) -> Said {
        let all = [self.must, self.nice, self.unclear];
        Said { said: all.iter().map(|one| one.said).sum(), right: all.iter().map(|one| one.right).sum() }
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
        // Half of one is German, which is told.
        let is_expected = |found: &Diagnostic| half == "style-" && found.code == "jobs-not-english";
        assert!(description.findings.iter().all(is_expected), "{name}: {:?}", description.findings);
        let found: BTreeMap<&str, &Requirement> =
            description.requirements.iter().filter_map(|found| Some((found.skill.as_deref()?, found))).collect();
        let marked: BTreeMap<&str, Must> = [(&truth.must, Must::Must), (&truth.nice, Must::Nice), (&truth.unclear, Must::Unclear)]
            .into_iter()
            .flat_map(|(ids, must)| ids.iter().map(move |id| (id.as_str(), must)))
            .collect();
        tally.descriptions += 1;
        tally.marked += marked.len();
        for (id, one) in &found {
            let mark = marked.get(id);
            tally.skills.count(mark.is_some());
            let Some(mark) = mark else { continue };
            let of_its_kind = match one.must {
                Must::Must => &mut tally.must,
                Must::Nice => &mut tally.nice,
                Must::Unclear => &mut tally.unclear,
            };
            of_its_kind.count(*mark == one.must);
        }
        let years = description.requirements.iter().find(|one| one.kind == Kind::Experience).and_then(|one| one.years);
        let years = years.map_or(0, |years| years.least);
        tally.years.count(years == truth.years);
        let degree = description.requirements.iter().filter(|one| one.kind == Kind::Degree).map(|one| one.must).min();
        let degree = match degree {
            Some(Must::Must) => "must",
            Some(_) => "nice",
            None => "none",
        };
        tally.degree.count(degree == truth.degree);
        if tell {
            for id in marked.keys().filter(|id| !found.contains_key(**id)) {
                println!("{name}: missed {id}");
            }
            for (id, one) in found.iter().filter(|(id, _)| !marked.contains_key(**id)) {
                println!("{name}: too much {id} for “{}” in “{}”", one.words, one.quote);
            }
            for (id, one) in found.iter().filter(|(id, one)| marked.get(*id).is_some_and(|mark| *mark != one.must)) {
                println!("{name}: {id} is {:?}, marked {:?}, in “{}”", one.must, marked[id], one.quote);
            }
            if years != truth.years || degree != truth.degree {
                println!("{name}: years {years} for {}, degree {degree} for {}", truth.years, truth.degree);
            }
        }
    }
    tally
}

fn print(what: &str, tally: &Tally) {
    let Tally { descriptions, marked, skills, must, nice, unclear, years, degree } = tally;
    println!(
        "{what}: {descriptions} descriptions, {marked} marked, {} found, {} of them right: recall {:.1} %, precision {:.1} %",
        skills.said,
        skills.right,
        100.0 * tally.recall(),
        100.0 * skills.precision()
    );
    println!(
        "    right when said: must {must}, nice {nice}, unclear {unclear}, all three {}; years {years}, degree {degree}",
        tally.strength()
    );
}

/// What a set of descriptions has to reach, as shares.
struct Floor {
    recall: f64,
    precision: f64,
    /// Must, nice or unclear.
    strength: f64,
    years: f64,
    degree: f64,
}

#[test]
fn nine_in_ten_are_found_where_that_was_reached_and_nine_in_ten_of_those_are_right() {
    let skills = skills();
    // Only what was tuned on is told in detail; who tunes must not see where those by another hand fail. Where nine in ten
    // are not reached, the measured values are the floors, so that they can only rise.
    for (set, half, tell, descriptions, floor) in [
        ("tuned on", "tuned-", true, 20, Floor { recall: 0.99, precision: 0.99, strength: 0.99, years: 1.0, degree: 1.0 }),
        ("once held out", "held-", true, 20, Floor { recall: 0.97, precision: 0.95, strength: 0.97, years: 1.0, degree: 1.0 }),
        ("once unseen", "unseen-", true, 12, Floor { recall: 0.99, precision: 0.98, strength: 0.98, years: 1.0, degree: 1.0 }),
        ("once fresh", "fresh-", true, 12, Floor { recall: 0.891, precision: 0.863, strength: 0.984, years: 1.0, degree: 1.0 }),
        ("by another hand", "stranger-", false, 14, Floor { recall: 0.826, precision: 0.878, strength: 0.906, years: 0.92, degree: 0.78 }),
        ("in other styles", "style-", true, 6, Floor { recall: 0.939, precision: 0.927, strength: 0.987, years: 1.0, degree: 1.0 }),
    ] {
        let tally = tally(half, &skills, tell);
        print(set, &tally);
        assert_eq!(tally.descriptions, descriptions, "{set}");
        for (what, share, floor) in [
            ("recall", tally.recall(), floor.recall),
            ("precision", tally.skills.precision(), floor.precision),
            ("must, nice or unclear", tally.strength().precision(), floor.strength),
            ("years", tally.years.precision(), floor.years),
            ("degree", tally.degree.precision(), floor.degree),
        ] {
            assert!(share >= floor, "{set}: {what} {share:.3}");
        }
    }
}
