//! A page goes out, a reply comes back.

use footbridge_review::{Answered, LARGEST_REPLY, Line, Point, Reading, Request, page, read_reply};
use footbridge_verdict::{AnswerHash, ExerciseId};

fn request() -> Request {
    let anchors = ["none", "some", "enough", "all of it"].map(str::to_owned);
    let line = |id: &str| Line {
        point: Point { id: id.to_owned(), title: "Is it <true>?".to_owned() },
        asks: "How sure?".to_owned(),
        anchors: anchors.clone(),
    };
    Request {
        exercise: ExerciseId::new("prd-api-feature").expect("an id"),
        title: "PRD \"1\" & more".to_owned(),
        author: Some("A. O'Brien <a@example.org>".to_owned()),
        answer: AnswerHash::of(b"the text"),
        reading: Reading::Text {
            brief: "<p>Brief</p>".to_owned(),
            text: "<p>Text</p>".to_owned(),
            lines: vec![line("evidence"), line("choice")],
        },
    }
}

/// Two answers of an interview, the first with two points.
fn interview() -> Request {
    let point = |id: &str| Point { id: id.to_owned(), title: format!("Point {id}") };
    let answered = |title: &str, points: &[&str]| Answered {
        title: title.to_owned(),
        said: format!("<p>The answer to {title}</p>"),
        anchors: ["none", "some", "enough", "all of it"].map(|anchor| format!("<p>{anchor} of {title}</p>")),
        points: points.iter().map(|id| point(id)).collect(),
    };
    let reading = Reading::Answers(vec![answered("Question 1", &["q1-1", "q1-2"]), answered("Question 4", &["q4-1"])]);
    Request { author: None, reading, ..request() }
}

fn codes(reply: &str) -> Vec<String> {
    let request = request();
    match read_reply(reply.as_bytes(), "review.json", &request.exercise, &request.ids()) {
        Ok(reply) => panic!("{reply:?} was accepted"),
        Err(found) => found.into_iter().map(|finding| finding.code).collect(),
    }
}

fn reply(scores: &str) -> String {
    let answer = AnswerHash::of(b"the text");
    format!(
        r#"{{"format":1,"exercise":"prd-api-feature","answer":"{answer}","reviewer":"R.\u001b[31m","on":"2026-11-26","scores":{scores},"note":"Two\nlines"}}"#
    )
}

#[test]
fn the_page_loads_nothing_and_escapes_what_comes_in() {
    let page = page(&request());
    assert!(page.contains("PRD &quot;1&quot; &amp; more"), "{page}");
    assert!(page.contains("A. O&#39;Brien &lt;a@example.org&gt;"), "{page}");
    assert!(!page.contains("http://") && !page.contains("https://"), "it names another place");
    assert_eq!((1..=4).map(|level| page.matches(&format!("value=\"{level}\">")).count()).sum::<usize>(), 8);
    assert_eq!(page.matches("value=\"0\" checked>").count(), 2, "whoever cannot judge a line leaves it out");
    assert_eq!(page, footbridge_review::page(&request()), "the same request gives the same bytes");
}

/// Headings of a piece have ids, and a piece may speak of saving.
#[test]
fn no_id_of_the_page_can_be_taken_by_a_heading() {
    let Reading::Text { lines, .. } = request().reading else { panic!("it asks about a text") };
    let text = "<h2 id=\"save\">Save</h2><h2 id=\"said\">Said</h2>".to_owned();
    let page = page(&Request { reading: Reading::Text { brief: String::new(), text, lines }, ..request() });
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids, ["save", "said", "line-0-asks", "line-1-asks"]);
    assert!(!page.contains("getElementById"), "what the script needs is looked up inside the form");
}

/// Four collapsed answers far above the choices were judged by nobody.
#[test]
fn the_answers_to_judge_by_stand_open_between_the_answer_and_its_choices() {
    let page = page(&interview());
    assert!(!page.contains("<details"), "nothing is collapsed");
    let places =
        ["The answer to Question 1", "none of Question 1", "all of it of Question 1", "q1-1", "q1-2", "The answer to Question 4", "q4-1"];
    let at = places.map(|text| page.find(text).unwrap_or_else(|| panic!("{text} is missing")));
    assert!(at.is_sorted(), "{at:?}");
    assert_eq!(interview().ids(), ["q1-1", "q1-2", "q4-1"]);
    let names: Vec<&str> = page.split("name=\"level-").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(names, ["0"; 5].into_iter().chain(["1"; 5]).chain(["2"; 5]).collect::<Vec<_>>(), "points are numbered through the page");
}

/// A reader from outside has never heard of pieces and rubrics, and nobody is called “Portfolio”.
#[test]
fn the_page_speaks_plainly_and_names_nobody_who_gave_no_name() {
    for request in [request(), interview(), Request { author: None, ..request() }] {
        let page = page(&request);
        let shown = &page[page.find("<body").expect("a body")..page.find("<script>").expect("a script")];
        assert!(!shown.contains("piece") && !shown.contains("rubric") && !shown.contains("Portfolio"), "{shown}");
        assert_eq!(shown.contains("A request from"), request.author.is_some());
        let who = if request.author.is_some() { "back to A. O&#39;Brien" } else { "back to the person who gave you this page" };
        assert!(shown.contains(who), "{shown}");
    }
}

#[test]
fn what_comes_back_is_laid_beside_the_rubric() {
    let request = request();
    let text = reply(r#"{"choice":{"level":3,"because":"“we wait”"},"evidence":{"level":1}}"#);
    let reply = read_reply(text.as_bytes(), "review.json", &request.exercise, &request.ids()).expect("a sound reply");
    let scores: Vec<(&str, u8)> = reply.scores.iter().map(|score| (score.criterion.as_str(), score.level)).collect();
    assert_eq!(scores, [("evidence", 1), ("choice", 3)]);
    assert_eq!((reply.reviewer.as_str(), reply.note.as_str()), ("R.[31m", "Two\nlines"));
}

#[test]
fn every_fault_of_a_reply_is_told() {
    assert_eq!(codes("{"), ["review-shape"]);
    let request = request();
    let said = |reply: &[u8]| read_reply(reply, "f", &request.exercise, &request.ids()).expect_err("no review")[0].message.clone();
    assert_eq!(said(page(&request).as_bytes()), "This is a page, not the file that a review page saves.");
    assert_eq!(said(b"{\"format\": 1,"), "This is no review: it cannot be read from line 1, character 13 on.");
    let hostile = read_reply(b"{\"\\u001b[31mx\\u202e\":1}", "review.json", &request.exercise, &request.ids()).expect_err("no review");
    assert!(!hostile[0].message.contains(['\u{1b}', '\u{202e}']), "{:?}", hostile[0].message);
    assert_eq!(codes(&" ".repeat(LARGEST_REPLY + 1)), ["review-size"]);
    assert_eq!(codes(&reply("{}")), ["review-empty"]);
    assert_eq!(codes(&reply(r#"{"evidnce":{"level":9}}"#)), ["review-criterion", "review-level"]);
    let all = r#"{"format":2,"exercise":"other","answer":"abc","on":"soon","scores":{"choice":{"level":2}}}"#;
    assert_eq!(codes(all), ["review-format", "review-other", "review-answer", "review-date"]);
    let long = reply(&format!(r#"{{"choice":{{"level":2,"because":"{}"}}}}"#, "x".repeat(2_001)));
    assert_eq!(codes(&long), ["review-length"]);
}

/// Bytes from outside, mutated: nothing panics, and what is accepted holds only known criteria and levels.
#[test]
fn no_reply_does_harm() {
    let request = request();
    let whole = reply(r#"{"choice":{"level":3,"because":"é"},"evidence":{"level":4}}"#).into_bytes();
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("small")
    };
    let mut accepted = 0;
    for _ in 0..4_000 {
        let mut bytes = whole.clone();
        for _ in 0..=next(3) {
            let at = next(bytes.len());
            match next(3) {
                0 => bytes[at] = u8::try_from(next(256)).expect("a byte"),
                1 => drop(bytes.remove(at)),
                _ => bytes.insert(at, b"{}[]\":,09e\\"[next(11)]),
            }
        }
        if let Ok(reply) = read_reply(&bytes, "f", &request.exercise, &request.ids()) {
            accepted += 1;
            assert!(reply.scores.iter().all(|score| (1..=4).contains(&score.level)));
            assert!(!reply.scores.is_empty() && reply.scores.len() <= 2);
        }
    }
    assert!(accepted > 0, "no mutation left the reply readable");
}
