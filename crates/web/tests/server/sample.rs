//! The sample learner beside one's own.

use crate::browser::ask;
use crate::running::running;
use serde_json::json;

#[test]
fn the_sample_learner_has_a_window_of_its_own() {
    let mut server = running();
    let own = |name: &str| {
        let request = server.signed_in("POST", "/api/sample").host(Some(&format!("{name}:{}", server.port)));
        let reply = request.json(&json!({})).send();
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.json()["url"].as_str().expect("an address").to_owned()
    };
    let (first, second) = (own("127.0.0.1"), own("localhost"));
    assert!(second.starts_with("http://localhost:"), "the window keeps the name it uses: {second}");
    let port: u16 = first.strip_prefix("http://127.0.0.1:").and_then(|rest| rest.split('/').next()?.parse().ok()).expect("a port");
    assert!(second.contains(&format!(":{port}/")), "it is started once");
    assert_ne!(port, server.port);

    let code = |url: &str| url.split_once("/?").map(|(_, code)| format!("/?{code}")).expect("a code");
    let launched = ask(port, "GET", &code(&first)).send();
    assert_eq!(launched.status, 303);
    let cookie = launched.header("set-cookie").split(';').next().expect("a cookie").to_owned();
    let session = ask(port, "GET", "/api/session").header("Cookie", &cookie).send().json();
    assert_eq!((&session["sample"], &session["onboarded"]), (&json!(true), &json!(true)));
    assert_eq!(ask(port, "GET", &code(&first)).send().status, 401, "a code opens once");
    assert_eq!(ask(port, "GET", &code(&second)).send().status, 303, "the second window has a code of its own");

    assert_eq!(server.get("/api/session").json()["sample"], false, "one's own window is as it was");
    let own_cookie = format!("footbridge-{port}={}", server.token());
    assert_eq!(ask(port, "GET", "/api/session").header("Cookie", &own_cookie).send().status, 401, "tokens are not shared");
    let nested = ask(port, "POST", "/api/sample").header("Cookie", &cookie).json(&json!({})).send();
    assert_eq!((nested.status, nested.code().as_str()), (400, "asked"));

    server.stop();
    assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err(), "it stops with the server");
}
