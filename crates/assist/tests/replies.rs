//! Replies as models send them, whole and broken.

use footbridge_assist::{Asked, Interview, QuestionKind, Reply, read};
use serde_json::{Value, json};

fn plan_markdown() -> String {
    let week = |number: usize| {
        let questions: String =
            (1..=5).map(|question| format!("{question}. A service has {question}00 calls a second. What breaks first?\n")).collect();
        format!(
            "## Week {number}: Load {number}\n\n**Block:** system design\n\n**Core concept:** Queues grow\nbefore servers are full.\n\n**Hands-on project:** A page of figures, 2 hours.\n\n**Free resources:**\n- A text, by somebody, 20 minutes\n- A film,\n  check this\n\n**Interview questions:**\n\n{questions}\n"
        )
    };
    format!("What helps is your background.\n\n{}## What I could not know\n\nYour region.\n", (1..=12).map(week).collect::<String>())
}

fn plan_json() -> Value {
    let week = json!({"title": "Load", "concept": "Queues", "project": "A page", "resources": ["A text"], "questions": ["a?", "b?", "c?", "d?", "e?"]});
    json!({ "weeks": vec![week; 12] })
}

fn interview_markdown() -> String {
    let kinds = [
        "system design",
        "System Design",
        "system design",
        "product sense",
        "product sense",
        "product sense",
        "API-specific technical",
        "API-specific technical",
        "behavioural",
        "behavioral",
    ];
    let question = |(at, kind): (usize, &&str)| {
        format!(
            "## Question {}: ({kind})\n\n**Question:** Design it for 2,000 calls a second.\n\n**What the interviewer evaluates:** numbers.\n\n**Strong answer framework:**\n1. ask\n2. reckon\n\n**Common mistakes**: reciting.\n\n**Follow-up:** And at ten times?\n\n",
            at + 1
        )
    };
    kinds.iter().enumerate().map(question).collect::<String>()
        + "## 11. Where to prepare first\n\nThere.\n\n**Question 3:** no evidence yet.\n"
}

fn tools_markdown() -> String {
    "## Weights\n\n| criterion | weight | reason |\n|---|---|---|\n| Integration | 40 | x |\n| Price | 40 | y |\n| Learning curve | 10 | z |\n| Features | 10 | z |\n\n## Matrix\n\n| criterion | weight | score of Postman | reason for Postman | score of Bruno | reason for Bruno | score of Insomnia | reason for Insomnia |\n|:--|--:|--:|---|---|---|---|---|\n| Integration | 40 | 4 | syncs | 5 | files in git: \"yes\" | 3 | plugin |\n| Price | 40 % | 2 | check | 4.5 | free | not known | no figures |\n| Learning curve | 10 | 4 | menus | 3 | files | 3 | menus |\n| Features | 10 | 4 | mocks | 3 | scripts | 3 | plugins |\n| **Weighted total** | | 3.20 | | 4.80 | | | |\n\n## Recommendation\n\nBruno.\nIt lives in the repository.\n".to_owned()
}

fn told(asked: Asked, text: &str) -> Vec<String> {
    read(asked, text, "reply.md").err().unwrap_or_default().into_iter().map(|finding| finding.message).collect()
}

#[test]
fn whole_replies_are_taken_in_both_forms() {
    let Ok(Reply::LearningPlan(weeks)) = read(Asked::LearningPlan, &plan_markdown(), "reply.md") else {
        panic!("{:?}", told(Asked::LearningPlan, &plan_markdown()))
    };
    assert_eq!(
        (weeks.len(), weeks[11].title.as_str(), weeks[0].concept.as_str()),
        (12, "Load 12", "Queues grow\nbefore servers are full.")
    );
    assert_eq!(weeks[0].resources, ["A text, by somebody, 20 minutes", "A film, check this"]);
    assert!(weeks.iter().all(|week| week.questions.len() == 5));
    assert!(read(Asked::LearningPlan, &plan_json().to_string(), "reply.json").is_ok());
    assert!(read(Asked::LearningPlan, &format!("```json\n{}\n```\n", plan_json()), "reply.md").is_ok(), "in a fence");

    let Ok(Reply::Interview(Interview { questions, prepare_first })) = read(Asked::Interview, &interview_markdown(), "reply.md") else {
        panic!("{:?}", told(Asked::Interview, &interview_markdown()))
    };
    assert_eq!(questions.iter().filter(|question| question.kind == QuestionKind::SystemDesign).count(), 3);
    assert_eq!((questions[9].mistakes.as_str(), questions[9].follow_up.as_str()), ("reciting.", "And at ten times?"));
    assert_eq!(prepare_first, "There.\n\n**Question 3:** no evidence yet.");

    let wrapped = format!("Here it is:\n\n```markdown\n{}\n```\n", interview_markdown());
    let Ok(Reply::Interview(in_a_fence)) = read(Asked::Interview, &wrapped, "reply.md") else {
        panic!("{:?}", told(Asked::Interview, &wrapped))
    };
    assert_eq!(in_a_fence, Interview { questions, prepare_first });

    let Ok(Reply::Tools(evaluation)) = read(Asked::Tools, &tools_markdown(), "reply.md") else {
        panic!("{:?}", told(Asked::Tools, &tools_markdown()))
    };
    assert_eq!(evaluation.tools.iter().map(|tool| tool.name.as_str()).collect::<Vec<_>>(), ["Postman", "Bruno", "Insomnia"]);
    assert_eq!((evaluation.tools[1].scores[1].score, evaluation.tools[2].scores[1].score), (Some(4.5), None));
    assert_eq!(evaluation.recommendation, "Bruno.\nIt lives in the repository.");
}

/// `**Scope (2 min):**` is how models like to write a step.
#[test]
fn bold_labels_in_an_answer_are_part_of_it() {
    let framework = "ten minutes in all.\n**Scope (2 min):** ask which merchants.\n**Questions to ask (1 min):** who pays?\n  - **Question:** and who waits?\n\n```md\n**Common mistakes:** as a heading\n```\n**Numbers**: 2,000 calls a second.";
    let evaluates = "**Scoping:** poor is none.\n**Numbers:** excellent is a bound.";
    let text = interview_markdown()
        .replacen("**Strong answer framework:**\n1. ask\n2. reckon", &format!("**Strong answer framework (8 to 12 min):** {framework}"), 1)
        .replacen("evaluates:** numbers.", &format!("evaluates:**\n{evaluates}"), 1)
        .replacen("**Common mistakes**:", "**Common Mistakes and what to do instead:**", 1)
        .replacen("**Follow-up:**", "**Follow-up question:**", 1);
    let Ok(Reply::Interview(interview)) = read(Asked::Interview, &text, "reply.md") else { panic!("{:?}", told(Asked::Interview, &text)) };
    let first = &interview.questions[0];
    assert_eq!((first.framework.as_str(), first.evaluates.as_str()), (framework, evaluates));
    assert_eq!((first.mistakes.as_str(), first.follow_up.as_str()), ("reciting.", "And at ten times?"));
    let file = Reply::Interview(interview.clone()).to_file(None);
    assert_eq!(read(Asked::Interview, &file, "kept.md"), Ok(Reply::Interview(interview)));

    let project = "a page.\n**Done when:** it fits.\n**Questions to settle:** which limits?";
    let plan = plan_markdown().replacen("A page of figures, 2 hours.", project, 1).replacen(
        "- A text, by somebody, 20 minutes\n- A film,\n  check this",
        "**A text:** by somebody,\n20 minutes\n**A film:** check this",
        1,
    );
    let Ok(Reply::LearningPlan(weeks)) = read(Asked::LearningPlan, &plan, "reply.md") else {
        panic!("{:?}", told(Asked::LearningPlan, &plan))
    };
    assert_eq!((weeks[0].project.as_str(), weeks[0].questions.len()), (project, 5));
    assert_eq!(weeks[0].resources, ["**A text:** by somebody, 20 minutes", "**A film:** check this"]);

    let reasons = "Bruno.\n\n**Reasons:**\n- It lives in the repository.";
    let tools = tools_markdown().replace("Bruno.\nIt lives in the repository.", reasons);
    let Ok(Reply::Tools(evaluation)) = read(Asked::Tools, &tools, "reply.md") else { panic!("{:?}", told(Asked::Tools, &tools)) };
    assert_eq!(evaluation.recommendation, reasons);
}

#[test]
fn json_is_read_wherever_its_object_begins_and_whatever_its_texts_hold() {
    let mut plan = plan_json();
    plan["weeks"][0]["project"] = json!("Read this line:\n\n```json\n{\"status\": 429}\n```\n\n## And then\n\nsay why.");
    let pretty = serde_json::to_string_pretty(&plan).expect("JSON");
    for text in [
        format!("Here is the plan:\n\n```json\n{plan}\n```\n"),
        format!("# The plan\n\n```json\n{pretty}\n```\n\nGood luck: {{all}} of it is yours."),
        format!("Here is the plan, with {{weeks}}:\n\n{pretty}\n\nGood luck."),
        format!("```json {plan}```"),
        format!("  {plan} "),
    ] {
        let Ok(Reply::LearningPlan(weeks)) = read(Asked::LearningPlan, &text, "reply.md") else {
            panic!("{:?}\n{text}", told(Asked::LearningPlan, &text))
        };
        assert!(weeks[0].project.ends_with("say why."), "{}", weeks[0].project);
    }

    // In a reply in Markdown an object is part of the text.
    let body = "What is wrong here?\n\n```json\n{\"questions\": [oops\n```";
    let text = interview_markdown().replacen("Design it for 2,000 calls a second.", body, 1);
    let Ok(Reply::Interview(interview)) = read(Asked::Interview, &text, "reply.md") else { panic!("{:?}", told(Asked::Interview, &text)) };
    assert_eq!(interview.questions[0].question, body);
}

#[test]
fn what_is_kept_says_that_nobody_reviewed_it_and_can_be_read_again() {
    for (asked, text) in [(Asked::LearningPlan, plan_markdown()), (Asked::Interview, interview_markdown())] {
        let reply = read(asked, &text, "reply.md").expect("a whole reply");
        let file = reply.to_file(None);
        assert!(file.starts_with("---\nreviewed: false\n---\n") && file.contains("> Unreviewed:"), "{file}");
        assert_eq!(read(asked, &file, "kept.md"), Ok(reply));
    }
    let file = read(Asked::Tools, &tools_markdown(), "reply.md").expect("a whole reply").to_file(None);
    assert!(file.starts_with("# Unreviewed:"), "{file}");
    assert!(
        file.contains("\"Price\": not known")
            && file.contains("\"files in git: \\\"yes\\\"\"")
            && file.ends_with("# Bruno.\n# It lives in the repository.\n"),
        "{file}"
    );
}

#[test]
fn two_or_three_tools_are_compared_and_no_other_number() {
    let two: String = tools_markdown()
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.split('|').collect();
            if cells.len() > 7 { format!("{}|\n", cells[..7].join("|")) } else { format!("{line}\n") }
        })
        .collect();
    let Ok(reply @ Reply::Tools(_)) = read(Asked::Tools, &two, "reply.md") else { panic!("{:?}", told(Asked::Tools, &two)) };
    assert!(reply.to_file(None).contains("\ntitle: \"A comparison of two tools, unreviewed\"\n"), "{}", reply.to_file(None));
    let three = read(Asked::Tools, &tools_markdown(), "reply.md").expect("a whole reply").to_file(None);
    assert!(three.contains("\ntitle: \"A comparison of three tools, unreviewed\"\n"), "{three}");
    let one = two.lines().map(|line| line.split('|').collect::<Vec<_>>()).map(|cells| match cells.len() {
        7.. => format!("{}|\n", cells[..5].join("|")),
        _ => format!("{}\n", cells.join("|")),
    });
    assert_eq!(told(Asked::Tools, &one.collect::<String>()), ["The reply compares 1 tool; two or three were asked for."]);
    let tools = &Asked::Tools.schema()["properties"]["tools"];
    assert_eq!((&tools["minItems"], &tools["maxItems"]), (&json!(2), &json!(3)));
}

/// A reason may have lines; a terminal that shows the file once it is read must not obey it.
#[test]
fn a_text_of_a_decision_keeps_its_lines_and_steers_no_terminal() {
    let scores = |reason: &str| {
        let of = |criterion: &str| json!({"criterion": criterion, "score": 3, "reason": reason});
        ["Integration", "Price", "Learning curve", "Features"].map(of)
    };
    let criteria = ["Integration", "Price", "Learning curve", "Features"].map(|name| json!({"name": name, "weight": 25}));
    let tools = ["A", "B", "C"].map(|name| json!({"name": name, "scores": scores("- syncs\n- a \"hook\"\u{1b}[31m")}));
    let text = json!({"criteria": criteria, "tools": tools, "recommendation": "A."}).to_string();
    let file = read(Asked::Tools, &text, "reply.json").expect("a whole reply").to_file(None);
    assert!(file.contains("\"Price\": \"- syncs\\n- a \\\"hook\\\"[31m\"\n"), "{file}");
}

#[test]
fn another_shape_is_refused_with_all_that_is_wrong() {
    let plan = plan_markdown().replacen("## Week 7", "## Chapter 7", 1).replacen("**Hands-on project:**", "**Something:**", 1).replacen(
        "5. A service",
        "A service",
        1,
    );
    assert_eq!(
        told(Asked::LearningPlan, &plan),
        [
            "The reply has 11 weeks; twelve were asked for.",
            "Week 1 lacks a project.",
            "Week 1 has 4 interview questions; five were asked for."
        ]
    );

    let mut six = plan_json();
    six["weeks"][3]["questions"].as_array_mut().expect("a list").push(json!("f?"));
    six["weeks"][4]["concept"] = json!(7);
    assert_eq!(
        told(Asked::LearningPlan, &six.to_string()),
        ["Week 4 has 6 interview questions; five were asked for.", "Week 5 lacks a concept."]
    );

    let mix = interview_markdown().replacen("(product sense)", "(system design)", 2).replacen("**Common mistakes**: reciting.", "", 1);
    assert_eq!(
        told(Asked::Interview, &mix),
        [
            "Question 1 lacks common mistakes.",
            "The reply has 5 system design questions; 3 were asked for.",
            "The reply has 1 product sense question; 3 were asked for."
        ]
    );

    let tools =
        tools_markdown().replace("| 40 % |", "| 50 |").replace("| 5 | files", "| 9 | files").replace("## Recommendation", "## Ending");
    assert_eq!(
        told(Asked::Tools, &tools),
        [
            "The reply has no recommendation.",
            "The weights sum to 110; they were to sum to 100.",
            "The score of `Bruno` for `Integration` is `9`; 1 to 5 or “not known” is asked for."
        ]
    );

    let twice = tools_markdown().replace("| Price |", "| integration |").replace("of Bruno", "of Postman");
    assert_eq!(
        told(Asked::Tools, &twice),
        [
            "Two criteria are called `integration`.",
            "Two tools are called `Postman`.",
            "The criterion “Pricing for startups against enterprise” was asked for and is missing."
        ]
    );

    for (text, said) in [
        ("", "The reply has 0 weeks; twelve were asked for."),
        ("I am sorry, but I cannot help with that.", "The reply has 0 weeks; twelve were asked for."),
        ("{\"weeks\": [", "The JSON of the reply cannot be read: line 1, column 11."),
        ("Here it is:\n\n```json\n{\"weeks\": [\n  oops\n```\n", "The JSON of the reply cannot be read: line 5, column 3."),
        ("Here:\n```json {\"weeks\": oops}```\n", "The JSON of the reply cannot be read: line 2, column 19."),
    ] {
        assert_eq!(told(Asked::LearningPlan, text), [said]);
    }
    assert_eq!(told(Asked::Interview, &"x".repeat(300_000)), ["The reply has 292 KiB; at most 256 are read."]);
}

/// A plan of other keys gave a finding or two for each of its twelve weeks.
#[test]
fn the_same_fault_of_many_weeks_is_one_sentence() {
    let week = json!({"topic": "Load", "concept": "Queues", "project": "A page", "resources": ["A text"], "questions": ["a?"]});
    let mut plan = json!({ "weeks": vec![week; 12] });
    assert_eq!(
        told(Asked::LearningPlan, &plan.to_string()),
        ["Weeks 1 to 12 lack a title.", "Weeks 1 to 12 have 1 interview question each; five were asked for."]
    );
    for at in [0, 1, 2, 3, 6] {
        plan["weeks"][at]["title"] = json!("Load");
        plan["weeks"][at]["questions"] = json!(["a?", "b?", "c?", "d?", "e?"]);
    }
    plan["weeks"][0]["concept"] = json!("");
    assert_eq!(
        told(Asked::LearningPlan, &plan.to_string()),
        [
            "Week 1 lacks a concept.",
            "Weeks 5, 6 and 8 to 12 lack a title.",
            "Weeks 5, 6 and 8 to 12 have 1 interview question each; five were asked for."
        ]
    );
    let unkind = interview_markdown().replace("(system design)", "(design)").replace("(System Design)", "(design)");
    assert_eq!(
        told(Asked::Interview, &unkind),
        ["Questions 1 to 3 do not say of which of the four kinds they are.", "The reply has 0 system design questions; 3 were asked for."]
    );
}

/// `**Common mistakes:** - reciting` shows a dash and no list.
#[test]
fn a_list_of_a_json_reply_begins_below_its_label() {
    let Ok(Reply::Interview(mut interview)) = read(Asked::Interview, &interview_markdown(), "reply.md") else { panic!("a whole reply") };
    interview.questions[0].mistakes = "- reciting\n- guessing".to_owned();
    let reply = Reply::Interview(interview);
    let file = reply.to_file(None);
    assert!(file.contains("**Common mistakes:**\n\n- reciting\n- guessing\n\n**Follow-up:** And at ten times?\n"), "{file}");
    assert!(file.contains("**Strong answer framework:**\n\n1. ask\n2. reckon\n\n"), "{file}");
    assert_eq!(read(Asked::Interview, &file, "kept.md"), Ok(reply));
}

/// Its prompt and its schema ask for both; a reply without them was kept.
#[test]
fn questions_without_a_follow_up_or_without_what_to_prepare_first_are_refused() {
    let whole = interview_markdown();
    let without = |part: &str| told(Asked::Interview, &whole.replacen(part, "", 1));
    assert_eq!(without("**Follow-up:** And at ten times?"), ["Question 1 lacks a follow-up."]);
    let told_of_the_last = ["The reply does not say where to prepare first."];
    assert_eq!(without("## 11. Where to prepare first\n\nThere.\n\n**Question 3:** no evidence yet.\n"), told_of_the_last);
    assert_eq!(without("There.\n\n**Question 3:** no evidence yet.\n"), told_of_the_last, "a heading alone says nothing");
}

/// A thirteenth week in the place of the twelfth was read as the twelfth.
#[test]
fn the_right_number_of_parts_with_wrong_numbers_is_another_shape() {
    let plan = |from: &str, to: &str| told(Asked::LearningPlan, &plan_markdown().replacen(from, to, 1));
    assert_eq!(plan("## Week 12:", "## Week 13:"), ["The weeks are numbered 1 to 11 and 13; 1 to 12 in this order were asked for."]);
    assert_eq!(plan("## Week 2:", "## Week 1:"), ["The weeks are numbered 1, 1 and 3 to 12; 1 to 12 in this order were asked for."]);
    assert!(plan("## Week 2:", "## Week two:").is_empty(), "a number in words is not judged");
    let renamed = interview_markdown().replacen("## Question 10:", "## Question 11:", 1);
    assert_eq!(told(Asked::Interview, &renamed), ["The questions are numbered 1 to 9 and 11; 1 to 10 in this order were asked for."]);
    let found = read(Asked::LearningPlan, &plan_markdown().replacen("## Week 12:", "## Week 13:", 1), "reply.md").expect_err("no week 12");
    let place = found[0].place.as_ref().expect("where it stands");
    assert!(plan_markdown()[place.span.clone()].starts_with("## Week 12:"), "it points to the heading");
}

#[test]
fn kept_questions_name_the_company_they_are_for() {
    let reply = read(Asked::Interview, &interview_markdown(), "reply.md").expect("a whole reply");
    assert!(reply.to_file(Some("Razorpay")).contains("\n# Ten interview questions for Razorpay\n"));
    assert_eq!(footbridge_assist::company_of(&reply.to_file(Some("Razorpay"))), Some("Razorpay"));
    assert_eq!(footbridge_assist::company_of(&reply.to_file(None)), None);
}

#[test]
fn no_reply_is_too_strange_to_be_read() {
    let pieces = [
        "\n",
        "## Week 3: x\n",
        "**Question:** ",
        "| a | b |",
        "|",
        "1. ",
        "- ",
        "**",
        "{",
        "}",
        "[",
        "\"",
        "```json\n",
        "\0",
        "é",
        "日本",
        "\u{feff}",
        "score of ",
        "NaN",
        "1e999",
        "##",
        "\u{1b}[31m",
    ];
    let corpus = [
        (Asked::LearningPlan, plan_markdown()),
        (Asked::LearningPlan, plan_json().to_string()),
        (Asked::Interview, interview_markdown()),
        (Asked::Tools, tools_markdown()),
    ];
    let mut seed = 20_261_126_u64;
    let mut below = |end: usize| {
        // SplitMix64.
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(end.max(1)).expect("small")).expect("small")
    };
    let mut taken = 0;
    for round in 0..1_000 {
        let (asked, text) = &corpus[round % corpus.len()];
        let mut text: Vec<char> = text.chars().collect();
        for _ in 0..=below(3) {
            let at = below(text.len() + 1);
            let end = (at + below(12)).min(text.len());
            text.splice(at..end, pieces[below(pieces.len())].chars());
        }
        let text: String = text.into_iter().collect();
        match read(*asked, &text, "reply.md") {
            Ok(reply) => {
                taken += 1;
                assert!(!reply.to_file(None).contains('\u{1b}'), "nothing a terminal would act on is kept");
            }
            Err(findings) => {
                assert!(!findings.is_empty());
                for finding in findings {
                    let place = finding.place.expect("every finding has a place");
                    assert!(text.get(place.span.clone()).is_some(), "{place:?} lies outside of\n{text}");
                }
            }
        }
    }
    assert!(taken > 100, "only {taken} were taken");
}

#[test]
fn a_comment_in_code_is_no_heading() {
    let code = "**Question:** What does this do?\n\n```hcl\n# a limit\nlimit = 5\n```\n\n    # further in\n";
    let text = interview_markdown().replacen("**Question:**", code, 1);
    assert!(text.contains("# a limit"), "the interview has a question to put it in");
    let Ok(Reply::Interview(interview)) = read(Asked::Interview, &text, "reply.md") else { panic!("{:?}", told(Asked::Interview, &text)) };
    let questions = interview.questions;
    assert!(questions[0].question.contains("# a limit"), "{:?}", questions[0]);
}
