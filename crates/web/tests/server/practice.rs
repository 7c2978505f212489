//! Practice over HTTP: ids of cards hold a slash, and what a machine checks is checked by the server.

use crate::running::running_onboarded;
use serde_json::json;

const QUESTION: &str = "sd-mumbai-virginia";

#[test]
fn a_question_is_answered_and_graded() {
    let server = running_onboarded();
    let post = |path: &str, body: &serde_json::Value| server.signed_in("POST", path).json(body).send();
    let card = format!("/api/recall/cards/{QUESTION}");
    assert_eq!(server.get(&card).json()["answer_kind"], "words");
    let shut = server.get(&format!("/api/bank/{QUESTION}")).json();
    assert!(shut["model"].is_null() && !server.get(&format!("/api/bank/{QUESTION}?open=true")).json()["model"].is_null());
    assert_eq!(post(&format!("{card}/turn"), &json!({})).json()["levels"].as_array().map(Vec::len), Some(4));
    assert_eq!(post(&format!("{card}/grade"), &json!({"level": 9})).status, 400);
    let graded = post(&format!("{card}/grade"), &json!({"level": 3, "seconds": 200}));
    assert!(graded.status == 200 && !graded.json()["model"].is_null(), "{}", graded.text());
    assert_eq!(server.get("/api/recall").json()["recalls"], 1);
    assert_eq!(server.get("/api/recall/readiness").json()["predicted"], 0);
    assert_eq!(server.get("/api/recall/interviews").json()["answer"], "No interview is booked");
    assert_eq!(post("/api/recall/refit", &json!({})).json()["own"], false);
    assert_eq!(server.get(&format!("/api/bank/{QUESTION}")).json()["line"]["grade"], "good");
}

#[test]
fn an_address_that_asks_for_what_there_is_not_is_refused_with_a_message() {
    let server = running_onboarded();
    let refused = server.get("/api/recall?minutes=many");
    assert_eq!(refused.status, 400, "{}", refused.text());
    let message = refused.json()["message"].as_str().expect("a message").to_owned();
    assert!(message.starts_with("What stands behind the ? of this address cannot be read"), "{message}");
}

#[test]
fn a_mistake_has_an_address_with_its_slash_in_it() {
    let server = running_onboarded();
    let started = server.signed_in("POST", "/api/work/choice-cache-or-replica/start").send().json();
    let question = started["questions"][0]["id"].as_str().expect("a question").to_owned();
    let wrong: String = started["questions"]
        .as_array()
        .expect("questions")
        .iter()
        .fold(String::new(), |text, one| text + one["id"].as_str().expect("an id") + " = \"e\"\n");
    let body = json!({"text": wrong, "base_hash": started["hash"]});
    let checked = server.signed_in("POST", "/api/work/choice-cache-or-replica/check").json(&body).send();
    assert_eq!(checked.json()["outcome"], "revise", "{}", checked.text());
    let card = server.get(&format!("/api/recall/cards/choice-cache-or-replica%2F{question}"));
    assert!(card.status == 200 && card.json()["missed"]["text"] == "e", "{}", card.text());
    assert_eq!(server.get("/api/recall/cards/choice-cache-or-replica%2Fnobody").status, 404);
}
