//! A server in a thread of its own, on a learner's folder that goes with it.

use crate::browser::{Ask, Reply, ask};
use footbridge_app::{App, World};
use footbridge_web::{Options, Routes, bind};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use tokio::sync::oneshot;

/// A server that runs until it is dropped.
pub(crate) struct Running {
    pub(crate) port: u16,
    pub(crate) url: String,
    pub(crate) token_file: PathBuf,
    pub(crate) folder: PathBuf,
    token: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// A server on an empty folder.
pub(crate) fn running() -> Running {
    let folder = fresh_folder();
    let app = App::new(World::real(&folder).expect("this machine can run the app")).expect("the built-in course is sound");
    let (ready, started) = mpsc::channel();
    let (stop, stopped) = oneshot::channel();
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async move {
            let server = bind(Routes::default(), Arc::new(app), Options::default()).await.expect("a free port");
            ready.send((server.port(), server.url().to_owned(), server.token_file().to_owned())).expect("the test waits");
            let shutdown = async {
                let _dropped = stopped.await;
            };
            server.run(shutdown).await.expect("it stops when asked");
        });
    });
    let (port, url, token_file) = started.recv().expect("the server starts");
    let token = std::fs::read_to_string(&token_file).expect("the token is kept").trim().to_owned();
    Running { port, url, token_file, folder, token, stop: Some(stop), thread: Some(thread) }
}

/// A server on a folder with a profile.
pub(crate) fn running_onboarded() -> Running {
    let running = running();
    let reply = running.signed_in("POST", "/api/onboarding").json(&profile(&running)).send();
    assert_eq!(reply.status, 200, "{}", reply.text());
    running
}

/// The profile that onboarding proposes.
pub(crate) fn profile(running: &Running) -> Value {
    let mut choices = running.get("/api/onboarding").json();
    let mut profile = choices["proposal"].take();
    profile["background"] = choices["backgrounds"][0]["id"].clone();
    profile["region"] = choices["regions"][0]["id"].clone();
    profile["blocker"] = json!("technical-skill");
    profile
}

impl Running {
    /// A request by somebody who is not signed in.
    pub(crate) fn stranger(&self, method: &str, target: &str) -> Ask {
        ask(self.port, method, target)
    }

    /// A request by a browser with the session's cookie.
    pub(crate) fn signed_in(&self, method: &str, target: &str) -> Ask {
        self.stranger(method, target).header("Cookie", &self.cookie())
    }

    /// A signed-in GET.
    pub(crate) fn get(&self, target: &str) -> Reply {
        self.signed_in("GET", target).send()
    }

    pub(crate) fn cookie(&self) -> String {
        format!("footbridge-{}={}", self.port, self.token)
    }

    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// The code of the launch address.
    pub(crate) fn code(&self) -> &str {
        self.url.split_once("/?code=").expect("a launch address has a code").1
    }

    /// Every file in the learner's folder with what is in it.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.folder, &mut files);
        files
    }

    /// Stops the server and waits until it is gone.
    pub(crate) fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _gone = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server does not panic");
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
        let _gone = std::fs::remove_dir_all(&self.folder);
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path.clone(), std::fs::read(&path).expect("a file of the test's own"));
        }
    }
}

fn fresh_folder() -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let name = format!("footbridge-web-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}
