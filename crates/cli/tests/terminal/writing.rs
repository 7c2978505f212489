//! Writing, roadmaps and decisions from a shell: engines on anybody's files, and the rubric, the review and the addresses of a learner.

use crate::learner::{EXERCISE, Learner, right_answers};
use std::path::{Path, PathBuf};

const ID: &str = "prd-developer-tool";

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/exercises").join(name)
}

fn path(file: &Path) -> &str {
    file.to_str().expect("paths of this repository are UTF-8")
}

#[test]
fn a_document_is_checked_without_a_learners_folder() {
    let nobody = Learner::new();
    let template = nobody.run(&["write", "new", "prd"]);
    assert_eq!(template.code, Some(0), "{template:?}");
    let file = nobody.home().join("prd.md");
    std::fs::write(&file, &template.out).expect("a file");
    let unfilled = nobody.run(&["write", "check", "prd", path(&file)]);
    assert_eq!(unfilled.code, Some(1), "{unfilled:?}");
    assert!(unfilled.out.contains("template"), "{}", unfilled.out);
    let good = nobody.run(&["write", "check", "prd", path(&shipped("prd-api-feature/solution.md")), "--json"]);
    assert_eq!(good.code, Some(0), "{good:?}");
    let strange = nobody.run(&["write", "check", "pdr", path(&file)]);
    assert_eq!(strange.code, Some(2), "{strange:?}");
    assert!(strange.err.contains("Did you mean `prd`?"), "{}", strange.err);
    assert!(nobody.run(&["write", "artifacts"]).out.contains("postmortem"));
}

#[test]
fn a_loose_document_is_told_what_of_its_references_was_looked_at() {
    let (nobody, learner) = (Learner::new(), Learner::onboarded());
    let good = std::fs::read_to_string(shipped("prd-api-feature/solution.md")).expect("a document");
    let file = nobody.home().join("cites.md");
    let checked = |reference: &str, arguments: &[&str]| {
        std::fs::write(&file, format!("{good}\nOf all, 44 % {reference} fail.\n")).expect("a file");
        nobody.run(&[&["write", "check", "prd", path(&file)], arguments].concat())
    };
    let rate = "{{query:sql-error-rate-by-endpoint:error_rate where endpoint=/usage}}";
    let alone = checked(rate, &[]);
    assert!(alone.code == Some(0) && alone.out.contains("1 figure cites a query and was not compared with it."), "{alone:?}");
    let folder = learner.folder();
    let with_folder = checked(rate, &["--folder", path(&folder)]);
    assert!(
        with_folder.code == Some(1) && with_folder.out.contains("You have not passed `sql-error-rate-by-endpoint` yet"),
        "{with_folder:?}"
    );
    let mistyped = checked("{{ query:sql-failed-requests:status}}", &[]);
    assert!(mistyped.code == Some(1) && mistyped.out.contains("Write it `{{query:sql-failed-requests:status}}`"), "{mistyped:?}");
}

#[test]
fn a_folder_of_styles_is_all_of_them() {
    let nobody = Learner::new();
    let styles = nobody.home().join("styles");
    let rule = |word: &str| format!("extends: existence\nmessage: \"Write “%s” in another way.\"\ntokens: [{word}]\n");
    for (file, text) in [
        ("House/Terms.yml", rule("Northpay")),
        ("Plain/Words.yaml", rule("redelivery")),
        ("config/Accept.yml", rule("webhooks")),
        ("Empty/read.me", String::new()),
    ] {
        let file = styles.join(file);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(&file, text).expect("a file");
    }
    let document = shipped("prd-api-feature/solution.md");
    let run = |folder: &str| nobody.run(&["write", "check", "prd", path(&document), "--style", path(&styles.join(folder))]);
    let all = run("");
    assert!(all.code == Some(0) && all.out.contains("“Northpay” in another") && all.out.contains("“redelivery” in another"), "{all:?}");
    assert!(!all.out.contains("“webhooks” in another"), "settings are no style: {}", all.out);
    std::fs::write(styles.join("House/Bad.yml"), "# broken\nextends: [").expect("a file");
    let broken = run("House");
    assert!(broken.out.contains("Bad.yml`, line 2: The file is") && broken.out.contains("cannot be read as YAML"), "{}", broken.out);
    let one = run("House");
    assert!(one.out.contains("“Northpay” in another") && !one.out.contains("“redelivery” in another"), "{one:?}");
    let none = run("Empty");
    assert!(none.code == Some(2) && none.err.contains("no folder in it does"), "{none:?}");
}

#[test]
fn a_roadmap_is_checked_drawn_and_taken_elsewhere() {
    let nobody = Learner::new();
    let good = shipped("roadmap-api-product/solution.yaml");
    let run = |arguments: &[&str]| nobody.run(&[&["roadmap"], arguments].concat());
    assert_eq!(run(&["check", path(&good)]).code, Some(0));
    assert_eq!(run(&["check", path(&shipped("roadmap-api-product/starter.yaml"))]).code, Some(1));
    assert!(run(&["draw", path(&good)]).out.starts_with("<svg"));
    for (to, holds) in [("jira", "Summary"), ("linear", "Title"), ("aha", "name"), ("mermaid", "gantt"), ("markdown", "#"), ("csv", ",")] {
        let ran = run(&["export", path(&good), "--to", to]);
        assert_eq!(ran.code, Some(0), "{to}: {ran:?}");
        assert!(ran.out.contains(holds), "{to}: {}", ran.out);
    }
    let rehearsed = run(&["export", path(&good), "--to", "jira", "--dry-run"]);
    assert!(rehearsed.out.contains("Columns"), "{rehearsed:?}");
    let table = nobody.home().join("roadmap.csv");
    std::fs::write(&table, run(&["export", path(&good), "--to", "csv"]).out).expect("a file");
    let back = nobody.home().join("back.yaml");
    std::fs::write(&back, run(&["import", path(&table)]).out).expect("a file");
    assert_eq!(run(&["check", path(&back)]).code, Some(0), "what went through the table holds together");
}

#[test]
fn what_of_a_roadmap_cannot_be_read_is_told_by_every_way_out_of_it() {
    let nobody = Learner::new();
    let run = |arguments: &[&str]| nobody.run(&[&["roadmap"], arguments].concat());
    let good = std::fs::read_to_string(shipped("roadmap-api-product/solution.yaml")).expect("a roadmap");
    let faulty = nobody.home().join("faulty.yaml");
    std::fs::write(&faulty, good.replacen("horizon: now", "horizon: soon", 1)).expect("a file");
    let says = "`soon` is no horizon.";
    for (arguments, into_out) in [
        (&["draw"][..], false),
        (&["export", "--to", "csv"], false),
        (&["export", "--to", "markdown"], false),
        (&["export", "--to", "jira"], false),
        (&["export", "--to", "jira", "--dry-run"], true),
    ] {
        let ran = run(&[arguments, &[path(&faulty)]].concat());
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let told = if into_out { &ran.out } else { &ran.err };
        assert!(told.contains("is not read as it is written: ") && told.contains(says), "{arguments:?}: {ran:?}");
    }
    let table = nobody.home().join("roadmap.csv");
    let sound = run(&["export", path(&shipped("roadmap-api-product/solution.yaml")), "--to", "csv"]);
    assert!(sound.err.is_empty(), "nothing is lost: {sound:?}");
    std::fs::write(&table, sound.out.replacen(",now,", ",soon,", 1)).expect("a file");
    let back = run(&["import", path(&table)]);
    assert_eq!(back.code, Some(0), "{back:?}");
    assert!(back.err.contains(says) && back.err.contains("under `horizon`"), "{back:?}");
}

#[test]
fn a_text_is_scored_reviewed_and_recorded() {
    let learner = Learner::onboarded();
    assert_eq!(learner.run(&["start", ID]).code, Some(0));
    let rubric = learner.run(&["rubric", ID]);
    assert!(rubric.out.contains("4 excellent"), "{rubric:?}");
    assert_eq!(learner.run(&["review", "page", ID]).code, Some(2), "nothing is written yet");
    let answer = learner.folder().join("work/product").join(ID).join("answer.md");
    let begun = std::fs::read_to_string(&answer).expect("the starter");
    std::fs::write(&answer, format!("{begun}\nEvery failed delivery is sent again.\n")).expect("a file");
    let page = learner.run(&["review", "page", ID]);
    assert_eq!(page.code, Some(0), "{page:?}");
    let html = std::fs::read_to_string(page.out.trim()).expect("the page is where it says");
    assert!(html.starts_with("<!doctype html>"));
    let ids: Vec<String> = learner.json(&["rubric", ID])["criteria"]
        .as_array()
        .expect("criteria")
        .iter()
        .map(|criterion| criterion["id"].as_str().expect("an id").to_owned())
        .collect();
    let incomplete = learner.run(&["rubric", ID, "--score", &format!("{}=3", ids[0])]);
    assert_eq!(incomplete.code, Some(2), "{incomplete:?}");
    let scores: Vec<String> = ids.iter().map(|id| format!("{id}=3")).collect();
    let arguments: Vec<&str> = scores.iter().flat_map(|score| ["--score", score.as_str()]).collect();
    let scored = learner.run(&[&["rubric", ID][..], &arguments].concat());
    assert_eq!(scored.code, Some(0), "{scored:?}");
    assert!(scored.out.contains("you"), "{}", scored.out);
    let noise = learner.home().join("noise.json");
    std::fs::write(&noise, "{}").expect("a file");
    assert_eq!(learner.run(&["review", "take", ID, path(&noise)]).code, Some(2));
    let early = learner.run(&["published", ID, "https://example.org/piece", "--on", "2026-01-05"]);
    assert!(early.err.contains("On 5 January 2026 this text was not begun yet."), "{early:?}");
    let kept = learner.run(&["published", ID, "https://example.org/piece"]);
    let (place, counts) = kept.out.split_once('\n').unwrap_or_else(|| panic!("{kept:?}"));
    let day = place.strip_suffix("  https://example.org/piece").unwrap_or_else(|| panic!("{kept:?}"));
    let says = format!("It does not count as a published piece yet: this text has not passed. `footbridge check {ID}` checks it.");
    assert_eq!(counts.trim(), says);
    assert!(day.parse::<jiff::civil::Date>().is_ok(), "{day}");
}

#[test]
fn a_stranger_judges_a_published_portfolio_again() {
    let learner = Learner::onboarded();
    learner.run(&["start", EXERCISE]);
    std::fs::write(learner.answer_file(), right_answers()).expect("a file");
    assert_eq!(learner.run(&["check", EXERCISE]).code, Some(0));
    let looked = learner.run(&["portfolio", "check"]);
    assert_eq!(looked.code, Some(0), "{looked:?}");
    assert_eq!(learner.run(&["portfolio", "build"]).code, Some(0));
    let site = learner.folder().join("site");

    let stranger = Learner::new();
    let holds = stranger.run(&["verify", "--site", path(&site)]);
    assert_eq!(holds.code, Some(0), "{holds:?}");
    assert!(holds.out.contains("1 of 1 claim holds."), "{}", holds.out);
    let answer = std::fs::read_dir(site.join("evidence").join(EXERCISE)).expect("answers").next().expect("one").expect("readable").path();
    std::fs::write(&answer, "cause = \"a\"\n").expect("a file");
    let damaged = stranger.run(&["verify", "--site", path(&site)]);
    assert_eq!(damaged.code, Some(1), "{damaged:?}");
    assert!(damaged.out.contains("damaged"), "{}", damaged.out);
    assert_eq!(stranger.run(&["verify", "--site", path(stranger.home())]).code, Some(2), "no site is there");
}

#[test]
fn a_job_description_is_read_with_quotes_and_ways_to_close_the_gaps() {
    let nobody = Learner::new();
    let file = nobody.home().join("job.txt");
    let text = "Requirements\n- You must have written API documentation and technical specifications.\n- 5+ years in product management.\nNice to have\n- SQL\nResponsibilities\n- Mentor associate product managers\n- Work with support (PCI DSS, RBI)\n";
    std::fs::write(&file, text).expect("a file");
    let ran = nobody.run(&["job", path(&file)]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for part in [
        "Your checked work proves none of 2 things that must be and 1 is for you to judge.",
        "Your checked work proves none of 3 things that would be nice.",
        "not shown yet",
        "API documentation and technical specifications",
        "footbridge show",
        "For you to judge",
        "Not understood: 2 lines",
        "“Mentor associate product managers”",
    ] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
    let view = Learner::onboarded().json(&["job", path(&file)]);
    assert_eq!((&view["must"]["proven"], &view["must"]["mentioned"]), (&0.into(), &0.into()));
    assert_eq!(view["not_understood"], serde_json::json!(["Mentor associate product managers", "Work with support (PCI DSS, RBI)"]));
    assert!(view["must"]["of"].as_u64() >= Some(2), "{view}");
}

#[test]
fn every_figure_of_the_plan_is_opened() {
    let learner = Learner::onboarded();
    let how = learner.run(&["plan", "--how"]);
    assert_eq!(how.code, Some(0), "{how:?}");
    for part in ["In all:", "A week:", "Weeks:", "Ends:", "Could be cut:", "Monday", "Step 1"] {
        assert!(how.out.contains(part), "{part} is missing: {}", how.out);
    }
}

#[test]
fn the_words_about_the_owner_stand_in_a_file() {
    let learner = Learner::onboarded();
    let written = learner.run(&["portfolio", "settings"]);
    assert!(written.out.trim().ends_with("portfolio.toml"), "{written:?}");
    std::fs::write(learner.folder().join("portfolio.toml"), "headlin = \"x\"\n").expect("a file");
    let refused = learner.run(&["portfolio", "build"]);
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert!(refused.err.contains("Did you mean `headline`?"), "{}", refused.err);
}

#[test]
fn a_description_or_resume_that_holds_no_text_is_told_with_a_way_on() {
    let nobody = Learner::new();
    let write = |name: &str, bytes: &[u8]| {
        let file = nobody.home().join(name);
        std::fs::write(&file, bytes).expect("a file");
        path(&file).to_owned()
    };
    let pdf = write("jd.pdf", b"%PDF-1.7\n\xff\xfe\n");
    let hidden = write("resume.txt", b"%PDF-1.4 and nothing but letters");
    let word = write("resume.docx", b"PK\x03\x04\xff");
    let (empty, blank) = (write("empty.txt", b""), write("blank.txt", b" \n\t\n"));
    let sound = write("jd.txt", b"Requirements\n- SQL\n");
    let honest = write("honest.txt", b"Wrote the SQL behind the weekly report.\n");
    for (args, says) in [
        (vec!["job", &pdf], vec!["is a PDF", "copy", "pdftotext"]),
        (vec!["job", &sound, "--resume", &hidden], vec!["is a PDF", "pdftotext"]),
        (vec!["job", &sound, "--resume", &word], vec!["is not plain text", "copy"]),
        (vec!["write", "check", "prd", &pdf], vec!["is a PDF", "pdftotext"]),
        (vec!["roadmap", "check", &word], vec!["is not plain text", "copy"]),
        (vec!["resume", "check", &hidden], vec!["is a PDF", "pdftotext"]),
        (vec!["job", &empty], vec!["is empty"]),
        (vec!["job", &blank], vec!["is empty"]),
        (vec!["job", &sound, "--resume", &empty], vec!["is empty"]),
    ] {
        let ran = nobody.run(&args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}: {ran:?}");
        for part in says {
            assert!(ran.err.contains(part), "{args:?}, {part}: {}", ran.err);
        }
        assert!(!ran.err.contains("UTF-8"), "{}", ran.err);
    }
    let ran = nobody.run(&["job", &sound, "--resume", &honest]);
    assert!(ran.code == Some(0) && ran.out.contains("Nothing in the résumé looks like stuffing."), "{ran:?}");
    assert!(!nobody.run(&["job", &sound]).out.contains("stuffing"), "no résumé was given");
}

#[test]
fn a_decision_is_begun_and_reckoned_without_a_learners_folder() {
    let nobody = Learner::new();
    let file = nobody.home().join("decision.yaml");
    let begun = nobody.run(&["decide", "new", "rice", "-o", path(&file)]);
    assert_eq!(begun.code, Some(0), "{begun:?}");
    let again = nobody.run(&["decide", "new", "matrix", "-o", path(&file)]);
    assert_eq!(again.code, Some(2), "what is there is left alone: {again:?}");
    let decided = nobody.run(&["decide", path(&file)]);
    assert_eq!(decided.code, Some(0), "{decided:?}");
    assert!(decided.out.contains("would put another first"), "{}", decided.out);
    let view: serde_json::Value = serde_json::from_str(&nobody.run(&["decide", path(&file), "--json"]).out).expect("JSON");
    assert_eq!(view["options"][0]["name"], "A quick start with a ready test key");
    std::fs::write(
        &file,
        "format: 1\nmethod: moscow\ncapacity: 5\noptions: [{name: A, priority: must, effort: 6}, {name: B, priority: could, effort: 1}]\n",
    )
    .expect("a file");
    let unfit = nobody.run(&["decide", path(&file)]);
    assert_eq!(unfit.code, Some(1), "{unfit:?}");
    assert!(unfit.err.contains("decide-must-beyond-capacity"), "{}", unfit.err);
}

#[test]
fn tools_are_laid_side_by_side_without_a_model_or_a_learners_folder() {
    let nobody = Learner::new();
    let file = nobody.home().join("tools.yaml");
    assert!(nobody.run(&["decide", "tools"]).out.contains("API and documentation: Postman, Swagger/OpenAPI, Confluence"));
    let weights = ["--weight", "integration=40", "--weight", "learning=20", "--weight", "pricing=25", "--weight", "features=15"];
    let stated = nobody
        .run(&[&["decide", "tools", "jira", "Linear", "Confluence", "Bruno", "--team", "12", "-o", path(&file)], &weights[..]].concat());
    assert_eq!(stated.code, Some(0), "{stated:?}");
    assert!(stated.err.contains("no facts on `Bruno`"), "{}", stated.err);
    let decided = nobody.run(&["decide", path(&file)]);
    assert_eq!(decided.code, Some(0), "{decided:?}");
    for said in ["Why it is first", "What is not known, and how far it could move the result", "wins if", "https://linear.app/docs/"] {
        assert!(decided.out.contains(said), "{said}: {}", decided.out);
    }
    assert!(nobody.run(&["decide", path(&file), "--record"]).out.contains("## Consequences"));

    let waiting = nobody.home().join("waiting.yaml");
    assert_eq!(nobody.run(&["decide", "tools", "--job", "collaboration", "-o", path(&waiting)]).code, Some(0));
    let refused = nobody.run(&["decide", "score", path(&waiting), "--write"]);
    assert_eq!(refused.code, Some(2), "{refused:?}");
    let lock = refused.err.split('`').find(|code| code.starts_with("locked: ")).expect("the seal").to_owned();
    let text = std::fs::read_to_string(&waiting).expect("it is there");
    std::fs::write(&waiting, text.replace("options:", &format!("{lock}\noptions:"))).expect("it is ours");
    assert_eq!(nobody.run(&["decide", "score", path(&waiting), "--write"]).code, Some(0));
    let view: serde_json::Value = serde_json::from_str(&nobody.run(&["decide", path(&waiting), "--json"]).out).expect("JSON");
    assert_eq!((view["options"].as_array().map(Vec::len), view["complete"].as_bool()), (Some(3), Some(true)), "{view}");
    let unweighed = nobody.run(&["decide", "tools", "Jira", "Linear", "--weight", "pricing=lots"]);
    assert!(unweighed.code == Some(2) && unweighed.err.contains("no whole number"), "{unweighed:?}");
}

#[test]
fn a_decision_goes_to_jira_and_comes_back() {
    let nobody = Learner::new();
    let (file, table) = (nobody.home().join("decision.yaml"), nobody.home().join("jira.csv"));
    nobody.run(&["decide", "new", "rice", "-o", path(&file)]);
    let out = nobody.run(&["decide", path(&file), "--for", "jira"]);
    assert!(out.code == Some(0) && out.err.contains("8 ranges stand whole among the figures in words only"), "{out:?}");
    std::fs::write(&table, &out.out).expect("a file");
    let back = nobody.run(&["decide", "import", path(&table), "--from", "jira"]);
    assert!(back.out.starts_with("option,reach,impact,confidence,effort\n"), "{back:?}");
    let rehearsed = nobody.run(&["decide", path(&file), "--for", "jira", "--dry-run"]);
    assert!(rehearsed.out.contains("Jira: 3 rows") && rehearsed.out.contains("In the importer"), "{rehearsed:?}");
    assert_eq!(nobody.run(&["decide", path(&file), "--dry-run"]).code, Some(2));
    std::fs::write(&table, "Summary,Priority\nRetries,High\n").expect("a file");
    let refused = nobody.run(&["decide", "import", path(&table), "--from", "jira"]);
    assert!(refused.code == Some(2) && refused.err.contains("for MoSCoW no effort"), "{refused:?}");
}

#[test]
fn an_address_says_whether_it_counts_and_can_be_taken_back() {
    let learner = Learner::onboarded();
    let piece = "weekly-teardown";
    let begun = learner.run(&["start", piece]);
    assert!(begun.out.contains("Its name: `weekly-teardown"), "{begun:?}");
    assert!(learner.run(&["show", piece]).out.contains("Its name: `weekly-teardown"));
    let answer = learner.folder().join("work/product/weekly-teardown/answer.md");
    let starter = std::fs::read_to_string(&answer).expect("the starter");
    std::fs::write(&answer, format!("{starter}\nFirst words.\n")).expect("a file");
    let address = "HTTPS://Medium.example/one";
    let recorded = learner.run(&["published", piece, address]);
    assert!(recorded.code == Some(0) && recorded.out.contains("https://medium.example/one"), "{recorded:?}");
    assert!(recorded.out.contains("It does not count as a published piece yet: this text has not passed."), "{recorded:?}");
    let again = learner.run(&["published", piece, address]);
    assert!(again.code == Some(2) && again.err.contains("https://medium.example/one --take-back` takes it back;"), "{again:?}");
    let back = learner.run(&["published", piece, address, "--take-back"]);
    assert!(back.code == Some(0) && back.out.contains("No address is recorded for it."), "{back:?}");
    assert_eq!(learner.run(&["published", piece, address, "--take-back"]).code, Some(2));
    let flawed = learner.run(&["solution", "memo-security-patch", "--flawed"]);
    assert!(flawed.out.contains("Flawed: two asks no hour") && flawed.out.contains("does not say by when"), "{flawed:?}");
}

#[test]
fn a_pass_says_where_the_solution_that_is_spoken_of_can_be_seen() {
    let learner = Learner::onboarded();
    let id = "memo-security-patch";
    let begun = learner.json(&["start", id]);
    let answer = learner.folder().join(begun["path"].as_str().expect("a path"));
    std::fs::copy(shipped(id).join("solution.md"), &answer).expect("an answer");
    let passed = learner.run(&["check", id]);
    assert_eq!(passed.code, Some(0), "{passed:?}");
    let told = passed.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains(&format!("`footbridge solution {id} --flawed` shows the solution and flawed texts")), "{told}");
    assert!(!told.contains("shown below"), "{told}");
}
