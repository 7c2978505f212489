//! Handing open files over a Unix socket.

use rustix::io::Errno;
use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage, SendFlags, recvmsg, sendmsg,
};
use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, IoSlice, IoSliceMut, Read, Write};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;

/// The kernel hands over at most 253 descriptors at once; [`super::SOURCES_CEILING`] is far below.
const MOST_FILES: usize = super::SOURCES_CEILING;

/// Writes a whole frame with files attached to its first byte.
pub fn send_with_files(socket: &UnixStream, frame: &[u8], files: &[File]) -> io::Result<()> {
    let descriptors: Vec<BorrowedFd<'_>> = files.iter().map(AsFd::as_fd).collect();
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(MOST_FILES))];
    let mut control = SendAncillaryBuffer::new(&mut space);
    if !descriptors.is_empty() && !control.push(SendAncillaryMessage::ScmRights(&descriptors)) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "too many files for one message"));
    }
    let sent = loop {
        match sendmsg(socket, &[IoSlice::new(frame)], &mut control, send_flags()) {
            Err(Errno::INTR) => {}
            outcome => break outcome?,
        }
    };
    let mut rest = socket;
    rest.write_all(&frame[sent..])
}

#[cfg(any(target_os = "linux", target_os = "android", target_os = "freebsd"))]
fn send_flags() -> SendFlags {
    SendFlags::NOSIGNAL
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_os = "freebsd")))]
fn send_flags() -> SendFlags {
    SendFlags::empty()
}

/// Reads bytes from a socket and sets files aside that came with them.
#[derive(Debug)]
pub struct HandoverReader<S> {
    socket: S,
    files: VecDeque<OwnedFd>,
}

impl<S: AsFd> HandoverReader<S> {
    /// Reads from `socket`.
    pub fn new(socket: S) -> Self {
        Self { socket, files: VecDeque::new() }
    }

    /// The oldest file not yet taken.
    pub fn take_file(&mut self) -> Option<File> {
        self.files.pop_front().map(File::from)
    }
}

impl<S: AsFd> Read for HandoverReader<S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(MOST_FILES))];
        let mut control = RecvAncillaryBuffer::new(&mut space);
        let received = recvmsg(&self.socket, &mut [IoSliceMut::new(buffer)], &mut control, RecvFlags::empty())?;
        for message in control.drain() {
            if let RecvAncillaryMessage::ScmRights(files) = message {
                self.files.extend(files);
            }
        }
        Ok(received.bytes)
    }
}
