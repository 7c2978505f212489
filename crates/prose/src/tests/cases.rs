//! Documents beside what is found in them: `tests/cases/<artifact>/<case>.md` and `<case>.expected`. A case whose name begins with `good` has
//! no error; one whose name begins with the code of a rule has errors of that rule and of no other; any other may have what it has.
//!
//! `FOOTBRIDGE_PROSE_BLESS=1 cargo test -p footbridge-prose cases` writes the expected files. Read them before you accept them.

use crate::artifact::Artifact;
use crate::{Report, Rules, check};
use footbridge_diagnostic::{Source, render_text};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// One document on disk.
pub(super) struct Case {
    pub(super) artifact: Artifact,
    pub(super) name: String,
    pub(super) path: PathBuf,
    pub(super) text: String,
}

pub(super) fn all() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases = Vec::new();
    for artifact in Artifact::ALL {
        let folder = std::fs::read_dir(root.join(artifact.id())).expect("every artifact has a folder of cases");
        let mut paths: Vec<PathBuf> = folder.map(|entry| entry.expect("the folder can be read").path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
        paths.sort();
        for path in paths {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).expect("a case can be read");
            cases.push(Case { artifact, name, path, text });
        }
    }
    cases
}

pub(super) fn rules(artifact: Artifact) -> Rules {
    Rules { artifact: Some(artifact), ..Rules::default() }
}

fn rendered(report: &Report, text: &str) -> String {
    let source = Source { file: "answer.md", text };
    let there = report.sections.iter().filter(|section| section.found.is_some()).count();
    let mut said = format!("{} words, {there} of {} sections\n", report.words, report.sections.len());
    for finding in &report.findings {
        said.push_str(&format!("\n{}\n", render_text(finding, Some(&source), false)));
    }
    said
}

fn error_codes(report: &Report) -> BTreeSet<&str> {
    report.findings.iter().filter(|finding| finding.is_error()).map(|finding| finding.code.as_str()).collect()
}

#[test]
fn every_case_says_what_its_expected_file_says() {
    let bless = std::env::var_os("FOOTBRIDGE_PROSE_BLESS").is_some();
    let mut faults = Vec::new();
    for case in all() {
        let report = check(&case.text, "answer.md", &rules(case.artifact));
        let said = rendered(&report, &case.text);
        let expected_path = case.path.with_extension("expected");
        if bless {
            std::fs::write(&expected_path, &said).expect("the expected file can be written");
        }
        let expected = std::fs::read_to_string(&expected_path).unwrap_or_default();
        if said != expected {
            faults.push(format!("== {}/{}: expected\n{expected}\n== but got\n{said}", case.artifact.id(), case.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn a_good_document_passes_and_a_flawed_one_breaks_only_its_rule() {
    let codes = codes();
    for case in all() {
        let report = check(&case.text, "answer.md", &rules(case.artifact));
        let found = error_codes(&report);
        if case.name.starts_with("good") {
            assert!(found.is_empty(), "{}/{}: {found:?}", case.artifact.id(), case.name);
        } else if let Some(code) = codes.iter().filter(|code| case.name.starts_with(*code)).max_by_key(|code| code.len()) {
            let advice = report.findings.iter().any(|finding| finding.code == *code && !finding.is_error());
            assert!(found == BTreeSet::from([*code]) || (found.is_empty() && advice), "{}/{}: {found:?}", case.artifact.id(), case.name);
        }
    }
}

#[test]
fn every_artifact_has_a_good_document_and_every_rule_a_flawed_one() {
    let cases = all();
    for artifact in Artifact::ALL {
        let mine = || cases.iter().filter(|case| case.artifact == artifact);
        assert!(mine().any(|case| case.name.starts_with("good")), "{} has no good document", artifact.id());
        let kind = artifact.kind();
        for rule in kind.sections.iter().flat_map(|section| section.rules).chain(kind.rules) {
            assert!(mine().any(|case| case.name.starts_with(rule.code)), "{} has no document that breaks {}", artifact.id(), rule.code);
        }
    }
}

/// All codes of rules, those of the frame included.
fn codes() -> BTreeSet<&'static str> {
    let kinds = || Artifact::ALL.into_iter().map(Artifact::kind);
    let of_sections = kinds().flat_map(|kind| kind.sections).flat_map(|section| section.rules);
    let frame = [
        "prose-missing-section",
        "prose-unfilled-section",
        "prose-short-section",
        "prose-section-lacks",
        "prose-too-few-words",
        "prose-too-many-words",
    ];
    of_sections.chain(kinds().flat_map(|kind| kind.rules)).map(|rule| rule.code).chain(frame).collect()
}

#[test]
fn a_template_a_row_of_headings_and_a_list_of_keywords_do_not_pass() {
    for artifact in Artifact::ALL {
        let template = crate::template(artifact);
        let report = check(&template, "answer.md", &rules(artifact));
        let sections = artifact.kind().sections.len();
        let unfilled = report.findings.iter().filter(|finding| finding.code == "prose-unfilled-section").count();
        assert_eq!((report.words, unfilled), (0, sections), "{}: {:?}", artifact.id(), report.findings);

        let headings: String = artifact.kind().sections.iter().map(|section| format!("## {}\n\n", section.heading)).collect();
        assert!(!check(&headings, "answer.md", &rules(artifact)).is_complete(), "{}", artifact.id());

        let keywords = "must, should, may, will not; because, but, cost; 5 %, 12 May, owner, mitigation, roll back, 429, `Retry-After`\n\n";
        let stuffed: String = artifact.kind().sections.iter().map(|section| format!("## {}\n\n{keywords}", section.heading)).collect();
        assert!(!check(&stuffed, "answer.md", &rules(artifact)).is_complete(), "{}", artifact.id());
    }
}

#[test]
fn a_section_is_found_by_each_of_its_names() {
    for artifact in Artifact::ALL {
        for (index, section) in artifact.kind().sections.iter().enumerate() {
            for name in section.synonyms.iter().chain([&section.heading]) {
                for heading in [format!("# {name}"), format!("#### 3.2 {}:", name.to_uppercase()), format!("{name}\n---")] {
                    let report = check(&format!("{heading}\n\nSome words.\n"), "answer.md", &rules(artifact));
                    assert!(report.sections[index].found.is_some(), "{}: {heading:?}", artifact.id());
                }
            }
        }
    }
}

#[test]
fn names_and_codes_are_unique_where_they_must_be() {
    let ids: BTreeSet<&str> = Artifact::ALL.into_iter().map(Artifact::id).collect();
    assert_eq!(ids.len(), Artifact::ALL.len());
    for artifact in Artifact::ALL {
        assert_eq!(Artifact::from_id(artifact.id()), Some(artifact));
        let names: Vec<String> = artifact
            .kind()
            .sections
            .iter()
            .flat_map(|section| section.synonyms.iter().chain([&section.heading]))
            .map(|name| name.to_lowercase())
            .collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{}: {names:?}", artifact.id());
    }
    assert_eq!(Artifact::from_id("novel"), None);
}

#[test]
fn an_exercise_raises_and_extends_the_sections_of_an_artifact() {
    let good = all().into_iter().find(|case| case.artifact == Artifact::Prd && case.name == "good").expect("there is one").text;
    let own = |heading: &str, min_words: u32, needs: Vec<crate::Need>| crate::SectionRule {
        heading: heading.to_owned(),
        asks: "Why?".to_owned(),
        min_words,
        needs,
    };
    let rules = Rules {
        artifact: Some(Artifact::Prd),
        sections: vec![
            own("Problem and evidence", 500, vec![crate::Need::Link { what: "a source".to_owned() }]),
            own("Users", 1, Vec::new()),
            own("Contract", 10, Vec::new()),
        ],
        ..Rules::default()
    };
    let report = check(&good, "answer.md", &rules);
    let messages: Vec<&str> = report.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(
        messages,
        ["The section “Problem” has 40 words; it needs 500.", "The section “Problem” lacks a source.", "There is no section “Contract”."]
    );
    assert_eq!(report.sections.len(), Artifact::Prd.kind().sections.len() + 1);
}

#[test]
fn a_good_document_is_good_however_it_is_laid_out() {
    let deeper = |text: &str| {
        text.lines().map(|line| if line.starts_with('#') { format!("#{line}\n") } else { format!("{line}\n") }).collect::<String>()
    };
    for case in all().into_iter().filter(|case| case.name.starts_with("good")) {
        // Comments in shell blocks begin with the mark of a heading and stay comments.
        let layouts = [
            ("line ends of Windows", case.text.replace('\n', "\r\n")),
            ("a mark of the byte order", format!("\u{feff}{}", case.text)),
            ("headings one level deeper", deeper(&case.text)),
            ("stars for hyphens", case.text.replace("\n- ", "\n* ")),
            ("spaces that do not break", case.text.replace(" %", "\u{a0}%")),
            ("a rule and a comment at the end", format!("{}\n---\n\n<!-- end -->\n", case.text)),
        ];
        for (layout, text) in layouts {
            let report = check(&text, "answer.md", &rules(case.artifact));
            assert!(report.is_complete(), "{}/{} with {layout}: {:#?}", case.artifact.id(), case.name, report.findings);
        }
    }
}
