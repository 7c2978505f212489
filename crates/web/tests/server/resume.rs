//! The résumé over HTTP: a preview in a frame of this server and nowhere else, a PDF as a file, and changes that know what they read.

use crate::running::running_onboarded;
use serde_json::json;

#[test]
fn a_preview_may_be_framed_by_this_server_only_and_runs_nothing() {
    let server = running_onboarded();
    assert_eq!(server.get("/api/resume/page").status, 404, "there is no résumé yet");
    assert_eq!(server.signed_in("POST", "/api/resume").json(&json!({})).send().status, 200);
    let page = server.get("/api/resume/page?theme=classic");
    let policy = page.header("content-security-policy");
    for rule in ["default-src 'none'", "frame-ancestors 'self'", "base-uri 'none'", "object-src 'none'", "form-action 'none'", "; sandbox"]
    {
        assert!(policy.contains(rule), "{rule} in {policy}");
    }
    for weakness in ["unsafe-inline", "script", "allow-", "http"] {
        assert!(!policy.contains(weakness), "{weakness} in {policy}");
    }
    let nonce = policy.split_once("'nonce-").and_then(|(_, rest)| rest.split_once('\'')).expect("a nonce").0;
    let text = page.text();
    assert_eq!((text.matches("<style").count(), text.matches(&format!("<style nonce=\"{nonce}\">")).count()), (1, 1), "{text}");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(server.stranger("GET", "/api/resume/page").send().status, 401);
}

#[test]
fn a_change_knows_what_it_read_and_a_pdf_is_a_file() {
    let server = running_onboarded();
    let begun = server.signed_in("POST", "/api/resume").json(&json!({})).send().json();
    let change =
        |hash: &serde_json::Value| json!({"base_hash": hash, "act": "set", "pointer": "/basics/name", "text": "Meera <b>Nair</b>"});
    let changed = server.signed_in("POST", "/api/resume/change").json(&change(&begun["hash"])).send();
    assert_eq!(changed.status, 200, "{}", changed.text());
    let stale = server.signed_in("POST", "/api/resume/change").json(&change(&begun["hash"])).send();
    assert_eq!((stale.status, stale.code().as_str()), (409, "changed"));
    assert!(server.get("/api/resume/page").text().contains("Meera &lt;b&gt;Nair&lt;/b&gt;"));
    let pdf = server.get("/api/resume/pdf?paper=letter");
    assert!(pdf.header("content-type") == "application/pdf" && pdf.body.starts_with(b"%PDF-"));
    assert_eq!(pdf.header("content-disposition"), "attachment; filename=\"Meera-b-Nair-b-resume.pdf\"");
    assert_eq!(pdf.header("x-footbridge-proof"), "passed");
    assert_eq!(server.get("/api/resume/proof").json()["passed"], true);
    let refused = server.get("/api/resume/pdf?theme=loud");
    assert_eq!((refused.status, refused.code().as_str()), (400, "asked"));
    let variant = server.signed_in("POST", "/api/resume/variants").json(&json!({"name": "Acme", "role": "TPM"})).send().json();
    let id = variant["variant"]["line"]["id"].as_str().expect("an id");
    assert!(!id.contains("acme"), "the name is not read in an address");
    let text = server.get(&format!("/api/resume/text?variant={id}"));
    assert!(text.text().contains("TPM"));
    assert_eq!(text.header("content-disposition"), "attachment; filename=\"Meera-b-Nair-b-TPM-resume.txt\"");
    assert_eq!(server.get("/api/resume/text?variant=none").status, 404);
    let json = server.get("/api/resume/json");
    assert_eq!(json.header("content-type"), "application/json");
    assert!(json.header("content-disposition").ends_with("-resume.json\"") && json.json()["basics"]["name"].is_string());
}

#[test]
fn no_refusal_tells_the_name_of_a_variant() {
    let server = running_onboarded();
    assert_eq!(server.signed_in("POST", "/api/resume").json(&json!({})).send().status, 200);
    let begun = server.signed_in("POST", "/api/resume/variants").json(&json!({"name": "Hushco", "role": "TPM"})).send().json();
    let (id, path) = (begun["variant"]["line"]["id"].as_str().expect("an id"), begun["variant"]["line"]["path"].as_str().expect("a path"));
    let file = server.folder.join(path);
    let read = || server.get(&format!("/api/resume?variant={id}"));
    std::fs::write(&file, b"role = \"\xff\"").expect("it can be written");
    let no_text = read();
    std::fs::remove_file(&file).and_then(|()| std::fs::create_dir(&file)).expect("a folder in its place");
    for (what, status, reply) in [("no text", 400, no_text), ("a folder", 503, read())] {
        assert_eq!(reply.status, status, "{what}: {}", reply.text());
        assert!(!reply.text().to_lowercase().contains("hush"), "{what}: {}", reply.text());
    }
}
