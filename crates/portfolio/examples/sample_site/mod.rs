//! A site as somebody has it after half a year: pieces of most kinds, reviewed, published, with a path and contributions.

use footbridge_portfolio::{
    Align, Answer, Column, ContactLink, Contribution, Drawing, Entry, Judged, Milestone, PathStep, Piece, PublishedAt, ResultTable, Review,
    Reviewer, RubricLevel, Site, Theme,
};
use footbridge_verdict::{AnswerHash, ExerciseId, HelpUsed, Proof};
use jiff::civil::{Date, date};

/// A piece with an answer, verified, without anything special.
pub(crate) fn piece(id: &str, kind: Piece, title: &str, passed_on: Date) -> Entry {
    Entry {
        id: ExerciseId::new(id).expect("an id"),
        kind,
        title: title.to_owned(),
        track: "APIs".to_owned(),
        skills: Vec::new(),
        proof: Proof::Verified,
        judged: Judged::Structure,
        help_used: HelpUsed::default(),
        answer: None,
        check_version: "write.1.5f0c22ab".to_owned(),
        verdict_summary: "All 8 sections hold what such a text must say.".to_owned(),
        passed_on,
        how_to_rerun: format!("footbridge verify {id}"),
        body: None,
        result: None,
        drawing: None,
        published: Vec::new(),
        reviews: Vec::new(),
        featured: false,
    }
}

/// A piece of writing: the answer is what is read.
pub(crate) fn written(id: &str, kind: Piece, title: &str, text: &str, passed_on: Date) -> Entry {
    Entry { body: Some(text.to_owned()), answer: Some(answer("answer.md", text)), ..piece(id, kind, title, passed_on) }
}

pub(crate) fn answer(file: &str, text: &str) -> Answer {
    Answer { file: file.to_owned(), text: text.to_owned(), hash: AnswerHash::of(text.as_bytes()) }
}

/// The whole sample.
pub(crate) fn rich(theme: Theme) -> Site {
    Site {
        owner: "Ada Learner".to_owned(),
        headline: "Technical product manager for APIs, from eight years in customer success".to_owned(),
        about: "I spent eight years between customers and engineers of a payments company, and wrote the error messages nobody else wanted to write. \
                Now I build the product side: contracts that do not break, documentation a stranger can follow, and numbers that can be re-run.\n\n\
                Read [the API documentation](evidence/project-api-documentation.html) first; it took a newcomer six minutes to the first booking."
            .to_owned(),
        contact: [("Mail", "mailto:ada@example.org"), ("LinkedIn", "https://www.linkedin.com/in/example"), ("GitHub", "https://github.com/example")]
            .map(|(label, address)| ContactLink { label: label.to_owned(), address: address.to_owned() })
            .to_vec(),
        base_address: Some("https://example.org/portfolio/".to_owned()),
        language: "en".to_owned(),
        theme,
        built_on: date(2027, 6, 2),
        how_to_verify: "footbridge verify --site .".to_owned(),
        entries: entries(),
        published: 2,
        path: path(),
        contributions: contributions(),
    }
}

fn entries() -> Vec<Entry> {
    let mut api = written(
        "project-api-documentation",
        Piece::ApiDocumentation,
        "Roomwise: book a meeting room by API",
        include_str!("api.md"),
        date(2027, 3, 9),
    );
    api.skills = vec!["API documentation".to_owned(), "Error responses".to_owned(), "Idempotency".to_owned()];
    api.verdict_summary = "All 8 sections are there, and all 5 examples are well formed and documented.".to_owned();
    api.reviews = vec![review()];
    api.published = vec![PublishedAt {
        address: "https://example.org/roomwise/docs".to_owned(),
        on: date(2027, 3, 20),
        where_: "Own site".to_owned(),
        hash: api.answer.as_ref().expect("an answer").hash.clone(),
    }];
    let mut spec = written(
        "spec-usage-alerts",
        Piece::Specification,
        "Usage alerts: tell a customer before the quota is gone",
        include_str!("spec.md"),
        date(2027, 4, 2),
    );
    spec.skills = vec!["Technical specifications".to_owned(), "Capacity".to_owned()];
    let mut teardown = written(
        "weekly-teardown",
        Piece::Teardown,
        "What a webhook product owes its users",
        include_str!("teardown.md"),
        date(2027, 4, 20),
    );
    teardown.published = vec![PublishedAt {
        address: "https://www.linkedin.com/posts/example".to_owned(),
        on: date(2027, 4, 22),
        where_: "LinkedIn".to_owned(),
        hash: AnswerHash::of(b"shortened for LinkedIn"),
    }];
    let mut decision = written(
        "decision-read-replica",
        Piece::Decision,
        "Keep one database and add a read replica",
        include_str!("decision.md"),
        date(2027, 2, 12),
    );
    decision.track = "System design".to_owned();
    let mut log = written(
        "shadow-an-engineer",
        Piece::Research,
        "One sprint beside an engineer",
        "## Log\n\nFrustrations: the test suite takes 22 minutes, and it is started 9 times a day.\n",
        date(2027, 5, 3),
    );
    log.proof = Proof::SelfReported;
    log.verdict_summary = "8 entries, 3 frustrations with numbers, 3 tools.".to_owned();
    let mut all = vec![api, spec, query(), design(), roadmap(), teardown, decision, log];
    all.extend(more_queries());
    all.extend(lessons());
    all
}

fn review() -> Review {
    let level =
        |criterion: &str, level, says: &str| RubricLevel { criterion: criterion.to_owned(), level, out_of: 4, says: says.to_owned() };
    Review {
        by: Reviewer::AnotherPerson,
        on: date(2027, 3, 15),
        levels: vec![
            level("A stranger gets to the first call", 4, "The first call works as printed, and the page says what comes back."),
            level("Errors say what to do", 3, "Each error has a next step; one of them needs knowledge from elsewhere."),
        ],
    }
}

fn query() -> Entry {
    let mut query = piece("sql-error-rate-by-endpoint", Piece::Query, "Which endpoints fail most, and how often?", date(2027, 1, 12));
    query.track = "SQL".to_owned();
    query.judged = Judged::Substance;
    query.skills = vec!["Group rows and count them".to_owned(), "Rates with the right denominator".to_owned()];
    query.check_version = "sql.1.ab12cd34".to_owned();
    query.verdict_summary = "Right on all 12 endpoints, and on 22 hidden databases.".to_owned();
    query.answer = Some(answer("query.sql", include_str!("query.sql")));
    query.body = Some(include_str!("question.md").to_owned());
    let rows = [
        ("POST", "/v1/charges", "18,204", "771", "4.24"),
        ("GET", "/v1/exports/{id}", "2,911", "58", "1.99"),
        ("POST", "/v1/refunds", "3,077", "31", "1.01"),
        ("GET", "/v1/charges", "41,350", "124", "0.30"),
        ("GET", "/v1/usage", "25,118", "25", "0.10"),
    ];
    let column = |title: &str, align| Column { title: title.to_owned(), align };
    query.result = Some(ResultTable {
        caption: "On the data set Metered (synthetic), 1 to 14 March 2026.".to_owned(),
        columns: vec![
            column("method", Align::Left),
            column("endpoint", Align::Left),
            column("requests", Align::Right),
            column("failed", Align::Right),
            column("error_rate, %", Align::Right),
        ],
        rows: rows.iter().map(|(a, b, c, d, e)| [a, b, c, d, e].map(|cell| (*cell).to_owned()).to_vec()).collect(),
        rows_in_all: 12,
    });
    query
}

fn design() -> Entry {
    let mut design = piece("design-usage-counter", Piece::Design, "Count 1 200 calls a second without losing one", date(2027, 5, 11));
    design.track = "System design".to_owned();
    design.judged = Judged::Substance;
    design.help_used = HelpUsed { hints: 1, solution: false };
    design.check_version = "design.1.77aa01fe".to_owned();
    design.verdict_summary = "Holds 1 200 requests a second with 99 % of the answers within 84 ms.".to_owned();
    design.answer = Some(answer("design.yaml", include_str!("design.yaml")));
    design.body =
        Some("The usage counter must hold the load of the busiest hour. Design it, run it, and say where it breaks first.".to_owned());
    let column = |title: &str, align| Column { title: title.to_owned(), align };
    design.result = Some(ResultTable {
        caption: "One simulated hour, seed 20260301.".to_owned(),
        columns: vec![column("component", Align::Left), column("busy, %", Align::Right), column("p99, ms", Align::Right)],
        rows: [("api", "61", "84"), ("cache", "22", "3"), ("database", "78", "41")]
            .map(|(a, b, c)| vec![a.to_owned(), b.to_owned(), c.to_owned()])
            .to_vec(),
        rows_in_all: 3,
    });
    design
}

fn roadmap() -> Entry {
    let mut roadmap =
        piece("roadmap-api-product", Piece::Roadmap, "A roadmap for the REST API and webhooks of a code host", date(2027, 4, 30));
    roadmap.track = "Product".to_owned();
    roadmap.answer = Some(answer("roadmap.yaml", "outcomes:\n  - id: events\n    title: Events reach the integration without polling\n"));
    roadmap.body =
        Some("Three outcomes until September, each with its bets, a measure with baseline and target, and what waits for what.".to_owned());
    roadmap.drawing = Some(Drawing {
        svg: include_str!("roadmap.svg").to_owned(),
        alt: "Eight bets for three outcomes: three now, three next, two later, with lines for what depends on what, and their dates."
            .to_owned(),
    });
    roadmap
}

fn more_queries() -> Vec<Entry> {
    [
        "Which keys are near their quota?",
        "Who came back in the second week?",
        "How slow is each plan?",
        "Which trials end without a call?",
        "Where do delays begin?",
        "The worst hour of each day",
    ]
    .iter()
    .zip(1_i8..)
    .map(|(title, day)| {
        let mut query = query();
        query.id = ExerciseId::new(&format!("sql-more-{day}")).expect("an id");
        query.how_to_rerun = format!("footbridge verify {}", query.id);
        query.title = (*title).to_owned();
        query.passed_on = date(2027, 2, day);
        query.help_used = HelpUsed { hints: day as u8 % 3, solution: day == 5 };
        query
    })
    .collect()
}

fn lessons() -> Vec<Entry> {
    ["What happens between the click and the answer", "Why retries make it worse"]
        .iter()
        .zip(1_i8..)
        .map(|(title, day)| {
            let mut lesson = piece(&format!("lesson-{day}"), Piece::Answers, title, date(2026, 12, day));
            lesson.track = "System design".to_owned();
            lesson.judged = Judged::Substance;
            lesson.check_version = "lesson.1.0c0ffee0".to_owned();
            lesson.verdict_summary = "All 4 questions answered right.".to_owned();
            lesson
        })
        .collect()
}

fn path() -> Vec<PathStep> {
    [
        ("Technical foundations", "Explain microservices in 5 minutes", Some(date(2027, 1, 20)), "lesson-1"),
        ("PM core skills", "A roadmap for an existing API product", Some(date(2027, 4, 30)), "roadmap-api-product"),
        ("Portfolio", "3 published pieces that show TPM thinking", None, "weekly-teardown"),
        ("Network", "3 informational interviews", None, ""),
        ("Target and apply", "First TPM interview scheduled", None, ""),
    ]
    .map(|(step, milestone, reached_on, evidence)| PathStep {
        title: step.to_owned(),
        milestones: vec![Milestone { title: milestone.to_owned(), reached_on, evidence: ExerciseId::new(evidence).into_iter().collect() }],
    })
    .to_vec()
}

fn contributions() -> Vec<Contribution> {
    vec![Contribution {
        title: "Say which errors may be retried".to_owned(),
        project: "example/http-client".to_owned(),
        address: "https://github.com/example/http-client/pull/41".to_owned(),
        on: date(2027, 5, 18),
        diff: Some(include_str!("change.diff").to_owned()),
    }]
}
