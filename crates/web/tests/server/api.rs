//! The API as a client sees it: what onboarding, working and building a portfolio look like, and how refusals read.

use crate::running::{profile, running, running_onboarded};
use serde_json::json;

#[test]
fn a_learner_is_onboarded_and_begins() {
    let server = running();
    assert_eq!(server.get("/api/session").json()["onboarded"], false);
    let early = server.get("/api/today");
    assert_eq!((early.status, early.code().as_str()), (400, "asked"));
    assert!(early.json()["help"].is_string(), "{}", early.text());

    let session = server.signed_in("POST", "/api/onboarding").json(&profile(&server)).send();
    assert_eq!((session.status, &session.json()["onboarded"]), (200, &json!(true)));
    assert!(server.folder.join("footbridge.toml").is_file());

    let begun = server.signed_in("POST", "/api/work/lesson-one-request/start").json(&json!({})).send().json();
    assert_eq!((&begun["kind"], &begun["state"]), (&json!("lesson"), &json!("in-hand")));
    let answer = json!({"text": "# mine\n", "base_hash": begun["hash"]});
    let saved = server.signed_in("PUT", "/api/work/lesson-one-request/answer").json(&answer).send();
    assert_eq!(saved.status, 200, "{}", saved.text());
    let again = server.get("/api/work/lesson-one-request").json();
    assert_eq!((&again["text"], &again["hash"]), (&json!("# mine\n"), &saved.json()["hash"]));
}

/// Nothing is overwritten that was changed in another window or in an editor.
#[test]
fn a_save_on_an_old_copy_is_refused() {
    let server = running_onboarded();
    let begun = server.signed_in("POST", "/api/work/lesson-one-request/start").json(&json!({})).send().json();
    let path = server.folder.join(begun["path"].as_str().expect("a path"));
    std::fs::write(&path, "# changed elsewhere\n").expect("a file of the test's own");
    let answer = json!({"text": "# mine\n", "base_hash": begun["hash"]});
    for target in ["answer", "check"] {
        let method = if target == "answer" { "PUT" } else { "POST" };
        let reply = server.signed_in(method, &format!("/api/work/lesson-one-request/{target}")).json(&answer).send();
        assert_eq!((reply.status, reply.code().as_str()), (409, "changed"), "{target}");
    }
    assert_eq!(std::fs::read_to_string(&path).expect("still there"), "# changed elsewhere\n");
}

#[test]
fn refusals_say_what_and_what_next() {
    let server = running_onboarded();
    let unknown = server.get("/api/work/no-such-exercise");
    assert_eq!((unknown.status, unknown.code().as_str()), (404, "not-found"));
    assert!(unknown.json()["message"].as_str().is_some_and(|message| message.contains("no-such-exercise")), "{}", unknown.text());

    let address = server.get("/api/no/such/address");
    assert_eq!((address.status, address.code().as_str()), (404, "not-found"));
    assert_eq!(server.get("/api").status, 404);

    let unreadable = server.signed_in("PUT", "/api/work/lesson-one-request/answer").body("application/json", b"{\"text\": 1}").send();
    assert_eq!((unreadable.status, unreadable.code().as_str()), (400, "unreadable"));

    let not_text = server.get("/api/work/%ff");
    assert_eq!((not_text.status, not_text.code().as_str()), (400, "unreadable"));
}

/// A number of a question that is none got a line of plain text.
#[test]
fn whatever_of_a_request_cannot_be_read_is_refused_as_openapi_json_says() {
    let server = running_onboarded();
    let posted = |path: &str, body: &str| server.signed_in("POST", path).body("application/json", body.as_bytes()).send();
    let refused = [
        (
            server.get("/api/recall?minutes=many"),
            "What stands behind the ? of this address cannot be read: minutes: invalid digit found in string.",
        ),
        (server.get("/api/bank/%ff?open=true"), "A part of this address is not text in UTF-8."),
        (posted("/api/mocks/m/questions/first/scores", r#"{"scores":[]}"#), "“first” in this address is no number."),
        (posted("/api/mocks/%ff/questions/1/answer", r#"{"transcript":""}"#), "A part of this address is not text in UTF-8."),
        (
            posted("/api/mocks/m/questions/1/scores", "{"),
            "The body of this request cannot be read: EOF while parsing an object at line 1 column 1.",
        ),
    ];
    for (reply, message) in refused {
        assert_eq!((reply.status, reply.header("content-type")), (400, "application/json"), "{}", reply.text());
        assert_eq!((reply.code().as_str(), reply.json()["message"].as_str()), ("unreadable", Some(message)));
        assert!(reply.json()["help"].is_string(), "{}", reply.text());
    }
}

#[test]
fn a_refusal_names_what_lies_beneath_and_quotes_nothing_private() {
    let server = running_onboarded();
    let profile = profile(&server);
    std::fs::create_dir_all(server.folder.join("private")).expect("a folder of the test's own");
    std::fs::write(server.folder.join("private/companies.toml"), "\ncompanies = \"Acme Payments\"\n").expect("a file of the test's own");
    let refused = server.signed_in("POST", "/api/onboarding").json(&profile).send();
    assert_eq!((refused.status, refused.code().as_str()), (400, "asked"), "{}", refused.text());
    let finding = &refused.json()["cause"]["findings"][0];
    assert_eq!((&finding["file"], &finding["line"]), (&json!("private/companies.toml"), &json!(2)));
    assert_eq!(finding["message"], "This cannot be read: invalid type: string “…”, expected a sequence.");
    assert!(!refused.text().contains("Acme"), "{}", refused.text());
    std::fs::remove_file(server.folder.join("private/companies.toml")).expect("it is there");

    std::fs::rename(server.folder.join("journal"), server.folder.join("journal-elsewhere")).expect("it is there");
    std::fs::write(server.folder.join("journal"), "a file where a folder should be").expect("a file of the test's own");
    let stuck = server.get("/api/today");
    assert_eq!((stuck.status, stuck.code().as_str()), (503, "world"), "{}", stuck.text());
    assert!(stuck.json()["cause"]["system"].as_str().is_some_and(|said| said.contains("os error")), "{}", stuck.text());
}

#[test]
fn the_calendar_is_a_calendar() {
    let server = running_onboarded();
    let reply = server.get("/api/plan.ics");
    assert_eq!((reply.status, reply.header("content-type")), (200, "text/calendar; charset=utf-8"));
    assert!(reply.text().starts_with("BEGIN:VCALENDAR"));
}

#[test]
fn the_calendar_of_people_is_for_whoever_is_signed_in() {
    let server = running_onboarded();
    let contact = server.signed_in("POST", "/api/people/contacts").json(&json!({"name": "Ann Lee"})).send();
    let id = contact.json()["line"]["id"].as_str().expect("an id").to_owned();
    let agreed = json!({"step": "agreed", "on": "2199-02-03"});
    assert_eq!(server.signed_in("POST", &format!("/api/people/contacts/{id}/step")).json(&agreed).send().status, 200);
    let reply = server.get("/api/people.ics");
    assert_eq!(
        (reply.status, reply.header("content-type"), reply.header("cache-control")),
        (200, "text/calendar; charset=utf-8", "no-store")
    );
    assert!(reply.text().contains("Conversation with Ann Lee"), "{}", reply.text());
    let gathering = json!({"name": "API talks", "kind": "meetup", "on": "2026-02-03", "met": [id]});
    let kept = server.signed_in("POST", "/api/people/gatherings").json(&gathering).send();
    assert_eq!((kept.status, kept.json()["gatherings"][0]["wants_outcome"].as_bool()), (200, Some(true)));
    let changed = json!({"version": "old", "name": "API talks", "kind": "meetup"});
    assert_eq!(server.signed_in("POST", "/api/people/gatherings").json(&changed).send().status, 409);
}

#[test]
fn the_portfolio_is_built_and_shown() {
    let server = running_onboarded();
    assert_eq!(server.get("/portfolio/").status, 404);
    let built = server.signed_in("POST", "/api/portfolio").json(&json!({})).send();
    assert_eq!(built.status, 200, "{}", built.text());
    let page = server.get("/portfolio/");
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    assert_eq!(page.text(), std::fs::read_to_string(server.folder.join("site/index.html")).expect("it was written"));
    assert_eq!(server.get("/portfolio/style.css").header("content-type"), "text/css; charset=utf-8");
    assert_eq!(server.get("/portfolio").header("location"), "/portfolio/");
}

/// Every address of the document exists with its method: nothing is promised that is not there.
#[test]
fn the_document_is_served_and_true() {
    let server = running();
    let reply = server.get("/api/openapi.json");
    assert_eq!(reply.text(), footbridge_web::openapi());
    for (path, item) in reply.json()["paths"].as_object().expect("paths") {
        for method in item.as_object().expect("operations").keys().filter(|_| path != "/api/sample") {
            let target = path.replace("{id}", "none").replace("{page}", "none").replace("{name}", "none");
            let reply = server.signed_in(&method.to_uppercase(), &target).send();
            assert_ne!(reply.status, 405, "{method} {path}");
            let message = if reply.status == 404 { reply.json()["message"].to_string() } else { String::new() };
            assert!(!message.contains("no such address"), "{method} {path}");
        }
    }
}

#[test]
fn the_words_of_a_portfolio_are_written_over_what_was_read_and_nothing_else() {
    let server = running_onboarded();
    let read = server.get("/api/portfolio/settings").json();
    let mut words = read["words"].clone();
    words["headline"] = json!("Builds APIs");
    let put = || server.signed_in("PUT", "/api/portfolio/settings").json(&json!({"base_hash": read["hash"], "words": words})).send();
    let kept = put();
    assert_eq!((kept.status, &kept.json()["words"]["headline"]), (200, &json!("Builds APIs")), "{}", kept.text());
    assert!(std::fs::read_to_string(server.folder.join("portfolio.toml")).expect("a file").contains("headline = \"Builds APIs\""));
    let stale = put();
    assert_eq!((stale.status, stale.code().as_str()), (409, "changed"));
}
