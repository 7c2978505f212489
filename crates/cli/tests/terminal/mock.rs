//! Mock interviews from a shell.

use crate::learner::Learner;
use std::path::Path;

const SAID: &str =
    "[00:05] A bill by rows is too high, because two of the events repeat.\n[02:15] We ask for an id; 10,200,000 / 1.02 = 9,000,000.\n";

/// A question whose answer has a number, with its place in an interview of data.
fn with_a_number(learner: &Learner, id: &str) -> (String, serde_json::Value) {
    let view = learner.json(&["mock", "show", id]);
    let questions = view["questions"].as_array().expect("questions");
    let question = questions.iter().find(|question| question["number_ask"] != "").expect("ten of data have a number among them");
    (question["number"].to_string(), question.clone())
}

#[test]
fn an_answer_is_changed_until_it_is_scored_and_keeps_the_number_given() {
    let learner = Learner::onboarded();
    let begun = learner.run(&["mock", "begin", "--kind", "data", "--questions", "10"]);
    assert_eq!(begun.code, Some(0), "{begun:?}");
    let id = learner.json(&["mock", "list"])["mocks"][0]["id"].as_str().expect("an id").to_owned();
    assert!(begun.out.contains(&format!("`footbridge mock answer {id} 1` answers question 1.")), "{}", begun.out);
    let file = learner.home().join("said.txt");
    std::fs::write(&file, SAID).expect("it is ours");
    let file = file.to_str().expect("text");
    let (number, _) = with_a_number(&learner, &id);
    let none = learner.run(&["mock", "answer", &id, &number, "--file", file, "--given", "many"]);
    assert!(none.code == Some(2) && none.err.contains("“many” is no number."), "{none:?}");
    assert_eq!(learner.run(&["mock", "answer", &id, &number, "--file", file, "--given", "200,000"]).code, Some(0));
    let again = learner.run(&["mock", "answer", &id, &number, "--file", file]);
    assert!(again.code == Some(0) && again.out.contains(&format!("q{number}-1")), "{again:?}");
    let (_, question) = with_a_number(&learner, &id);
    assert_eq!(question["given"], "200,000", "another transcript does not drop the number");
    let alone = learner.run(&["mock", "answer", &id, &number, "--given", "300,000"]);
    assert_eq!(alone.code, Some(0), "{alone:?}");
    let (_, question) = with_a_number(&learner, &id);
    assert_eq!(
        (question["given"].as_str(), question["transcript"].as_str()),
        (Some("300,000"), Some(SAID.trim())),
        "only the number changes"
    );
    let anew = learner.home().join("anew.txt");
    std::fs::write(&anew, SAID.replace("too high", "wrong")).expect("it is ours");
    let mut piped = learner.command(Path::new(env!("CARGO_BIN_EXE_footbridge")));
    piped.args(["mock", "answer", &id, &number, "--given", "300,000"]).stdin(std::fs::File::open(&anew).expect("it is there"));
    assert!(piped.output().expect("it runs").status.success());
    let (_, question) = with_a_number(&learner, &id);
    assert!(
        question["transcript"].as_str().is_some_and(|said| said.contains("is wrong, because")),
        "what is piped in is not lost: {question}"
    );
    let criteria = question["criteria"].as_array().expect("criteria");
    let scores = criteria.iter().flat_map(|one| ["--score".to_owned(), format!("{}=1", one["id"].as_str().expect("an id"))]);
    let mut arguments = vec!["mock".to_owned(), "score".to_owned(), id.clone(), number.clone()];
    arguments.extend(scores);
    let scored = learner.run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(scored.code, Some(0), "{scored:?}");
    assert!(scored.out.contains("10,200,000 / 1.02 = 9,000,000: the left side comes to 10,000,000."), "{}", scored.out);
    assert!(scored.out.contains("- Not found: "), "{}", scored.out);
    assert!(scored.out.contains("Fillers: none.\n"), "{}", scored.out);
    let late = learner.run(&["mock", "answer", &id, &number, "--file", file]);
    assert!(late.code == Some(2) && late.err.contains("stays as it is"), "{late:?}");
    let nobody = learner.run(&["mock", "score", &id, "11"]);
    assert!(nobody.code == Some(2) && nobody.err.contains("no question 11"), "{nobody:?}");
}

#[test]
fn a_kind_of_questions_and_a_company_can_be_wished_for_together() {
    let learner = Learner::onboarded();
    let begun = learner.run(&["mock", "begin", "--kind", "system-design", "--questions", "2", "--company", "fintech"]);
    assert_eq!(begun.code, Some(0), "{begun:?}");
    assert!(begun.out.contains("2 questions, system design, as a fintech asks them"), "{}", begun.out);
    let list = learner.run(&["mock", "list"]);
    let day = &learner.json(&["mock", "list"])["mocks"][0];
    let (on, at) = (day["on"].as_str().expect("a day"), day["at"].as_str().expect("a time"));
    assert!(list.out.contains(&format!("{on} {at}")), "two of one day are told apart: {}", list.out);
}

/// The tip of the parser was to write `-- --company`, which means nothing.
#[test]
fn the_company_of_a_prompt_is_named_by_itself_and_a_slip_in_it_is_told() {
    let learner = Learner::onboarded();
    let ran = learner.run(&["prompt", "interview", "--company", "fintek"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("fintek") && ran.err.contains("Did you mean `fintech`?"), "{ran:?}");
    let none = learner.run(&["prompt", "learning-plan", "--company", "Postman"]);
    assert!(none.code == Some(2) && none.err.contains("has no place `company`"), "{none:?}");
}
