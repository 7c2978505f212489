//! What the shipped course promises.

use crate::answers::pack;
use crate::desk::{Desk, START, profile};
use footbridge_app::Init;
use footbridge_app::view::ProfileView;
use footbridge_content::Kind;
use jiff::ToSpan;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What each part of the brief states, in words or rows that must stand where the part lives. Spaces of any width are alike.
const STATED: [(&str, &[&str]); 14] = [
    (
        "R0",
        &[
            "consulting",
            "customer success",
            "12–18 months",
            "why a proposed architecture will not scale",
            "technical skill, product skill, or something else",
        ],
    ),
    (
        "R1",
        &[
            r#"aspect = "depth", tpm = "reads code, designs systems", pm = "understands UX and market research""#,
            r#"aspect = "measures success by", tpm = "API latency, uptime, adoption", pm = "conversion, retention, NPS""#,
            "poor documentation, breaking changes, unclear error messages",
            "incident postmortems",
            "Twilio",
            "startups",
        ],
    ),
    (
        "R2",
        &[
            r#"activity = "technical design review", tpm_from = 4, tpm_to = 6, pm_from = 0, pm_to = 1"#,
            r#"activity = "user interviews", tpm_from = 2, tpm_to = 3, pm_from = 5, pm_to = 8"#,
            r#"activity = "API documentation", tpm_from = 3, tpm_to = 5, pm_from = 0, pm_to = 0"#,
            r#"activity = "stakeholder meetings", tpm_from = 5, tpm_to = 8, pm_from = 8, pm_to = 12"#,
            r#"activity = "data analysis", tpm_from = 4, tpm_to = 6, pm_from = 2, pm_to = 4"#,
            r#"activity = "sum of the five", tpm_from = 18, tpm_to = 28, pm_from = 15, pm_to = 25"#,
        ],
    ),
    (
        "R3",
        &[
            "load balancing",
            "GraphQL",
            "OAuth",
            "CI/CD",
            "version control",
            "SDK",
            "Python",
            "Terraform",
            "LeetCode",
            "developer empathy",
            "shadow an engineer",
        ],
    ),
    (
        "R4",
        &[
            "Grokking",
            "Reforge",
            "MoSCoW",
            "Medium",
            "Lenny's Newsletter",
            "5 minutes",
            "3 informational interviews",
            "20 target companies",
            "first TPM interview",
        ],
    ),
    ("R5", &["1–4", "5–8", "9–12", "hands-on project", "free resources", "interview questions"]),
    ("R6", &["3 system design", "3 product sense", "2 behavioural", "Bit.ly", "rate limiter", "common mistakes"]),
    ("R7", &["integration", "learning curve", "pricing"]),
    (
        "R8",
        &[
            "Jira",
            "Aha!",
            "Linear",
            "Amplitude",
            "Mixpanel",
            "Google Analytics 4",
            "Postman",
            "Swagger",
            "Confluence",
            "Figma",
            "Miro",
            "Notion",
        ],
    ),
    (
        "R9",
        &[
            r#"level = "entry", low = 18, high = 25"#,
            r#"level = "mid", years_from = 3, years_to = 5, low = 30, high = 45"#,
            r#"level = "senior", years_from = 5, years_to = 8, low = 50, high = 75"#,
            r#"level = "principal or staff", low = 80, high = 120, open = "yes""#,
            r#"headline = "India", low = 35"#,
            r#"headline = "India, at FAANG", low = 50"#,
            "low = 140000, high = 200000",
            r#"low = 300000, open = "yes""#,
            "percent = 35",
            "percent = 47",
        ],
    ),
    ("R10", &["Algolia", "DigitalOcean", "Netflix", "Freshworks", "Swiggy", "Zerodha", "Ramp", "Setu", "Zeta", "CRED", "Atlassian"]),
    ("R11", &["Pragmatic Institute", "AWS", "Product School", "bootcamps"]),
    ("R12", &["500", "primary users", "next quarter", "LinkedIn"]),
    ("R13", &["translation tax", "Never deep enough", "Influence without authority", "Scope creep", "month eight", "midnight"]),
];

/// The source of a page or a prompt, with single plain spaces and small letters.
fn source(files: &[String]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let read = |file: &String| std::fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let text: String = files.iter().map(read).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[test]
fn every_part_of_the_brief_stands_where_it_lives() {
    for (part, stated) in STATED {
        let is_of = |brief: &[String]| brief.iter().any(|other| other == part);
        let pages = pack().pages.iter().filter(|page| is_of(&page.brief)).map(|page| page.id.as_ref().as_str());
        let prompts = pack().prompts.iter().filter(|prompt| is_of(&prompt.brief)).map(|prompt| format!("prompts/{}.md", prompt.name));
        let files: Vec<String> =
            pages.flat_map(|id| ["toml", "md"].map(|ending| format!("reference/{id}.{ending}"))).chain(prompts).collect();
        assert!(!files.is_empty(), "{part} lives nowhere");
        let source = source(&files);
        let missing: Vec<&&str> = stated.iter().filter(|words| !source.contains(&words.to_lowercase())).collect();
        assert!(missing.is_empty(), "{part} lacks {missing:?} in {files:?}");
    }
    assert!(pack().pages.iter().all(|page| !page.actions.is_empty()), "every page leads to what makes it real");
}

#[test]
fn both_conflicts_of_the_guide_are_shown() {
    let on_a_page = pack().pages.iter().flat_map(|page| &page.conflicts);
    let plain = |says: &str| says.split_whitespace().collect::<Vec<_>>().join(" ");
    let says: Vec<String> = on_a_page.chain(&pack().path.conflicts).map(|conflict| plain(&conflict.says)).collect();
    for parts in
        [["4–6 hours", "40 % of the week", "Bangalore"], ["foundations 8 weeks", "takes 12", "weeks 1–8 of the learning plan as step 1"]]
    {
        assert!(says.iter().any(|says| parts.iter().all(|part| says.contains(part))), "{parts:?}: {says:#?}");
    }
}

/// What the brief lists as skills, one skill at least for each entry.
const SKILLS: [&str; 31] = [
    "microservices-and-monoliths",
    "load-balancing",
    "caching-strategies",
    "rest-or-graphql",
    "oauth-flows",
    "jwt-reading",
    "rate-limiting",
    "api-contracts",
    "breaking-changes",
    "latency-budgets",
    "sql-selection",
    "sql-aggregation",
    "sql-joins",
    "sql-windows",
    "data-pipelines",
    "analytics-schemas",
    "ci-cd-concepts",
    "version-control",
    "sdk-design",
    "api-documentation",
    "developer-error-messages",
    "python-reading",
    "javascript-reading",
    "postman-collections",
    "curl-requests",
    "openapi-descriptions",
    "terraform-reading",
    "technical-translation",
    "influence-without-authority",
    "prioritising-under-ambiguity",
    "developer-empathy",
];

#[test]
fn every_skill_of_the_brief_is_in_the_graph_and_can_be_shown() {
    assert!((70..=100).contains(&pack().skills.len()), "{} skills", pack().skills.len());
    let missing: Vec<&str> = SKILLS.into_iter().filter(|id| pack().skill(id).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let shown = |id: &&str| pack().exercises.iter().any(|exercise| exercise.skills.iter().any(|skill| skill.as_str() == *id));
    let never: Vec<&str> = SKILLS.into_iter().filter(|id| !shown(id)).collect();
    assert!(never.is_empty(), "nothing shows {never:?}");
}

/// The brief's milestones.
const MILESTONES: [&str; 5] = [
    "Explain microservices architecture in 5 minutes",
    "A roadmap for an existing API product",
    "3 published pieces that show TPM thinking",
    "3 informational interviews with working TPMs",
    "First TPM interview scheduled",
];

#[test]
fn the_path_is_whole() {
    let path = &pack().path;
    let steps: Vec<(u16, Option<u16>, bool)> = path.steps.iter().map(|step| (step.weeks.from, step.weeks.to, step.ongoing)).collect();
    let dated = [(1, Some(8), false), (9, Some(16), false), (17, Some(24), false)];
    assert_eq!(steps[..3], dated);
    assert!(steps[3].2 && steps[4] == (25, None, false), "{steps:?}");
    let milestones: Vec<&str> = path.steps.iter().map(|step| step.milestone.title.as_str()).collect();
    assert_eq!(milestones, MILESTONES);
    assert_eq!(path.weeks.iter().map(|week| week.number).collect::<Vec<_>>(), (1..=12).collect::<Vec<u16>>());
    for week in &path.weeks {
        let lesson = pack().exercise(week.concept.as_ref().as_str()).expect("the week's lesson");
        assert_eq!(lesson.kind, Kind::Lesson, "week {}", week.number);
        assert!(lesson.resources.iter().any(|resource| resource.free), "week {} has a free resource", week.number);
        assert!(lesson.brief.contains("## Worked example"), "week {} has a worked example", week.number);
        let asked = footbridge_grade::read_questions(lesson).expect("sound questions");
        assert!(asked.len() >= 3, "week {} checks with {} questions", week.number, asked.len());
        let project = pack().exercise(week.project.as_ref().as_str()).expect("the week's project");
        assert!(project.kind.is_piece() || project.kind == Kind::Sql, "week {}: {:?} is no project", week.number, project.kind);
        assert!(project.minutes >= 60, "week {}: a project of {} minutes", week.number, project.minutes);
        assert_eq!(week.questions.len(), 5, "week {} has its interview questions", week.number);
    }
    let projects: BTreeSet<&str> = path.weeks.iter().map(|week| week.project.as_ref().as_str()).collect();
    assert_eq!(projects.len(), 12, "twelve different projects");
    let questions: BTreeSet<&str> = path.weeks.iter().flat_map(|week| &week.questions).map(|id| id.as_ref().as_str()).collect();
    assert_eq!(questions.len(), 60, "sixty different questions");
}

#[test]
fn there_are_twelve_decisions_beside_the_plan_by_three_methods() {
    let decisions: Vec<_> = pack().exercises.iter().filter(|exercise| exercise.kind == Kind::Decide).collect();
    assert!(decisions.iter().all(|exercise| exercise.beside_plan && exercise.solutions.len() >= 2 && exercise.wrong.len() >= 5));
    let mut by_method: BTreeMap<String, usize> = BTreeMap::new();
    for exercise in &decisions {
        let spec = footbridge_grade::read_decide(exercise).expect("a sound decision");
        *by_method.entry(spec.method.into_inner()).or_default() += 1;
    }
    assert_eq!(by_method.into_iter().collect::<Vec<_>>(), [("matrix".into(), 5), ("moscow".into(), 3), ("rice".into(), 4)]);
}

#[test]
fn there_are_twelve_queries_over_four_skills_twenty_to_practise_and_eight_other_exercises() {
    let sql = pack().exercises.iter().filter(|exercise| exercise.kind == Kind::Sql);
    assert!(sql.clone().all(|exercise| exercise.wrong.len() >= 5));
    let (practice, planned): (Vec<_>, Vec<_>) = sql.partition(|exercise| exercise.beside_plan);
    assert!(practice.len() >= 20, "{} to practise", practice.len());
    let mut by_skill: BTreeMap<&str, usize> = BTreeMap::new();
    for exercise in &planned {
        *by_skill.entry(exercise.skills.first().expect("a skill").as_str()).or_default() += 1;
    }
    assert_eq!(planned.len(), 12);
    assert_eq!(by_skill.into_values().collect::<Vec<_>>(), [3, 3, 3, 3]);
    let asked = |kind: Kind| matches!(kind, Kind::Read | Kind::Choice | Kind::Numeric);
    assert!(pack().exercises.iter().filter(|exercise| asked(exercise.kind)).count() >= 8);
}

#[test]
fn the_first_week_mixes_the_three_fluencies() {
    for a_day in [30, 45, 60, 90, 150] {
        let desk = Desk::new();
        let mut answers = profile();
        answers.minutes = [a_day; 7];
        desk.app.init(&Init { profile: answers }).expect("a fresh folder can be made");
        let path = desk.app.path().expect("a path");
        let fluencies: BTreeSet<&str> = path.plan_weeks[0].items.iter().map(|item| fluency(&item.id)).collect();
        for fluency in ["system-design", "apis", "communication"] {
            assert!(fluencies.contains(fluency), "{a_day} minutes a day: {fluencies:?}");
        }
    }
}

#[test]
fn other_hours_move_the_plan_that_stood_on_monday() {
    let desk = Desk::begun();
    desk.turn_to(START.saturating_add(7.days()));
    assert!(desk.app.path().expect("a path").moved.is_empty());
    let more = ProfileView { minutes: [120; 7], ..profile() };
    desk.app.init(&Init { profile: more }).expect("it can be changed");
    let moved = desk.app.path().expect("a path").moved;
    assert!(!moved.is_empty() && moved.iter().all(|moved| moved.to < moved.from && moved.why == "room became free earlier"), "{moved:#?}");
}

fn fluency(id: &str) -> &'static str {
    let first = pack().exercise(id).and_then(|exercise| exercise.skills.first()).expect("an exercise with a skill");
    match pack().skill(first.as_str()).expect("a skill").fluency {
        footbridge_content::Fluency::SystemDesign => "system-design",
        footbridge_content::Fluency::Apis => "apis",
        footbridge_content::Fluency::Communication => "communication",
        footbridge_content::Fluency::Data => "data",
    }
}

/// The data in the repository is what its tables say it is, byte for byte.
#[test]
fn every_data_file_has_its_hash() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/data");
    let mut proven = 0;
    for dataset in &pack().datasets {
        for table in &dataset.tables {
            let graded = table.graded.as_ref().map(|file| (file, &table.graded_sha256));
            for (file, hash) in std::iter::once((&table.file, &table.sha256)).chain(graded) {
                let path = root.join(&dataset.id).join(file);
                let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                assert_eq!(hash.as_deref(), Some(footbridge_verdict::AnswerHash::of(&bytes).as_str()), "{}", path.display());
                proven += 1;
            }
        }
    }
    assert_eq!(proven, 15);
}
