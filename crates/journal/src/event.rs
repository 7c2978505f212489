use crate::Act;
use jiff::Timestamp;
use std::fmt;

/// One line of the journal: something that happened, where and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Names this event among all events of all devices.
    pub id: EventId,
    /// The device that wrote it.
    pub device: DeviceId,
    /// Counts the events of one device, from 1.
    pub seq: u64,
    /// When, to the millisecond, in UTC. Never before an event its device had seen.
    pub at: Timestamp,
    /// What happened.
    pub act: Act,
}

impl Event {
    /// The place of this event in the one order every device agrees on: time, then device, then sequence. The id only settles what two
    /// histories of one device, written on two branches, leave open.
    pub fn place(&self) -> EventPlace {
        EventPlace { at: self.at, device: self.device, seq: self.seq, id: self.id }
    }
}

/// See [`Event::place`]. Compared field by field, in the order they stand here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventPlace {
    /// See [`Event::at`].
    pub at: Timestamp,
    /// See [`Event::device`].
    pub device: DeviceId,
    /// See [`Event::seq`].
    pub seq: u64,
    /// See [`Event::id`].
    pub id: EventId,
}

/// The name of one event: 128 bits of the SHA-256 of what it says, written as 32 lower-case hexadecimal digits.
///
/// It follows from the event, so the same acts at the same times give the same bytes. It is not checked on reading: a journal belongs to
/// its learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId([u8; 16]);

/// The text is not an event's id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{written}` is not the id of an event: those are 32 lower-case hexadecimal digits")]
pub struct BadEventId {
    /// What was written.
    pub written: String,
}

impl EventId {
    /// Reads an id.
    pub fn new(text: &str) -> Result<Self, BadEventId> {
        let bad = || BadEventId { written: text.to_owned() };
        let digits: &[u8; 32] = text.as_bytes().try_into().map_err(|_| bad())?;
        let mut bytes = [0; 16];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let (high, low) = (DIGITS[usize::from(pair[0])], DIGITS[usize::from(pair[1])]);
            if high > 15 || low > 15 {
                return Err(bad());
            }
            *byte = high << 4 | low;
        }
        Ok(Self(bytes))
    }
}

/// The value of each lower-case hexadecimal digit; 255 for every other byte.
const DIGITS: [u8; 256] = {
    let mut values = [255; 256];
    let mut value = 0;
    while value < 16 {
        values[b"0123456789abcdef"[value as usize] as usize] = value;
        value += 1;
    }
    values
};

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// The name of one device: 4 to 16 lower-case letters and digits. Kept outside the learner's folder, so a copied folder does not share it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId {
    // Padded with zeros; inline because every event carries one.
    bytes: [u8; 16],
}

/// The text is not a device's name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{written}` is not the name of a device: those are 4 to 16 lower-case letters and digits")]
pub struct BadDeviceId {
    /// What was written.
    pub written: String,
}

impl DeviceId {
    /// Checks and keeps a name.
    pub fn new(text: &str) -> Result<Self, BadDeviceId> {
        let fits = (4..=16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        if !fits {
            return Err(BadDeviceId { written: text.to_owned() });
        }
        let mut bytes = [0; 16];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Self { bytes })
    }

    /// A name of 8 letters and digits from as many random bytes; the caller owns chance.
    pub fn from_random(random: [u8; 8]) -> Self {
        // 32 signs, so that no byte is favoured; without those that are read for one another.
        const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let mut bytes = [0; 16];
        for (sign, random) in bytes.iter_mut().zip(random) {
            *sign = SIGNS[usize::from(random % 32)];
        }
        Self { bytes }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        let length = self.bytes.iter().position(|byte| *byte == 0).unwrap_or(16);
        std::str::from_utf8(&self.bytes[..length]).expect("a device's name is made of ASCII letters and digits")
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DeviceId({})", self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{DeviceId, EventId};

    #[test]
    fn an_event_id_is_exactly_32_hexadecimal_digits() {
        let text = "00f0a1b2c3d4e5f60718293a4b5c6d7e";
        assert_eq!(EventId::new(text).expect("an id").to_string(), text);
        for bad in [
            "",
            "00f0",
            "00F0A1B2C3D4E5F60718293A4B5C6D7E",
            "+0f0a1b2c3d4e5f60718293a4b5c6d7e",
            "0gf0a1b2c3d4e5f60718293a4b5c6d7e",
            &"0".repeat(33),
        ] {
            assert!(EventId::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_device_name_is_safe_in_a_file_name() {
        for good in ["k7f3", "laptop", "0123456789abcdef"] {
            assert_eq!(DeviceId::new(good).expect("a name").as_str(), good);
        }
        for bad in ["", "abc", "a-bcd", "ABCD", "../abc", "0123456789abcdef0", "abc\0d"] {
            assert!(DeviceId::new(bad).is_err(), "{bad:?}");
        }
        let made = DeviceId::from_random([0, 31, 32, 255, 7, 8, 9, 10]);
        assert_eq!(DeviceId::new(made.as_str()), Ok(made));
    }
}
