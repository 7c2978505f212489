use crate::{attacks::hostile, find, find_text, sample, sites};
use footbridge_diagnostic::{Diagnostic, Source, render_text};
use footbridge_portfolio::{build, read_evidence};
use footbridge_verdict::AnswerHash;

#[test]
fn what_is_written_is_read_again() {
    for site in sites() {
        let files = build(&site);
        let (file, findings) = read_evidence(&find(&files, "evidence.json").bytes);
        assert!(findings.is_empty(), "{findings:?}");
        let file = file.unwrap();
        assert_eq!((file.owner, file.built_on, file.entries.len()), (site.owner.clone(), site.built_on, site.entries.len()));
        for (read, entry) in file.entries.iter().zip(&site.entries) {
            assert_eq!((&read.id, read.kind, read.proof, read.judged), (&entry.id, entry.kind, entry.proof, entry.judged));
            assert_eq!(
                (&read.title, &read.check_version, &read.verdict_summary),
                (&entry.title, &entry.check_version, &entry.verdict_summary)
            );
            assert_eq!((read.help_used, read.passed_on), (entry.help_used, entry.passed_on));
            assert_eq!(read.answer.as_ref().map(|answer| &answer.hash), entry.answer.as_ref().map(|answer| &answer.hash));
        }
    }
}

/// What a stranger does: read the file, open each answer, compare.
#[test]
fn every_answer_has_the_hash_that_is_claimed() {
    for site in sites().into_iter().filter(|site| *site != hostile()) {
        let files = build(&site);
        let (file, _) = read_evidence(&find(&files, "evidence.json").bytes);
        for answer in file.unwrap().entries.into_iter().filter_map(|entry| entry.answer) {
            assert_eq!(AnswerHash::of(&find(&files, &answer.path).bytes), answer.hash, "{}", answer.path);
        }
    }
}

#[test]
fn the_file_reads_like_this() {
    let mut site = sample();
    site.entries.drain(1..3);
    let files = build(&site);
    insta::assert_snapshot!(find_text(&files, "evidence.json").replace(env!("CARGO_PKG_VERSION"), "[version]"));
}

fn sound() -> String {
    let mut site = sample();
    site.entries.truncate(1);
    String::from_utf8(find(&build(&site), "evidence.json").bytes.clone()).unwrap()
}

fn codes(findings: &[Diagnostic]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn a_changed_file_is_refused_where_it_was_changed() {
    let path = "evidence/sql-error-rate/query.sql";
    let answer = "\"answer\": {";
    for (from, to, code) in [
        (path, "../secret", "evidence-path"),
        (path, "/etc/passwd", "evidence-path"),
        (path, "evidence/sql-error-rate/../../x.sql", "evidence-path"),
        (path, "evidence/sql-error-rate/..", "evidence-path"),
        (path, "evidence/sql-error-rate/", "evidence-path"),
        (path, "evidence/sql-error-rate/a/b.sql", "evidence-path"),
        (path, "evidence\\\\sql-error-rate\\\\query.sql", "evidence-path"),
        (path, "evidence/other/query.sql", "evidence-path"),
        (path, "evidence/sql-error-rate/C:query.sql", "evidence-path"),
        (path, "evidence/sql-error-rate/page.html", "evidence-path"),
        (path, "evidence/sql-error-rate/a\\u0000.sql", "evidence-path"),
        ("\"format\": 1", "\"format\": 2", "evidence-format"),
        ("\"format\": 1", "\"format\": -1", "evidence-type"),
        ("\"sha256\": \"", "\"sha256\": \"0", "evidence-value"),
        ("\"sha256\": \"", "\"sha512\": \"", "evidence-unknown-key"),
        ("\"verified\"", "\"certified\"", "evidence-value"),
        ("\"substance\"", "\"everything\"", "evidence-value"),
        ("\"query\"", "\"quary\"", "evidence-value"),
        ("\"hints\": 1", "\"hints\": 256", "evidence-type"),
        ("\"solution\": false", "\"solution\": \"no\"", "evidence-type"),
        ("\"2027-01-12\"", "\"2027-02-30\"", "evidence-value"),
        ("\"2027-01-12\"", "\"2027-01-12T10:00\"", "evidence-value"),
        ("\"id\": \"sql-error-rate\"", "\"id\": \"../x\"", "evidence-value"),
        ("\"title\": ", "\"title\": \"twice\", \"title\": ", "evidence-twice"),
        ("\"judged\": \"substance\",", "", "evidence-missing"),
        (answer, "\"answer\": [], \"x\": {", "evidence-type"),
        ("\"entries\": [", "\"entries\": {}, \"x\": [", "evidence-type"),
        ("\"entries\": [", "\"entries\": [ null,", "evidence-type"),
    ] {
        let sound = sound();
        assert_eq!(sound.matches(from).count(), 1, "{from}");
        let changed = sound.replace(from, to);
        let (file, findings) = read_evidence(changed.as_bytes());
        assert!(codes(&findings).contains(&code), "{from} → {to}: {findings:?}");
        assert!(
            file.is_none_or(|file| file.entries.iter().all(|entry| entry.answer.is_some())),
            "an entry with a fault is left out or whole: {to}"
        );
        for place in findings.iter().filter_map(|finding| finding.place.as_ref()) {
            assert!(changed.get(place.span.clone()).is_some(), "{from} → {to}: {place:?}");
        }
    }
}

#[test]
fn all_faults_are_told_at_once_with_their_places() {
    let changed = sound()
        .replace("evidence/sql-error-rate/query.sql", "../../private/people.md")
        .replace("\"verified\"", "\"certified\"")
        .replace("\"check_version\"", "\"check_versoin\"")
        .replace("\"hints\": 1", "\"hints\": null");
    let (file, findings) = read_evidence(changed.as_bytes());
    assert!(file.unwrap().entries.is_empty());
    let source = Source { file: "evidence.json", text: &changed };
    let told: Vec<String> = findings.iter().map(|finding| render_text(finding, Some(&source), false)).collect();
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn what_is_no_evidence_at_all_is_refused_as_a_whole() {
    for (bytes, code) in [
        (&b""[..], "evidence-syntax"),
        (b"{", "evidence-syntax"),
        (b"\xff\xfe", "evidence-not-text"),
        (b"[]", "evidence-type"),
        (b"{}", "evidence-missing"),
        (b"{} {}", "evidence-syntax"),
    ] {
        let (file, findings) = read_evidence(bytes);
        assert!(file.is_none() && codes(&findings).contains(&code), "{bytes:?}: {findings:?}");
    }
    let (file, findings) = read_evidence(&vec![b' '; 9 * 1024 * 1024]);
    assert!(file.is_none());
    assert_eq!(codes(&findings), ["evidence-too-large"]);
    let deep = format!("{{\"format\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(read_evidence(deep.as_bytes()).0.is_none());
}

#[test]
fn a_file_that_is_broken_many_times_is_told_in_few_findings() {
    let many = sound().replace("\"entries\": [", &format!("\"entries\": [{}", "{},".repeat(500)));
    let (file, findings) = read_evidence(many.as_bytes());
    assert_eq!(file.unwrap().entries.len(), 1);
    assert_eq!(findings.len(), 101);
    assert_eq!(findings.last().unwrap().message, "There are 400 more faults in `evidence.json`.");
}
