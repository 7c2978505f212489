//! Requests without the keys of this start.

use crate::running::{running, running_onboarded};

/// The cookie of another port's server is not ours, even with our own token in it.
#[test]
fn the_cookie_of_another_port_opens_nothing() {
    let server = running();
    let foreign = format!("footbridge-{}={}", server.port - 1, server.token());
    assert_eq!(server.stranger("GET", "/api/session").header("Cookie", &foreign).send().status, 401);
    let among_others = format!("theme=dark; {foreign}; {}", server.cookie());
    assert_eq!(server.stranger("GET", "/api/session").header("Cookie", &among_others).send().status, 200);
}

/// Any program on this machine can reach the port; without the token it gets nothing, not even the front end.
#[test]
fn without_the_token_nothing_is_shown() {
    let server = running_onboarded();
    let before = server.files();
    for (method, target) in [
        ("GET", "/api/session"),
        ("GET", "/api/openapi.json"),
        ("GET", "/api/no-such-address"),
        ("POST", "/api/portfolio"),
        ("PUT", "/api/work/lesson-one-request/answer"),
        ("DELETE", "/api/session"),
    ] {
        let reply = server.stranger(method, target).send();
        assert_eq!((reply.status, reply.code().as_str()), (401, "no-session"), "{method} {target}");
    }
    for target in ["/", "/work", "/index.html", "/assets/index.js", "/portfolio/", "/favicon.svg"] {
        let reply = server.stranger("GET", target).send();
        assert_eq!(reply.status, 401, "{target}");
        assert!(reply.text().contains("<h1>Open the link that the terminal shows</h1>"), "{target}");
        assert!(!reply.text().contains("<script"), "{target}");
    }
    let wrong = ["", "x", &server.token()[..63], &server.token().to_uppercase(), &format!("{}0", server.token()), server.code()];
    for token in wrong {
        let by_header = server.stranger("GET", "/api/session").header("Authorization", &format!("Bearer {token}")).send();
        let by_cookie = server.stranger("GET", "/api/session").header("Cookie", &format!("footbridge-{}={token}", server.port)).send();
        assert_eq!((by_header.status, by_cookie.status), (401, 401), "{token:?}");
    }
    let in_the_address = server.stranger("GET", &format!("/api/session?token={}", server.token())).send();
    assert_eq!(in_the_address.status, 401);
    assert_eq!(server.files(), before);
}

/// Whoever finds the launch address in a history or a log comes too late.
#[test]
fn the_launch_code_opens_once() {
    let server = running();
    let target = format!("/?code={}", server.code());
    for (method, target) in
        [("HEAD", target.as_str()), ("POST", &target), ("GET", &format!("/work?code={}", server.code())), ("GET", "/?code=")]
    {
        let reply = server.stranger(method, target).send();
        assert_eq!((reply.status, reply.header("set-cookie")), (401, ""), "{method} {target} is no launch");
    }
    let first = server.stranger("GET", &target).send();
    assert_eq!((first.status, first.header("location")), (303, "/"));
    assert_eq!(first.header("set-cookie"), format!("{}; HttpOnly; SameSite=Strict; Path=/", server.cookie()));
    let replayed = server.stranger("GET", &target).send();
    assert_eq!((replayed.status, replayed.header("set-cookie")), (401, ""));
    let reloaded = server.signed_in("GET", &target).send();
    assert_eq!((reloaded.status, reloaded.header("location"), reloaded.header("set-cookie")), (303, "/", ""));
}
