use crate::contact::ContactId;
use jiff::civil::Date;
use std::collections::HashMap;

/// One time that somebody was written to, called, met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touch {
    /// With whom.
    pub contact: ContactId,
    /// On which day.
    pub on: Date,
}

/// How people were in touch. Every way counts the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// A message on a network or in a chat.
    Message,
    /// A mail.
    Mail,
    /// By phone or video.
    Call,
    /// In person.
    Met,
    /// At an event or in a community.
    Event,
    /// Introduced by somebody, or introduced somebody.
    Introduction,
}

impl How {
    /// All, in the order of a form.
    pub const ALL: [Self; 6] = [Self::Message, Self::Mail, Self::Call, Self::Met, Self::Event, Self::Introduction];

    /// The words a person reads.
    pub fn words(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Mail => "mail",
            Self::Call => "call",
            Self::Met => "met",
            Self::Event => "event",
            Self::Introduction => "introduction",
        }
    }
}

/// The last day of touch with each contact, up to today. A touch with a later date has not happened yet.
pub fn last_touches(touches: &[Touch], today: Date) -> HashMap<&ContactId, Date> {
    let mut last: HashMap<&ContactId, Date> = HashMap::new();
    for touch in touches.iter().filter(|touch| touch.on <= today) {
        last.entry(&touch.contact).and_modify(|on| *on = touch.on.max(*on)).or_insert(touch.on);
    }
    last
}

/// The first day of touch with each contact, up to today.
pub fn first_touches(touches: &[Touch], today: Date) -> HashMap<&ContactId, Date> {
    let mut first: HashMap<&ContactId, Date> = HashMap::new();
    for touch in touches.iter().filter(|touch| touch.on <= today) {
        first.entry(&touch.contact).and_modify(|on| *on = touch.on.min(*on)).or_insert(touch.on);
    }
    first
}
