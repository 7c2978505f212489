//! What comes back: headers, nonces, messages.

use crate::running::{running, running_onboarded};
use serde_json::json;

/// Every kind of answer, refusals included, says that it must not be framed, sniffed or given scripts.
#[test]
fn every_answer_carries_the_security_headers() {
    let server = running_onboarded();
    std::fs::create_dir_all(server.folder.join("site")).expect("a folder of the test's own");
    std::fs::write(server.folder.join("site/index.html"), "<p>mine</p>").expect("a file of the test's own");
    let replies = [
        ("page", server.get("/")),
        ("screen", server.get("/work/sql-longest-delays")),
        ("missing file", server.get("/assets/none.js")),
        ("view", server.get("/api/session")),
        ("missing address", server.get("/api/none")),
        ("wrong method", server.signed_in("DELETE", "/api/session").send()),
        ("wrong method on a page", server.signed_in("POST", "/today").send()),
        ("portfolio", server.get("/portfolio/")),
        ("missing portfolio page", server.get("/portfolio/none.html")),
        ("redirect", server.get("/portfolio")),
        ("no session", server.stranger("GET", "/").send()),
        ("no session, API", server.stranger("GET", "/api/session").send()),
        ("wrong host", server.stranger("GET", "/").host(Some("evil.example")).send()),
        ("cross site", server.signed_in("POST", "/api/portfolio").header("Origin", "null").send()),
        ("not JSON", server.signed_in("POST", "/api/portfolio").body("text/plain", b"x").send()),
        ("launch", server.stranger("GET", &format!("/?code={}", server.code())).send()),
    ];
    for (name, reply) in &replies {
        let policy = reply.header("content-security-policy");
        for rule in ["default-src '", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"] {
            assert!(policy.contains(rule), "{name}: {rule} in {policy}");
        }
        for weakness in ["unsafe-inline", "unsafe-eval", "*", "http"] {
            assert!(!policy.contains(weakness), "{name}: {weakness} in {policy}");
        }
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{name}");
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{name}");
        assert_eq!(reply.header("cross-origin-opener-policy"), "same-origin", "{name}");
        assert_eq!(reply.header("cross-origin-resource-policy"), "same-origin", "{name}");
        assert!(reply.header("permissions-policy").contains("camera=()"), "{name}");
        assert_eq!(reply.header("access-control-allow-origin"), "", "{name}");
        assert_ne!(reply.header("cache-control"), "", "{name}");
    }
    assert!(server.get("/portfolio/").header("content-security-policy").starts_with("default-src 'none'"), "a portfolio runs no scripts");
    let preflight =
        server.signed_in("OPTIONS", "/api/session").header("Origin", "https://evil.example").header("Access-Control-Request-Method", "PUT");
    assert_eq!(preflight.send().header("access-control-allow-origin"), "");
}

/// A page of the preview stands in a frame of this server alone, and can do nothing there.
#[test]
fn a_previewed_page_is_framed_here_alone_and_runs_nothing() {
    let server = running_onboarded();
    let before = server.files();
    let reply = server.get("/portfolio-preview/index.html");
    assert_eq!(reply.status, 200, "{}", reply.text());
    let policy = reply.header("content-security-policy");
    for rule in ["default-src 'none'", "frame-ancestors 'self'", "base-uri 'none'", "object-src 'none'", "form-action 'none'", "sandbox"] {
        assert!(policy.contains(rule), "{rule} in {policy}");
    }
    for weakness in ["script", "allow-forms", "allow-popups", "allow-top", "unsafe", "*", "http"] {
        assert!(!policy.contains(weakness), "{weakness} in {policy}");
    }
    assert_eq!(server.get("/portfolio-preview/none.html").status, 404);
    assert_eq!(server.stranger("GET", "/portfolio-preview/index.html").send().status, 401);
    assert_eq!(server.files(), before, "looking writes nothing");
}

/// The word for inline styles is another one on every response, so that it cannot be learnt from one and used in the next.
#[test]
fn the_nonce_is_never_the_same() {
    let server = running();
    let nonce = || {
        let reply = server.stranger("GET", "/").send();
        let policy = reply.header("content-security-policy").to_owned();
        let nonce = policy.split_once("'nonce-").and_then(|(_, rest)| rest.split_once('\'')).expect("a nonce").0.to_owned();
        assert!(reply.text().contains(&format!("<style nonce=\"{nonce}\">")), "the page uses its own nonce");
        nonce
    };
    let (first, second) = (nonce(), nonce());
    assert_ne!(first, second);
    assert_eq!(first.len(), 64);
}

/// What a request says never comes back as markup.
#[test]
fn an_error_message_is_never_markup() {
    let server = running_onboarded();
    let script = "%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    for target in [format!("/api/work/{script}"), format!("/api/guide/{script}"), format!("/api/{script}")] {
        let reply = server.get(&target);
        assert_eq!((reply.status, reply.header("content-type")), (404, "application/json"), "{target}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
    }
    let body = json!({"inputs": "<script>alert(1)</script>"});
    let reply = server.signed_in("POST", "/api/prompts/interview").json(&body).send();
    assert_eq!((reply.status, reply.code().as_str()), (400, "unreadable"));
    for target in [format!("/portfolio/{script}"), format!("/{script}.html"), format!("/assets/{script}"), format!("/{script}")] {
        let reply = server.get(&target);
        assert!(!reply.text().contains("alert(1)"), "{target}");
    }
}
