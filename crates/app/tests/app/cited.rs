//! Figures that cite a query, with the real worker: at the check, on the portfolio, for a reader, and in a stranger's hands.

use crate::answers::{exercise, right, right_of};
use crate::desk::Desk;
use crate::strangers::copied;
use footbridge_app::view::{Block, Inline, VerdictView, VerifyResult};

const QUERY: &str = "sql-failed-requests";
const PIECE: &str = "project-microservices-explained";
/// One with a rubric, which another person can be asked to score.
const WITH_RUBRIC: &str = "spec-usage-alerts";

/// A desk on which the query is passed, and one figure of it: what stands in a column of one row.
fn answered() -> (Desk, i64, String) {
    let desk = Desk::with_worker();
    let sql = right_of(exercise(QUERY).variant(0));
    let passed = desk.hand_in(QUERY, &sql).expect("it can be checked");
    assert_eq!(passed.outcome, "pass", "{}", passed.summary);
    let rows = desk.app.run(QUERY, &sql, false).expect("it runs").rows.expect("rows");
    let at = |name: &str| rows.columns.iter().position(|column| column.name == name).expect("a column");
    let cell = |name: &str| rows.rows[0][at(name)].clone().expect("a value");
    let reference = format!("{{{{query:{QUERY}:latency_ms where request_id={}}}}}", cell("request_id"));
    (desk, cell("latency_ms").parse().expect("a whole number"), reference)
}

fn piece(figure: i64, reference: &str) -> String {
    format!("---\npublish: true\n---\n{}\nThe first of them took {figure} {reference} milliseconds.\n", right(PIECE))
}

fn codes(verdict: &VerdictView) -> Vec<&str> {
    verdict.findings.iter().filter(|finding| finding.code.starts_with("reference")).map(|finding| finding.code.as_str()).collect()
}

#[test]
fn a_cited_figure_is_compared_with_the_writers_own_query() {
    let (desk, figure, reference) = answered();
    let differs = desk.hand_in(PIECE, &piece(figure + 1, &reference)).expect("it can be checked");
    assert_eq!((differs.outcome.as_str(), codes(&differs)), ("revise", vec!["reference-differs"]));
    let unknown = desk.hand_in(PIECE, &piece(figure, &reference.replace(QUERY, "sql-longest-delays"))).expect("it can be checked");
    assert_eq!((unknown.outcome.as_str(), codes(&unknown)), ("revise", vec!["reference-unanswered"]));
    let agrees = desk.hand_in(PIECE, &piece(figure, &reference)).expect("it can be checked");
    assert_eq!((agrees.outcome.as_str(), codes(&agrees)), ("pass", vec![]));
    assert_eq!(desk.app.verify(None).expect("verified").answer, "2 of 2 passes hold.");
}

#[test]
fn a_text_is_not_taken_elsewhere_with_a_wrong_figure_unsaid() {
    let (desk, figure, reference) = answered();
    let lost = |figure: i64| {
        desk.hand_in(PIECE, &piece(figure, &reference)).expect("it can be checked");
        desk.app.post(PIECE, "linkedin").expect("a text").lost
    };
    let differs = format!("The text says {}; your query for `{QUERY}` gives {figure}.", figure + 1);
    assert!(lost(figure + 1).contains(&differs));
    assert!(!lost(figure).iter().any(|line| line.contains("The text says")));
}

#[test]
fn a_cited_figure_leads_to_its_query_wherever_the_piece_is_read() {
    let (desk, figure, reference) = answered();
    let text = piece(figure, &reference);
    assert_eq!(desk.hand_in(PIECE, &text).expect("it can be checked").outcome, "pass");
    let preview = desk.app.look_over(PIECE, &text).expect("it can be looked over").preview;
    let Some(Block::Paragraph { inlines }) = preview.last() else { panic!("{:?}", preview.last()) };
    let link = inlines.iter().find_map(|inline| match inline {
        Inline::Link { to, inlines } => Some((to.clone(), format!("{inlines:?}"))),
        _ => None,
    });
    let (leads_to, says) = link.expect("a link");
    assert!(leads_to == format!("/work/{QUERY}") && says.contains(&figure.to_string()), "{leads_to} {says}");

    desk.app.build_portfolio().expect("a site");
    let page = desk.text(&format!("site/evidence/{PIECE}.html")).expect("a page");
    assert!(page.contains(&format!("took <a href=\"{QUERY}.html#answer\">{figure}</a> milliseconds")), "the figure is the link");
    let shown = page.split("<h2 id=\"answer\">").next().expect("what stands above the exact answer");
    assert!(!shown.contains("{{query"), "no braces stand in what is read");
    let query = desk.text(&format!("site/evidence/{QUERY}.html")).expect("a page");
    assert!(query.contains("What the query returns on the rows that the check runs on.") && query.contains("latency_ms"));

    desk.hand_in(WITH_RUBRIC, &text).expect("it can be checked");
    let sent = desk.app.review_page(WITH_RUBRIC).expect("a page for a reader").path;
    let sent = desk.text(&sent).expect("a page");
    assert!(sent.contains(&format!("took {figure} (by the query <code>{QUERY}</code>) milliseconds")), "{sent}");
    desk.put("portfolio.toml", "address = \"https://name.example/portfolio/\"\n");
    let sent = desk.app.review_page(WITH_RUBRIC).expect("a page for a reader").path;
    let sent = desk.text(&sent).expect("a page");
    assert!(sent.contains(&format!("href=\"https://name.example/portfolio/evidence/{QUERY}.html#answer\"")), "{sent}");
}

#[test]
fn a_stranger_checks_a_cited_figure_only_with_the_answer_it_cites() {
    let (desk, figure, reference) = answered();
    assert_eq!(desk.hand_in(PIECE, &piece(figure, &reference)).expect("it can be checked").outcome, "pass");
    let stranger = Desk::with_worker();
    let verified = |name: &str| {
        desk.app.build_portfolio().expect("a site");
        let site = copied(&desk, name);
        let view = stranger.app.verify_site(&site.0).expect("a site that can be read");
        view.lines.into_iter().find(|line| line.exercise == PIECE).map(|line| (line.result, line.says)).expect("a claim")
    };
    assert_eq!(verified("cited").0, VerifyResult::Holds);
    desk.put("portfolio.toml", &format!("hidden = [\"{QUERY}\"]\n"));
    let (result, says) = verified("uncited");
    assert_eq!(result, VerifyResult::NotRun);
    assert_eq!(says, format!("It cites the answer to `{QUERY}`, which was not published with it."));
}

#[test]
fn a_figure_of_a_simulated_run_is_drawn_again() {
    const DECISION: &str = "decide-documentation-quarter";
    let desk = Desk::begun();
    let piece = |figure: &str, column: &str| {
        let reference = format!("{{{{run:{DECISION}:{column} where option=Error reference}}}}");
        format!("{}\nIt is first in {figure} {reference} of all draws.\n", right(PIECE))
    };
    let told = |figure: &str, column: &str| {
        let verdict = desk.hand_in(PIECE, &piece(figure, column)).expect("it can be checked");
        (verdict.outcome.clone(), codes(&verdict).into_iter().map(str::to_owned).collect::<Vec<_>>())
    };
    let one = |outcome: &str, code: &str| (outcome.to_owned(), vec![code.to_owned()]);
    assert_eq!(told("99.7 %", "first"), one("revise", "reference-unanswered"));
    assert_eq!(desk.hand_in(DECISION, &right(DECISION)).expect("it can be checked").outcome, "pass");
    assert_eq!(told("62 %", "first"), one("revise", "reference-differs"));
    assert_eq!(told("1", "rank"), one("revise", "reference-value"));
    assert_eq!(told("1", "place"), ("pass".to_owned(), Vec::new()));
    assert_eq!(told("99.7 %", "first"), ("pass".to_owned(), Vec::new()));
    assert_eq!(desk.app.verify(None).expect("verified").answer, "3 of 3 passes hold.");
}
