//! One fault in a small bank, and what is said about it.

use footbridge_content::{Files, Pack, prove_banks, read};
use footbridge_diagnostic::Diagnostic;

const PACK: &str = "format = 1\nid = \"small\"\ntitle = \"Small\"\nlicence = \"CC0-1.0\"\ntracks = []\n";
const SKILLS: &str = "[[skill]]\nid = \"reading\"\ntitle = \"Read\"\narea = \"system-design\"\nfluency = \"data\"\nshown = \"Reads.\"\n";

const BANK: &str = r#"kind = "system-design"
title = "System design"

[[question]]
id = "sd-seconds-of-a-day"
ask = "A machine takes {{rate}} calls a second all day long. Would you store every one of them?"
minutes = 15
skills = ["reading"]
companies = ["cloud"]
evaluates = ["Whether it is reckoned.", "Whether it is questioned."]
framework = ["Reckon.", "Question.", "Decide."]
mistakes = ["Guessing.", "Storing all of it."]
follow_ups = ["For how long?", "At what cost?"]

[question.anchors]
poor = "Yes, disks are cheap. Nothing else matters."
mixed = "It depends on the money. Somebody should look it up."
good = "At {{rate}} a second a day brings {{calls}} calls. I would keep a sample of one in a hundred."
excellent = "That is {{calls}} calls a day. Errors are kept whole. The rest is sampled, and the share is said on the chart."

[question.number]
ask = "How many calls does a day bring?"
answer = "{{calls}}"
unit = "calls"
tolerance = 0.05
reckoning = "{{rate}} calls/s × 86,400 s = {{calls}} calls."

[question.parameters]
rate = ["10", "20", "30"]
calls = ["864000", "1728000", "2592000"]

[[question]]
id = "sd-second"
ask = "Why do two clocks of one building disagree?"
minutes = 10
skills = ["reading"]
companies = ["startup"]
evaluates = ["Drift is named.", "Correction is named."]
framework = ["Name drift.", "Name correction.", "Say who cares."]
mistakes = ["Blaming people.", "Buying clocks."]
follow_ups = ["How far apart?", "Who notices?"]

[question.anchors]
poor = "One of them is broken. Throw it away."
mixed = "Clocks drift. They are set by hand."
good = "Each drifts at its own pace. Without a common source they part."
excellent = "Each drifts by some parts in a million. A common source corrects both. What matters is who compares them."
"#;

fn read_with(pack: &str, from: &str, to: &str) -> (Pack, Vec<Diagnostic>) {
    assert!(BANK.contains(from), "the bank holds {from:?}");
    let mut files = Files::default();
    files.insert("pack.toml", format!("{PACK}{pack}").into_bytes());
    files.insert("skills.toml", SKILLS.as_bytes());
    files.insert("banks/system-design.toml", BANK.replacen(from, to, 1).into_bytes());
    let (pack, found) = read(&files);
    (pack.expect("a pack"), found.into_iter().filter(|finding| finding.code != "skill-unproven").collect())
}

fn codes(found: &[Diagnostic]) -> Vec<&str> {
    found.iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn the_small_bank_is_sound_and_varies() {
    let (pack, found) = read_with("", "", "");
    assert_eq!(codes(&found), [""; 0]);
    assert_eq!(codes(&prove_banks(&pack)), [""; 0]);
    let question = pack.question("sd-seconds-of-a-day").expect("the question");
    assert!(question.ask.contains("takes 10 calls"));
    let second = question.variant(1);
    assert!(second.anchors[2].contains("1728000"));
    let number = second.number.as_ref().expect("a number");
    assert!(number.accepts(1_700_000.0) && !number.accepts(864_000.0));
}

#[test]
fn faults_of_shape_are_told_all_at_once_where_they_stand() {
    let text = BANK.replace("minutes = 10", "minutes = 90").replace("evaluates = [\"Whether", "evalutes = [\"Whether");
    let (_, found) = read_with("", BANK, &text);
    assert_eq!(codes(&found), ["toml-unknown-key", "bank-minutes"]);
    for (finding, written) in found.iter().zip(["evalutes", "90"]) {
        let place = finding.place.as_ref().expect("a place");
        assert_eq!((place.file.as_str(), &text[place.span.clone()]), ("banks/system-design.toml", written));
    }
}

/// What is said where a question names the lesson `first` by such a key.
fn with_lesson(key: &str) -> Vec<String> {
    let mut files = Files::default();
    files.insert("pack.toml", PACK.replace("tracks = []", "tracks = [\"sql\"]").into_bytes());
    files.insert("skills.toml", SKILLS.as_bytes());
    files.insert("tracks/sql/track.toml", b"id = \"sql\"\ntitle = \"SQL\"\nsummary = \"Rows.\"\n");
    files.insert("tracks/sql/first.md", b"+++\nid = \"first\"\ntitle = \"First\"\nminutes = 5\nskills = [\"reading\"]\n+++\nText\n");
    files.insert("banks/system-design.toml", BANK.replacen("companies", &format!("{key} = \"first\"\ncompanies"), 1).into_bytes());
    read(&files).1.into_iter().filter(|finding| finding.code == "bank-exercise").map(|finding| finding.message).collect()
}

#[test]
fn a_question_is_answered_only_where_an_engine_computes_the_answer() {
    assert_eq!(with_lesson("practised_in"), [""; 0]);
    assert_eq!(with_lesson("answered_in"), ["No engine computes the answer of `first`, so `sd-seconds-of-a-day` is not answered in it."]);
}

#[test]
fn each_fault_of_shape_has_a_name() {
    let cases = [
        ("id = \"sd-second\"", "id = \"ps-second\"", "bank-id"),
        ("id = \"sd-second\"", "id = \"sd-seconds-of-a-day\"", "id-twice"),
        ("kind = \"system-design\"", "kind = \"data\"", "id-name"),
        ("skills = [\"reading\"]", "skills = [\"raeding\"]", "id-unknown"),
        ("\"Drift is named.\", ", "", "bank-count"),
        ("\"Name drift.\", \"Name correction.\"", "\"Name drift.\", \"Name drift.\"", "bank-count"),
        ("tolerance = 0.05", "tolerance = 5", "bank-tolerance"),
        ("\"864000\"", "\"many\"", "bank-number"),
        ("rate = [\"10\", \"20\", \"30\"]", "rate = [\"10\", \"20\"]", "parameter-count"),
        ("{{rate}} a second a day", "{{rat}} a second a day", "parameter-unknown"),
        ("a day brings {{calls}} calls", "a day brings 864,000 calls", "bank-figure"),
        ("companies = [\"startup\"]", "companies = [\"start-up\"]", "toml-shape"),
        ("minutes = 10", "minutes = 10\nlimit = { words = 60, seconds = 90 }", "bank-limit"),
        ("companies = [\"startup\"]", "companies = [\"startup\"]\nstory = false", "bank-story"),
        ("companies = [\"startup\"]", "practised_in = \"sql-none\"\ncompanies = [\"startup\"]", "id-unknown"),
        (
            "companies = [\"startup\"]",
            "answered_in = \"sql-none\"\npractised_in = \"sql-none\"\ncompanies = [\"startup\"]",
            "bank-exercise",
        ),
    ];
    for (from, to, code) in cases {
        let (_, found) = read_with("", from, to);
        assert!(codes(&found).contains(&code), "{to}: {found:#?}");
    }
}

/// The framework of the second question, and that of the first: with the ask of the first in other words.
const SECOND: &str = r#"framework = ["Name drift.", "Name correction.", "Say who cares."]"#;
const ALIKE: &str =
    r#"framework = ["All day long a machine takes calls, 10 in each second.", "Store them, or question it.", "Reckon, decide."]"#;

#[test]
fn a_pair_that_differs_is_named_with_what_only_one_of_them_asks() {
    let differs = |one: &str, other: &str, because: &str| {
        let promise = format!("[[differs]]\nquestions = [\"{one}\", \"{other}\"]\nbecause = \"{because}\"\n");
        let (pack, _) = read_with(&promise, SECOND, ALIKE);
        codes(&prove_banks(&pack)).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(differs("sd-second", "sd-seconds-of-a-day", "Another matter."), [""; 0]);
    assert_eq!(differs("sd-second", "sd-seconds-of-a-day", " "), ["bank-differs"]);
    assert_eq!(differs("sd-second", "sd-third", "Another matter."), ["bank-differs", "bank-alike"]);
    assert_eq!(differs("sd-second", "sd-second", "Another matter."), ["bank-differs", "bank-alike"]);
}

#[test]
fn what_only_the_texts_show_is_proven() {
    let cases = [
        ("Clocks drift. They are set by hand.", "Clocks drift.", "bank-anchor"),
        ("Clocks drift. They are set by hand.", "Clocks drift. Throw it away.", "bank-anchor"),
        ("disagree?", "disagree? They part without a common source.", ""),
        ("disagree?", "disagree? Without a common source they part.", "bank-leak"),
        ("Would you store every one of them?", "With {{calls}} of them, would you store all?", "bank-leak"),
        ("× 86,400 s =", "× 8,640 s =", "bank-reckoning"),
        ("× 86,400 s = {{calls}} calls.", "for a day makes {{calls}} calls.", "bank-reckoning"),
        ("= {{calls}} calls.", "= 864 thousand.", "bank-reckoning"),
        (SECOND, ALIKE, "bank-alike"),
        ("\"Name drift.\", \"Name", "\"Say to them why do two clocks of one building disagree.\", \"Name", "bank-leak"),
    ];
    for (from, to, code) in cases {
        let (pack, _) = read_with("", from, to);
        let found = prove_banks(&pack);
        let sound = code.is_empty() && found.is_empty();
        assert!(sound || codes(&found).contains(&code), "{to}: {found:#?}");
    }
}

#[test]
fn a_pack_is_held_to_what_it_promises_and_to_nothing_else() {
    let promise = |questions: usize| format!("[[bank]]\nkind = \"system-design\"\nquestions = {questions}\nareas = [\"system-design\"]\n");
    let found = |promise: &str, from: &str, to: &str| -> Vec<String> {
        codes(&prove_banks(&read_with(promise, from, to).0)).into_iter().map(str::to_owned).collect()
    };
    assert_eq!(found(&promise(2), "", ""), [""; 0]);
    assert_eq!(found(&promise(3), "", ""), ["bank-promise"]);
    assert_eq!(
        found(&promise(2), "skills = [\"reading\"]\ncompanies = [\"startup\"]", "skills = []\ncompanies = [\"startup\"]"),
        ["bank-skill"]
    );
    let companies = |each: usize| format!("{}for_each_company = {each}\n", promise(2).replace("areas = [\"system-design\"]\n", ""));
    let silent = found(&companies(1), "", "");
    assert_eq!(silent, ["bank-company"; 5], "cloud and startup alone ask something");
    assert_eq!(found(&companies(0), "", ""), [""; 0]);
    assert_eq!(found("[[bank]]\nkind = \"behavioural\"\nquestions = 1\n", "", ""), ["bank-promise"]);
}

#[test]
fn a_short_timed_item_keeps_its_own_limit_and_asks_with_numbers() {
    let drill = |from: &str, to: &str| {
        let text = r#"kind = "translation"
title = "Translation"

[[question]]
id = "tr-slow"
ask = "Pages take 4 s for 12 customers of 300. Tell the founder in at most 20 words what it costs."
minutes = 2
limit = { words = 20, seconds = 60 }
skills = ["reading"]
companies = ["startup"]
evaluates = ["A cost.", "A choice."]
framework = ["Say who.", "Say what.", "Ask."]
mistakes = ["Jargon.", "Blame."]
follow_ups = ["Why 12?", "Since when?"]

[question.anchors]
poor = "The index is missing. Somebody forgot it."
mixed = "It is slow for some. We should look."
good = "Twelve of our customers wait four seconds. Two days mend it."
excellent = "Twelve of 300 wait four seconds and two may leave. Give me two days."
"#;
        assert!(text.contains(from), "{from}");
        let mut files = Files::default();
        files.insert("pack.toml", PACK.as_bytes());
        files.insert("skills.toml", SKILLS.as_bytes());
        files.insert("banks/translation.toml", text.replacen(from, to, 1).into_bytes());
        let (pack, found) = read(&files);
        let shape: Vec<String> = codes(&found).into_iter().filter(|code| *code != "skill-unproven").map(str::to_owned).collect();
        let proven = prove_banks(&pack.expect("a pack"));
        shape.into_iter().chain(codes(&proven).into_iter().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(drill("", ""), [""; 0]);
    for (from, to) in [
        ("limit = { words = 20, seconds = 60 }\n", ""),
        ("words = 20, seconds", "words = 5, seconds"),
        ("Pages take 4 s for 12 customers of 300.", "Pages are slow for some customers."),
        ("Two days mend it.", "Two days mend it, and I would begin tomorrow morning with the page that most people open first of all."),
    ] {
        assert!(drill(from, to).contains(&"bank-limit".to_owned()), "{to}: {:?}", drill(from, to));
    }
    assert_eq!(drill("minutes = 2", "minutes = 15"), ["bank-minutes"]);
}

#[test]
fn every_area_of_the_skills_is_asked_for() {
    let apis = SKILLS.replace("\"reading\"", "\"contracts\"").replace("\"system-design\"", "\"apis\"");
    let found = |bank: bool| {
        let mut files = Files::default();
        files.insert("pack.toml", PACK.as_bytes().to_vec());
        files.insert("skills.toml", format!("{SKILLS}{apis}").into_bytes());
        if bank {
            files.insert("banks/system-design.toml", BANK.as_bytes().to_vec());
        }
        prove_banks(&read(&files).0.expect("a pack"))
    };
    let faults = found(true);
    assert_eq!(codes(&faults), ["bank-area"]);
    assert!(faults[0].message.contains("`contracts`"), "{}", faults[0].message);
    assert_eq!(codes(&found(false)), [""; 0], "a pack without banks promises none");
}
