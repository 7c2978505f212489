//! Tools side by side by the facts of the Guide: weights first, a score only where there is a source.

use crate::desk::Desk;
use footbridge_app::view::{DecisionView, EvaluationBody};

fn wanted(tools: &[&str], team: Option<u32>, weights: [u32; 4]) -> EvaluationBody {
    let words = ["integration", "learning", "pricing", "features"];
    EvaluationBody {
        tools: tools.iter().map(|tool| (*tool).to_owned()).collect(),
        team,
        weights: words.into_iter().map(str::to_owned).zip(weights).collect(),
        ..EvaluationBody::default()
    }
}

fn evaluated(desk: &Desk, wanted: &EvaluationBody) -> DecisionView {
    let text = desk.app.evaluate_tools(wanted).expect("tools that are known").text;
    let view = desk.app.decide(&text);
    assert!(view.complete, "{:?}\n{text}", view.findings);
    view
}

fn score(view: &DecisionView, tool: &str, criterion: &str) -> String {
    let option = view.options.iter().find(|option| option.name == tool).expect("a tool");
    option.figures.iter().find(|figure| figure.name.starts_with(criterion)).expect("a criterion").value.clone()
}

#[test]
fn every_cell_of_the_guide_gives_a_score_with_its_source_or_says_that_nothing_is_known() {
    let desk = Desk::new();
    let tools: Vec<String> = desk.app.tool_choices().jobs.into_iter().flat_map(|job| job.tools).collect();
    assert_eq!(tools.len(), 12);
    let names: Vec<&str> = tools.iter().map(String::as_str).collect();
    let view = evaluated(&desk, &wanted(&names, Some(12), [25; 4]));
    let cells: Vec<_> = view.options.iter().flat_map(|option| option.figures.iter().map(move |figure| (option, figure))).collect();
    assert_eq!(cells.len(), 48);
    for (option, figure) in &cells {
        if figure.value == "not known" {
            assert!(figure.evidence.is_empty() && figure.why.contains("No source was found"), "{} {figure:?}", option.name);
        } else {
            assert!(figure.why.contains(" of 5: ") && figure.why.contains("step"), "{} {figure:?}", option.name);
            assert!(figure.evidence.contains("https://") && figure.evidence.contains("20"), "{} {figure:?}", option.name);
        }
    }
    let unknown: Vec<&str> =
        cells.iter().filter(|(_, figure)| figure.value == "not known").map(|(option, _)| option.name.as_str()).collect();
    assert_eq!(unknown.len(), 2, "{unknown:?}");
    for tool in ["Mixpanel", "Confluence"] {
        let told = view.unknown.iter().find(|says| says.contains(&format!("of `{tool}` is not known"))).expect("told");
        assert!(told.contains(" to ") && told.contains("in place"), "{told}");
    }
}

#[test]
fn the_price_follows_the_size_of_the_team() {
    let desk = Desk::new();
    for (team, jira) in [(Some(1), "3 – 4 – 5"), (Some(8), "2 – 3 – 4"), (Some(12), "1 – 2 – 3"), (None, "2 – 3 – 4")] {
        let view = evaluated(&desk, &wanted(&["jira", "Swagger"], team, [25; 4]));
        assert_eq!(score(&view, "Jira", "Pricing"), jira, "{team:?}");
        assert_eq!(score(&view, "Swagger/OpenAPI", "Pricing"), "4 – 5 – 5");
    }
}

#[test]
fn names_are_found_as_people_write_them() {
    let desk = Desk::new();
    let view = evaluated(&desk, &wanted(&["aha", "GA4", "openapi", "aha!"], None, [1, 0, 0, 0]));
    let mut names: Vec<&str> = view.options.iter().map(|option| option.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Aha!", "Google Analytics 4", "Swagger/OpenAPI"]);
    let told = desk.app.evaluate_tools(&wanted(&["Jira", "Mixpannel"], None, [25; 4])).expect("two tools").told;
    assert!(told[0].contains("no facts on `Mixpannel`") && told[0].ends_with("Did you mean `Mixpanel`?"), "{told:?}");
    let job = EvaluationBody { job: Some("Collab".to_owned()), ..wanted(&[], None, [25; 4]) };
    assert_eq!(evaluated(&desk, &job).options.len(), 3);
}

#[test]
fn weights_come_before_scores() {
    let desk = Desk::new();
    let begun = desk
        .app
        .evaluate_tools(&EvaluationBody { weights: Default::default(), ..wanted(&["Jira", "Linear"], Some(12), [0; 4]) })
        .expect("a file");
    assert!(!begun.text.contains("scores:") && !begun.text.contains("locked:"), "{}", begun.text);
    let refused = desk.app.score_tools(&begun.text, "tools.yaml").expect_err("nothing is locked");
    assert_eq!(refused.message, "The weights are not locked yet, and they come before the scores.");
    let lock = refused.help.expect("the seal");
    let lock = lock.split('`').nth(1).expect("in code");
    let locked = begun.text.replace("options:", &format!("# mine\n{lock}\noptions:"));
    assert!(desk.app.decide(&locked).awaits_scores && !desk.app.decide(&begun.text).awaits_scores);
    let scored = desk.app.score_tools(&locked, "tools.yaml").expect("locked").text;
    assert!(scored.contains("# mine") && desk.app.decide(&scored).complete, "{scored}");
    let bent = locked.replacen("weight: 25", "weight: 60", 1);
    assert!(desk.app.score_tools(&bent, "tools.yaml").expect_err("bent").message.contains("others than those that were locked"));
    let again = desk.app.score_tools(&scored, "tools.yaml").expect_err("scored");
    assert!(again.message.contains("It has scores already"), "{}", again.message);
    let bent = scored.replacen("weight: 25", "weight: 60", 1);
    assert!(!desk.app.decide(&bent).complete, "weights that are bent after the scores are told");
}

#[test]
fn what_cannot_be_laid_side_by_side_is_said() {
    let desk = Desk::new();
    let refused = |wanted: EvaluationBody| desk.app.evaluate_tools(&wanted).expect_err("refused");
    assert!(refused(wanted(&["Jira"], None, [25; 4])).message.starts_with("1 tool is named"));
    assert!(refused(wanted(&["Jira", "Linear"], Some(0), [25; 4])).message.contains("1 to 1000000 people"));
    assert!(refused(wanted(&["Jira", "Linear"], None, [0; 4])).message.contains("at least one is above 0"));
    let mut some = wanted(&["Jira", "Linear"], None, [25; 4]);
    some.weights.remove("pricing");
    assert_eq!(refused(some).message, "No weight is stated for `pricing`.");
    let mut strange = wanted(&["Jira", "Linear"], None, [25; 4]);
    strange.weights.insert("prcing".to_owned(), 5);
    assert_eq!(refused(strange).help.as_deref(), Some("Did you mean `pricing`?"));
    let job = EvaluationBody { job: Some("cooking".to_owned()), ..EvaluationBody::default() };
    assert!(refused(job).message.contains("There is no job `cooking`."));
    for (text, says) in [
        ("", "cannot be read as a matrix"),
        ("option,Price\nweight,1\nA,2\nB,3\n", "It has scores already"),
        ("format: 1\nmethod: rice\noptions: []\n", "cannot be read as a matrix"),
    ] {
        let message = desk.app.score_tools(text, "x.yaml").expect_err(text).message;
        assert!(message.contains(says), "{message}");
    }
    let own =
        "format: 1\nmethod: matrix\ncriteria:\n  - {name: Colour, weight: 1}\nlocked: SEAL\noptions:\n  - name: Jira\n  - name: Linear\n";
    let help = desk.app.score_tools(own, "x.yaml").expect_err("another seal").help.expect("the seal");
    let seal = help.split('`').nth(1).expect("in code").trim_start_matches("locked: ").to_owned();
    assert!(desk.app.score_tools(&own.replace("SEAL", &seal), "x.yaml").expect_err("no facts").message.contains("none of these criteria"));
}

#[test]
fn the_result_names_its_reasons_and_where_it_flips() {
    let desk = Desk::new();
    let view = evaluated(&desk, &wanted(&["Jira", "Linear", "Confluence"], Some(12), [40, 20, 20, 20]));
    assert_eq!(view.options[0].name, "Linear");
    assert!(
        view.reasons[0].starts_with("`Linear` is ") && view.reasons[0].contains("Integration with engineering workflows"),
        "{:?}",
        view.reasons
    );
    let wins = view.flips.iter().map(|flip| flip.wins.as_str()).find(|wins| !wins.is_empty()).expect("a weight that flips");
    assert!(
        wins.starts_with("`Confluence` wins if `Features for TPM use cases` weighs over ") && wins.contains("% of the whole"),
        "{wins}"
    );
    assert!(view.says.contains(wins), "{}", view.says);
    assert!(view.record.contains("Linear is ") && view.record.contains("is not known: it scores"), "{}", view.record);
}

#[test]
fn a_decision_is_kept_beside_those_that_are_there_and_nothing_else_is() {
    let desk = Desk::begun();
    let text = desk.app.evaluate_tools(&wanted(&["Jira", "Linear"], Some(12), [25; 4])).expect("two tools").text;
    let first = desk.app.keep_decision(&text).expect("kept").file;
    assert_eq!(first, "private/decisions/which-tool-for-our-use-case-with-12-people-2027-01-04.yaml");
    assert_eq!(desk.text(&first).as_deref(), Some(text.as_str()));
    let second = desk.app.keep_decision(&text).expect("kept again").file;
    assert_eq!(second, "private/decisions/which-tool-for-our-use-case-with-12-people-2027-01-04-2.yaml");
    assert!(desk.app.keep_decision("option,Price\nweight,1\nA,2\nB,3\n").expect("a table").file.ends_with(".csv"));
    let unscored = desk.app.keep_decision(&footbridge_app::decision_starter("matrix").expect("a starter").text).expect("weights");
    assert_eq!(unscored.file, "private/decisions/where-our-api-documentation-lives-2027-01-04.yaml");
    assert!(desk.app.keep_decision("dear diary").expect_err("no decision").message.contains("cannot be read as a decision"));
}

#[test]
fn a_reply_about_tools_comes_back_as_a_decision_that_nobody_reviewed() {
    let desk = Desk::begun();
    let reply = REPLY;
    let kept = desk.app.keep_reply("tools", reply, "the reply", None).expect("the shape that was asked for");
    assert_eq!(desk.text(&kept.file).as_deref(), Some(kept.decision.as_str()));
    assert!(kept.decision.starts_with("# Unreviewed: a language model wrote this"), "{}", kept.decision);
    let view = desk.app.decide(&kept.decision);
    assert!(view.complete && view.title.ends_with("unreviewed") && view.options[0].name == "Bruno", "{view:?}");
    assert_eq!(score(&view, "Insomnia", "Price"), "not known");
    let refused = desk.app.keep_reply("tools", &reply.replace("## Matrix", "## Table"), "the reply", None).expect_err("no matrix");
    assert!(refused.message.contains("does not have the shape") && !refused.findings.is_empty());
}

const REPLY: &str = "## Weights\n\n| criterion | weight | reason |\n|---|---|---|\n| Integration | 40 | x |\n| Price | 40 | y |\n| Learning curve | 10 | z |\n| Features | 10 | z |\n\n## Matrix\n\n| criterion | weight | score of Postman | reason for Postman | score of Bruno | reason for Bruno | score of Insomnia | reason for Insomnia |\n|:--|--:|--:|---|---|---|---|---|\n| Integration | 40 | 4 | syncs | 5 | files in git: \"yes\" | 3 | plugin |\n| Price | 40 % | 2 | check | 4.5 | free | not known | no figures |\n| Learning curve | 10 | 4 | menus | 3 | files | 3 | menus |\n| Features | 10 | 4 | mocks | 3 | scripts | 3 | plugins |\n| **Weighted total** | | 3.20 | | 4.80 | | | |\n\n## Recommendation\n\nBruno.\nIt lives in the repository.\n";
