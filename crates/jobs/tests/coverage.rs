//! Requirements beside evidence, and words that were stuffed into a résumé.

use footbridge_diagnostic::{Severity, Source, render_text};
use footbridge_jobs::{Count, Coverage, Evidence, Line, Shown, Skill, Work, cover, requirements, stuffing};

fn skills() -> Vec<Skill> {
    const WORDS: [&str; 14] = [
        "SQL",
        "Python",
        "REST",
        "GraphQL",
        "Kafka",
        "OAuth",
        "JWT",
        "webhooks",
        "Postman",
        "OpenAPI",
        "Terraform",
        "roadmap",
        "SLO",
        "Git",
    ];
    WORDS.iter().map(|word| Skill { id: word.to_lowercase(), aliases: vec![(*word).to_owned()] }).collect()
}

fn evidence(id: &str, skills: &[&str], text: &str) -> Evidence {
    Evidence {
        id: id.to_owned(),
        title: format!("Title of {id}"),
        skills: skills.iter().map(|&skill| skill.to_owned()).collect(),
        text: text.to_owned(),
    }
}

#[test]
fn every_requirement_has_a_line_or_a_way_to_get_one() {
    let found = requirements(
        "Requirements\n- SQL and REST\n- OAuth\n- 5+ years of product experience\nNice to have\n- Kafka\n- Terraform\n",
        &skills(),
        "jd.txt",
    );
    let all = [
        evidence("resume", &[], "Led a team.\nWrote SQL for the weekly report, 12 % fewer errors.\nUsed Kafka."),
        evidence("sql-exercise", &["sql"], "select 1"),
        evidence("sql-memo", &["sql"], "Intro\n  In SQL, joined two tables of 40,000 rows.  \nSQL again"),
        evidence("rest-exercise", &["rest"], "endpoints"),
    ];
    let work = [
        Work { id: "oauth-lesson".to_owned(), skills: vec!["oauth".to_owned(), "sql".to_owned()] },
        Work { id: "oauth-exercise".to_owned(), skills: vec!["oauth".to_owned()] },
        Work { id: "kafka-card".to_owned(), skills: vec!["kafka".to_owned(), "rest".to_owned()] },
    ];
    let coverage = cover(&found.requirements, &all, &work, &skills());
    let beside = |line: &Line| match line {
        Line::ByHand => "to be judged by hand".to_owned(),
        Line::Shown { shown, closed_by } => {
            let said = |shown: &Shown| format!("{}: {}{}", shown.evidence, shown.quote, if shown.is_proven { "" } else { " (only named)" });
            let closed_by = if closed_by.is_empty() { String::new() } else { format!(", closed by: {}", closed_by.join(", ")) };
            shown.iter().map(said).collect::<Vec<_>>().join(" / ") + &closed_by
        }
        Line::Gap { closed_by } => format!("closed by: {}", closed_by.join(", ")),
    };
    let said: Vec<String> = found
        .requirements
        .iter()
        .zip(&coverage.lines)
        .map(|(requirement, line)| format!("{} | {}", requirement.words, beside(line)))
        .collect();
    assert_eq!(
        said,
        [
            "SQL | sql-memo: In SQL, joined two tables of 40,000 rows. / sql-exercise: Title of sql-exercise / resume: Wrote SQL for the weekly report, 12 % fewer errors. (only named)",
            "REST | rest-exercise: Title of rest-exercise",
            "OAuth | closed by: oauth-lesson, oauth-exercise",
            "5+ years | to be judged by hand",
            "Kafka | resume: Used Kafka. (only named), closed by: kafka-card",
            "Terraform | closed by: ",
        ]
    );
    assert_eq!(
        (coverage.must, coverage.nice, coverage.unclear),
        (Count { proven: 2, mentioned: 0, of: 3, to_judge: 1 }, Count { proven: 0, mentioned: 1, of: 2, to_judge: 0 }, Count::default())
    );
}

#[test]
fn among_the_evidence_that_is_quoted_stands_one_that_names_it() {
    let read = requirements("Requirements\n- SQL\n", &skills(), "jd.txt").requirements;
    let mut all: Vec<Evidence> = (0..4).map(|number| evidence(&format!("exercise-{number}"), &["sql"], "Done.")).collect();
    all.push(evidence("resume", &[], "Wrote SQL for the weekly report."));
    let coverage = cover(&read, &all, &[], &skills());
    let Line::Shown { shown, .. } = &coverage.lines[0] else { panic!("{:?}", coverage.lines) };
    assert_eq!(
        shown.iter().map(|shown| (shown.evidence.as_str(), shown.is_named)).collect::<Vec<_>>(),
        [("exercise-0", false), ("exercise-1", false), ("resume", true)]
    );
}

#[test]
fn a_word_that_many_things_share_asks_for_a_skill_and_shows_none() {
    let oauth = Skill { id: "oauth".to_owned(), aliases: ["OAuth", "authentication"].map(str::to_owned).to_vec() };
    let found = requirements("Requirements\n- authentication\n", std::slice::from_ref(&oauth), "jd.txt").requirements;
    let count = |text: &str| cover(&found, &[evidence("page", &[], text)], &[], std::slice::from_ref(&oauth)).must;
    for (text, mentioned) in [
        ("Authentication", 0),
        ("Authentication is by a bearer key in every request.", 0),
        ("Authentication is by OAuth, with a key only in tests.", 1),
    ] {
        assert_eq!(count(text), Count { mentioned, of: 1, ..Count::default() }, "{text}");
    }
    let proof = cover(&found, &[evidence("page", &["oauth"], "Authentication is by a bearer key.")], &[], &[oauth]);
    assert_eq!(proof.must, Count { proven: 1, of: 1, ..Count::default() });
    assert!(matches!(&proof.lines[..], [Line::Shown { shown, .. }] if !shown[0].is_named), "{:?}", proof.lines);
}

#[test]
fn a_sentence_is_quoted_that_says_what_the_person_did() {
    let skill = |id: &str, aliases: &[&str]| Skill { id: id.to_owned(), aliases: aliases.iter().map(|&alias| alias.to_owned()).collect() };
    let known = [skill("sql", &["SQL"]), skill("rest", &["REST"]), skill("docs", &["write docs", "API documentation"])];
    let found = requirements("Requirements\n- SQL\n- REST\n- API documentation\n", &known, "jd.txt").requirements;
    let quoted = |text: &str| {
        let quote = |line: &Line| match line {
            Line::Shown { shown, .. } => Some(shown[0].quote.clone()),
            Line::ByHand | Line::Gap { .. } => None,
        };
        let coverage = cover(&found, &[evidence("memo", &[], text)], &[], &known);
        coverage.lines.iter().filter_map(quote).collect::<Vec<_>>()
    };
    for (text, expected) in [
        ("The team was small. We wrote SQL against a copy of the data.", &["We wrote SQL against a copy of the data."][..]),
        ("The Slack of Write the Docs.", &[]),
        ("I chose it because the people who write API documentation see it first.", &[]),
        (
            "Asked the people who call us, and we wrote API documentation.",
            &["Asked the people who call us, and we wrote API documentation."],
        ),
        ("Wrote the API Documentation of 12 endpoints.", &["Wrote the API Documentation of 12 endpoints."]),
        ("I write the docs.", &["I write the docs."]),
        ("I asked five of them why they do not read API documentation.", &[]),
        (
            "It is no secret that nobody liked it, so I wrote API documentation.",
            &["It is no secret that nobody liked it, so I wrote API documentation."],
        ),
        ("We wrote not only SQL.", &["We wrote not only SQL."]),
    ] {
        assert_eq!(quoted(text), expected, "{text}");
    }
}

const DESCRIPTION: &str = "Requirements\n- SQL, Python, REST, GraphQL, Kafka, OAuth, JWT, webhooks, Postman, OpenAPI and Terraform\n- You can explain an SLO to a customer who has never heard of one before\n";

fn found_in(resume: &str) -> Vec<String> {
    let requirements = requirements(DESCRIPTION, &skills(), "jd.txt").requirements;
    let findings = stuffing(resume, &requirements, &Coverage::default(), "resume.txt");
    for finding in &findings {
        let span = finding.place.as_ref().expect("a place").span.clone();
        assert!(resume.get(span).is_some_and(|stretch| !stretch.is_empty()), "{finding:?}");
    }
    findings.into_iter().map(|finding| finding.code).collect()
}

#[test]
fn an_honest_resume_has_nothing_against_it() {
    let honest = "Ann Lee\nProduct Manager\n\nSkills: SQL, Python, REST, Postman, Git\n\n\
        Acme, 2022–2026\nWrote the SQL behind the weekly report; errors fell by 12 %.\nMoved 40 partners from REST to GraphQL in 9 months without an outage.\n\
        Set an SLO of 99.9 % with engineering and kept it for 5 quarters.\n";
    assert_eq!(found_in(honest), ["jobs-only-listed"], "advice, and no stuffing");
    assert_eq!(found_in(""), Vec::<String>::new());
}

#[test]
fn stuffing_is_told_with_its_place() {
    let heap = "Expert in Terraform, SQL, Kafka, Python, OAuth, REST, JWT, Postman, webhooks, GraphQL, OpenAPI\n";
    let repeated = "I did SQL work. ".repeat(9);
    let copied = "At Acme I can explain an SLO to a customer who has never heard of one before, daily.\n";
    let hidden = "Ann\u{200b}Lee\u{200b}SQL\u{200b}";
    assert_eq!(found_in(heap), ["jobs-stuffing-heap"]);
    assert_eq!(found_in(&repeated), ["jobs-stuffing-repeated"]);
    assert_eq!(found_in(copied), ["jobs-stuffing-copied"]);
    assert_eq!(found_in(hidden), ["jobs-stuffing-hidden"]);
    let all = format!("{heap}{copied}{repeated}");
    let requirements = requirements(DESCRIPTION, &skills(), "jd.txt").requirements;
    let source = Source { file: "resume.txt", text: &all };
    let said: Vec<String> = stuffing(&all, &requirements, &Coverage::default(), "resume.txt")
        .iter()
        .map(|finding| render_text(finding, Some(&source), false))
        .collect();
    insta::assert_snapshot!(said.join("\n\n"));
}

#[test]
fn words_of_the_description_that_are_only_listed_are_told() {
    let bare = ["jobs-stuffing-unshown"];
    let again = ["jobs-stuffing-repeated"];
    let few = ["jobs-only-listed"];
    for (resume, expected) in [
        ("SQL Kafka GraphQL OAuth Kubernetes REST SQL SQL SQL SQL Kafka Kafka\n", &[again[0], bare[0]][..]),
        ("Ann Lee\nSQL SQL SQL SQL SQL SQL SQL\n", &[again[0], few[0]]),
        ("Wrote SQL; SQL views, SQL jobs, SQL tests and more SQL at Acme.\n", &again),
        ("Skills: SQL, Kafka, OAuth, JWT\n", &bare),
        ("SQL\nKafka\nOAuth\nJWT\n", &bare),
        ("Skills: SQL, Kafka, OAuth, JWT\nMoved 40 partners from keys to OAuth and JWT in 9 months.\n", &few),
        ("Skills: SQL, Kafka, OAuth\n", &few),
        ("Skills: Kafka\n", &few),
        ("Skills: SQL\nWrote the SQL behind the weekly report.\n", &[]),
        ("Skills: SQL, Jira, Kafka, road maps, OAuth, support of many, JWT, Miro, Figma, Slack\n", &bare),
        ("Wrote SQL, fixed Kafka, moved OAuth, signed JWT\n", &[]),
        ("Experienced SQL, advanced Kafka, certified OAuth, managed JWT\n", &bare),
        ("Wrote the SQL, fixed the Kafka consumers, moved to OAuth, signed with JWT\n", &bare[..0]),
        ("SQL, PL/SQL, T-SQL and SQL Server at Acme\n", &[]),
    ] {
        assert_eq!(found_in(resume), expected, "{resume}");
    }
    let found = requirements(DESCRIPTION, &skills(), "jd.txt").requirements;
    let coverage = cover(&found, &[evidence("sql-exercise", &["sql"], ""), evidence("memo", &[], "We signed JWT.")], &[], &skills());
    let few = stuffing("Skills: SQL, Kafka, OAuth, JWT\n", &found, &coverage, "resume.txt");
    let [listed] = few.as_slice() else { panic!("{few:?}") };
    assert!(listed.severity == Severity::Advice && listed.message.starts_with("“kafka” and “oauth” are asked for"), "{listed:?}");
    let told = stuffing("Skills: SQL, Kafka, OAuth, JWT, Postman, webhooks, GraphQL\n", &found, &coverage, "resume.txt");
    let [unshown] = told.as_slice() else { panic!("{told:?}") };
    assert!(unshown.message.starts_with("“graphql”, “kafka”, “oauth”, “postman” and “webhooks” are asked for"), "{unshown:?}");
    assert!(unshown.help[0].contains("the work that proves each"), "{unshown:?}");
}
