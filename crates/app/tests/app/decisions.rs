//! A decision as an exercise: any winner may pass, and its figures are shown once its writer has reckoned them.

use crate::answers::{exercise, pack, right};
use crate::desk::Desk;

const ID: &str = "decide-idempotency-sandbox-bulk";

#[test]
fn figures_are_shown_only_once_nothing_blocks_a_pass() {
    let desk = Desk::begun();
    let look = desk.app.look_over(ID, &right(ID)).expect("a look");
    let decision = look.decision.expect("what the figures give");
    assert_eq!((look.open, decision.options[0].name.as_str()), (0, "Idempotency keys"));
    let confidence = decision.flips.iter().find(|flip| flip.what.starts_with("The confidence")).expect("a flip of confidence");
    assert_eq!((confidence.from.as_str(), confidence.to.as_str()), ("80\u{202f}%", "53.2\u{202f}%"));
    assert!(decision.how.contains("can lie outside the middle 80\u{202f}% of draws"), "{}", decision.how);
    for wrong in &exercise(ID).wrong {
        let look = desk.app.look_over(ID, &wrong.text).expect("a look");
        assert!(look.open > 0 && look.decision.is_none(), "{}", wrong.fault);
    }
    assert!(desk.app.look_over("prd-api-feature", "x").expect("a look").decision.is_none());
}

#[test]
fn every_winner_passes_and_stands_in_the_portfolio() {
    let desk = Desk::begun();
    for solution in &exercise(ID).solutions {
        let verdict = desk.hand_in(ID, solution).expect("it can be checked");
        assert_eq!(verdict.outcome, "pass", "{}", verdict.summary);
        assert!(verdict.summary.ends_with("Whether the choice is right is not judged."), "{}", verdict.summary);
    }
    let work = desk.app.work(ID).expect("work");
    assert_eq!(
        (work.state, work.file.as_str(), work.history.len()),
        (footbridge_app::view::ExerciseState::StructureVerified, "decision.yaml", 3)
    );
    let page = format!("evidence/{ID}.html");
    assert!(desk.app.build_portfolio().expect("a site").files.contains(&page));
    let html = desk.text(&format!("site/{page}")).expect("the page");
    assert!(html.contains("Decision") && html.contains("was not judged"), "{html}");
}

#[test]
fn priorities_that_pass_are_told_of_sums_and_asked_for_no_reason_they_have() {
    let desk = Desk::begun();
    let id = "decide-audit-log-release";
    let verdict = desk.hand_in(id, &right(id)).expect("it can be checked");
    assert_eq!(verdict.outcome, "pass", "{verdict:?}");
    assert!(verdict.summary.contains("and sums and flip point are what they give"), "{}", verdict.summary);
    assert!(verdict.findings.iter().all(|finding| finding.code != "decide-wont-why"), "{:?}", verdict.findings);
}

/// The record of a decision has the shape that our own template of a decision record asks for.
#[test]
fn a_decision_becomes_a_record_and_a_table() {
    let desk = Desk::begun();
    for solution in &exercise(ID).solutions {
        let view = desk.app.decide(&format!("{}\nreview: 2027-07-04\n", solution.trim_end()));
        for heading in ["## Status", "## Context", "## Options", "## Decision", "## Consequences"] {
            assert!(view.record.contains(heading), "{}", view.record);
        }
        let chosen = &view.options[0].name;
        assert!(
            view.record.contains("Proposed, 4 January 2027.") && view.record.contains("We review this on 4 July 2027"),
            "{}",
            view.record
        );
        let taken = match solution.contains(&format!("choice: {chosen}\n")) {
            true => format!("We take {chosen}, because it is first"),
            false => format!("though the figures put {chosen} first"),
        };
        assert!(view.record.contains(&taken), "{}", view.record);
        assert!(view.options.iter().any(|option| option.figures.iter().any(|figure| !figure.evidence.is_empty())));
        assert!(view.beats[0].starts_with(&format!("`{chosen}` beats")), "{:?}", view.beats);
        let again = desk.app.decide(&view.table);
        assert_eq!(again.options.len(), view.options.len(), "{}", view.table);
        let verdict = desk.hand_in("adr-rate-limit-store", &view.record).expect("a verdict");
        let missing = verdict.findings.iter().filter(|finding| finding.severity == "error" && finding.code.starts_with("prose-"));
        // That exercise asks for more words than the template does.
        let shape: Vec<&str> = missing.map(|finding| finding.message.as_str()).filter(|says| !says.contains("words; it needs")).collect();
        assert!(shape.is_empty(), "{shape:?}: {}", view.record);
    }
    let starter = footbridge_app::decision_starter("matrix").expect("a starter").text;
    let view = desk.app.decide(&starter);
    assert!(view.says.contains("lock the weights") && view.findings.len() == 1 && view.record.is_empty(), "{view:?}");
}

/// A record says no more than the figures do, whoever is first and whatever was chosen.
#[test]
fn a_record_claims_only_what_the_figures_show() {
    let desk = Desk::begun();
    let rice = |reach: u32, rest: &str| {
        let option =
            |name: &str, reach| format!("  - name: {name}\n    reach: {reach}\n    impact: 1\n    confidence: 80 %\n    effort: 2\n");
        format!("format: 1\nmethod: rice\nperiod: quarter\noptions:\n{}{}{rest}", option("Hooks", reach), option("Keys", 100))
    };
    let moscow = "format: 1\nmethod: moscow\ncapacity: 10\noptions:\n  - name: Clocks\n    priority: could\n    effort: 3\n  - name: Console\n    priority: should\n    effort: 4\n";
    let cases = [
        (rice(300, ""), "We take Hooks, because it is first at the likely values"),
        (
            rice(300, "choice: Keys\nbecause: the team knows it\n"),
            "We take Keys, in place 2 at the likely values and first in 0\u{202f}% of all draws, though the figures put Hooks first. We do so because of this: The team knows it.",
        ),
        (rice(100, ""), "The figures do not decide: Hooks and Keys share the first place, and it is not said yet which is taken."),
        (rice(100, "choice: Keys\nbecause: the team knows it\n"), "share the first place. We take Keys, which is first in"),
        (rice(100, ""), "The first are level, and no figure decides between them."),
        (
            format!(
                "{}  - name: Bulk\n    reach: 10\n    impact: 1\n    confidence: 80 %\n    effort: 2\nchoice: Bulk\nbecause: the team knows it\n",
                rice(100, "")
            ),
            "We take Bulk, in place 3 at the likely values and first in 0\u{202f}% of all draws, though the figures put Hooks and Keys first.",
        ),
        (moscow.to_owned(), "Nothing was called a must, so nothing is committed to."),
    ];
    for (file, says) in cases {
        let record = desk.app.decide(&file).record;
        assert!(record.contains(says), "{says}\n{record}");
    }
}

/// A fault each: a figure that is no strength is called none, shares are rounded in one way, a reason is shown for what it speaks of, what is
/// not known is not judged, and the choice is shown.
#[test]
fn what_is_shown_of_an_option_is_what_the_file_says_of_it() {
    let matrix = |scores: [&str; 3], rest: &str| {
        let option = |(name, scores): (&str, &str)| {
            format!(
                "  - name: {name}\n    scores: {{Docs: {}, Price: {}}}\n",
                &scores[..scores.len() / 2].trim(),
                &scores[scores.len() / 2..].trim()
            )
        };
        let options: String = ["Alpha", "Beta", "Gamma"].into_iter().zip(scores).map(option).collect();
        format!(
            "format: 1\nmethod: matrix\ncriteria:\n  - {{name: Docs, weight: 50}}\n  - {{name: Price, weight: 50}}\noptions:\n{options}{rest}"
        )
    };
    let desk = Desk::begun();
    let level = desk.app.decide(&matrix(["33", "51", "14"], ""));
    assert!(level.record.contains("All its figures are 3: none speaks for it"), "{}", level.record);

    let unknown = desk.app.decide(&matrix(["4 5", "not known not known", "2 3"], ""));
    let foo = unknown.options.iter().find(|option| option.name == "Beta").expect("the option");
    assert_eq!((foo.place, foo.value_words.as_str(), foo.share_words.as_str(), foo.share), (0, "not known", "not judged", None));
    assert_eq!(unknown.options.iter().map(|option| option.place).collect::<Vec<_>>(), [1, 2, 0]);
    assert!(unknown.says.ends_with("Nothing is known of `Beta`, so it is not judged.") && foo.range_words == "1 – 5", "{unknown:?}");
    // First in every respect, so nothing of it is a weak side.
    assert!(unknown.record.contains("For it speaks that Price is 5; no figure speaks against it."), "{}", unknown.record);
    let judged_of_foo: Vec<&str> =
        unknown.findings.iter().filter(|finding| finding.message.contains("`Beta`")).map(|finding| finding.code.as_str()).collect();
    assert_eq!(judged_of_foo, ["decide-nothing-known"]);
    assert!(unknown.record.contains("**Beta**: nothing is known of it"), "{}", unknown.record);
    assert!(!unknown.reasons.iter().chain(&unknown.beats).any(|words| words.contains("Beta")), "{unknown:?}");

    let chosen = desk.app.decide(&matrix(["33", "51", "14"], "choice: Beta\nbecause: we know it\n"));
    assert_eq!(chosen.chosen, "Chosen is `Beta`. We know it.");

    for (method, named) in [("rice", "Redelivery of webhooks"), ("moscow", "Test keys that never charge")] {
        let view = desk.app.decide(&footbridge_app::decision_starter(method).expect("a starter").text);
        let option = view.options.iter().find(|option| option.name == named).expect("the option");
        assert!(!option.why.is_empty() && option.figures.iter().all(|figure| figure.why.is_empty()), "{option:?}");
    }
    let starter = desk.app.decide(&footbridge_app::decision_starter("matrix").expect("a starter").text);
    assert!(starter.unfinished && !starter.complete);
}

#[test]
fn a_record_of_priorities_gives_no_reason_that_nobody_wrote() {
    let desk = Desk::begun();
    let moscow = |rest: &str| {
        format!(
            "format: 1\nmethod: moscow\ncapacity: 8 – 10 – 12\noptions:\n  - name: Clocks\n    priority: must\n    effort: 3\n  - name: Console\n    priority: should\n    effort: 4\n{rest}"
        )
    };
    let view = desk.app.decide(&moscow(""));
    assert_eq!(view.figure, "Person-days of 8 – 10 – 12");
    assert!(view.record.contains("the capacity is 8 – 10 – 12 person-days"), "{}", view.record);
    assert!(view.record.contains("We commit to Clocks; it takes 3 person-days. Why these are the musts is not said"), "{}", view.record);
    assert!(!view.record.contains("because"), "{}", view.record);
    let said = desk.app.decide(&moscow("because: the bank asks for them by June\n")).record;
    assert!(said.contains("it takes 3 person-days. The bank asks for them by June."), "{said}");
}

#[test]
fn a_matrix_whose_weights_are_locked_is_not_told_to_lock_them() {
    let desk = Desk::begun();
    let starter = footbridge_app::decision_starter("matrix").expect("a starter").text;
    let told = desk.app.decide(&starter);
    let lock = told.findings.iter().flat_map(|finding| &finding.help).find_map(|help| help.split('`').nth(1)).expect("the line to add");
    let locked = desk.app.decide(&starter.replacen("scale:", &format!("{lock}\nscale:"), 1));
    assert!(locked.awaits_scores, "{locked:?}");
    assert_eq!(
        locked.says,
        "Criteria and weights are locked, and nothing is scored yet: score every option, each score with what it rests on."
    );
}

#[test]
fn a_starter_keeps_what_the_check_asks_for() {
    let desk = Desk::begun();
    for method in ["rice", "moscow"] {
        let view = desk.app.decide(&footbridge_app::decision_starter(method).expect("a starter").text);
        let asked: Vec<&str> = view.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert!(!asked.contains(&"decide-no-evidence"), "{method}: {asked:?}");
    }
}

#[test]
fn a_starter_of_an_exercise_that_nobody_touched_is_told_once() {
    let desk = Desk::begun();
    for (id, first) in
        [("decide-api-gateway", "`weight`"), ("decide-retries-pagination-headers", "`reach`"), ("decide-audit-log-release", "`capacity`")]
    {
        let starter = pack().exercise(id).expect("the exercise").starter.to_string();
        let verdict = desk.hand_in(id, &starter).expect("a verdict");
        assert_eq!(
            (verdict.outcome.as_str(), verdict.summary.as_str(), verdict.findings.len()),
            ("unreadable", "Nothing is filled in yet.", 1),
            "{id}: {:?}",
            verdict.findings
        );
        assert!(verdict.findings[0].help[0].starts_with("First ") && verdict.findings[0].help[0].contains(first), "{:?}", verdict.findings);
        let begun = starter.replacen("because: …", "because: we know them for a long time and they pay on time every month", 1);
        let verdict = desk.hand_in(id, &begun).expect("a verdict");
        assert!(
            verdict.summary.ends_with("places are not filled in yet.") && verdict.findings.len() <= 4,
            "{id}: {} {:?}",
            verdict.summary,
            verdict.findings
        );
        let live = desk.app.decide(&starter);
        assert!(live.unfinished && live.says.ends_with("places are not filled in yet.") && live.findings.len() <= 4, "{id}: {live:?}");
    }
}

#[test]
fn a_share_is_rounded_in_one_way_in_the_table_and_in_the_record() {
    let desk = Desk::begun();
    let view = desk.app.decide(&footbridge_app::decision_starter("rice").expect("a starter").text);
    for option in &view.options {
        let share = option.share_words.split(' ').next().expect("a share");
        assert!(view.record.contains(&format!("is first in {share}.")), "{}: {share}\n{}", option.name, view.record);
    }
}

/// A strength is better than that of every other option, and a weakness worse than that of another.
#[test]
fn a_record_names_no_strength_and_no_weakness_that_is_not_there() {
    let desk = Desk::begun();
    let equal = desk.app.decide("option,reach,impact,confidence,effort\nA,100,1,80 %,1\nB,100,1,80 %,1\n").record;
    assert_eq!(equal.matches("No figure speaks for it or against it").count(), 2, "{equal}");
    assert!(!equal.contains("What it costs"), "nothing is chosen: {equal}");

    let tools = desk
        .app
        .decide("option,Integration,Learning,Pricing\nweight,40,30,30\nJira,3 – 4 – 5,2,1 – 2 – 3\nLinear,3,3 – 4 – 5,4\nTrello,2,4,3\n");
    let line = |name: &str| tools.record.lines().find(|line| line.starts_with(&format!("- **{name}**"))).expect("an option").to_owned();
    assert!(
        line("Jira").ends_with("For it speaks that Integration is 3 – 4 – 5; but Learning is 2, against 3 – 4 – 5 of Linear."),
        "{}",
        line("Jira")
    );
    assert!(
        line("Linear").ends_with("For it speaks that Pricing is 4; but Integration is 3, against 3 – 4 – 5 of Jira."),
        "{}",
        line("Linear")
    );
    assert!(
        line("Trello")
            .ends_with("No figure of it is better than all others; against it speaks that Integration is 2, against 3 – 4 – 5 of Jira."),
        "{}",
        line("Trello")
    );
    assert!(tools.record.contains("What it costs: Integration of Linear is 3, and Jira would have 3 – 4 – 5."), "{}", tools.record);

    let best = desk.app.decide("option,Docs,Price\nweight,50,50\nA,5,4\nB,3,4\n").record;
    assert!(best.contains("What it costs is not among the figures: none of A is known to be worse than that of another option."), "{best}");
}

#[test]
fn a_record_holds_what_a_person_wrote_of_each_figure_and_no_day_that_nobody_wrote() {
    let desk = Desk::begun();
    let starter = footbridge_app::decision_starter("rice").expect("a starter").text;
    let record = desk.app.decide(&starter).record;
    assert!(record.contains("\n  For the option as a whole: 210 tickets a month; two customers shipped goods twice."), "{record}");
    assert!(record.contains("Reach 800 – 1150 – 1400: 1,150 accounts had a failed delivery last quarter"), "{record}");
    assert!(record.contains("Confidence 50 – 80 – 80\u{202f}%: Eight newcomers are few."), "{record}");
    assert!(record.ends_with("Review: not agreed on.\n") && !record.contains("We review this on"), "{record}");
    for (review, says) in [("2027-03-01", "We review this on 1 March 2027.\n"), ("when the beta ends", "Review: when the beta ends.\n")] {
        let record = desk.app.decide(&format!("{starter}review: {review}\n")).record;
        assert!(record.ends_with(says), "{record}");
    }
    let moscow = "format: 1\nmethod: moscow\ncapacity: 9\nevidence: {capacity: two people for a week}\noptions:\n  - name: Clocks\n    priority: must\n    effort: 3\n    evidence: {priority: the bank asks for them, effort: counted}\n  - name: Console\n    priority: wont\n    effort: 4\n";
    let record = desk.app.decide(moscow).record;
    assert!(record.contains("the capacity is 9 person-days (two people for a week)"), "{record}");
    assert!(record.contains("- **Clocks**: must (the bank asks for them), takes 3 person-days (counted)."), "{record}");
    assert!(record.contains("- **Console**: wont, takes 4 person-days; no reason was written down."), "{record}");
}

#[test]
fn a_record_of_a_broken_decision_says_so_at_its_head_and_commits_to_nothing() {
    let desk = Desk::begun();
    let musts = "format: 1\nmethod: moscow\ncapacity: 20\noptions:\n  - name: Clocks\n    priority: must\n    effort: 24\n  - name: Console\n    priority: could\n    effort: 4\n";
    let weights = "format: 1\nmethod: matrix\nlocked: 1111-2222\ncriteria:\n  - {name: Docs, weight: 50}\n  - {name: Price, weight: 50}\noptions:\n  - {name: Linear, scores: {Docs: 5, Price: 4}}\n  - {name: Jira, scores: {Docs: 3, Price: 2}}\n";
    for (file, fault, sound) in
        [(musts, "- The musts take 24 person-days and the capacity is 20: they do not fit.\n", "We commit"), (weights, "", "We take")]
    {
        let view = desk.app.decide(file);
        assert!(!view.complete, "{view:?}");
        let head = "# What is decided\n\n**This decision does not hold yet:**\n\n- ";
        assert!(view.record.starts_with(head) && view.record.contains(fault), "{}", view.record);
        assert!(view.record.contains("Nothing is decided until what is named above is mended."), "{}", view.record);
        assert!(!view.record.contains(sound) && !view.record.contains("Proposed,"), "{}", view.record);
    }
}

#[test]
fn the_score_of_every_option_of_a_starter_lies_in_its_own_range() {
    let view = footbridge_app::decide(&footbridge_app::decision_starter("rice").expect("a starter").text, "decision.yaml");
    for option in &view.options {
        assert!(option.low <= option.value && option.value <= option.high, "{option:?}");
    }
}

/// One of two equal options was said to beat the other in half of the draws.
#[test]
fn options_that_are_equal_in_every_draw_are_told_so() {
    let option = |name: &str, reach: &str| format!("  - {{name: {name}, reach: {reach}, impact: 1, confidence: 80 %, effort: 3}}\n");
    let decided = |options: &str| footbridge_app::decide(&format!("format: 1\nmethod: rice\noptions:\n{options}"), "decision.yaml").beats;
    let beats = decided(&(option("A", "100") + &option("B", "100") + &option("C", "50")));
    assert_eq!(beats[0], "`A` and `B` are equal in every draw.");
    assert!(beats[1].starts_with("`A` beats `C` in 100\u{202f}%"), "{beats:?}");
    let ranges = decided(&(option("A", "[80, 100, 120]") + &option("B", "[80, 100, 120]")));
    assert!(ranges[0].starts_with("`A` beats `B` in "), "of their ranges each is drawn for itself: {ranges:?}");
}
