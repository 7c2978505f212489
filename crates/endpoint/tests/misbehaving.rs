//! A server that does everything wrong, and what is told of it.

use footbridge_endpoint::{AskError, Endpoint, Key, Limits, Message, Role, Schema};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

const KEY: &str = "sk-0123456789abcdef";

/// What a server was asked: the lines before the body, and the body.
struct Asked {
    head: String,
    body: Value,
}

/// Answers every connection in one way and tells what it was asked.
fn server(answer: impl Fn(&mut TcpStream) + Send + 'static) -> (String, Receiver<Asked>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let base = format!("http://{}/v1", listener.local_addr().expect("an address"));
    let (tell, told) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut reader = BufReader::new(stream.try_clone().expect("a second handle"));
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") && reader.read_line(&mut head).expect("a line") > 0 {}
            let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
            let mut body = vec![0; length.expect("a length")];
            reader.read_exact(&mut body).expect("a body");
            // Whoever asked may have heard enough.
            let _ = tell.send(Asked { head, body: serde_json::from_slice(&body).expect("JSON") });
            answer(&mut stream);
        }
    });
    (base, told)
}

/// Writes as far as the other side listens.
fn write(stream: &mut TcpStream, text: &str) {
    let _ = stream.write_all(text.as_bytes());
}

fn reply(status: &str, more: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n{more}connection: close\r\n\r\n{body}", body.len())
}

fn endpoint(base: &str, limits: Limits) -> Endpoint {
    Endpoint::new(base, "small", Some(Key::new(KEY).expect("a key")), limits).expect("this machine")
}

fn asked_with(base: &str, limits: Limits) -> Result<String, AskError> {
    asked_of(&endpoint(base, limits))
}

fn asked_of(endpoint: &Endpoint) -> Result<String, AskError> {
    let schema = json!({ "type": "object" });
    endpoint.ask(&[Message { role: Role::User, text: "Twelve weeks, please." }], Schema { name: "plan", schema: &schema })
}

/// The sentence, with everything beneath it.
fn told(base: &str) -> String {
    let error = asked_with(base, Limits::default()).expect_err("no answer");
    let mut whole = format!("{error} {error:?}");
    let mut cause: Option<&dyn std::error::Error> = std::error::Error::source(&error);
    while let Some(beneath) = cause {
        whole.push_str(&format!(" {beneath}"));
        cause = beneath.source();
    }
    assert!(!whole.contains("0123456789"), "the key stands in: {whole}");
    error.to_string()
}

fn of_reply(status: &'static str, more: &'static str, body: &'static str) -> String {
    told(&server(move |stream| write(stream, &reply(status, more, body))).0)
}

#[test]
fn a_question_goes_out_with_model_schema_and_key_and_its_answer_comes_back() {
    let good = json!({ "choices": [{ "message": { "content": "{\"weeks\": []}" }, "finish_reason": "stop" }] }).to_string();
    let (base, requests) = server(move |stream| write(stream, &reply("200 OK", "", &good)));
    assert_eq!(asked_with(&base, Limits::default()).expect("an answer"), "{\"weeks\": []}");
    let asked = requests.recv().expect("one request");
    assert!(asked.head.starts_with("POST /v1/chat/completions HTTP/1.1\r\n"), "{}", asked.head);
    assert!(asked.head.to_lowercase().contains(&format!("authorization: bearer {KEY}\r\n")), "{}", asked.head);
    assert_eq!(
        asked.body,
        json!({
            "model": "small",
            "messages": [{ "role": "user", "content": "Twelve weeks, please." }],
            "response_format": {
                "type": "json_schema",
                "json_schema": { "name": "plan", "strict": true, "schema": { "type": "object" } },
            },
            "stream": false,
        })
    );
}

#[test]
fn a_server_that_knows_no_schema_is_asked_without_one() {
    let good = json!({ "choices": [{ "message": { "content": "{}" }, "finish_reason": "stop" }] }).to_string();
    let (base, requests) = server(move |stream| write(stream, &reply("200 OK", "", &good)));
    asked_of(&endpoint(&base, Limits::default()).without_schema()).expect("an answer");
    let body = requests.recv().expect("one request").body;
    assert_eq!(body["model"], "small");
    assert!(body.get("response_format").is_none(), "{body}");
}

#[test]
fn each_refusal_is_told_in_its_own_words() {
    for (status, body, sentence) in [
        ("401 Unauthorized", r#"{"error": {"message": "Wrong key"}}"#, "the endpoint does not take the key (HTTP 401): “Wrong key”"),
        ("429 Too Many Requests", "", "the endpoint takes no more questions for now, or the account has no credit left (HTTP 429)"),
        ("500 Internal Server Error", "<h1>Oh</h1>", "the endpoint failed (HTTP 500): “<h1>Oh</h1>”"),
        ("400 Bad Request", r#"{"error": "no schema"}"#, "the endpoint refuses the question (HTTP 400): “no schema”"),
        ("200 OK", "Welcome.", "what the endpoint sent is no answer of a chat model: “Welcome.”"),
        ("204 No Content", "", "what the endpoint sent is no answer of a chat model"),
    ] {
        assert_eq!(of_reply(status, "", body), sentence);
    }
}

#[test]
fn a_key_that_is_echoed_is_not_told() {
    let said = of_reply("401 Unauthorized", "", r#"{"error": {"message": "Wrong key: sk-0123456789abcdef"}}"#);
    assert_eq!(said, "the endpoint does not take the key (HTTP 401): “Wrong key: [key]”");
    told(&server(|stream| write(stream, "HTTP/1.1 sk-0123456789abcdef\r\nsk-0123456789abcdef\r\n\r\n")).0);
}

#[test]
fn a_redirect_is_not_followed() {
    let (elsewhere, requests) = server(|stream| write(stream, &reply("200 OK", "", "{}")));
    for status in ["301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let location = format!("location: {elsewhere}/chat/completions\r\n");
        let (base, _) = server(move |stream| write(stream, &reply(status, &location, "")));
        let error = asked_with(&base, Limits::default()).expect_err("not followed");
        assert!(matches!(error, AskError::Redirected), "{status}: {error}");
    }
    assert!(requests.try_recv().is_err(), "nothing was sent there");
}

#[test]
fn a_connection_that_breaks_is_no_answer() {
    let sentence = "the endpoint could not be reached, or the connection broke";
    assert_eq!(told(&server(|_| {}).0), sentence);
    assert_eq!(told(&server(|stream| write(stream, "HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"choi")).0), sentence);
    assert_eq!(told(&server(|stream| write(stream, "nonsense\r\n\r\n")).0), sentence);
    let closed = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port that is free again");
    assert_eq!(told(&format!("http://{closed}")), sentence);
}

#[test]
fn an_endless_answer_is_cut_off_at_its_size() {
    let (base, _) = server(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n");
        while stream.write_all(&[b' '; 4096]).is_ok() {}
    });
    let limits = Limits { reply_bytes: 64 * 1024, ..Limits::default() };
    let error = asked_with(&base, limits).expect_err("too large");
    assert!(matches!(error, AskError::TooLarge { kib: 64 }), "{error}");
}

/// Byte after byte keeps a connection alive; the whole has an end all the same.
#[test]
fn a_slow_answer_is_cut_off_at_its_time() {
    let limits = Limits { whole: Duration::from_millis(300), ..Limits::default() };
    let (dripping, _) = server(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n");
        while stream.write_all(b" ").is_ok() {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    let (silent, _) = server(|stream| {
        // Until the other side hangs up.
        let _ = stream.read(&mut [0]);
    });
    for base in [dripping, silent] {
        let error = asked_with(&base, limits).expect_err("too slow");
        assert!(matches!(error, AskError::TooSlow { .. }), "{error}");
    }
}

#[test]
fn nothing_is_sent_in_the_open_to_another_machine() {
    let refused = Endpoint::new("http://api.example.com/v1", "small", None, Limits::default()).expect_err("in the open");
    assert_eq!(
        refused.to_string(),
        "`api.example.com` is not this machine, and over http everybody on the way could read the prompt and the key"
    );
}
