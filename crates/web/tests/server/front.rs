//! The front end's files, built or not: what is embedded differs from machine to machine, so nothing here depends on it.

use crate::running::running;

/// Addresses of screens give the first page, so that they can be reloaded and linked.
#[test]
fn every_screen_is_the_first_page() {
    let server = running();
    let without_nonce = |target: &str| {
        let reply = server.get(target);
        assert_eq!((reply.status, reply.header("content-type")), (200, "text/html; charset=utf-8"), "{target}");
        assert_eq!(reply.header("cache-control"), "no-cache", "{target}");
        let policy = reply.header("content-security-policy").to_owned();
        let nonce = policy.split_once("'nonce-").and_then(|(_, rest)| rest.split_once('\'')).expect("a nonce").0.to_owned();
        assert!(reply.text().contains(&nonce), "{target} uses its nonce");
        reply.text().replace(&nonce, "")
    };
    let first = without_nonce("/");
    for screen in ["/today", "/work/sql-longest-delays", "/guide/salaries", "/look"] {
        assert_eq!(without_nonce(screen), first, "{screen}");
    }
}

#[test]
fn a_missing_file_is_not_the_first_page() {
    let server = running();
    for target in ["/assets/gone-12345678.js", "/gone.css", "/assets/gone"] {
        let reply = server.get(target);
        assert_eq!(reply.status, 404, "{target}");
    }
}

#[test]
fn a_page_takes_only_get_and_head() {
    let server = running();
    assert_eq!(server.signed_in("HEAD", "/").send().status, 200);
    let posted = server.signed_in("POST", "/").send();
    assert_eq!((posted.status, posted.header("allow")), (405, "GET, HEAD"));
}
