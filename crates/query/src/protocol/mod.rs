//! What the two sides of the pipe say to each other.
//!
//! Frames are a little-endian `u32` length and that many bytes of JSON. The worker speaks first ([`Reply::Hello`]) and then answers each
//! [`Command`] with exactly one reply, or dies. On Unix, data files come as open descriptors attached to the command that first uses
//! them, in the order of its `fresh` sources; elsewhere the command carries the path. This side trusts no reply: every one is checked
//! before it becomes a domain value.

mod frame;
#[cfg(unix)]
mod handover;
mod wire;

pub use frame::{FrameError, decode, encode, read_frame};
#[cfg(unix)]
pub use handover::{HandoverReader, send_with_files};
pub(crate) use wire::confinement;
pub use wire::{Command, FORMAT_VERSION, Reply, TableHandle, WireAnswer, WireCell, WireFormat, WireMeasure, WireRows, WireSchema};

/// Longest command the worker reads, in bytes.
pub const COMMAND_CEILING: u32 = 4 << 20;

/// Longest reply the parent reads, in bytes.
pub const REPLY_CEILING: u32 = 256 << 20;

/// Most bytes of values an answer may hold, whatever the request says; escaped, they still fit into [`REPLY_CEILING`].
pub const ANSWER_CEILING: usize = 32 << 20;

/// Longest query text, in bytes.
pub const SQL_CEILING: usize = 1 << 20;

/// Most tables one query can have.
pub const SOURCES_CEILING: usize = 64;

/// The worker's exit code when an allocation went past its share of memory.
pub const EXIT_OUT_OF_MEMORY: i32 = 83;
