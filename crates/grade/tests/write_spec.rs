//! `[write]` of an exercise: what would pass or refuse every answer is refused itself, with the place where it stands.

use footbridge_content::{Files, read};
use footbridge_diagnostic::Diagnostic;
use footbridge_grade::read_write;

const EXERCISE: &str = r#"
id = "memo"
kind = "write"
track = "apis"
title = "A memo"
skills = ["apis"]
minutes = 10

"#;

fn files(write: &str) -> Files {
    let mut files = Files::default();
    for (path, text) in [
        ("pack.toml", "format = 1\nid = \"small\"\ntitle = \"Small\"\nlicence = \"CC0-1.0\"\ntracks = [\"apis\"]\n"),
        ("tracks/apis/track.toml", "id = \"apis\"\ntitle = \"APIs\"\nsummary = \"Contracts.\"\n"),
        ("exercises/memo/exercise.toml", &format!("{EXERCISE}{write}")),
        ("exercises/memo/brief.md", "Write.\n"),
        ("exercises/memo/hints.md", "## One\nLook.\n"),
        ("exercises/memo/discussion.md", "Why.\n"),
    ] {
        files.insert(path, text.as_bytes().to_vec());
    }
    files
}

/// Code, message, help and what each finding points at.
fn found(write: &str) -> Vec<[String; 4]> {
    let pack = read(&files(write)).0.expect("a pack");
    let text = format!("{EXERCISE}{write}");
    let told = |finding: Diagnostic| {
        let place = finding.place.expect("a finding has a place");
        [finding.code, finding.message, finding.help.join(" "), text[place.span].trim().to_owned()]
    };
    read_write(&pack.exercises[0]).err().unwrap_or_default().into_iter().map(told).collect()
}

fn section(needs: &str) -> String {
    format!("[write]\n[[write.section]]\nheading = \"Why\"\nasks = \"Why?\"\nneeds = [{needs}]\n")
}

#[test]
fn what_judges_nothing_is_refused() {
    for (write, code, message, points_at) in [
        (
            "[write]\nartifact = \"rfcs\"\n".to_owned(),
            "artifact-unknown",
            "There is no artifact `rfcs`; there are prd, technical-spec, rfc,",
            "\"rfcs\"",
        ),
        (
            "[write]\nwords = { min = 900, max = 300 }\n".to_owned(),
            "words-inverted",
            "`words` asks for at least 900 and at most 300; no text is both.",
            "{ min = 900, max = 300 }",
        ),
        (
            "[write]\nwords = { min = 9 }\npost = \"myspace\"\n".to_owned(),
            "post-unknown",
            "`post` names `myspace`, and there are linkedin, medium, confluence, notion.",
            "\"myspace\"",
        ),
        (
            "[write]\nartifact = \"interview-notes\"\nquotes = \"Quotes\"\n".to_owned(),
            "quotes-without-section",
            "No section is called “Quotes”; there are ",
            "\"Quotes\"",
        ),
        (
            "[write]\nartifact = \"api-documentation\"\ncontract = [\"GET /v1/nowhere\"]\n".to_owned(),
            "contract-not-in-brief",
            "`GET /v1/nowhere` is no operation whose path stands in the brief.",
            "\"GET /v1/nowhere\"",
        ),
        (
            section("{ what = \"a reason\" }"),
            "need-empty",
            "The section “Why” needs a reason, and nothing says how that is told.",
            "{ what = \"a reason\" }",
        ),
        (
            section("{ number = true, what = \" \" }"),
            "need-empty",
            "A need of the section “Why” does not say what it is.",
            "{ number = true, what = \" \" }",
        ),
        (
            section("{ any_of = [\"because\", \"-\"], what = \"a reason\" }"),
            "need-empty",
            "The section “Why” needs a reason by `-`, which is no word.",
            "{ any_of = ",
        ),
        (
            section("{ any_of = [\"since\", \"Because\"], what = \"the reason\" }"),
            "need-reason-by-word",
            "The section “Why” takes the word `Because` for the reason.",
            "{ any_of = ",
        ),
        (
            "[write]\n[[write.forbid]]\nwords = []\nwhy = \"It harms.\"\n".to_owned(),
            "forbid-empty",
            "A `[[write.forbid]]` lists no words, so it forbids nothing.",
            "[[write.forbid]]",
        ),
        (
            "[write]\n[[write.forbid]]\nwords = [\"ill\", \" - \"]\nwhy = \"It harms.\"\n".to_owned(),
            "forbid-empty",
            "A `[[write.forbid]]` lists ` - `, which is no word, so it forbids nothing.",
            "[[write.forbid]]",
        ),
        (
            "[write]\n[[write.require]]\nany_of = []\nwhat = \"the length\"\nwhy = \"It misleads.\"\n".to_owned(),
            "require-empty",
            "The `[[write.require]]` of the length lists no words, so no text can hold it.",
            "[[write.require]]",
        ),
        ("[write]\n".to_owned(), "write-asks-nothing", "`[write]` asks for nothing: every answer that holds a word passes.", "[write]"),
        ("[write]\nwords = { min = 0 }\n".to_owned(), "write-asks-nothing", "`[write]` asks for nothing", "[write]"),
        (
            "[write]\nwords = { max = 50 }\n[[write.section]]\nheading = \"Why\"\nasks = \"Why?\"\nmin_words = 51\n".to_owned(),
            "words-too-few",
            "The sections need 51 words, and `words` allows 50; no text keeps both.",
            "{ max = 50 }",
        ),
        (
            "[write]\nartifact = \"prd\"\nwords = { max = 20 }\n".to_owned(),
            "words-too-few",
            "The sections need ",
            "{ max = 20 }",
        ),
        (
            "[write]\n[[write.forbid]]\nwords = [\"40,000\"]\nwhy = \"It harms.\"\n[[write.require]]\nany_of = [\"the sum\", \"40,000 €\"]\nwhat = \"the sum\"\nwhy = \"It misleads.\"\n"
                .to_owned(),
            "require-forbidden",
            "`40,000 €` tells the sum, which the text must hold, and a `[[write.forbid]]` refuses `40,000`.",
            "[[write.require]]",
        ),
        (
            "[write]\n[[write.require]]\nany_of = [\"3 h\"]\nwhat = \" \"\nwhy = \"It misleads.\"\n".to_owned(),
            "require-empty",
            "A `[[write.require]]` does not say what it is.",
            "[[write.require]]",
        ),
        (
            "[write]\n[[write.require]]\nany_of = [\"3 h\"]\nwhat = \"the length\"\nwhy = \"\"\n".to_owned(),
            "require-empty",
            "The `[[write.require]]` of the length does not say why.",
            "[[write.require]]",
        ),
        (
            "[write]\n[[write.forbid]]\nwords = [\"ill\"]\nwhy = \" \"\n".to_owned(),
            "forbid-empty",
            "The `[[write.forbid]]` of “ill” does not say why.",
            "[[write.forbid]]",
        ),
        (
            "[write]\nartifact = \"rfc\"\n[[write.criterion]]\nid = \"A b\"\ntitle = \"t\"\nasks = \"a\"\npoor = \"p\"\nmixed = \"m\"\ngood = \"g\"\nexcellent = \"e\"\n"
                .to_owned(),
            "criterion-id",
            "`A b` is no id of a criterion",
            "[[write.criterion]]",
        ),
    ] {
        let all = found(&write);
        let [[found_code, said, help, place]] = all.as_slice() else { panic!("not one finding against {write}: {all:?}") };
        assert_eq!(found_code, code, "{write}");
        assert!(said.starts_with(message), "{said}");
        assert!(!help.is_empty() || code.starts_with("criterion"), "{write}");
        assert!(place.starts_with(points_at), "{place}");
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let two = section("{ what = \"a reason\" }, { number = true, what = \"\" }");
    let write = two.replace("[write]\n", "[write]\nartifact = \"rfcs\"\nwords = { min = 2, max = 1 }\n");
    let codes: Vec<String> = found(&write).into_iter().map(|[code, ..]| code).collect();
    assert_eq!(codes, ["need-empty", "need-empty", "artifact-unknown", "words-inverted"]);
}

#[test]
fn what_judges_something_is_taken() {
    for write in [
        "[write]\nartifact = \"rfc\"\nwords = { min = 300, max = 300 }\n".to_owned(),
        "[write]\nwords = { min = 300 }\n".to_owned(),
        section("{ any_of = [\"because\"], what = \"the moment\" }, { reason = true, what = \"a reason\" }, { number = true, what = \"a number\" }, { link = true, what = \"a link\" }"),
        "[write]\n[[write.forbid]]\nwords = [\"25 % off\"]\nwhy = \"It harms.\"\n[[write.require]]\nany_of = [\"40,000 €\"]\nwhat = \"the sum\"\nwhy = \"It misleads.\"\n"
            .to_owned(),
    ] {
        assert_eq!(found(&write), [[""; 4]; 0], "{write}");
    }
}
