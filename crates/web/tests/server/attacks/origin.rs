//! Requests that somebody else made this browser send, or that came under another name.

use crate::running::{profile, running, running_onboarded};
use serde_json::json;

/// A name rebound to 127.0.0.1 makes a foreign page same-origin with us. It is not one of our names, so it gets nothing, cookie or not.
#[test]
fn a_rebound_name_gets_nothing() {
    let server = running_onboarded();
    let (port, before) = (server.port, server.files());
    let foreign = [
        format!("evil.example:{port}"),
        "evil.example".to_owned(),
        "127.0.0.1".to_owned(),
        "localhost".to_owned(),
        format!("127.0.0.1:{}", port - 1),
        format!("127.0.0.1:{port}.evil.example"),
        format!("localhost:{port}@evil.example"),
        format!("LOCALHOST:{port}"),
        format!("0.0.0.0:{port}"),
        format!("127.0.0.2:{port}"),
        String::new(),
    ];
    for host in &foreign {
        for (method, target) in
            [("GET", "/"), ("GET", "/api/session"), ("GET", "/portfolio/"), ("POST", "/api/work/lesson-one-request/hint")]
        {
            let origin = format!("http://{host}");
            let request =
                server.signed_in(method, target).host(Some(host)).header("Origin", &origin).header("Sec-Fetch-Site", "same-origin");
            let reply = request.send();
            assert_eq!(reply.status, 421, "{method} {target} for {host}");
            assert_eq!(reply.code(), "wrong-host");
        }
    }
    let nameless = server.signed_in("GET", "/api/session").host(None).send();
    assert!(matches!(nameless.status, 400 | 421), "no host");
    let twice = server.signed_in("GET", "/api/session").header("Host", "evil.example").send();
    assert_eq!(twice.status, 421, "two hosts");
    let in_the_line = server.signed_in("GET", "http://evil.example/api/session").send();
    assert_eq!(in_the_line.status, 421, "a foreign authority in the request line");
    assert_eq!(server.files(), before);
}

#[test]
fn our_own_names_are_answered() {
    let server = running();
    for name in ["127.0.0.1", "localhost", "[::1]"] {
        let reply = server.signed_in("GET", "/api/session").host(Some(&format!("{name}:{}", server.port))).send();
        assert_eq!(reply.status, 200, "{name}");
    }
}

/// A page of another site makes the browser send a request, with cookies.
#[test]
fn a_post_from_another_site_is_refused() {
    let server = running_onboarded();
    let before = server.files();
    for (header, value) in [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example"), ("Origin", "null")] {
        for target in ["/api/onboarding", "/api/work/lesson-one-request/start", "/api/portfolio", "/api/sample"] {
            let reply = server.signed_in("POST", target).header(header, value).json(&profile(&server)).send();
            assert_eq!((reply.status, reply.code().as_str()), (403, "cross-site"), "{target} with {header}: {value}");
        }
    }
    let bearer = format!("Bearer {}", server.token());
    let reply = server.stranger("POST", "/api/portfolio").header("Authorization", &bearer).header("Sec-Fetch-Site", "cross-site").send();
    assert_eq!(reply.status, 403, "the token does not excuse another site");
    assert_eq!(server.files(), before);
}

/// Another program's page on this machine is the same site with another port: browsers send it our cookie.
#[test]
fn a_post_from_another_port_of_this_machine_is_refused() {
    let server = running_onboarded();
    let before = server.files();
    let origin = format!("http://127.0.0.1:{}", server.port - 1);
    for (header, value) in [("Sec-Fetch-Site", "same-site"), ("Origin", origin.as_str())] {
        let reply = server.signed_in("POST", "/api/work/lesson-one-request/start").header(header, value).json(&json!({})).send();
        assert_eq!((reply.status, reply.code().as_str()), (403, "cross-site"), "{header}: {value}");
    }
    assert_eq!(server.files(), before);
}
