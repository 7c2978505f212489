//! A prompt goes to a model on this machine, and its answer comes back.

use crate::learner::{Learner, Ran, ran};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

const KEY: &str = "sk-0123456789abcdef";

/// A model that gives these replies in turn, each a status and a body; and what it was asked, with the header that carries the key.
fn model(replies: Vec<(&'static str, String)>) -> (String, Receiver<(String, Value)>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let base = format!("http://{}/v1", listener.local_addr().expect("an address"));
    let (tell, told) = channel();
    std::thread::spawn(move || {
        for (status, body) in replies {
            let (mut stream, _) = listener.accept().expect("a connection");
            let _ = tell.send(asked(&stream));
            let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
        }
    });
    (base, told)
}

fn asked(stream: &TcpStream) -> (String, Value) {
    let mut reader = BufReader::new(stream);
    let (mut key, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        match line.trim_end().split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("authorization") => key = value.to_owned(),
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.parse().expect("a length"),
            Some(_) => {}
            None if line.trim().is_empty() => break,
            None => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("a body");
    (key, serde_json::from_slice(&body).expect("JSON"))
}

fn completion(weeks: usize) -> (&'static str, String) {
    let week = json!({
        "title": "Load", "concept": "Queues grow", "project": "A page", "resources": ["A text"], "questions": ["a?", "b?", "c?", "d?", "e?"],
    });
    let answer = json!({ "weeks": vec![week; weeks] }).to_string();
    ("200 OK", json!({ "choices": [{ "message": { "role": "assistant", "content": answer }, "finish_reason": "stop" }] }).to_string())
}

fn send(learner: &Learner, base: &str, more: &[&str]) -> Ran {
    let mut command = learner.command(Path::new(env!("CARGO_BIN_EXE_footbridge")));
    command.env("FOOTBRIDGE_MODEL_URL", base).env("FOOTBRIDGE_MODEL", "small").env("FOOTBRIDGE_MODEL_KEY", KEY);
    let ran = ran(command.args(["prompt", "learning-plan", "--send"]).args(more));
    assert!(!format!("{ran:?}").contains("0123456789"), "the key is shown: {ran:?}");
    ran
}

#[test]
fn a_prompt_is_shown_sent_mended_and_kept() {
    let learner = Learner::onboarded();
    let (base, requests) = model(vec![completion(11), completion(12)]);
    let ran = send(&learner, &base, &["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let file = ran.out.strip_prefix("Kept as ").and_then(|out| out.split_once(", marked as unreviewed.")).expect("a file").0;
    let kept = std::fs::read_to_string(learner.folder().join(file)).expect("kept");
    assert!(kept.starts_with("---\nreviewed: false\n") && kept.contains("## Week 12: Load"), "{kept}");
    let (key, first) = requests.recv().expect("one question");
    let (_, second) = requests.recv().expect("one round to mend it");
    assert_eq!((key, first["model"].as_str()), (format!("Bearer {KEY}"), Some("small")));
    assert_eq!(first["response_format"]["json_schema"]["schema"]["required"], json!(["weeks"]));
    let text = first["messages"][0]["content"].as_str().expect("a text");
    assert!(ran.err.contains(text), "what went out was shown: {}", ran.err);
    assert!(ran.err.contains(&format!("goes to {base}/chat/completions for the model small, with the key of FOOTBRIDGE_MODEL_KEY.")));
    assert_eq!(second["messages"].as_array().map(Vec::len), Some(3));
    assert!(second["messages"][2]["content"].as_str().is_some_and(|faults| faults.contains("The reply has 11 weeks")), "{second}");
}

#[test]
fn an_answer_that_is_wrong_twice_is_printed_and_not_kept() {
    let learner = Learner::onboarded();
    let (base, _requests) = model(vec![completion(11), completion(10)]);
    let ran = send(&learner, &base, &["--yes"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let printed: Value = serde_json::from_str(&ran.out).expect("the answer as it came");
    assert_eq!(printed["weeks"].as_array().map(Vec::len), Some(10));
    assert!(ran.err.contains("The reply has 10 weeks; twelve were asked for."), "{}", ran.err);
    assert!(!learner.folder().join("private/replies").exists());
}

#[test]
fn a_refused_key_is_told_without_the_key() {
    let learner = Learner::onboarded();
    let (base, _requests) = model(vec![("401 Unauthorized", json!({ "error": { "message": format!("Wrong key: {KEY}") } }).to_string())]);
    let ran = send(&learner, &base, &["--yes"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("the endpoint does not take the key (HTTP 401): “Wrong key: [key]”."), "{}", ran.err);
}

#[test]
fn a_server_that_refuses_the_schema_is_answered_by_leaving_it_out() {
    let learner = Learner::onboarded();
    let refusal = json!({ "error": { "message": "response_format is not supported" } }).to_string();
    let (base, _requests) = model(vec![("400 Bad Request", refusal)]);
    let ran = send(&learner, &base, &["--yes"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("Set FOOTBRIDGE_MODEL_SCHEMA=off"), "{}", ran.err);
}

#[test]
fn nothing_is_sent_unasked_or_in_the_open() {
    let learner = Learner::onboarded();
    let (base, requests) = model(vec![completion(12)]);
    let ran = send(&learner, &base, &[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("Nobody is there to agree, so nothing was sent."), "{}", ran.err);
    assert!(requests.try_recv().is_err());
    let ran = send(&learner, "http://api.example.com/v1", &["--yes"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("`api.example.com` is not this machine"), "{}", ran.err);
    let ran = learner.run(&["prompt", "learning-plan", "--send", "--yes"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("No model is set up, so nothing was sent."), "{}", ran.err);
}
