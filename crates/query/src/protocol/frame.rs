//! Length-prefixed frames.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{self, Read};

/// Why a frame could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    /// The other side is gone, between two frames.
    #[error("The other side has closed the connection.")]
    Closed,
    /// The stream ended inside a frame, or reading failed.
    #[error("The connection broke inside a message.")]
    Torn(#[source] io::Error),
    /// The announced length is above the ceiling.
    #[error("A message of {length} bytes was announced; at most {ceiling} are read.")]
    TooLong {
        /// What was announced.
        length: u32,
        /// What is allowed.
        ceiling: u32,
    },
    /// The bytes are not a message of the protocol.
    #[error("The message is not one of the protocol.")]
    Malformed(#[source] serde_json::Error),
    /// The message is well formed and contradicts itself, for example a row with too few values.
    #[error("The message contradicts itself: {0}.")]
    Inconsistent(&'static str),
}

/// One whole frame: length and body.
pub fn encode(message: &impl Serialize) -> Result<Vec<u8>, FrameError> {
    let mut frame = vec![0; 4];
    serde_json::to_writer(&mut frame, message).map_err(FrameError::Malformed)?;
    let length = u32::try_from(frame.len() - 4).map_err(|_| FrameError::TooLong { length: u32::MAX, ceiling: u32::MAX })?;
    frame[..4].copy_from_slice(&length.to_le_bytes());
    Ok(frame)
}

/// The body of the next frame.
pub fn read_frame(reader: &mut impl Read, ceiling: u32) -> Result<Vec<u8>, FrameError> {
    let mut prefix = [0; 4];
    let mut filled = 0;
    while filled < prefix.len() {
        match reader.read(&mut prefix[filled..]) {
            Ok(0) if filled == 0 => return Err(FrameError::Closed),
            Ok(0) => return Err(FrameError::Torn(io::ErrorKind::UnexpectedEof.into())),
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(FrameError::Torn(error)),
        }
    }
    let length = u32::from_le_bytes(prefix);
    if length > ceiling {
        return Err(FrameError::TooLong { length, ceiling });
    }
    // The buffer grows with what arrives, never with what is merely announced.
    let mut body = Vec::new();
    reader.take(u64::from(length)).read_to_end(&mut body).map_err(FrameError::Torn)?;
    if body.len() < length as usize {
        return Err(FrameError::Torn(io::ErrorKind::UnexpectedEof.into()));
    }
    Ok(body)
}

/// The message in a frame's body.
pub fn decode<M: DeserializeOwned>(body: &[u8]) -> Result<M, FrameError> {
    serde_json::from_slice(body).map_err(FrameError::Malformed)
}
