//! The master prompts without a model, and replies of one.

use crate::answers::{exercise, right};
use crate::desk::{Desk, profile};
use footbridge_app::Init;
use footbridge_app::view::{MockAnswerBody, MockCriterionView, MockScoresBody, MockWishBody, PromptBody, ScoreBody};

fn made(desk: &Desk, name: &str, inputs: &[(&str, &str)]) -> String {
    let inputs = inputs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    desk.app.without_model(name, &PromptBody { inputs }).expect("the course has it").text
}

/// Ten questions that are none of the bank's.
fn ten_of_a_model(desk: &Desk) -> String {
    made(desk, "interview", &[]).replace("**Question:** ", "**Question:** In our company: ")
}

fn begun() -> Desk {
    let desk = Desk::new();
    desk.app.init(&Init { profile: profile() }).expect("a folder");
    desk
}

#[test]
fn what_the_course_makes_has_the_shape_that_a_model_is_asked_for() {
    let desk = begun();
    for name in ["learning-plan", "interview"] {
        let kept = desk.app.keep_reply(name, &made(&desk, name, &[]), "reply.md", None).expect("twelve weeks, ten questions");
        let text = desk.text(&kept.file).expect("a file");
        assert!(kept.file.starts_with("private/") && !kept.unreviewed && !text.contains("language model"), "{}: {text}", kept.file);
        assert!(kept.says.ends_with("It is the course’s own text: no language model wrote it."), "{}", kept.says);
    }
    let inputs = [("tool_a".to_owned(), "Postman".to_owned())].into();
    let one = desk.app.without_model("tools", &PromptBody { inputs }).expect_err("one tool");
    assert!(one.message.starts_with("1 tool is named"), "{}", one.message);
    let two = made(&desk, "tools", &[("tool_a", "Postman"), ("tool_b", "Bruno")]);
    assert_eq!(footbridge_app::decide(&two, "decision.yaml").options.len(), 2, "nobody named a third");
    let inputs =
        [("tool_a", "Postman"), ("tool_b", "Bruno"), ("tool_c", "Hoppscotch"), ("use_case", "API tests"), ("team_size", "12 people")];
    let matrix = made(&desk, "tools", &inputs);
    let view = footbridge_app::decide(&matrix, "decision.yaml");
    assert!(view.complete && view.findings.iter().all(|found| found.code != "decide-not-locked"), "{:?}", view.findings);
    assert_eq!(view.title, "Which tool for API tests, with 12 people");
    let postman = view.options.iter().find(|option| option.name == "Postman").expect("the first tool");
    assert!(postman.figures.iter().all(|figure| figure.value != "not known" && figure.evidence.contains("http")), "{postman:?}");
    for unknown in view.options.iter().filter(|option| option.name != "Postman") {
        assert!(unknown.figures.iter().all(|figure| figure.value == "not known" && figure.evidence.is_empty()), "{unknown:?}");
    }
    assert_eq!(view.unknown.len(), 2, "{:?}", view.unknown);
}

/// Two are laid side by side without a model; the prompt had a `[tool C]` and wanted three.
#[test]
fn two_tools_are_asked_about_as_two() {
    let desk = begun();
    let prompt = |tools: &[(&str, &str)]| {
        let inputs = tools.iter().map(|(place, tool)| ((*place).to_owned(), (*tool).to_owned())).collect();
        desk.app.prompt("tools", &PromptBody { inputs }).expect("a prompt")
    };
    let two = prompt(&[("tool_a", "Postman"), ("tool_b", "Bruno"), ("tool_c", " ")]);
    assert!(two.text.contains("- Tool A: Postman\n- Tool B: Bruno\n- Team size: "), "{}", two.text);
    for word in ["ool C", "three tools", "of the three", "twelve"] {
        assert!(!two.text.contains(word), "{word}: {}", two.text);
    }
    assert!(two.inputs.iter().any(|input| input.name == "tool_c"), "a third can still be named");
    assert!(two.filled.iter().all(|filled| filled.name != "tool_c"), "{:?}", two.filled);
    let three = prompt(&[("tool_a", "Postman"), ("tool_b", "Bruno"), ("tool_c", "Insomnia")]);
    assert!(three.text.contains("- Tool C: Insomnia\n"), "{}", three.text);
    assert!(prompt(&[("tool_a", "Postman")]).text.contains("- Tool B: [tool B]\n- Tool C: [tool C]\n"));
}

#[test]
fn the_size_of_a_team_is_read_in_words_and_what_is_no_number_is_told() {
    let desk = begun();
    let tools = |size: &str| {
        let inputs = [("tool_a", "Postman"), ("tool_b", "Bruno"), ("team_size", size)];
        PromptBody { inputs: inputs.map(|(name, value)| (name.to_owned(), value.to_owned())).into() }
    };
    for size in ["12", "twelve", "twelve people", "about 12 people"] {
        let inputs = [("tool_a", "Postman"), ("tool_b", "Bruno"), ("team_size", size)];
        let matrix = made(&desk, "tools", &inputs);
        assert!(matrix.contains("\nteam: 12\n"), "{size}: {matrix}");
    }
    for size in ["a few", "0", "2.5"] {
        let trouble = desk.app.without_model("tools", &tools(size)).expect_err("no number of people");
        assert_eq!(trouble.message, format!("`{size}` is no number of people."));
    }
}

#[test]
fn a_reply_is_kept_whole_or_not_at_all_and_changes_nothing_else() {
    let desk = begun();
    let plan = made(&desk, "learning-plan", &[]);
    let before: Vec<_> = desk.disk.files().into_iter().collect();
    let refused =
        desk.app.keep_reply("learning-plan", &plan.replacen("## Week 3", "## Part 3", 1), "reply.md", None).expect_err("eleven weeks");
    assert_eq!(
        refused.findings.iter().map(|found| found.message.as_str()).collect::<Vec<_>>(),
        ["The reply has 11 weeks; twelve were asked for."]
    );
    assert_eq!(desk.disk.files().into_iter().collect::<Vec<_>>(), before);
    let first = desk.app.keep_reply("learning-plan", &plan, "reply.md", None).expect("kept").file;
    let other = plan.replacen("## Week 3: ", "## Week 3: again ", 1);
    let second = desk.app.keep_reply("learning-plan", &other, "reply.md", None).expect("another one").file;
    assert_ne!(first, second);
    let files = desk.disk.files().len();
    let again = desk.app.keep_reply("learning-plan", &plan, "reply.md", None).expect("it is there");
    assert_eq!((again.file.as_str(), again.already), (first.as_str(), true), "the same reply is kept once");
    assert_eq!(again.says, format!("This reply is kept already, as {first}."));
    assert_eq!(desk.disk.files().len(), files);
    let after: Vec<_> = desk.disk.files().into_iter().filter(|(path, _)| !path.as_str().starts_with("private/replies/")).collect();
    assert_eq!(after, before, "no journal line, no plan, no milestone");
    assert!(desk.app.keep_reply("horoscope", &plan, "reply.md", None).is_err());
}

/// Programs of their own, on one folder of this machine.
#[test]
fn replies_that_are_imported_at_once_get_a_file_each() {
    let folder = std::env::temp_dir().join(format!("footbridge-replies-{}", std::process::id()));
    let first = Desk::app_in(&folder);
    first.init(&Init { profile: profile() }).expect("a folder");
    let plan = first.without_model("learning-plan", &PromptBody { inputs: Default::default() }).expect("twelve weeks").text;
    let apps: Vec<_> = (0..8).map(|_| Desk::app_in(&folder)).collect();
    let start = std::sync::Barrier::new(apps.len());
    let keep = |at: usize, app: &footbridge_app::App| {
        let reply = plan.replacen("## Week 3: ", &format!("## Week 3: the {at}th "), 1);
        start.wait();
        app.keep_reply("learning-plan", &reply, "reply.md", None).expect("kept").file
    };
    let mut files: Vec<String> = std::thread::scope(|scope| {
        let keep = &keep;
        let threads: Vec<_> = apps.iter().enumerate().map(|(at, app)| scope.spawn(move || keep(at, app))).collect();
        threads.into_iter().map(|thread| thread.join().expect("no thread panics")).collect()
    });
    files.sort();
    files.dedup();
    assert_eq!(files.len(), apps.len(), "{files:?}");
    std::fs::remove_dir_all(folder).expect("the test's own folder");
}

#[test]
fn ten_questions_are_those_that_the_named_kind_of_company_asks() {
    let desk = begun();
    let text = made(&desk, "interview", &[("company", "fintech")]);
    assert!(text.starts_with("# Ten questions of the bank, to prepare for fintech, as a fintech asks them"), "{}", &text[..90]);
    let questions: Vec<_> = crate::answers::pack().banks.iter().flat_map(|bank| &bank.questions).collect();
    let found: Vec<_> = questions.iter().filter(|question| text.contains(question.variant(0).ask.trim())).collect();
    assert_eq!(found.len(), 10, "{text}");
    for question in found {
        assert!(question.companies.iter().any(|kind| kind.word() == "fintech"), "{}", question.id);
    }
    assert_eq!(text.matches("**Follow-up:** ").count(), 10, "{text}");
    let (_, first) = text.split_once("## Where to prepare first\n\n").expect("the last part");
    let hours: Vec<&str> = first.lines().collect();
    assert_eq!(hours.len(), 2, "{first}");
    for hour in hours {
        assert!(hour.contains(": nothing you passed shows ") && hour.contains("aloud against `footbridge recall "), "{hour}");
    }
    for (company, kind) in [("Postman", "a developer platform"), ("stripe", "a fintech")] {
        let text = made(&desk, "interview", &[("company", company)]);
        assert!(
            text.starts_with(&format!("# Ten questions of the bank, to prepare for {company}, as {kind} asks them\n")),
            "{}",
            &text[..90]
        );
    }
    assert!(made(&desk, "interview", &[("company", "Zanzibank")]).starts_with("# Ten questions of the bank, to prepare for Zanzibank\n"));
}

#[test]
fn kept_questions_say_for_which_company_they_are_and_so_does_their_interview() {
    let desk = begun();
    let text = ten_of_a_model(&desk);
    let kept = desk.app.keep_reply("interview", &text, "reply.md", Some(" Zanzi\nbank ")).expect("kept");
    assert!(kept.unreviewed && desk.text(&kept.file).expect("a file").starts_with("---\nreviewed: false\n"));
    assert!(desk.text(&kept.file).expect("a file").contains("\n# Ten interview questions for Zanzi bank\n"));
    let wish = MockWishBody { reply: Some(kept.file), ..MockWishBody::default() };
    assert_eq!(desk.app.begin_mock(&wish).expect("an interview").line.about, "Ten questions of a reply for Zanzi bank, unreviewed");
    let files = desk.disk.files().len();
    let refused = |name: &str, company: &str| desk.app.keep_reply(name, &text, "reply.md", Some(company)).expect_err(company);
    assert!(refused("interview", &"x".repeat(121)).message.contains("at most 120 characters"));
    assert_eq!(refused("interview", " \n ").message, "The company that the questions are for is blank.");
    assert_eq!(refused("interview", "").help.as_deref(), Some("Write its name, or leave it out."));
    assert_eq!(refused("tools", "Zanzibank").message, "Only interview questions are for a company.");
    assert_eq!(desk.disk.files().len(), files, "nothing of them was kept");
}

/// An answer that could not be kept has been paid for.
#[test]
fn a_company_that_cannot_be_kept_is_refused_before_a_model_is_asked() {
    let desk = begun();
    let body = |company: &str| PromptBody { inputs: [("company".to_owned(), company.to_owned())].into() };
    assert!(desk.app.question_for_model("interview", &body(&"x".repeat(121))).is_err());
    let question = desk.app.question_for_model("interview", &body("Zanzibank")).expect("a question");
    let kept = desk.app.ask_model(&question, |_| Ok(made(&desk, "interview", &[]))).expect("it is kept").file.expect("a file");
    assert!(desk.text(&kept).expect("a file").contains("# Ten interview questions for Zanzibank\n"));
    let question = desk.app.question_for_model("interview", &body(" ")).expect("a question for none");
    assert!(desk.app.ask_model(&question, |_| Ok(made(&desk, "interview", &[]))).is_ok_and(|kept| kept.file.is_some()));
}

/// A slip in the name of a tool went into the prompt, and into a matrix without facts, in silence.
#[test]
fn a_tool_that_the_guide_does_not_know_is_told_with_the_nearest() {
    let desk = begun();
    let notes = |tools: &[&str]| {
        let inputs = ["tool_a", "tool_b", "tool_c"].into_iter().zip(tools).map(|(name, tool)| (name.to_owned(), (*tool).to_owned()));
        desk.app.prompt("tools", &PromptBody { inputs: inputs.collect() }).expect("a prompt").notes
    };
    assert!(notes(&["Jira", "openapi", " "]).is_empty());
    let told = notes(&["Jira", "Mixpannel", "Frobnicator"]);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("no facts on `Mixpannel`") && told[0].ends_with("Did you mean `Mixpanel`?"), "{told:?}");
    assert!(told[1].contains("no facts on `Frobnicator`") && !told[1].contains("Did you mean"), "{told:?}");
}

/// All of it stood in one paragraph, in which the mark of one piece can be taken for the mark of the next.
#[test]
fn each_piece_of_evidence_has_a_line_of_its_own() {
    let desk = begun();
    for id in ["read-double-charge", "adr-rate-limit-store", "choice-breaking-change"] {
        assert_eq!(desk.hand_in(id, &right(id)).expect("it can be checked").outcome, "pass", "{id}");
    }
    for prompt in ["interview", "learning-plan"] {
        let text = desk.app.prompt(prompt, &PromptBody::default()).expect("a prompt").text;
        for id in ["read-double-charge", "choice-breaking-change"] {
            assert!(text.contains(&format!("\n- {}\n", exercise(id).title)), "{text}");
        }
        assert!(text.contains(&format!("\n- {} (structure verified)\n", exercise("adr-rate-limit-store").title)), "{text}");
    }
}

#[test]
fn a_slip_in_what_is_filled_in_is_told_and_an_unknown_place_is_refused() {
    let desk = begun();
    let filled =
        |name: &str, input: &str, value: &str| desk.app.prompt(name, &PromptBody { inputs: [(input.to_owned(), value.to_owned())].into() });
    let notes = |company: &str| filled("interview", "company", company).expect("a prompt").notes;
    assert_eq!(notes("fintek"), ["Nothing here says what kind of company `fintek` is. Did you mean `fintech`?"]);
    assert_eq!(
        notes("Zanzibank"),
        ["Nothing here says what kind of company `Zanzibank` is, so the course’s own ten questions would be of all kinds."]
    );
    assert!(notes("fintech").is_empty() && notes("Postman").is_empty() && notes(" ").is_empty());
    let trouble = filled("interview", "compny", "Postman").expect_err("no such place");
    assert_eq!(trouble.message, "The prompt `interview` has no place `compny`.");
    assert_eq!(trouble.help.as_deref(), Some("Did you mean `company`?"));
    let none = filled("learning-plan", "company", "Postman").expect_err("it takes none");
    assert!(none.help.is_some_and(|help| help.starts_with("It takes no inputs")));
}

/// They were headed "A language model wrote these questions".
#[test]
fn the_courses_own_ten_questions_are_asked_as_its_own() {
    let desk = begun();
    let text = made(&desk, "interview", &[]);
    let begin = |text: &str| {
        let kept = desk.app.keep_reply("interview", text, "reply.md", Some("Zanzibank")).expect("kept");
        desk.app.begin_mock(&MockWishBody { reply: Some(kept.file), ..MockWishBody::default() }).expect("an interview")
    };
    let mock = begin(&text);
    assert_eq!(mock.line.about, "Ten questions of the bank for Zanzibank");
    assert!(mock.says.ends_with("no language model wrote them."), "{}", mock.says);
    for question in &mock.questions {
        assert!(!question.unreviewed && crate::answers::pack().question(&question.id).is_some(), "{}", question.id);
    }
    let answer = MockAnswerBody { transcript: "We keep 42 things, because two broke.".to_owned(), ..MockAnswerBody::default() };
    let levels = desk.app.answer_mock(&mock.line.id, 1, &answer).expect("kept").questions.remove(0).levels;
    let own = crate::answers::pack().question(&mock.questions[0].id).expect("of the bank").each_variant();
    assert!(own.iter().any(|variant| variant.anchors[0] == levels[0].anchor), "its own anchors: {levels:?}");

    let mixed = begin(&text.replacen("**Question:** ", "**Question:** In our company: ", 2));
    assert_eq!(mixed.line.about, "Ten questions of a reply for Zanzibank, 2 of them unreviewed");
    assert!(mixed.says.starts_with("8 of these questions are of the course’s own bank. The others come from a reply and nobody"));
    assert_eq!(mixed.questions.iter().filter(|question| question.unreviewed).count(), 2);
}

#[test]
fn an_imported_set_of_questions_is_asked_in_a_mock_unreviewed_and_leaves_no_trace_in_the_journal() {
    let desk = begun();
    let kept = desk.app.keep_reply("interview", &ten_of_a_model(&desk), "reply.md", None).expect("kept");
    let name = kept.file.trim_start_matches("private/replies/").to_owned();
    assert_eq!(kept.next, format!("footbridge mock begin --reply {name}"));
    assert_eq!(desk.app.mocks().expect("none yet").replies, [name.as_str()]);
    let wish = |reply: &str| MockWishBody { reply: Some(reply.to_owned()), ..MockWishBody::default() };
    let mock = desk.app.begin_mock(&wish(&name)).expect("an interview");
    assert_eq!((mock.questions.len(), mock.questions.iter().all(|question| question.unreviewed)), (10, true));
    assert!(mock.says.contains("nobody reviewed them"));
    let before = desk.all_texts().iter().filter(|(path, _)| path.starts_with("journal/")).map(|(_, text)| text.len()).sum::<usize>();
    let answer = MockAnswerBody { transcript: "We keep 42 things, because two broke.".to_owned(), ..MockAnswerBody::default() };
    let question = desk.app.answer_mock(&mock.line.id, 1, &answer).expect("kept").questions.remove(0);
    let score = |criterion: &MockCriterionView| ScoreBody { criterion: criterion.id.clone(), level: 2, because: "42 things".to_owned() };
    let scores = MockScoresBody { scores: question.criteria.iter().map(score).collect() };
    let scored = desk.app.score_mock(&mock.line.id, 1, &scores).expect("scored");
    assert!(scored.questions[0].model.is_some() && scored.questions[0].state == "scored");
    let after = desk.all_texts().iter().filter(|(path, _)| path.starts_with("journal/")).map(|(_, text)| text.len()).sum::<usize>();
    assert_eq!(before, after, "no card comes of it");
    for wrong in ["../../footbridge.toml", "interview-2020-01-01.md", ""] {
        assert!(desk.app.begin_mock(&wish(wrong)).expect_err(wrong).message.contains("no kept reply"));
    }
}
