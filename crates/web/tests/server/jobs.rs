//! Applications and companies over HTTP: nothing private stands in an address or in a refusal.

use crate::running::running_onboarded;
use serde_json::json;

const COMPANY: &str = "Hushco Systems";

#[test]
fn what_was_sent_is_kept_and_neither_addresses_nor_refusals_tell_the_company() {
    let server = running_onboarded();
    let post = |path: &str, body: &serde_json::Value| server.signed_in("POST", path).json(body).send();
    let begun = post("/api/applications", &json!({"company": COMPANY, "role": "TPM", "stage": "applied"}));
    let id = begun.json()["line"]["id"].as_str().expect("an id").to_owned();
    assert!(!id.to_lowercase().contains("hush"), "{id}");
    let bytes = b"%PDF-1.7 mine";
    let kept = server.signed_in("POST", "/api/applications/file").body("application/octet-stream", bytes).send();
    let file = kept.json()["file"].as_str().expect("a file").to_owned();
    assert_eq!(std::fs::read(server.folder.join(&file)).expect("it is kept"), bytes);
    let sent = post(&format!("/api/applications/{id}/sent"), &json!({"resume_name": "Lee.pdf", "resume_hash": kept.json()["hash"]}));
    assert_eq!(sent.json()["resume"]["file"], file);
    let hash = kept.json()["hash"].as_str().expect("a hash").to_owned();
    let again = server.get(&format!("/api/applications/{id}/kept/{hash}"));
    assert_eq!((again.status, again.text().as_bytes()), (200, bytes.as_slice()));
    let header = |name: &str| again.header(name).to_owned();
    assert_eq!(header("content-disposition"), "attachment; filename=\"Lee.pdf\"; filename*=UTF-8''Lee.pdf");
    assert_eq!((header("content-type"), header("x-content-type-options")), ("application/octet-stream".to_owned(), "nosniff".to_owned()));
    let company = post("/api/companies", &json!({"name": COMPANY, "notes": "Hushed"}));
    let company_id = company.json()["line"]["id"].as_str().expect("an id").to_owned();
    assert_eq!(server.get(&format!("/api/companies/{company_id}")).json()["line"]["name"], COMPANY);

    let table = server.get("/api/applications.csv");
    assert!(table.text().contains(COMPANY) && table.header("content-disposition").starts_with("attachment"), "{}", table.text());
    for (what, reply) in [
        ("the same again", post("/api/applications", &json!({"company": COMPANY, "role": "TPM"}))),
        ("no such stage", post(&format!("/api/applications/{id}/entry"), &json!({"stage": "hush"}))),
        ("no such application", post("/api/applications/hush/entry", &json!({"stage": "offer"}))),
        ("an old card", post("/api/companies", &json!({"name": COMPANY, "version": "hush"}))),
        ("an entry not seen", post(&format!("/api/applications/{id}/take-back"), &json!({"version": "hush"}))),
        ("no such company", server.get("/api/companies/hush")),
        ("what was never sent", server.get(&format!("/api/applications/{id}/kept/{}", "0".repeat(64)))),
        ("a way out", server.get(&format!("/api/applications/{id}/kept/..%2f..%2fhush"))),
        ("no résumé", server.signed_in("POST", "/api/applications/file").body("application/octet-stream", b"MZ\0\0hush").send()),
        ("a file that is no file", server.signed_in("POST", "/api/applications/file").body("application/json", b"{}").send()),
    ] {
        assert!((400..500).contains(&reply.status), "{what}: {}", reply.status);
        assert!(!reply.text().to_lowercase().contains("hush"), "{what}: {}", reply.text());
    }
}

#[test]
fn a_description_is_read_before_there_is_a_learner() {
    let server = crate::running::running();
    let read = server.signed_in("POST", "/api/job").json(&json!({"text": "Requirements\n- SQL\n- 5+ years in product\n"})).send();
    let must = read.json()["must"].clone();
    assert_eq!((read.status, &must["proven"], &must["mentioned"]), (200, &json!(0), &json!(0)), "{}", read.text());
    assert!(server.files().is_empty(), "nothing of it is kept");
}
