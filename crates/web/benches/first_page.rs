//! How long it takes from asking for a port to the first page, and from one request to its answer.
//!
//! `cargo bench -p footbridge-web` prints medians. Nothing is judged here.

use footbridge_app::{App, World};
use footbridge_web::{Options, Routes, bind};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

const STARTS: usize = 30;
const REQUESTS: usize = 200;

fn main() {
    let folder = std::env::temp_dir().join(format!("footbridge-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the bench");
    let app = Arc::new(App::new(World::real(&folder).expect("this machine can run the app")).expect("the built-in course is sound"));
    let starts: Vec<[Duration; 3]> = (0..STARTS).map(|_| start(&app)).collect();
    for (at, what) in ["from bind to the first page", "one page", "one session view"].into_iter().enumerate() {
        let taken = starts.iter().map(|start| start[at]).collect();
        println!("{what}: {:.2} ms", median(taken).as_secs_f64() * 1000.0);
    }
    let _gone = std::fs::remove_dir_all(&folder);
}

/// One start: until the first page, then the median of many pages and views.
fn start(app: &Arc<App>) -> [Duration; 3] {
    let app = Arc::clone(app);
    let (ready, started) = mpsc::channel();
    let (stop, stopped) = oneshot::channel::<()>();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let begun = Instant::now();
    let serving = runtime.spawn(async move {
        let server = bind(Routes::default(), app, Options::default()).await.expect("a free port");
        let token = std::fs::read_to_string(server.token_file()).expect("the token is kept");
        ready.send((server.port(), token.trim().to_owned())).expect("the bench waits");
        let shutdown = async {
            let _dropped = stopped.await;
        };
        server.run(shutdown).await.expect("it stops when asked");
    });
    let (port, token) = started.recv().expect("the server starts");
    get(port, &token, "/");
    let first = begun.elapsed();
    let timed = |target: &str| {
        let one = || {
            let begun = Instant::now();
            get(port, &token, target);
            begun.elapsed()
        };
        median((0..REQUESTS).map(|_| one()).collect())
    };
    let (page, view) = (timed("/"), timed("/api/session"));
    stop.send(()).expect("the server runs");
    runtime.block_on(serving).expect("it does not panic");
    [first, page, view]
}

fn get(port: u16, token: &str, target: &str) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
    let request = format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("the request is taken");
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply).expect("an answer");
    assert!(reply.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&reply));
}

fn median(mut taken: Vec<Duration>) -> Duration {
    taken.sort();
    taken[taken.len() / 2]
}
