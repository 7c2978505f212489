//! A running `footbridge serve` or `footbridge demo`, and just enough HTTP to talk to it.

use anyhow::{Context, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// How long a program may take until it prints its address: the sample learner lives six weeks first.
const START: Duration = Duration::from_secs(180);

/// A started server. It is asked to stop when it goes out of scope.
pub(crate) struct Local {
    child: Child,
    /// The address as it was printed, with its one-time code.
    pub(crate) url: String,
    /// The port on 127.0.0.1.
    pub(crate) port: u16,
}

/// An answer of the server.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Local {
    /// Starts a server and waits for its address.
    pub(crate) fn start(command: &mut Command) -> anyhow::Result<Self> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .context("footbridge could not be started")?;
        let (lines, said) = channel();
        listen(child.stdout.take().context("its standard output is a pipe")?, lines.clone());
        listen(child.stderr.take().context("its standard error is a pipe")?, lines);
        match address(&said) {
            Ok((url, port)) => Ok(Self { child, url, port }),
            Err(error) => {
                // It may be over already, which is what we want.
                let _ended = child.kill();
                Err(error)
            }
        }
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends one request and reads the whole answer. `more` are lines of its head.
    pub(crate) fn ask(&self, method: &str, path: &str, more: &[&str], body: &str) -> anyhow::Result<Answer> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_nodelay(true)?;
        let more: String = more.iter().map(|line| format!("{line}\r\n")).collect();
        let (port, length) = (self.port, body.len());
        let head =
            format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nContent-Length: {length}\r\n{more}\r\n");
        stream.write_all(format!("{head}{body}").as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").context("an answer has a head and a body")?;
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).context("an answer begins with its status")?;
        Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
    }

    /// The page behind the printed address, as a browser sees it: the one-time code becomes a cookie, and redirections are followed.
    pub(crate) fn first_page(&self) -> anyhow::Result<String> {
        let mut path =
            self.url.split_once("//").and_then(|(_, rest)| rest.split_once('/')).map_or_else(String::new, |(_, path)| path.to_owned());
        let mut cookie = String::new();
        for _ in 0..4 {
            let answer = self.ask("GET", &format!("/{path}"), &[&format!("Cookie: {cookie}")], "")?;
            if let Some(set) = header(&answer.head, "set-cookie") {
                cookie = set.split(';').next().unwrap_or_default().to_owned();
            }
            match (answer.status, header(&answer.head, "location")) {
                (200, _) => return Ok(answer.body),
                (300..400, Some(to)) => path = to.trim_start_matches('/').to_owned(),
                (status, _) => bail!("the first page was answered with status {status}"),
            }
        }
        bail!("the first page redirects without end")
    }
}

impl Drop for Local {
    fn drop(&mut self) {
        // Asked as a terminal asks, so that it can put away what it made; whoever does not listen is ended.
        let asked =
            cfg!(unix) && Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().is_ok_and(|status| status.success());
        if !asked {
            let _ended = self.child.kill();
        }
        let _status = self.child.wait();
    }
}

/// Passes on what a program prints, so that its pipe never fills up.
fn listen(pipe: impl Read + Send + 'static, lines: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            // Nobody wants more lines once the address is known.
            let _sent = lines.send(line);
        }
    });
}

fn address(said: &Receiver<String>) -> anyhow::Result<(String, u16)> {
    let mut before = String::new();
    loop {
        let Ok(line) = said.recv_timeout(START) else {
            bail!("footbridge printed no address; it said:\n{before}");
        };
        if let Some(found) = address_in(&line) {
            return Ok(found);
        }
        before.push_str(&line);
        before.push('\n');
    }
}

fn address_in(line: &str) -> Option<(String, u16)> {
    let from = line.find("http://127.0.0.1:")?;
    let url: String = line[from..].chars().take_while(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
    let port = url["http://127.0.0.1:".len()..].split('/').next()?.parse().ok()?;
    Some((url, port))
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::address_in;

    #[test]
    fn the_address_is_found_in_a_sentence() {
        let found = address_in("Footbridge is at http://127.0.0.1:40123/?code=ab12 until you stop it.");
        assert_eq!(found, Some(("http://127.0.0.1:40123/?code=ab12".to_owned(), 40123)));
        assert_eq!(address_in("Building the sample learner"), None);
    }
}
