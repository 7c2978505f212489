//! An HTTP/1.1 client of a few lines: it sends exactly what it is told, also what no browser would.

use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpStream;

/// A request on its way.
pub(crate) struct Ask {
    port: u16,
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// What came back.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// A request with the right `Host` and nothing else.
pub(crate) fn ask(port: u16, method: &str, target: &str) -> Ask {
    let host = ("Host".to_owned(), format!("127.0.0.1:{port}"));
    Ask { port, method: method.to_owned(), target: target.to_owned(), headers: vec![host], body: Vec::new() }
}

impl Ask {
    /// Adds a header.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Says another `Host`; `None` says none.
    pub(crate) fn host(mut self, host: Option<&str>) -> Self {
        self.headers.retain(|(name, _)| name != "Host");
        match host {
            Some(host) => self.header("Host", host),
            None => self,
        }
    }

    /// A body of any type, with its length.
    pub(crate) fn body(mut self, content_type: &str, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self.header("Content-Type", content_type).header("Content-Length", &body.len().to_string())
    }

    /// A JSON body.
    pub(crate) fn json(self, body: &Value) -> Self {
        self.body("application/json", body.to_string().as_bytes())
    }

    /// Sends the body in pieces, without saying how long it is.
    pub(crate) fn send_chunked(mut self, pieces: &[&str]) -> Reply {
        for piece in pieces {
            self.body.extend(format!("{:x}\r\n{piece}\r\n", piece.len()).bytes());
        }
        self.body.extend(b"0\r\n\r\n");
        self.send()
    }

    pub(crate) fn send(self) -> Reply {
        let mut head = format!("{} {} HTTP/1.1\r\nConnection: close\r\n", self.method, self.target);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        stream.write_all(head.as_bytes()).expect("the head is taken");
        // The server may answer and hang up before it has read a body it does not want.
        let _taken = stream.write_all(&self.body);
        let mut bytes = Vec::new();
        let _closed = stream.read_to_end(&mut bytes);
        Reply::parse(&bytes)
    }
}

impl Reply {
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("a head is text");
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok()).expect("a status");
        let pair = |line: &str| line.split_once(": ").map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()));
        Self { status, headers: lines.filter_map(pair).collect(), body: bytes[end + 4..].to_vec() }
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(given, _)| given == name).map_or("", |(_, value)| value)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error} in {}", self.text()))
    }

    /// The `code` of a refusal.
    pub(crate) fn code(&self) -> String {
        assert_eq!(self.header("content-type"), "application/json", "{}", self.text());
        self.json()["code"].as_str().expect("a refusal has a code").to_owned()
    }
}
