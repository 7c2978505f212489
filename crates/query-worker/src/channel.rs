//! Commands in, replies out.

use footbridge_query::protocol::{self, COMMAND_CEILING, Command, FrameError, Reply, TableHandle};
use std::fs::File;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// A command and the files that came with it, one per fresh source, in order.
pub(crate) struct Delivery {
    pub(crate) command: Command,
    pub(crate) files: Vec<File>,
}

/// Reads commands on a thread of its own, so that the process ends as soon as the parent is gone, also in the middle of a query.
pub(crate) fn listen() -> Receiver<Delivery> {
    let (sender, deliveries) = sync_channel(1);
    thread::spawn(move || {
        let mut reader = input();
        loop {
            let delivered = match receive(&mut reader) {
                Ok(delivery) => sender.send(delivery).is_ok(),
                Err(FrameError::Closed) => std::process::exit(0),
                Err(_) => false,
            };
            if !delivered {
                std::process::exit(1);
            }
        }
    });
    deliveries
}

/// Writes one reply.
pub(crate) fn reply(reply: &Reply) -> io::Result<()> {
    let frame = protocol::encode(reply).map_err(io::Error::other)?;
    let mut stdout = io::stdout().lock();
    stdout.write_all(&frame)?;
    stdout.flush()
}

fn sources(command: &Command) -> &[TableHandle] {
    match command {
        Command::Run { sources, .. } | Command::RunOnEach { sources, .. } | Command::Describe { sources, .. } => sources,
    }
}

#[cfg(unix)]
type Input = protocol::HandoverReader<io::Stdin>;

#[cfg(unix)]
fn input() -> Input {
    protocol::HandoverReader::new(io::stdin())
}

#[cfg(unix)]
fn receive(reader: &mut Input) -> Result<Delivery, FrameError> {
    let command: Command = protocol::decode(&protocol::read_frame(reader, COMMAND_CEILING)?)?;
    let fresh = sources(&command).iter().filter(|source| source.fresh).count();
    let files: Vec<File> = std::iter::from_fn(|| reader.take_file()).take(fresh).collect();
    if files.len() < fresh {
        return Err(FrameError::Inconsistent("a file is missing from the message"));
    }
    Ok(Delivery { command, files })
}

#[cfg(not(unix))]
type Input = io::Stdin;

#[cfg(not(unix))]
fn input() -> Input {
    io::stdin()
}

#[cfg(not(unix))]
fn receive(reader: &mut Input) -> Result<Delivery, FrameError> {
    let command: Command = protocol::decode(&protocol::read_frame(reader, COMMAND_CEILING)?)?;
    let fresh = sources(&command).iter().filter(|source| source.fresh);
    let files = fresh.map(|source| File::open(source.path.as_deref().unwrap_or(std::path::Path::new(""))));
    let files = files.collect::<io::Result<_>>().map_err(FrameError::Torn)?;
    Ok(Delivery { command, files })
}
