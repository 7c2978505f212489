//! Somebody's own roadmap, as a browser asks for it.

use crate::running::running_onboarded;
use serde_json::json;

const ROADMAP: &str =
    "format: 1\nproduct: Ledger\nas_of: 2026-10-01\nbets:\n  - id: keep-events\n    title: \"=Keep events\"\n    horizon: now\n";

#[test]
fn a_roadmap_is_looked_at_rehearsed_and_made_into_every_form() {
    let server = running_onboarded();
    let before = server.files();
    let look = server.signed_in("POST", "/api/roadmap").json(&json!({"text": ROADMAP})).send().json();
    assert!(look["drawing"].as_str().is_some_and(|drawing| drawing.contains("<svg")), "{look}");
    let forms: Vec<&str> = look["forms"].as_array().expect("forms").iter().filter_map(|form| form["id"].as_str()).collect();
    assert_eq!(forms, ["jira", "linear", "aha", "csv", "mermaid", "markdown", "svg"]);
    for form in forms {
        let made = server.signed_in("POST", "/api/roadmap/export").json(&json!({"text": ROADMAP, "to": form})).send();
        assert_eq!(made.status, 200, "{form}: {}", made.text());
        let made = made.json();
        assert_eq!(
            made["rehearsal"].is_string(),
            ["jira", "linear", "aha"].contains(&form),
            "{form}: only what a tool imports is rehearsed"
        );
        let text = made["text"].as_str().expect("a file");
        assert!(text.contains("Keep events"), "{form}: {text}");
        let is_table = made["content_type"] == "text/csv";
        assert!(
            !is_table || !text.lines().any(|line| line.split(',').any(|cell| cell.starts_with('='))),
            "{form}: no cell is a formula: {text}"
        );
    }
    let refused = server.signed_in("POST", "/api/roadmap/export").json(&json!({"text": ROADMAP, "to": "jria"})).send();
    assert_eq!(
        (refused.status, refused.json()["help"].as_str().map(|help| help.contains("jira"))),
        (400, Some(true)),
        "{}",
        refused.text()
    );
    let unread = server.signed_in("POST", "/api/roadmap/export").json(&json!({"text": "bets: [", "to": "csv"})).send();
    assert_eq!(unread.status, 400);
    assert!(!unread.json()["cause"]["findings"].as_array().expect("findings").is_empty());
    assert_eq!(server.files(), before, "nothing of it is kept");
}
