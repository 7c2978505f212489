//! One worker process, as the parent sees it.

use crate::confinement::Confinement;
use crate::failure::Broken;
use crate::protocol::{self, Command, FORMAT_VERSION, FrameError, REPLY_CEILING, Reply, TableHandle};
use crate::request::Source;
use crate::source::Opened;
use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdout, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// A worker is replaced once it holds this many files, far below the usual limit of 1,024 open files.
const MOST_FILES: usize = 256;

/// How long a new worker may take until it says hello. Generous: a cold disk and a busy machine are no fault.
const START: Duration = Duration::from_secs(60);

/// How much of a worker's error output is kept for the report of a crash.
const LAST_WORDS: usize = 4_096;

/// A running child and the threads that talk to it.
pub(crate) struct Worker {
    child: Child,
    outbox: Option<Sender<Parcel>>,
    inbox: Receiver<Result<Vec<u8>, FrameError>>,
    last_words: Option<JoinHandle<String>>,
    files: HashMap<crate::source::FileKey, u64>,
    served: u32,
    confinement: Option<Confinement>,
}

/// A frame and the files that go with it.
struct Parcel {
    frame: Vec<u8>,
    files: Vec<File>,
}

/// How waiting for a reply ended.
pub(crate) enum Ended {
    /// With a reply.
    Reply(Reply),
    /// The time was over; the child is dead.
    TimeOver,
    /// The child is dead by itself, or was killed for talking nonsense.
    Died(Death),
}

/// How a child died.
pub(crate) struct Death {
    pub(crate) status: Option<ExitStatus>,
    pub(crate) garbled: Option<FrameError>,
    pub(crate) last_words: String,
}

/// How the worker's C library hands out memory. By default every large block is asked of the system anew, paged in by 4 KiB and given back,
/// which took a fifth of the time of a sort over ten million rows. Other C libraries do not read it.
#[cfg(target_os = "linux")]
const ALLOCATOR: &str =
    "glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=4294967296:glibc.malloc.top_pad=16777216";

impl Worker {
    /// Starts a child and does not wait for it.
    pub(crate) fn start(program: &Path, memory_bytes: u64) -> Result<Self, Broken> {
        let broken = |source| Broken::Start { path: program.to_owned(), source };
        let mut command = std::process::Command::new(program);
        command.arg("--memory").arg(memory_bytes.to_string());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        // Windows needs its own variables to start a program at all; elsewhere the worker gets none of ours.
        #[cfg(unix)]
        command.env_clear().current_dir("/");
        #[cfg(target_os = "linux")]
        command.env("GLIBC_TUNABLES", ALLOCATOR);
        let (child, outbox) = spawn_with_outbox(command).map_err(broken)?;
        let mut worker = Self {
            child,
            outbox: Some(outbox),
            inbox: mpsc::channel().1,
            last_words: None,
            files: HashMap::new(),
            served: 0,
            confinement: None,
        };
        if let Some(stdout) = worker.child.stdout.take() {
            worker.inbox = listen(stdout);
        }
        worker.last_words = worker.child.stderr.take().map(remember_last_words);
        Ok(worker)
    }

    /// Waits for the hello, if it has not come yet.
    pub(crate) fn ready(&mut self) -> Result<&Confinement, Broken> {
        if self.confinement.is_none() {
            let Ended::Reply(Reply::Hello { version: FORMAT_VERSION, measures }) = self.wait(Instant::now() + START) else {
                return Err(Broken::Silent);
            };
            self.confinement = Some(protocol::confinement(measures));
        }
        self.confinement.as_ref().ok_or(Broken::Silent)
    }

    /// Sends a command and waits for its reply until `deadline`; kills the child when there is none by then.
    pub(crate) fn ask(&mut self, command: &Command, files: Vec<File>, deadline: Instant) -> Ended {
        self.served = self.served.saturating_add(1);
        match protocol::encode(command) {
            // A failed send means that the child is gone, which the wait below finds out and words.
            Ok(frame) => drop(self.outbox.as_ref().map(|outbox| outbox.send(Parcel { frame, files }))),
            Err(garbled) => return Ended::Died(self.bury(Some(garbled))),
        }
        self.wait(deadline)
    }

    /// The sources in the words of the protocol, and the files this child does not have yet.
    pub(crate) fn hand_over(&mut self, sources: &[Source], opened: &[Opened]) -> std::io::Result<(Vec<TableHandle>, Vec<File>)> {
        let mut files = Vec::new();
        let mut handles = Vec::new();
        for (source, opened) in sources.iter().zip(opened) {
            let next = self.files.len() as u64;
            let known = self.files.get(&opened.key).copied();
            let fresh = known.is_none();
            if fresh {
                files.push(opened.open()?);
                self.files.insert(opened.key.clone(), next);
            }
            let path = (!cfg!(unix)).then(|| opened.key.path.clone());
            let format = opened.format.into();
            handles.push(TableHandle {
                name: source.name.clone(),
                file: known.unwrap_or(next),
                fresh,
                format,
                length: opened.key.length,
                path,
            });
        }
        Ok((handles, files))
    }

    /// How many of these files the child already has.
    pub(crate) fn knows(&self, opened: &[Opened]) -> usize {
        opened.iter().filter(|source| self.files.contains_key(&source.key)).count()
    }

    /// Whether the child has served its time.
    pub(crate) fn is_worn(&self, recycle_after: u32) -> bool {
        self.served >= recycle_after.max(1) || self.files.len() > MOST_FILES
    }

    fn wait(&mut self, deadline: Instant) -> Ended {
        match self.inbox.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(Ok(body)) => match protocol::decode(&body) {
                Ok(reply) => Ended::Reply(reply),
                Err(garbled) => Ended::Died(self.bury(Some(garbled))),
            },
            Ok(Err(FrameError::Closed | FrameError::Torn(_))) | Err(RecvTimeoutError::Disconnected) => Ended::Died(self.bury(None)),
            Ok(Err(garbled)) => Ended::Died(self.bury(Some(garbled))),
            Err(RecvTimeoutError::Timeout) => {
                self.bury(None);
                Ended::TimeOver
            }
        }
    }

    /// Makes sure that the child is dead, and says how it died.
    pub(crate) fn bury(&mut self, garbled: Option<FrameError>) -> Death {
        self.outbox = None;
        // A child that is already dying keeps its own status; killing the dead is no error worth telling.
        let _ = self.child.kill();
        let status = self.child.wait().ok();
        let last_words = self.last_words.take().and_then(|thread| thread.join().ok()).unwrap_or_default();
        Death { status, garbled, last_words }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.bury(None);
    }
}

/// The child with a socket for its standard input, which can carry open files.
#[cfg(unix)]
fn spawn_with_outbox(mut command: std::process::Command) -> std::io::Result<(Child, Sender<Parcel>)> {
    use std::os::fd::OwnedFd;
    use std::os::unix::net::UnixStream;
    let (ours, theirs) = UnixStream::pair()?;
    let child = command.stdin(Stdio::from(OwnedFd::from(theirs))).spawn()?;
    let (outbox, parcels) = mpsc::channel::<Parcel>();
    // Its own thread, because a child that does not read must not be able to block the clock.
    thread::spawn(move || {
        for parcel in parcels {
            if protocol::send_with_files(&ours, &parcel.frame, &parcel.files).is_err() {
                return;
            }
        }
    });
    Ok((child, outbox))
}

/// The child with a pipe; files are opened by path on the other side.
#[cfg(not(unix))]
fn spawn_with_outbox(mut command: std::process::Command) -> std::io::Result<(Child, Sender<Parcel>)> {
    use std::io::Write;
    let mut child = command.stdin(Stdio::piped()).spawn()?;
    let pipe = child.stdin.take();
    let (outbox, parcels) = mpsc::channel::<Parcel>();
    thread::spawn(move || {
        let Some(mut pipe) = pipe else { return };
        for parcel in parcels {
            if pipe.write_all(&parcel.frame).and_then(|()| pipe.flush()).is_err() {
                return;
            }
        }
    });
    Ok((child, outbox))
}

fn listen(mut stdout: ChildStdout) -> Receiver<Result<Vec<u8>, FrameError>> {
    let (sender, inbox) = mpsc::channel();
    thread::spawn(move || {
        loop {
            let frame = protocol::read_frame(&mut stdout, REPLY_CEILING);
            let over = frame.is_err();
            if sender.send(frame).is_err() || over {
                return;
            }
        }
    });
    inbox
}

fn remember_last_words(mut stderr: ChildStderr) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut tail = Vec::new();
        let mut chunk = [0; 1_024];
        while let Ok(count @ 1..) = stderr.read(&mut chunk) {
            tail.extend_from_slice(&chunk[..count]);
            tail.drain(..tail.len().saturating_sub(LAST_WORDS));
        }
        String::from_utf8_lossy(&tail).trim().to_owned()
    })
}
