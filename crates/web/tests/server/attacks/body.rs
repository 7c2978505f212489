//! Bodies that no client of ours sends.

use crate::running::{profile, running_onboarded};
use serde_json::json;

/// Forms can send text and form bodies anywhere without asking; they cannot send JSON.
#[test]
fn a_body_that_is_not_json_is_refused() {
    let server = running_onboarded();
    let before = server.files();
    let body = profile(&server).to_string();
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "application/jsonp", "text/json"]
    {
        let reply = server.signed_in("POST", "/api/onboarding").body(kind, body.as_bytes()).send();
        assert_eq!((reply.status, reply.code().as_str()), (415, "not-json"), "{kind:?}");
    }
    let in_pieces = server.signed_in("POST", "/api/onboarding").header("Transfer-Encoding", "chunked").send_chunked(&["{}"]);
    assert_eq!(in_pieces.status, 415, "a body in pieces without a type");
    let with_charset = server.signed_in("POST", "/api/onboarding/reckon").body("Application/JSON; charset=utf-8", body.as_bytes()).send();
    assert_eq!(with_charset.status, 200, "{}", with_charset.text());
    assert_eq!(server.files(), before);
}

#[test]
fn a_body_over_1_mb_is_refused() {
    let server = running_onboarded();
    let large = json!({"text": "x".repeat(1_000_000), "base_hash": ""});
    let announced = server.signed_in("PUT", "/api/work/lesson-one-request/answer").json(&large).send();
    assert_eq!((announced.status, announced.code().as_str()), (413, "too-large"));
    let unread = server.signed_in("POST", "/api/work/lesson-one-request/start").json(&large).send();
    assert_eq!(unread.status, 413, "also where no body is read");
    let piece = "x".repeat(100_000);
    let pieces: Vec<&str> = std::iter::once("{\"text\": \"").chain(std::iter::repeat_n(piece.as_str(), 11)).collect();
    let request = server.signed_in("PUT", "/api/work/lesson-one-request/answer").header("Transfer-Encoding", "chunked");
    let in_pieces = request.header("Content-Type", "application/json").send_chunked(&pieces);
    assert_eq!((in_pieces.status, in_pieces.code().as_str()), (413, "too-large"));
    let fits = json!({"text": "x".repeat(999_900), "base_hash": "no such hash"});
    let reply = server.signed_in("PUT", "/api/work/lesson-one-request/answer").json(&fits).send();
    assert!(matches!(reply.code().as_str(), "asked" | "changed"), "a body of just under 1 MB reaches the app: {}", reply.text());
}

/// A file of contacts is larger than other bodies and no JSON: only its own address takes it, and only as what no form can send.
#[test]
fn a_file_is_taken_in_at_its_own_address_alone() {
    let server = running_onboarded();
    let export = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Lee,,,Acme,Engineer,15 Mar 2024\n";
    let import = |kind: &str, body: &[u8]| server.signed_in("POST", "/api/people/import").body(kind, body).send();
    for kind in ["text/plain", "multipart/form-data; boundary=x", "application/json", ""] {
        assert_eq!((import(kind, export).status, import(kind, export).code().as_str()), (415, "not-json"), "{kind:?}");
    }
    let before = server.files();
    let elsewhere = server.signed_in("POST", "/api/people/find").body("application/octet-stream", export).send();
    assert_eq!(elsewhere.status, 415, "{}", elsewhere.text());
    let large = vec![b'x'; 20_000_001];
    assert_eq!(import("application/octet-stream", &large).status, 413);
    assert_eq!(server.files(), before);
    let taken = import("application/octet-stream", export);
    assert_eq!((taken.status, taken.json()["says"].as_str()), (200, Some("1 contact read, 1 new.")), "{}", taken.text());
    let mut long = export.to_vec();
    (0..40_000).for_each(|row| long.extend(format!("P{row},Q,https://example.org/in/p{row},,Acme,Engineer,15 Mar 2024\n").bytes()));
    assert!(long.len() > 1_000_000);
    assert_eq!(import("application/octet-stream", &long).status, 200, "more than another body may have");
}
